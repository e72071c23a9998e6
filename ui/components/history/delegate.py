"""Paints the history's cells: no widget a row, so a million rows cost what a screenful does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from services.values.transfers import TransferStatus
from ui import bidi, date_text, theme
from ui.components.history import line_text
from ui.components.history.columns import Column, Role
from ui.widgets.badge import paint_badge, painted_size
from ui.widgets.painted_table import FIGURES, PADDING, WORDS
from ui.widgets.tone import Tone

if TYPE_CHECKING:
    from services.values.history import Line
    from ui.components.history.table import HistoryTable
    from ui.icons import IconName

_Index = QModelIndex | QPersistentModelIndex
_TIME = "00:00"
#: How what is not posted looks, beside its words.
TONES: dict[TransferStatus, tuple[Tone, IconName]] = {
    TransferStatus.PENDING: (Tone.WARN, "clock"),
    TransferStatus.FAILED: (Tone.DANGER, "error"),
    TransferStatus.CANCELLED: (Tone.NEUTRAL, "close"),
    TransferStatus.EXPIRED: (Tone.NEUTRAL, "clock"),
}


class HistoryDelegate(QStyledItemDelegate):
    """Cells of a `HistoryTable`.

    A day is written in its first row, and again in the topmost row while it is scrolled; the hairline
    between two rows of one day begins after it, so that days read as groups. What is not posted has a
    badge that says how it stands.
    """

    def __init__(self, table: HistoryTable) -> None:
        super().__init__(table)
        self._table = table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint ground, line and text of one cell."""
        line: Line = index.data(Role.LINE)
        column = Column(index.column())
        painter.save()
        painter.setLayoutDirection(option.direction)
        self._table.paint_ground(painter, option, index)
        self._paint_line(painter, option, index, column)
        room = option.rect.adjusted(PADDING, 0, -PADDING, 0)
        if column is Column.WHEN:
            self._paint_when(painter, option, index, room, line)
        elif column is Column.WHAT:
            self._paint_what(painter, option, room, line, is_masked=index.data(Role.IS_MASKED))
        else:
            self._paint_figure(painter, room, index, _figure_role(line, column, index))
        painter.restore()

    def _paint_line(
        self, painter: QPainter, option: QStyleOptionViewItem, index: _Index, column: Column
    ) -> None:
        hairline = QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1)
        if column is Column.WHEN and not index.data(Role.ENDS_DAY):
            hairline = _after(hairline, PADDING + self._table.day_width, option.direction)
        painter.fillRect(hairline, theme.colour("line"))

    def _paint_when(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: _Index,
        room: QRect,
        line: Line,
    ) -> None:
        words = QStyle.visualAlignment(option.direction, WORDS)
        painter.setFont(theme.font())
        if index.data(Role.STARTS_DAY) or index.row() == self._table.top_row:
            painter.setPen(theme.colour("text"))
            painter.drawText(room, words, bidi.own(date_text.day(line.at)))
        painter.setPen(theme.colour("muted"))
        after_day = _after(room, self._table.day_width, option.direction)
        painter.drawText(after_day, words, bidi.ltr(date_text.time_of_day(line.at)))

    def _paint_what(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        room: QRect,
        line: Line,
        *,
        is_masked: bool,
    ) -> None:
        if line.status in TONES:
            room = self._paint_status(painter, option, room, line)
        font = theme.font()
        text = line_text.format_what(line, isolated=True, masked=is_masked)
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.setFont(font)
        painter.setPen(theme.colour("text"))
        painter.drawText(room, QStyle.visualAlignment(option.direction, WORDS), shown)

    def _paint_status(
        self, painter: QPainter, option: QStyleOptionViewItem, room: QRect, line: Line
    ) -> QRect:
        """Paint the badge at the far end of the cell; return what is left for the words."""
        text = line_text.status_text(line)
        size = painted_size(text)
        place = QRect(room.right() - size.width() + 1, 0, size.width(), size.height())
        if option.direction is Qt.LayoutDirection.RightToLeft:
            place.moveLeft(room.left())
        place.moveTop(room.top() + (room.height() - size.height()) // 2)
        paint_badge(painter, place, text, *TONES[line.status])
        taken = size.width() + theme.Spacing.M
        if option.direction is Qt.LayoutDirection.RightToLeft:
            return room.adjusted(taken, 0, 0, 0)
        return room.adjusted(0, 0, -taken, 0)

    def _paint_figure(
        self, painter: QPainter, room: QRect, index: _Index, role: theme.ColourRole
    ) -> None:
        painter.setFont(theme.font())
        painter.setPen(theme.colour(role))
        painter.drawText(room, FIGURES, bidi.ltr(index.data(Qt.ItemDataRole.DisplayRole)))

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the row's height and the width the column has."""
        del option
        return QSize(self._table.columnWidth(index.column()), self._table.row_height)


def day_width(*, with_year: bool) -> int:
    """Return how much room a day takes, in logical pixels, with the gap before the time."""
    widest = QFontMetrics(theme.font()).horizontalAdvance
    days = date_text.widest_days(with_year=with_year)
    return max(widest(text) for text in days) + theme.Spacing.S


def when_width(*, with_year: bool) -> int:
    """Return the width of the first column, in logical pixels."""
    time = QFontMetrics(theme.font()).horizontalAdvance(_TIME)
    return day_width(with_year=with_year) + time + 2 * PADDING


def _after(room: QRect, width: int, direction: Qt.LayoutDirection) -> QRect:
    """Return what is left of `room` behind its first `width` pixels in reading direction."""
    if direction is Qt.LayoutDirection.RightToLeft:
        return room.adjusted(0, 0, -width, 0)
    return room.adjusted(width, 0, 0, 0)


def _figure_role(line: Line, column: Column, index: _Index) -> theme.ColourRole:
    is_made = line.status in {TransferStatus.COMPLETED, TransferStatus.PENDING}
    if column is Column.BALANCE or not is_made or index.data(Role.IS_MASKED):
        return "muted"
    return "credit" if line_text.is_credit(line) else "text"
