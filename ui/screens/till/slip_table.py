"""The table of slips: rows of 32 px, painted; a badge where something is not simply done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui import money_text, theme
from ui.components.till_sheet import till_text
from ui.screens.till.slip_model import Column, Role, SlipModel
from ui.widgets.badge import paint_badge, painted_size
from ui.widgets.painted_table import FIGURES, PADDING, WORDS, PaintedTable, paint_hairline
from ui.widgets.tone import Tone

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from services.values.tills import Slip
    from ui.icons import IconName

_Index = QModelIndex | QPersistentModelIndex
#: Where a customer's column would be narrower, in logical pixels, the others give way.
_CUSTOMER_WIDTH = 140
#: An amount of this width shows without its column having to grow.
_USUAL_FIGURE = "99,999.99"
_ICONS: dict[Tone, IconName] = {
    Tone.WARN: "clock",
    Tone.CREDIT: "check",
    Tone.DANGER: "error",
    Tone.NEUTRAL: "info",
}
_QUIET = frozenset({Column.NUMBER, Column.TIME})


class SlipDelegate(QStyledItemDelegate):
    """Paints ground, hairline and words of a cell."""

    def __init__(self, table: SlipTable) -> None:
        super().__init__(table)
        self._table = table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one cell."""
        slip: Slip = index.data(Role.SLIP)
        column = Column(index.column())
        painter.save()
        painter.setLayoutDirection(option.direction)
        self._table.paint_ground(painter, option, index)
        paint_hairline(painter, option.rect)
        room = option.rect.adjusted(PADDING, 0, -PADDING, -1)
        if column is Column.STATE:
            _paint_state(painter, option, room, slip, str(index.data()))
        else:
            _paint_words(painter, room, column, str(index.data()))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return a cell's height; its width is the column's."""
        del option, index
        return QSize(0, theme.RowHeight.STAFF)


def _paint_words(painter: QPainter, room: QRect, column: Column, text: str) -> None:
    font = theme.font()
    painter.setFont(font)
    painter.setPen(theme.colour("muted" if column in _QUIET else "text"))
    if column is Column.AMOUNT:
        painter.drawText(room, FIGURES, text)
        return
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, WORDS, shown)


def _paint_state(
    painter: QPainter, option: QStyleOptionViewItem, room: QRect, slip: Slip, text: str
) -> None:
    if till_text.is_ordinary(slip):
        return
    tone = till_text.tone(slip)
    size = painted_size(text)
    place = QRect(room.left(), room.center().y() - size.height() // 2, size.width(), size.height())
    place = QStyle.visualRect(option.direction, room, place)
    paint_badge(painter, place, text, tone, _ICONS[tone])


class SlipTable(PaintedTable):
    """A click or Enter opens a slip."""

    opens_rows = True

    def __init__(self, model: SlipModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.setObjectName("till.slips")
        self.setAccessibleName(self.tr("Slips of this till"))
        self.setModel(model)
        self.setItemDelegate(SlipDelegate(self))
        self._set_up_columns()
        for changed in (model.rowsInserted, model.rowsRemoved, model.modelReset):
            changed.connect(self._on_count)
            changed.connect(self._fit)
        model.dataChanged.connect(self._fit)
        self._on_count()

    def choose(self, row: int) -> None:
        """Make a row the current one and bring it into view."""
        self.setCurrentIndex(self._model.index(row, 0))
        self.scrollTo(self._model.index(row, 0))

    def _set_up_columns(self) -> None:
        header = self.horizontalHeader()
        header.setMinimumSectionSize(0)
        header.setSectionResizeMode(Column.CUSTOMER, QHeaderView.ResizeMode.Stretch)
        self._fit()

    def _fit(self) -> None:
        """Set aside what the columns need; where that is too much, have fewer of them."""
        width = QFontMetrics(theme.font()).horizontalAdvance
        rooms = {
            Column.NUMBER: max(width("9999"), width(self.tr("No."))),
            Column.TIME: max(width("00:00"), width(self.tr("Time"))),
            Column.KIND: max(map(width, till_text.all_kinds())),
            Column.STATE: self._widest_state(short=False),
            Column.AMOUNT: max(width(_USUAL_FIGURE), *self._figures(width), 0),
        }
        # Widths are rounded: a pixel or two more, or the widest word would end in dots.
        padding = 2 * PADDING + 2
        needed = sum(rooms.values()) + len(rooms) * padding + _CUSTOMER_WIDTH
        # The time is in the slip's drawer too.
        is_narrow = self.viewport().width() < needed
        if is_narrow:
            rooms[Column.STATE] = self._widest_state(short=True)
        for column, room in rooms.items():
            self.setColumnWidth(column, room + padding)
        self._model.is_narrow = is_narrow
        for column in (Column.KIND, Column.TIME):
            self.setColumnHidden(column, is_narrow)
        self.viewport().update()

    def _figures(self, width: Callable[[str], int]) -> list[int]:
        return [width(money_text.figure(each.amount)) for each in self._model.slips()]

    def _widest_state(self, *, short: bool) -> int:
        """Return what the badges that there are take."""
        head = QFontMetrics(theme.font(theme.TypeSize.CAPTION)).horizontalAdvance(self.tr("State"))
        badges = (
            painted_size(till_text.state(each, short=short)).width()
            for each in self._model.slips()
            if not till_text.is_ordinary(each)
        )
        return max(head, *badges, 0)

    def _on_count(self) -> None:
        """Take focus only where there is a row to show it."""
        has_rows = self._model.rowCount() > 0
        policy = Qt.FocusPolicy.StrongFocus if has_rows else Qt.FocusPolicy.NoFocus
        self.setFocusPolicy(policy)

    # Qt's own

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make the most of the room."""
        super().resizeEvent(event)
        self._fit()
