"""The table that shows the log: one row a record, loaded further while it is scrolled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import (
    QFontMetrics,
    QPainter,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui import bidi, date_text, theme
from ui.components.history.growing_table import GrowingTable
from ui.screens.audit.columns import Column
from ui.widgets.painted_table import PADDING, WORDS, paint_hairline

if TYPE_CHECKING:
    from ui.screens.audit.model import AuditModel

_Index = QModelIndex | QPersistentModelIndex
_TIME = " 00:00:00"
#: How the room beside the time is shared: who, what, about, details.
_SHARES = {Column.WHO: 20, Column.WHAT: 27, Column.ABOUT: 25}


class AuditDelegate(QStyledItemDelegate):
    """Paints cells as text: what happened in full ink, the rest muted."""

    def __init__(self, table: AuditTable) -> None:
        super().__init__(table)
        self._table = table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint ground, line and text of one cell."""
        painter.save()
        painter.setLayoutDirection(option.direction)
        self._table.paint_ground(painter, option, index)
        paint_hairline(painter, option.rect)
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
        painter.drawText(room, QStyle.visualAlignment(option.direction, WORDS), shown)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the row's height and the width the column has."""
        del option
        return QSize(self._table.columnWidth(index.column()), self._table.row_height)


class AuditTable(GrowingTable):
    """Paints `AuditModel`."""

    def __init__(self, model: AuditModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.show_model(model)
        self.setItemDelegate(AuditDelegate(self))
        header = self.horizontalHeader()
        header.setSectionResizeMode(Column.DETAILS, QHeaderView.ResizeMode.Stretch)

    def fit(self, first: int, last: int) -> None:
        """Share the width among the columns."""
        del first, last
        self._set_widths()

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

    # Qt's own

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width among the columns."""
        super().resizeEvent(event)
        self._set_widths()
        self.fetch_ahead()
