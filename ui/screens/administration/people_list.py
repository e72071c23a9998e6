"""People by email, with what each may do."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QWidget

from ui import bidi, icons, theme
from ui.screens.administration import role_words
from ui.widgets.focus_ring import paint_ring

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QFocusEvent, QFont, QKeyEvent, QMouseEvent, QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem

    from services.values.administration import FoundUser

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_PADDING = int(theme.Spacing.M)
_HEIGHT = 52
_UPPER, _LOWER = 22, 18
_SLACK = 2


class Role(IntEnum):
    """What a row gives beside its name (DisplayRole)."""

    USER = Qt.ItemDataRole.UserRole + 1


class PeopleModel(QAbstractListModel):
    """Those who were found so far."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._users: tuple[FoundUser, ...] = ()

    @property
    def users(self) -> tuple[FoundUser, ...]:
        """Who is listed."""
        return self._users

    def show_users(self, users: tuple[FoundUser, ...]) -> None:
        """List these instead."""
        if users != self._users:
            self.beginResetModel()
            self._users = users
            self.endResetModel()

    def add_users(self, users: tuple[FoundUser, ...]) -> None:
        """List these too, behind the others."""
        begin = len(self._users)
        self.beginInsertRows(_ROOT, begin, begin + len(users) - 1)
        self._users += users
        self.endInsertRows()

    def row_of(self, user_id: UUID | None) -> int:
        """Return where somebody stands; -1 where nowhere."""
        ids = [each.user_id for each in self._users]
        return ids.index(user_id) if user_id in ids else -1

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """Return how many are listed."""
        return 0 if parent.isValid() else len(self._users)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return the name, what is read out, or the person."""
        if not index.isValid() or index.row() >= len(self._users):
            return None
        user = self._users[index.row()]
        if role == Role.USER:
            return user
        if role == Qt.ItemDataRole.AccessibleTextRole:
            words = [user.full_name, user.email, role_words.listed(user.roles)]
            return ", ".join([*words, self.tr("locked")] if user.is_locked else words)
        return user.full_name if role == Qt.ItemDataRole.DisplayRole else None


class PeopleDelegate(QStyledItemDelegate):
    """Paints name and email at the leading edge, roles at the far one."""

    shows_focus = False

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one row."""
        user: FoundUser = index.data(Role.USER)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, theme.colour("accent_soft"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, theme.colour("hover"))
        room = option.rect.adjusted(_PADDING, 0, -_PADDING, 0)
        caption = theme.font(theme.TypeSize.CAPTION)
        roles = role_words.listed(user.roles)
        # A figure's fraction of a pixel would have it elided.
        width = min(QFontMetrics(caption).horizontalAdvance(roles) + _SLACK, room.width() // 2)
        far = QRect(room.right() + 1 - width, room.top(), width, room.height())
        _line(painter, option, far, roles, (caption, "muted"))
        room.setRight(far.left() - _PADDING)
        if user.is_locked:
            size = int(theme.Control.ICON_SMALL)
            icon = QRect(room.right() + 1 - size, room.center().y() - size // 2, size, size)
            seen = QRectF(QStyle.visualRect(option.direction, option.rect, icon))
            icons.paint(painter, "lock", seen, theme.colour("danger"))
            room.setRight(icon.left() - _PADDING)
        middle = room.center().y()
        upper = QRect(room.left(), middle - _UPPER, room.width(), _UPPER)
        lower = QRect(room.left(), middle, room.width(), _LOWER)
        name_font = theme.font(weight=theme.Weight.SEMIBOLD)
        _line(painter, option, upper, bidi.own(user.full_name), (name_font, "text"))
        _line(painter, option, lower, bidi.ltr(user.email), (caption, "muted"))
        painter.restore()
        if self.shows_focus and option.state & QStyle.StateFlag.State_HasFocus:
            paint_ring(painter, option.rect.toRectF().adjusted(1, 1, -1, -1))

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return a row's height; it is as wide as the list."""
        del option, index
        return QSize(0, _HEIGHT)


class PeopleList(QListView):
    """One is chosen.

    Signals:
        user_chosen(FoundUser): another one is.

    """

    user_chosen = Signal(object)

    def __init__(self, model: PeopleModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("administration.people")
        self.setAccessibleName(self.tr("People"))
        self._delegate = PeopleDelegate(self)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme.changed.connect(self.viewport().update)

    @property
    def chosen(self) -> FoundUser | None:
        """Who is chosen."""
        user: FoundUser | None = self.currentIndex().data(Role.USER)
        return user

    def currentChanged(self, current: _Index, previous: _Index) -> None:  # noqa: N802 (Qt's name)
        """Tell who is chosen now."""
        super().currentChanged(current, previous)
        if current.isValid():
            self.user_chosen.emit(current.data(Role.USER))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Show focus from now on."""
        self._show_focus(shown=True)
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Show focus no longer."""
        self._show_focus(shown=False)
        super().mousePressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show focus where it came by key."""
        self._show_focus(shown=event.reason() is not Qt.FocusReason.MouseFocusReason)
        super().focusInEvent(event)

    def _show_focus(self, *, shown: bool) -> None:
        self._delegate.shows_focus = shown
        self.viewport().update()


def _line(
    painter: QPainter,
    option: QStyleOptionViewItem,
    room: QRect,
    text: str,
    ink: tuple[QFont, theme.ColourRole],
) -> None:
    painter.setFont(ink[0])
    painter.setPen(theme.colour(ink[1]))
    shown = QFontMetrics(ink[0]).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    leading = QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignLeft)
    place = QStyle.visualRect(option.direction, option.rect, room)
    painter.drawText(place, leading | Qt.AlignmentFlag.AlignVCenter, shown)
