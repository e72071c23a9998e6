"""The contacts screen: whom somebody pays again, and the way to pay them."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from services.errors import InstaPayError, SessionEnded
from ui import bidi, clock, error_text, tasks, theme
from ui.components.contact import ContactDialog
from ui.fault_once import FaultOnce
from ui.navigation import Destination
from ui.once import Once
from ui.screen import Screen
from ui.screens.contacts.list_view import ContactList
from ui.screens.contacts.model import ContactModel
from ui.widgets.announce import announce
from ui.widgets.button import button
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.failure import say_failure
from ui.widgets.inline_error import InlineError
from ui.widgets.labels import label
from ui.widgets.leading_edit import LeadingEdit
from ui.widgets.loading import Loading
from ui.widgets.plate_dialog import question

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime
    from uuid import UUID

    from services.bank import Services
    from services.values.payees import Contact
    from ui.preferences import Preferences

_DEADLINE_S = 10.0
_SEARCH_WIDTH = 280


class _Change(NamedTuple):
    """What somebody wants of one contact, and what follows once the bank has done it."""

    contact_id: UUID
    call: Callable[[], None]
    then: Callable[[], None]


class ContactsScreen(Screen):
    """Finds, adds, renames, removes and pays contacts."""

    name = "contacts"
    finds = True

    def __init__(
        self, services: Services, preferences: Preferences, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        del preferences
        self._payees = services.payees
        self._task: tasks.Task | None = None
        #: What is on its way, by the contact, and what waits behind that, in order.
        self._changing: dict[UUID, tuple[_Change, tasks.Task]] = {}
        self._wanted: list[_Change] = []
        self._is_loaded = False
        #: What came while a name was being changed, and when it did.
        self._held: tuple[tuple[Contact, ...], datetime] | None = None
        #: The name of one that was just added, to be chosen as soon as it is listed.
        self._added: str | None = None
        self._faults = FaultOnce()
        self._model = ContactModel(self)
        self._list = ContactList(self._model)
        self._error = InlineError()
        self._error.setObjectName("contacts.list.error")
        self._nobody = EmptyState(
            "search", self.tr("Nobody fits"), self.tr("Look for another name.")
        )
        self._nobody.setObjectName("contacts.nobody")
        self._build_header()
        self._loading = Loading(self.tr("Loading your contacts…"))
        self._empty = EmptyState(
            "contacts",
            self.tr("No contacts yet"),
            self.tr("Keep the people you pay again: then a name is enough to find them."),
            action=self.tr("Add a contact"),
        )
        self._empty.setObjectName("contacts.empty")
        self._empty.acted.connect(self._on_add)
        self._failure = EmptyState("warning")
        self._failure.setObjectName("contacts.error")
        self._failure.acted.connect(self._on_retry)
        self._lay_out()
        self._connect()

    # What the main window asks

    def enter(self, params: Mapping[str, object]) -> None:
        """Show the contacts."""
        del params
        if not self._is_loaded:
            self._show(self._loading)
        self.refresh()

    def hand_over(self) -> tuple[_Change, ...]:
        """Return what the bank was not told yet, behind what it is being told just now."""
        of = {change.contact_id for change in self._wanted}
        open_ones = (change for change, task in self._changing.values() if task.is_open)
        first = (change for change in open_ones if change.contact_id in of)
        return tuple(each._replace(then=lambda: None) for each in (*first, *self._wanted))

    def go_on_with(self, sent: tuple[_Change, ...]) -> None:
        """Wait for what the bank is being told, and tell it what is left."""
        self._wanted += sent
        self._go_on()

    def refresh(self) -> None:
        """Load contacts; what is chosen and looked for stays."""
        self._task = tasks.run(
            self,
            self._payees.contacts,
            on_success=self._on_loaded,
            on_failure=self._on_failure,
            deadline_s=_DEADLINE_S,
            replaces=self._task,
        )

    def find_here(self) -> None:
        """Go to the search."""
        self._search.setFocus()
        self._search.selectAll()

    # Building

    def _build_header(self) -> None:
        self._search = LeadingEdit()
        self._search.setObjectName("contacts.search")
        self._search.setPlaceholderText(self.tr("Find by name or address"))
        self._search.setAccessibleName(self.tr("Find a contact"))
        self._search.setClearButtonEnabled(True)
        self._search.setFixedWidth(_SEARCH_WIDTH)
        self._add = button(self.tr("&Add a contact"), "primary", icon="plus")
        self._add.setObjectName("contacts.add")

    def _lay_out(self) -> None:
        header = QHBoxLayout()
        header.setSpacing(theme.Spacing.M)
        header.addWidget(label(self.tr("Contacts"), "title"))
        header.addStretch()
        header.addWidget(self._search)
        header.addWidget(self._add)
        card = self._card = Card(margin=theme.Spacing.S)
        card.body.addWidget(self._list, 1)
        card.body.addWidget(self._nobody, 1)
        card.body.addWidget(self._error)
        self._nobody.hide()
        # A page without a parent would flash up as a window of its own.
        pages = QWidget()
        self._pages = QStackedLayout(pages)
        for page in (self._loading, card, self._empty, self._failure):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        margin = theme.Spacing.XL
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(theme.Spacing.L)
        column.addLayout(header)
        column.addWidget(pages, 1)
        stops = (self._search, self._add, self._list, *self._list.actions_row.buttons)
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _connect(self) -> None:
        self._search.textChanged.connect(self._on_sought)
        self._search.returnPressed.connect(self._list.setFocus)
        self._add.clicked.connect(self._on_add)
        self._list.pay_wanted.connect(self._on_pay)
        self._list.remove_wanted.connect(self._on_remove)
        self._list.editing_ended.connect(self._error.clear)
        # Qt puts the field away after it has told, and Tab opens the next one in the same turn.
        self._list.editing_ended.connect(lambda: QTimer.singleShot(0, self, self._show_held))
        self._model.renamed.connect(self._on_renamed)

    # What happens

    def _show(self, page: QWidget) -> None:
        self._loading.stop()
        if page is self._loading:
            self._loading.start()
        self._pages.setCurrentWidget(page)
        self._search.setEnabled(page is self._card)
        self._add.setEnabled(page is not self._failure)

    def _on_loaded(self, contacts: tuple[Contact, ...]) -> None:
        self._faults.succeed()
        self._held = contacts, clock.now()
        self._show_held()

    def _show_held(self) -> None:
        """Show what came last, once no name is being changed."""
        if self._held is None or self._list.is_edited:
            return
        (contacts, self.loaded_at), self._held = self._held, None
        self._is_loaded = True
        self._model.show_contacts(contacts)
        added, self._added = self._added, None
        for contact in contacts:
            if contact.name == added:
                self._list.choose(contact.id)
        self._show_whether_any_fit()
        self._show(self._card if contacts else self._empty)

    def _on_failure(self, error: InstaPayError) -> None:
        if isinstance(error, SessionEnded):
            self.session_ended.emit()
            return
        self._faults.meet(error)
        if self._is_loaded:
            # What was known a moment ago is worth more than an empty page.
            return
        say_failure(self._failure, self.tr("Your contacts can't be shown"), error)
        self._show(self._failure)

    def _on_retry(self) -> None:
        self._show(self._loading)
        self.refresh()

    def _on_sought(self, text: str) -> None:
        self._model.seek(text)
        self._show_whether_any_fit()

    def _show_whether_any_fit(self) -> None:
        is_any = self._model.rowCount() > 0
        self._list.setVisible(is_any)
        self._nobody.setVisible(not is_any)

    def _on_pay(self, contact: Contact) -> None:
        self.navigate.emit(Destination("transfer", {"to": contact.payee}))

    def _on_add(self) -> None:
        dialog = ContactDialog(self._payees, parent=self)
        dialog.saved.connect(self._on_saved)
        dialog.session_ended.connect(self.session_ended)
        dialog.open()

    def _on_saved(self, name: str) -> None:
        # That it stands in the list says that it was kept.
        self._added = name
        self._search.clear()
        self.refresh()

    def _on_renamed(self, contact: Contact, name: str) -> None:
        self._change(
            contact, partial(self._payees.rename_contact, contact_id=contact.id, name=name)
        )

    def _on_remove(self, contact: Contact) -> None:
        name = bidi.own(contact.name)
        dialog = question(
            self.tr("Remove {name}?").format(name=name),
            self.tr(
                "Payments that were made stay as they are. You can add this contact again later."
            ),
            self.tr("&Remove"),
            name="contacts.removal",
            parent=self,
        )
        dialog.accepted.connect(lambda: self._remove(contact))
        dialog.open()

    def _remove(self, contact: Contact) -> None:
        done = self.tr("{name} was removed.").format(name=contact.name)
        self._change(
            contact,
            partial(self._payees.remove_contact, contact_id=contact.id),
            then=lambda: announce(self, done),
        )

    def _change(
        self,
        contact: Contact,
        call: Callable[[], None],
        *,
        then: Callable[[], None] = lambda: None,
    ) -> None:
        """Have the bank change one, then show what it has."""
        self._error.clear()
        self._wanted.append(_Change(contact.id, Once(call), then))
        self._go_on()

    def _go_on(self) -> None:
        """Ask for what waits: of one contact one after the other, so that the last name is the one kept."""
        waiting, self._wanted = self._wanted, []
        for change in waiting:
            before = self._changing.get(change.contact_id)
            if before is not None and before[1].is_open:
                self._wanted.append(change)
                continue
            task = tasks.run(
                self,
                change.call,
                on_success=partial(self._on_changed, change),
                on_failure=self._on_not_changed,
                deadline_s=_DEADLINE_S,
            )
            self._changing[change.contact_id] = (change, task)

    def _on_changed(self, change: _Change, _nothing: None) -> None:
        self._go_on()
        change.then()
        self.refresh()

    def _on_not_changed(self, error: InstaPayError) -> None:
        if isinstance(error, SessionEnded):
            self._wanted.clear()
            self.session_ended.emit()
            return
        self._go_on()
        self._faults.meet(error)
        self._tell(error)
        self.refresh()

    def _tell(self, error: InstaPayError) -> None:
        self._error.tell(error_text.sentence(error))
