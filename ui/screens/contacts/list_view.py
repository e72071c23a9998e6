"""The list of contacts: one is chosen, and acted upon by key, click or its buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyle, QWidget

from ui import bidi, error_text, theme
from ui.screens.contacts.delegate import ContactDelegate
from ui.screens.contacts.model import Role
from ui.screens.contacts.row_actions import RowActions
from ui.widgets.inline_error import InlineError

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent

    from services.values.payees import Contact
    from ui.screens.contacts.model import ContactModel

_Index = QModelIndex | QPersistentModelIndex


class ContactList(QListView):
    """Enter and a double click pay, F2 renames, Delete removes.

    Signals:
        pay_wanted(Contact), remove_wanted(Contact): somebody wants that.
        editing_ended(): a name stands as it is, or was changed.

    """

    pay_wanted = Signal(object)
    remove_wanted = Signal(object)
    editing_ended = Signal()

    def __init__(self, model: ContactModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._contacts = model
        self._chosen_id: UUID | None = None
        self._pressed_to_pay: Contact | None = None
        self.setObjectName("contacts.list")
        self.setAccessibleName(self.tr("Contacts"))
        self.actions_row = RowActions(self.viewport())
        self._name_error = InlineError(parent=self.viewport())
        self._name_error.setObjectName("contacts.name.error")
        self.setModel(model)
        self._delegate = ContactDelegate(self)
        self._delegate.name_missing.connect(self._on_name_missing)
        self._delegate.closeEditor.connect(self._on_editor_closed)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.actions_row.pay_wanted.connect(self._on_pay)
        self.actions_row.rename_wanted.connect(self._on_rename)
        self.actions_row.remove_wanted.connect(self._on_remove)
        theme.changed.connect(self.viewport().update)
        model.modelAboutToBeReset.connect(self._on_about_to_fill)
        model.modelReset.connect(self._on_filled)
        self.verticalScrollBar().valueChanged.connect(self._place_actions)

    @property
    def chosen(self) -> Contact | None:
        """Who is chosen."""
        contact: Contact | None = self.currentIndex().data(Role.CONTACT)
        return contact

    @property
    def is_edited(self) -> bool:
        """A name is being changed: choosing or listing anew would take or drop what is typed."""
        return self.state() is QAbstractItemView.State.EditingState

    def choose(self, contact_id: UUID | None) -> None:
        """Choose one of those that are shown; the first one where it is not among them."""
        if self._contacts.rowCount():
            row = max(0, self._contacts.row_of(contact_id))
            self.setCurrentIndex(self._contacts.index(row))

    # What happens

    def _on_about_to_fill(self) -> None:
        chosen = self.chosen
        self._chosen_id = None if chosen is None else chosen.id

    def _on_filled(self) -> None:
        self.choose(self._chosen_id)
        self._place_actions()

    def _place_actions(self) -> None:
        """Put the buttons into the chosen row."""
        contact, index = self.chosen, self.currentIndex()
        if contact is None or self.is_edited or not self.isEnabled():
            self.actions_row.hide()
            return
        self.actions_row.show_for(bidi.plain(contact.name), can_be_paid=not contact.is_closed)
        row, size = self.visualRect(index), self.actions_row.sizeHint()
        corner = QPoint(
            row.right() + 1 - size.width() - theme.Spacing.L,
            row.center().y() - size.height() // 2,
        )
        place = QRect(corner, size)
        self.actions_row.setGeometry(QStyle.visualRect(self.layoutDirection(), row, place))
        self.actions_row.show()

    def _on_pay(self) -> None:
        contact = self.chosen
        if contact is not None and not contact.is_closed:
            self.pay_wanted.emit(contact)

    def _on_rename(self) -> None:
        self.setFocus()
        self.edit(self.currentIndex())
        self._place_actions()

    def _on_remove(self) -> None:
        if self.chosen is not None:
            self.remove_wanted.emit(self.chosen)

    def _on_name_missing(self, editor: QWidget) -> None:
        """Say so below the field, over what stands there."""
        self._name_error.field = editor
        self._name_error.tell(error_text.sentence_for("contact_invalid"))
        self._name_error.setFixedWidth(editor.width())
        self._name_error.adjustSize()
        self._name_error.move(editor.geometry().bottomLeft() + QPoint(0, theme.Spacing.XS))
        self._name_error.raise_()

    def _on_editor_closed(self) -> None:
        self._name_error.field = None
        self._name_error.clear()
        self.setFocus()
        # The view is still in its editing state while it tells of the end.
        self.scheduleDelayedItemsLayout()
        self.setState(QAbstractItemView.State.NoState)
        self._place_actions()
        self.editing_ended.emit()

    # Qt's own

    def currentChanged(self, current: _Index, previous: _Index) -> None:  # noqa: N802 (Qt's name)
        """Take the buttons along."""
        super().currentChanged(current, previous)
        self._place_actions()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the buttons at the far end."""
        super().resizeEvent(event)
        self._place_actions()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act by key; from then on focus shows."""
        self._show_focus(shown=True)
        key = event.key()
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._on_pay()
        elif key == Qt.Key.Key_Delete:
            self._on_remove()
        elif key == Qt.Key.Key_F2:
            self._on_rename()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember whether "Pay" was pressed: choosing the row puts its buttons there."""
        self._show_focus(shown=False)
        index = self.indexAt(event.position().toPoint())
        contact: Contact | None = index.data(Role.CONTACT)
        self._pressed_to_pay = None
        if contact is not None and index != self.currentIndex() and not contact.is_closed:
            place = self._delegate.pay_place(self.visualRect(index), self.layoutDirection())
            if place.contains(event.position().toPoint()):
                self._pressed_to_pay = contact
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Pay where "Pay" was pressed."""
        super().mouseReleaseEvent(event)
        contact, self._pressed_to_pay = self._pressed_to_pay, None
        under: Contact | None = self.indexAt(event.position().toPoint()).data(Role.CONTACT)
        if contact is not None and under == contact:
            self.pay_wanted.emit(contact)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Pay."""
        if self.indexAt(event.position().toPoint()).isValid():
            self._on_pay()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show focus where it came by key."""
        self._show_focus(shown=event.reason() is not Qt.FocusReason.MouseFocusReason)
        super().focusInEvent(event)

    def _show_focus(self, *, shown: bool) -> None:
        self._delegate.shows_focus = shown
        self.viewport().update()
