"""The table of a file's rows: painted, so that ten thousand cost what a screenful does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
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

from ui import bidi, icons, theme
from ui.screens.bulk.model import Column, Role
from ui.widgets.focus_ring import paint_ring

if TYPE_CHECKING:
    from services.values.batches import BatchRow
    from ui.screens.bulk.model import RowsModel

_Index = QModelIndex | QPersistentModelIndex
#: The header's titles stand as far in.
_PADDING = int(theme.Spacing.M)
_WIDEST_NUMBER = "10,000"
_WIDEST_AMOUNT = "9,999,999.99"
#: How what is left is shared out, in per cent: where rows are to be checked, and where none are.
_SHARES = {Column.PAYEE: 27, Column.NAME: 15, Column.NOTE: 16, Column.PROBLEM: 42}
_SHARES_WITHOUT = {Column.PAYEE: 36, Column.NAME: 20, Column.NOTE: 30, Column.PROBLEM: 14}
_FIGURES = (
    Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
)
_WORDS = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
#: Addresses and IBANs are read from left to right, and told apart by their ends.
_LATIN = frozenset({Column.NUMBER, Column.PAYEE, Column.AMOUNT})


class RowsDelegate(QStyledItemDelegate):
    """One line a cell; what is wrong is red, and has a sign and words too."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one cell."""
        row: BatchRow = index.data(Role.ROW)
        column = Column(index.column())
        painter.save()
        painter.setLayoutDirection(option.direction)
        self._paint_ground(painter, option)
        room = option.rect.adjusted(_PADDING, 0, -_PADDING, 0)
        ink = _ink(row, column, is_sent=index.data(Role.SENT))
        words = str(index.data() or "")
        if column is Column.PROBLEM and words:
            room = self._paint_sign(painter, option, room, ink, row, is_sent=index.data(Role.SENT))
        font = theme.font()
        elide = Qt.TextElideMode.ElideRight
        if column is Column.PAYEE:
            elide = Qt.TextElideMode.ElideMiddle
        shown = QFontMetrics(font).elidedText(words, elide, room.width())
        painter.setFont(font)
        painter.setPen(theme.colour(ink))
        if column is Column.AMOUNT:
            painter.drawText(room, _FIGURES, bidi.ltr(shown))
        else:
            leading = QStyle.visualAlignment(option.direction, _WORDS)
            isolated = bidi.ltr(shown) if column in _LATIN else bidi.own(shown)
            painter.drawText(room, leading, isolated)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return a row's height; columns have widths of their own."""
        del option, index
        return QSize(0, int(theme.RowHeight.STAFF))

    @staticmethod
    def _paint_ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, theme.colour("accent_soft"))
        line = QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1)
        painter.fillRect(line, theme.colour("line"))

    @staticmethod
    def _paint_sign(
        painter: QPainter,
        option: QStyleOptionViewItem,
        room: QRect,
        ink: theme.ColourRole,
        row: BatchRow,
        *,
        is_sent: bool,
    ) -> QRect:
        """Paint the sign before the words; return what is left for these."""
        size = int(theme.Control.ICON_SMALL)
        place = QRect(room.left(), room.center().y() - size // 2 + 1, size, size)
        seen = QStyle.visualRect(option.direction, room, place)
        name: icons.IconName = "check" if is_sent else "error" if row.error else "warning"
        icons.paint(painter, name, QRectF(seen), theme.colour(ink))
        taken = size + int(theme.Spacing.XS)
        if option.direction is Qt.LayoutDirection.RightToLeft:
            return room.adjusted(0, 0, -taken, 0)
        return room.adjusted(taken, 0, 0, 0)


class RowsTable(QTableView):
    """Shows a `RowsModel`; arrow keys move by the row."""

    def __init__(self, model: RowsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._by_keyboard = False
        self._rows_model = model
        self.setObjectName("bulk.table")
        self.setAccessibleName(self.tr("Payments of the file"))
        rows = self.verticalHeader()
        rows.hide()
        rows.setMinimumSectionSize(int(theme.RowHeight.STAFF))
        rows.setDefaultSectionSize(int(theme.RowHeight.STAFF))
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
        self.setModel(model)
        self.setItemDelegate(RowsDelegate(self))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        # Its own is as wide as the longest title in some scripts.
        header.setMinimumSectionSize(1)
        header.setSectionsClickable(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        model.modelReset.connect(self._share_out)
        theme.changed.connect(self.viewport().update)

    def _share_out(self) -> None:
        width = QFontMetrics(theme.font()).horizontalAdvance
        fixed = {
            Column.NUMBER: width(_WIDEST_NUMBER) + 2 * _PADDING,
            Column.AMOUNT: width(_WIDEST_AMOUNT) + 2 * _PADDING,
        }
        room = max(0, self.viewport().width() - sum(fixed.values()))
        for column, pixels in fixed.items():
            self.setColumnWidth(column, pixels)
        shares = _SHARES if self._rows_model.has_problems else _SHARES_WITHOUT
        for column, share in shares.items():
            self.setColumnWidth(column, room * share // 100)

    def _set_by_keyboard(self, by_keyboard: bool) -> None:  # noqa: FBT001 (a setter)
        if by_keyboard != self._by_keyboard:
            self._by_keyboard = by_keyboard
            self.viewport().update()

    # Qt's own

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out among the columns."""
        super().resizeEvent(event)
        self._share_out()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show focus where a key brought it; there is always a row that has it."""
        super().focusInEvent(event)
        reasons = {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}
        self._set_by_keyboard(event.reason() in reasons)
        if not self.currentIndex().isValid() and self.model().rowCount():
            self.setCurrentIndex(self.model().index(0, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by key; from then on focus shows."""
        self._set_by_keyboard(by_keyboard=True)
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Hide the ring: the pointer shows where somebody is."""
        self._set_by_keyboard(by_keyboard=False)
        super().mousePressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cells, then the ring around the row that has keyboard focus."""
        super().paintEvent(event)
        row = self.currentIndex().row()
        if row < 0 or not self.hasFocus() or not self._by_keyboard:
            return
        top = self.rowViewportPosition(row)
        around = QRectF(0, top, self.viewport().width(), self.rowHeight(row))
        paint_ring(QPainter(self.viewport()), around.adjusted(1, 0, -1, -1))


def _ink(row: BatchRow, column: Column, *, is_sent: bool) -> theme.ColourRole:
    if column is Column.PROBLEM:
        if is_sent:
            return "credit"
        return "danger" if row.error else "warn"
    if row.error and column in {Column.NUMBER, Column.PAYEE, Column.AMOUNT}:
        return "danger"
    return "muted" if column in {Column.NUMBER, Column.NOTE} else "text"
