"""The table of a file's rows: painted, so that ten thousand cost what a screenful does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFontMetrics,
    QPainter,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui import bidi, icons, theme
from ui.screens.bulk.model import Column, Role
from ui.widgets.painted_table import FIGURES, PADDING, WORDS, PaintedTable, paint_hairline

if TYPE_CHECKING:
    from services.values.batches import BatchRow
    from ui.screens.bulk.model import RowsModel

_Index = QModelIndex | QPersistentModelIndex
_WIDEST_NUMBER = "10,000"
_WIDEST_AMOUNT = "9,999,999.99"
#: How what is left is shared out, in per cent: where rows are to be checked, and where none are.
_SHARES = {Column.PAYEE: 27, Column.NAME: 15, Column.NOTE: 16, Column.PROBLEM: 42}
_SHARES_WITHOUT = {Column.PAYEE: 36, Column.NAME: 20, Column.NOTE: 30, Column.PROBLEM: 14}
#: Addresses and IBANs are read from left to right, and told apart by their ends.
_LATIN = frozenset({Column.NUMBER, Column.PAYEE, Column.AMOUNT})


class RowsDelegate(QStyledItemDelegate):
    """One line a cell; what is wrong is red, and has a sign and words too."""

    def __init__(self, table: RowsTable) -> None:
        super().__init__(table)
        self._table = table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one cell."""
        row: BatchRow = index.data(Role.ROW)
        column = Column(index.column())
        painter.save()
        painter.setLayoutDirection(option.direction)
        self._table.paint_ground(painter, option, index)
        paint_hairline(painter, option.rect)
        room = option.rect.adjusted(PADDING, 0, -PADDING, 0)
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
            painter.drawText(room, FIGURES, bidi.ltr(shown))
        else:
            leading = QStyle.visualAlignment(option.direction, WORDS)
            isolated = bidi.ltr(shown) if column in _LATIN else bidi.own(shown)
            painter.drawText(room, leading, isolated)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return a row's height; columns have widths of their own."""
        del option, index
        return QSize(0, int(theme.RowHeight.STAFF))

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


class RowsTable(PaintedTable):
    """Shows a `RowsModel`; arrow keys move by the row."""

    def __init__(self, model: RowsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows_model = model
        self.setObjectName("bulk.table")
        self.setAccessibleName(self.tr("Payments of the file"))
        self.setModel(model)
        self.setItemDelegate(RowsDelegate(self))
        header = self.horizontalHeader()
        # Its own is as wide as the longest title in some scripts.
        header.setMinimumSectionSize(1)
        model.modelReset.connect(self._share_out)

    def _share_out(self) -> None:
        width = QFontMetrics(theme.font()).horizontalAdvance
        fixed = {
            Column.NUMBER: width(_WIDEST_NUMBER) + 2 * PADDING,
            Column.AMOUNT: width(_WIDEST_AMOUNT) + 2 * PADDING,
        }
        room = max(0, self.viewport().width() - sum(fixed.values()))
        for column, pixels in fixed.items():
            self.setColumnWidth(column, pixels)
        shares = _SHARES if self._rows_model.has_problems else _SHARES_WITHOUT
        for column, share in shares.items():
            self.setColumnWidth(column, room * share // 100)

    # Qt's own

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out among the columns."""
        super().resizeEvent(event)
        self._share_out()


def _ink(row: BatchRow, column: Column, *, is_sent: bool) -> theme.ColourRole:
    if column is Column.PROBLEM:
        if is_sent:
            return "credit"
        return "danger" if row.error else "warn"
    if row.error and column in {Column.NUMBER, Column.PAYEE, Column.AMOUNT}:
        return "danger"
    return "muted" if column in {Column.NUMBER, Column.NOTE} else "text"
