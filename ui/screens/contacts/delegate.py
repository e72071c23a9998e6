"""Paints a contact, and lets its name be changed in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui import bidi, icons, theme
from ui.components.contact.dialog import MAX_NAME
from ui.screens.contacts.model import Role
from ui.widgets.focus_ring import paint_ring
from ui.widgets.leading_edit import LeadingEdit

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel

    from services.values.payees import Contact

ROW_HEIGHT = 60
_PADDING = int(theme.Spacing.L)
_Index = QModelIndex | QPersistentModelIndex
#: What words are written in.
_Ink = tuple[QFont, theme.ColourRole]
#: Room that the actions of the chosen row take at the far end.
ACTIONS_WIDTH = 260


class ContactDelegate(QStyledItemDelegate):
    """Two lines at the leading edge; at the far one what can be done, or that it is closed.

    Signals:
        name_missing(QWidget): somebody wants to leave a contact without a name; the field.

    """

    name_missing = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.shows_focus = False

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one row."""
        contact: Contact = index.data(Role.CONTACT)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        self._paint_ground(painter, option)
        room = option.rect.adjusted(_PADDING, 0, -_PADDING, 0)
        if is_chosen:
            room.setRight(room.right() - ACTIONS_WIDTH)
        elif contact.is_closed:
            room.setRight(room.right() - self._paint_closed(painter, option, room))
        else:
            room.setRight(room.right() - self._paint_pay(painter, option))
        middle = room.center().y()
        ink: theme.ColourRole = "muted" if contact.is_closed else "text"
        upper = QRect(room.left(), middle - 22, room.width(), 22)
        lower = QRect(room.left(), middle, room.width(), 20)
        font = theme.font(weight=theme.Weight.SEMIBOLD)
        _paint_line(painter, option, upper, bidi.own(contact.name), (font, ink))
        caption = theme.font(theme.TypeSize.CAPTION)
        _paint_line(painter, option, lower, index.data(Role.DETAIL), (caption, "muted"))
        painter.restore()
        if self.shows_focus and option.state & QStyle.StateFlag.State_HasFocus:
            paint_ring(painter, option.rect.toRectF().adjusted(1, 1, -1, -2))

    def pay_place(self, row: QRect, direction: Qt.LayoutDirection) -> QRect:
        """Return where a row that is not chosen offers to pay."""
        width = QFontMetrics(self._pay_font()).horizontalAdvance(self._pay_words()) + 2 * _PADDING
        place = QRect(row.right() + 1 - width, row.top(), width, row.height())
        return QStyle.visualRect(direction, row, place)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, theme.colour("accent_soft"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, theme.colour("hover"))
        line = QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1)
        painter.fillRect(line, theme.colour("line"))

    def _paint_pay(self, painter: QPainter, option: QStyleOptionViewItem) -> int:
        place = self.pay_place(option.rect, option.direction)
        painter.setFont(self._pay_font())
        painter.setPen(theme.colour("accent"))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, self._pay_words())
        return place.width()

    def _paint_closed(self, painter: QPainter, option: QStyleOptionViewItem, room: QRect) -> int:
        words, size = self.tr("Closed"), int(theme.Control.ICON_SMALL)
        font = theme.font(theme.TypeSize.CAPTION)
        width = size + theme.Spacing.S + QFontMetrics(font).horizontalAdvance(words)
        place = QRect(room.right() + 1 - width, room.top(), width, room.height())
        icon = QRect(place.left(), place.center().y() - size // 2 + 1, size, size)
        seen = QStyle.visualRect(option.direction, option.rect, icon)
        icons.paint(painter, "warning", QRectF(seen), theme.colour("warn"))
        place.setLeft(place.left() + size + theme.Spacing.S)
        _paint_line(painter, option, place, words, (font, "warn"))
        return int(width + theme.Spacing.L)

    @staticmethod
    def _pay_font() -> QFont:
        return theme.font(weight=theme.Weight.SEMIBOLD)

    def _pay_words(self) -> str:
        return self.tr("Pay")

    # Changing a name

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:
        """Return a field for the name."""
        del option
        edit = LeadingEdit(parent)
        edit.setObjectName("contacts.name")
        edit.setMaxLength(MAX_NAME)
        edit.setAccessibleName(self.tr("Name of {name}").format(name=index.data()))
        return edit

    def setEditorData(self, editor: QWidget, index: _Index) -> None:  # noqa: N802 (Qt's name)
        """Begin with the name as it is, all of it selected."""
        assert isinstance(editor, QLineEdit)
        if not editor.text():
            editor.setText(index.data(Qt.ItemDataRole.EditRole))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: _Index) -> None:
        """Tell the model of the name."""
        assert isinstance(editor, QLineEdit)
        model.setData(index, editor.text(), Qt.ItemDataRole.EditRole)

    def updateEditorGeometry(  # noqa: N802 (Qt's name)
        self, editor: QWidget, option: QStyleOptionViewItem, index: _Index
    ) -> None:
        """Stand where the name stood."""
        del index
        height = int(theme.Control.FIELD)
        width = min(option.rect.width() - 2 * _PADDING, theme.Control.TOAST)
        left = option.rect.left() + int(theme.Spacing.XS)
        place = QRect(left, option.rect.center().y() - height // 2, width, height)
        editor.setGeometry(QStyle.visualRect(option.direction, option.rect, place))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the name by Enter, which the list would take for "pay"; leave none empty."""
        is_enter = isinstance(event, QKeyEvent) and event.key() in {
            Qt.Key.Key_Return,
            Qt.Key.Key_Enter,
        }
        if is_enter and isinstance(watched, QLineEdit):
            if event.type() is QEvent.Type.KeyPress:
                self._on_enter(watched)
            return True
        return super().eventFilter(watched, event)

    def _on_enter(self, edit: QLineEdit) -> None:
        if edit.text().strip():
            self.commitData.emit(edit)
            self.closeEditor.emit(edit)
        else:
            self.name_missing.emit(edit)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return a row's height; it is as wide as the list."""
        del option, index
        return QSize(0, ROW_HEIGHT)


def _paint_line(
    painter: QPainter, option: QStyleOptionViewItem, room: QRect, text: str, ink: _Ink
) -> None:
    painter.setFont(ink[0])
    painter.setPen(theme.colour(ink[1]))
    shown = QFontMetrics(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    leading = QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignLeft)
    place = QStyle.visualRect(option.direction, option.rect, room)
    painter.drawText(place, leading | Qt.AlignmentFlag.AlignVCenter, shown)
