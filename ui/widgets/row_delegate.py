"""Paints the cells of a `RowTable`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui import bidi, theme
from ui.widgets.badge import paint_badge, painted_size
from ui.widgets.painted_table import FIGURES, PADDING, WORDS, paint_hairline
from ui.widgets.row_model import ROW

if TYPE_CHECKING:
    from ui.icons import IconName
    from ui.widgets.row_model import Column
    from ui.widgets.row_table import RowTable
    from ui.widgets.tone import Tone

_Index = QModelIndex | QPersistentModelIndex


class RowDelegate(QStyledItemDelegate):
    """Ground and hairline of the row, then words, a figure or a badge."""

    def __init__(self, table: RowTable) -> None:
        super().__init__(table)
        self._table = table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one cell."""
        row, column = index.data(ROW), self._table.rows.column(index.column())
        painter.save()
        painter.setLayoutDirection(option.direction)
        self._table.paint_ground(painter, option, index)
        paint_hairline(painter, option.rect)
        room = option.rect.adjusted(PADDING, 0, -PADDING, 0)
        text = column.text(row)
        badge = column.badge(row) if column.badge is not None else None
        if badge is not None and text:
            self._paint_badge(painter, option, room, text, badge)
        else:
            painter.setFont(theme.font())
            painter.setPen(theme.colour(column.ink(row)))
            _paint_text(painter, option, room, text, column)
        painter.restore()

    @staticmethod
    def _paint_badge(
        painter: QPainter,
        option: QStyleOptionViewItem,
        room: QRect,
        text: str,
        badge: tuple[Tone, IconName],
    ) -> None:
        size = painted_size(text)
        place = QRect(room.left(), 0, min(size.width(), room.width()), size.height())
        place.moveTop(room.top() + (room.height() - size.height()) // 2)
        paint_badge(painter, QStyle.visualRect(option.direction, room, place), text, *badge)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the row's height and the width the column has."""
        del option
        return QSize(self._table.columnWidth(index.column()), self._table.row_height)


def _paint_text(
    painter: QPainter, option: QStyleOptionViewItem, room: QRect, text: str, column: Column
) -> None:
    if column.is_figure:
        painter.drawText(room, FIGURES, bidi.ltr(text))
        return
    fitting = QFontMetrics(painter.font()).elidedText(
        text, Qt.TextElideMode.ElideRight, room.width()
    )
    painter.drawText(room, QStyle.visualAlignment(option.direction, WORDS), fitting)
