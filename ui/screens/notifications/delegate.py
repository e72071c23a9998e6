"""Paints a notice: a dot while it is unread, what happened, its note, its time."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui import bidi, theme
from ui.screens.notifications.model import Role
from ui.widgets.focus_ring import paint_ring

_Index = QModelIndex | QPersistentModelIndex
_PADDING = theme.Spacing.M
#: One line and, with a note, a second one; rows stay equally high.
ROW_HEIGHT = 60
_DOT_ROOM = theme.Control.DOT + theme.Spacing.M
_WORDS = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class NotificationDelegate(QStyledItemDelegate):
    """Unread ones are told by the dot, by weight, and in the row's accessible text."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.shows_focus = False

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one row."""
        is_unread = bool(index.data(Role.IS_UNREAD))
        painter.save()
        painter.setLayoutDirection(option.direction)
        self._paint_ground(painter, option)
        room = option.rect.adjusted(_PADDING, 0, -_PADDING, 0)
        if is_unread:
            _paint_dot(painter, _first(room, theme.Control.DOT, option.direction))
        room = _after(room, _DOT_ROOM, option.direction)
        when = bidi.own(index.data(Role.WHEN))
        when_width = QFontMetrics(theme.font(theme.TypeSize.CAPTION)).horizontalAdvance(when)
        self._paint_when(painter, room, when)
        room = _before(room, when_width + theme.Spacing.L, option.direction)
        weight = theme.Weight.SEMIBOLD if is_unread else theme.Weight.REGULAR
        self._paint_words(painter, room, index, theme.font(weight=weight))
        painter.restore()
        if self.shows_focus and option.state & QStyle.StateFlag.State_HasFocus:
            paint_ring(painter, option.rect.toRectF().adjusted(1, 1, -1, -2))

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, theme.colour("accent_soft"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, theme.colour("hover"))
        line = QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1)
        painter.fillRect(line, theme.colour("line"))

    def _paint_when(self, painter: QPainter, room: QRect, when: str) -> None:
        painter.setFont(theme.font(theme.TypeSize.CAPTION))
        painter.setPen(theme.colour("muted"))
        far = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, far, when)

    def _paint_words(self, painter: QPainter, room: QRect, index: _Index, font: QFont) -> None:
        note = index.data(Role.NOTE)
        upper, lower = room, room
        if note:
            middle = room.center().y()
            upper = QRect(room.left(), middle - 22, room.width(), 22)
            lower = QRect(room.left(), middle, room.width(), 20)
        _paint_line(painter, upper, index.data(Qt.ItemDataRole.DisplayRole), font, "text")
        if note:
            caption = theme.font(theme.TypeSize.CAPTION)
            _paint_line(painter, lower, bidi.own(note), caption, "muted")

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return a row's height; it is as wide as the list."""
        del option, index
        return QSize(0, ROW_HEIGHT)


def _paint_dot(painter: QPainter, room: QRect) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("accent"))
    radius = theme.Control.DOT / 2
    painter.drawEllipse(QPointF(room.toRectF().center()), radius, radius)


def _paint_line(
    painter: QPainter, room: QRect, text: str, font: QFont, role: theme.ColourRole
) -> None:
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter.setFont(font)
    painter.setPen(theme.colour(role))
    painter.drawText(room, _WORDS, shown)


def _first(room: QRect, width: int, direction: Qt.LayoutDirection) -> QRect:
    left = room.left()
    if direction is Qt.LayoutDirection.RightToLeft:
        left = room.right() + 1 - width
    return QRect(left, room.top(), width, room.height())


def _after(room: QRect, width: int, direction: Qt.LayoutDirection) -> QRect:
    if direction is Qt.LayoutDirection.RightToLeft:
        return room.adjusted(0, 0, -width, 0)
    return room.adjusted(width, 0, 0, 0)


def _before(room: QRect, width: int, direction: Qt.LayoutDirection) -> QRect:
    if direction is Qt.LayoutDirection.RightToLeft:
        return room.adjusted(width, 0, 0, 0)
    return room.adjusted(0, 0, -width, 0)
