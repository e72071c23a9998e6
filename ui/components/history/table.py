"""The table that shows a history: one row an entry, loaded further while it is scrolled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from ui import date_text, theme
from ui.components.history import entry_text
from ui.components.history.columns import Column
from ui.components.history.delegate import PADDING, HistoryDelegate, day_width, when_width
from ui.widgets.focus_ring import paint_ring

if TYPE_CHECKING:
    from ui.components.history.model import HistoryModel

#: An amount of this width shows without its column having to grow.
_USUAL_FIGURE = "+999,999.99"
#: Older entries are asked for when fewer screenfuls than this are left below.
_AHEAD = 2


class HistoryTable(QTableView):
    """Paints `HistoryModel` with rows of `row_height` logical pixels.

    Attributes:
        row_height: in logical pixels.
        day_width: room for the day within the first column, in logical pixels.
        hovered_row: the row under the pointer; -1 for none.

    """

    def __init__(
        self, model: HistoryModel, *, row_height: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.row_height = int(row_height)
        self.day_width = 0
        self.hovered_row = -1
        self._model = model
        self._widest = {Column.AMOUNT: _USUAL_FIGURE, Column.BALANCE: _USUAL_FIGURE}
        self._by_keyboard = False
        self._scrolled_to = 0
        self._set_up_rows()
        self.setModel(model)
        self.setItemDelegate(HistoryDelegate(self))
        self._set_up_header()
        model.rowsAboutToBeInserted.connect(self._on_about_to_insert)
        model.rowsInserted.connect(self._on_inserted)
        model.modelReset.connect(self._on_reset)
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
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(Column.WHAT, QHeaderView.ResizeMode.Stretch)
        self._set_widths()

    @property
    def top_row(self) -> int:
        """The topmost row of which at least half is seen."""
        return self.rowAt(self.row_height // 2)

    def _set_widths(self) -> None:
        rows = self._model.rowCount()
        oldest = self._model.entry(rows - 1).posted_at if rows else None
        with_year = oldest is not None and not date_text.is_this_year(oldest)
        self.day_width = day_width(with_year=with_year)
        self.setColumnWidth(Column.WHEN, when_width(with_year=with_year))
        width = QFontMetrics(theme.font()).horizontalAdvance
        for column, text in self._widest.items():
            self.setColumnWidth(column, width(text) + 2 * PADDING)

    def _widen_for(self, first: int, last: int) -> None:
        """Make room for the longest figures; equally wide digits make that a matter of length."""
        for row in range(first, last + 1):
            entry = self._model.entry(row)
            for column, text in (
                (Column.AMOUNT, entry_text.format_amount(entry, masked=False)),
                (Column.BALANCE, entry_text.format_balance(entry, masked=False)),
            ):
                if len(text) > len(self._widest[column]):
                    self._widest[column] = text
        self._set_widths()

    def _fetch_ahead(self) -> None:
        bar = self.verticalScrollBar()
        if bar.maximum() - bar.value() < _AHEAD * self.viewport().height():
            self._model.fetchMore(QModelIndex())

    def _on_about_to_insert(self) -> None:
        self._scrolled_to = self.verticalScrollBar().value()

    def _on_inserted(self, _parent: QModelIndex, first: int, last: int) -> None:
        self._widen_for(first, last)
        if first == 0 and self._scrolled_to > 0:
            # What somebody reads stays where it is; at the very top the new entries come in view.
            self.updateGeometries()
            height = (last - first + 1) * self.row_height
            self.verticalScrollBar().setValue(self._scrolled_to + height)
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
        paint_ring(QPainter(self.viewport()), around.adjusted(1, 0, -1, -1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by key; from then on focus shows."""
        self._set_by_keyboard(True)
        super().keyPressEvent(event)

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
        """Begin at the newest entry when focus comes for the first time."""
        reason = event.reason()
        self._set_by_keyboard(reason is not Qt.FocusReason.MouseFocusReason)
        super().focusInEvent(event)
        by_tab = reason in {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}
        if by_tab and not self.currentIndex().isValid() and self._model.rowCount():
            self.setCurrentIndex(self._model.index(0, Column.WHEN))
