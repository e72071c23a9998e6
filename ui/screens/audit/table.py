"""The table that shows the log: one row a record, loaded further while it is scrolled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ui import bidi, date_text, theme
from ui.screens.audit.columns import Column
from ui.widgets.focus_ring import paint_ring

if TYPE_CHECKING:
    from ui.screens.audit.model import AuditModel

_Index = QModelIndex | QPersistentModelIndex
#: From a cell's edge to its text; the header's titles stand as far in.
PADDING = theme.Spacing.M
ROW_HEIGHT = int(theme.RowHeight.STAFF)
_TIME = " 00:00:00"
#: Older records are asked for when fewer screenfuls than this are left below.
_AHEAD = 2
#: How the room beside the time is shared: who, what, about, details.
_SHARES = {Column.WHO: 20, Column.WHAT: 27, Column.ABOUT: 25}
_WORDS = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class AuditDelegate(QStyledItemDelegate):
    """Paints cells as text: what happened in full ink, the rest muted."""

    def __init__(self, table: AuditTable) -> None:
        super().__init__(table)
        self._table = table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint ground, line and text of one cell."""
        painter.save()
        painter.setLayoutDirection(option.direction)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, theme.colour("accent_soft"))
        elif index.row() == self._table.hovered_row:
            painter.fillRect(option.rect, theme.colour("hover"))
        hairline = option.rect.adjusted(0, option.rect.height() - 1, 0, 0)
        painter.fillRect(hairline, theme.colour("line"))
        column = Column(index.column())
        text = str(index.data(Qt.ItemDataRole.DisplayRole))
        room = option.rect.adjusted(PADDING, 0, -PADDING, 0)
        font = theme.font()
        painter.setFont(font)
        is_muted = column in {Column.WHEN, Column.DETAILS}
        painter.setPen(theme.colour("muted" if is_muted else "text"))
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        if column is Column.WHEN:
            shown = bidi.own(shown)
        painter.drawText(room, QStyle.visualAlignment(option.direction, _WORDS), shown)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the row's height and the width the column has."""
        del option
        return QSize(self._table.columnWidth(index.column()), ROW_HEIGHT)


class AuditTable(QTableView):
    """Paints `AuditModel`.

    Attributes:
        hovered_row: the row under the pointer; -1 for none.

    Signals:
        opened(int, bool): somebody wants to know more of a row; whether by a key.
        copy_wanted(QModelIndex): somebody wants a cell's text.

    """

    opened = Signal(int, bool)
    copy_wanted = Signal(QModelIndex)

    def __init__(self, model: AuditModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hovered_row = -1
        self._model = model
        self._by_keyboard = False
        self._scrolled_to = 0
        self._set_up()
        self.setModel(model)
        self.setItemDelegate(AuditDelegate(self))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(Column.DETAILS, QHeaderView.ResizeMode.Stretch)
        model.rowsAboutToBeInserted.connect(self._on_about_to_change)
        model.rowsInserted.connect(self._on_inserted)
        model.modelReset.connect(self._on_reset)
        self.clicked.connect(lambda index: self.opened.emit(index.row(), False))
        self.verticalScrollBar().valueChanged.connect(self._fetch_ahead)
        theme.changed.connect(self.viewport().update)

    def _set_up(self) -> None:
        rows = self.verticalHeader()
        rows.hide()
        rows.setMinimumSectionSize(ROW_HEIGHT)
        rows.setDefaultSectionSize(ROW_HEIGHT)
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

    def _set_widths(self) -> None:
        rows = self._model.rowCount()
        oldest = self._model.record(rows - 1).at if rows else None
        with_year = oldest is not None and not date_text.is_this_year(oldest)
        width = QFontMetrics(theme.font()).horizontalAdvance
        days = date_text.widest_days(with_year=with_year)
        when = max(width(day) for day in days) + width(_TIME) + 2 * PADDING
        self.setColumnWidth(Column.WHEN, when)
        left = max(0, self.viewport().width() - when)
        for column, share in _SHARES.items():
            self.setColumnWidth(column, left * share // 100)

    def _fetch_ahead(self) -> None:
        bar = self.verticalScrollBar()
        if bar.maximum() - bar.value() < _AHEAD * self.viewport().height():
            self._model.fetchMore(QModelIndex())

    def _on_about_to_change(self) -> None:
        self._scrolled_to = self.verticalScrollBar().value()

    def _on_inserted(self, _parent: QModelIndex, first: int, last: int) -> None:
        self._set_widths()
        if self._scrolled_to > first * ROW_HEIGHT:
            # What somebody reads stays where it is; at the very top new records come in view.
            self.updateGeometries()
            height = (last - first + 1) * ROW_HEIGHT
            self.verticalScrollBar().setValue(self._scrolled_to + height)

    def _on_reset(self) -> None:
        self.hovered_row = -1
        self._set_widths()

    def _set_hovered_row(self, row: int) -> None:
        if row != self.hovered_row:
            self.hovered_row = row
            self.viewport().update()

    def _set_by_keyboard(self, by_keyboard: bool) -> None:  # noqa: FBT001 (a setter)
        if by_keyboard != self._by_keyboard:
            self._by_keyboard = by_keyboard
            self.viewport().update()

    # Qt's own

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width among the columns."""
        super().resizeEvent(event)
        self._set_widths()
        self._fetch_ahead()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cells, then the ring around the row that has keyboard focus."""
        super().paintEvent(event)
        row = self.currentIndex().row()
        if row < 0 or not self.hasFocus() or not self._by_keyboard:
            return
        around = QRectF(0, self.rowViewportPosition(row), self.viewport().width(), ROW_HEIGHT)
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
        """Begin at the newest record when focus comes for the first time."""
        reason = event.reason()
        self._set_by_keyboard(reason is not Qt.FocusReason.MouseFocusReason)
        super().focusInEvent(event)
        by_tab = reason in {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}
        if by_tab and not self.currentIndex().isValid() and self._model.rowCount():
            self.setCurrentIndex(self._model.index(0, Column.WHEN))
