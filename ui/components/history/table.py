"""The table that shows a history: one row a payment, loaded further while it is scrolled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from ui import date_text, theme
from ui.components.history import line_text
from ui.components.history.columns import Column
from ui.components.history.delegate import PADDING, HistoryDelegate, day_width, when_width
from ui.components.history.widths import ColumnWidths
from ui.widgets.focus_ring import paint_ring

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint

    from ui.components.history.model import HistoryModel
    from ui.preferences import Preferences

#: An amount of this width shows without its column having to grow.
_USUAL_FIGURE = "+999,999.99"
#: Older payments are asked for when fewer screenfuls than this are left below.
_AHEAD = 2


class HistoryTable(QTableView):
    """Paints `HistoryModel` with rows of `row_height` logical pixels.

    Attributes:
        row_height: in logical pixels.
        day_width: room for the day within the first column, in logical pixels.
        hovered_row: the row under the pointer; -1 for none.

    Signals:
        opened(int, bool): somebody wants to know more of a row; whether by a key.
        copy_wanted(QModelIndex): somebody wants a cell's text.
        menu_wanted(QModelIndex, QPoint): the menu of a cell is wanted there (in the screen's pixels).

    """

    opened = Signal(int, bool)
    copy_wanted = Signal(QModelIndex)
    menu_wanted = Signal(QModelIndex, object)

    def __init__(
        self,
        model: HistoryModel,
        *,
        row_height: int,
        preferences: Preferences | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.row_height = int(row_height)
        self.day_width = 0
        self.hovered_row = -1
        self._model = model
        self._widest = {Column.AMOUNT: _USUAL_FIGURE, Column.BALANCE: _USUAL_FIGURE}
        self._widths = ColumnWidths(self, preferences)
        self._by_keyboard = False
        self._scrolled_to = 0
        self._set_up_rows()
        self.setModel(model)
        self.setItemDelegate(HistoryDelegate(self))
        self._set_up_header()
        model.rowsAboutToBeInserted.connect(self._on_about_to_change)
        model.rowsInserted.connect(self._on_inserted)
        model.rowsAboutToBeRemoved.connect(self._on_about_to_change)
        model.rowsRemoved.connect(self._on_removed)
        model.modelReset.connect(self._on_reset)
        self.clicked.connect(lambda index: self.opened.emit(index.row(), False))
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        theme.changed.connect(self.viewport().update)

    def _set_up_rows(self) -> None:
        rows = self.verticalHeader()
        rows.hide()
        rows.setMinimumSectionSize(self.row_height)
        rows.setDefaultSectionSize(self.row_height)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)

    def _set_up_header(self) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(Column.WHAT, QHeaderView.ResizeMode.Stretch)
        self._set_widths()

    @property
    def top_row(self) -> int:
        """The topmost row of which at least half is seen."""
        return self.rowAt(self.row_height // 2)

    def _set_widths(self) -> None:
        rows = self._model.rowCount()
        oldest = self._model.line(rows - 1).at if rows else None
        with_year = oldest is not None and not date_text.is_this_year(oldest)
        self.day_width = day_width(with_year=with_year)
        width = QFontMetrics(theme.font()).horizontalAdvance
        self._widths.need({
            Column.WHEN: when_width(with_year=with_year),
            **{column: width(text) + 2 * PADDING for column, text in self._widest.items()},
        })  # fmt: skip

    def _widen_for(self, first: int, last: int) -> None:
        """Make room for the longest figures; equally wide digits make that a matter of length."""
        for row in range(first, last + 1):
            line = self._model.line(row)
            for column, text in (
                (Column.AMOUNT, line_text.format_amount(line, masked=False)),
                (Column.BALANCE, line_text.format_balance(line, masked=False)),
            ):
                if len(text) > len(self._widest[column]):
                    self._widest[column] = text
        self._set_widths()

    def _fetch_ahead(self) -> None:
        bar = self.verticalScrollBar()
        if bar.maximum() - bar.value() < _AHEAD * self.viewport().height():
            self._model.fetchMore(QModelIndex())

    def _on_about_to_change(self) -> None:
        self._scrolled_to = self.verticalScrollBar().value()

    def _on_inserted(self, _parent: QModelIndex, first: int, last: int) -> None:
        self._widen_for(first, last)
        if self._scrolled_to > first * self.row_height:
            # What somebody reads stays where it is; at the very top new payments come in view.
            self.updateGeometries()
            height = (last - first + 1) * self.row_height
            self.verticalScrollBar().setValue(self._scrolled_to + height)
        self.viewport().update()

    def _on_removed(self, _parent: QModelIndex, first: int, last: int) -> None:
        if self._scrolled_to > last * self.row_height:
            self.updateGeometries()
            height = (last - first + 1) * self.row_height
            self.verticalScrollBar().setValue(self._scrolled_to - height)
        self.viewport().update()

    def _on_reset(self) -> None:
        self._widest = dict.fromkeys(self._widest, _USUAL_FIGURE)
        self.hovered_row = -1
        self._widen_for(0, self._model.rowCount() - 1)

    def _on_scrolled(self) -> None:
        # Not only the rows that come in: the topmost one also writes its day.
        self.viewport().update()
        self._fetch_ahead()

    def _set_hovered_row(self, row: int) -> None:
        if row != self.hovered_row:
            self.hovered_row = row
            self.viewport().update()

    def _set_by_keyboard(self, by_keyboard: bool) -> None:  # noqa: FBT001 (a setter)
        if by_keyboard != self._by_keyboard:
            self._by_keyboard = by_keyboard
            self.viewport().update()

    # Qt's own

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cells, then the ring around the row that has keyboard focus."""
        super().paintEvent(event)
        row = self.currentIndex().row()
        if row < 0 or not self.hasFocus() or not self._by_keyboard:
            return
        top = self.rowViewportPosition(row)
        around = QRectF(0, top, self.viewport().width(), self.row_height)
        painter = QPainter(self.viewport())
        paint_ring(painter, around.adjusted(1, 0, -1, -1))
        # Which cell Ctrl+C would copy.
        cell = self.visualRect(self.currentIndex())
        painter.fillRect(
            cell.adjusted(PADDING, cell.height() - 6, -PADDING, -4), theme.colour("focus")
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by key, from when on focus shows; open a row and copy a cell by key."""
        index = self.currentIndex()
        if event.matches(QKeySequence.StandardKey.Copy):
            if index.isValid():
                self.copy_wanted.emit(index)
            return
        self._set_by_keyboard(True)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and index.isValid():
            self.opened.emit(index.row(), True)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of what was clicked, or of the current cell where a key wants it."""
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            index, place = self.indexAt(event.pos()), event.globalPos()
        else:
            index = self.currentIndex()
            place = self._below(index)
        if index.isValid():
            self.setCurrentIndex(index)
            self.menu_wanted.emit(index, place)

    def _below(self, index: QModelIndex) -> QPoint:
        rect = self.visualRect(index)
        corner = rect.bottomRight() if self.isRightToLeft() else rect.bottomLeft()
        return self.viewport().mapToGlobal(corner)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select by pointer, which needs no focus ring."""
        self._set_by_keyboard(False)
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light up the whole row under the pointer."""
        super().mouseMoveEvent(event)
        self._set_hovered_row(self.rowAt(round(event.position().y())))

    def leaveEvent(self, event: QEvent) -> None:
        """Let go of the row that was under the pointer."""
        super().leaveEvent(event)
        self._set_hovered_row(-1)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the newest payment when focus comes for the first time."""
        reason = event.reason()
        self._set_by_keyboard(reason is not Qt.FocusReason.MouseFocusReason)
        super().focusInEvent(event)
        by_tab = reason in {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}
        if by_tab and not self.currentIndex().isValid() and self._model.rowCount():
            self.setCurrentIndex(self._model.index(0, Column.WHEN))
