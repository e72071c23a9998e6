"""Contacts as a list by name, narrowed by what somebody looks for."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from ui import bidi, counterparty_text, iban_text
from ui.payee_choices import Choice, Kind, matching

if TYPE_CHECKING:
    from uuid import UUID

    from services.values.payees import Contact

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class Role(IntEnum):
    """What a row knows beyond its name: itself, and its second line."""

    CONTACT = Qt.ItemDataRole.UserRole + 1
    DETAIL = Qt.ItemDataRole.UserRole + 2


class ContactModel(QAbstractListModel):
    """What the bank answered last, as far as it fits the search.

    Signals:
        renamed(Contact, str): somebody has typed another name for one.

    """

    renamed = Signal(object, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[Contact, ...] = ()
        self._shown: tuple[Contact, ...] = ()
        self._sought = ""

    @property
    def contacts(self) -> tuple[Contact, ...]:
        """All of them, whatever is looked for."""
        return self._all

    def show_contacts(self, contacts: tuple[Contact, ...]) -> None:
        """Show these."""
        if contacts != self._all:
            self._all = contacts
            self._fill()

    def seek(self, text: str) -> None:
        """Show only those whose name, owner or address begins so."""
        if text != self._sought:
            self._sought = text
            self._fill()

    def row_of(self, contact_id: UUID | None) -> int:
        """Return where one stands; -1 where it does not."""
        ids = [each.id for each in self._shown]
        return ids.index(contact_id) if contact_id in ids else -1

    def _fill(self) -> None:
        fitting = set()
        if self._sought.strip():
            choices = {each.id: Choice(Kind.CONTACT, each.name, each.payee) for each in self._all}
            fits = {id(each) for each in matching(choices.values(), self._sought)}
            fitting = {key for key, each in choices.items() if id(each) in fits}
        else:
            fitting = {each.id for each in self._all}
        self.beginResetModel()
        self._shown = tuple(each for each in self._all if each.id in fitting)
        self.endResetModel()

    # Qt's own

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """Return how many are shown."""
        return 0 if parent.isValid() else len(self._shown)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Let names be changed in place."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.isValid() else flags

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return a part of one row."""
        if not index.isValid() or index.row() >= len(self._shown):
            return None
        contact = self._shown[index.row()]
        if role == Role.CONTACT:
            return contact
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole}:
            return contact.name
        if role == Role.DETAIL:
            return detail(contact)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            words = [contact.name, bidi.plain(detail(contact))]
            return ", ".join([*words, self.tr("closed")] if contact.is_closed else words)
        return None

    def setData(  # noqa: N802 (Qt's name)
        self, index: _Index, value: object, role: int = Qt.ItemDataRole.EditRole
    ) -> bool:
        """Tell of another name; the row shows it once the bank has it."""
        contact: Contact | None = index.data(Role.CONTACT)
        name = bidi.plain(str(value)).strip()
        if contact is None or role != Qt.ItemDataRole.EditRole or not name:
            return False
        if name != contact.name:
            self.renamed.emit(contact, name)
        return True


def detail(contact: Contact) -> str:
    """Return whom a contact reaches, and by what: ``Karim S•••• · karim@instapay``."""
    payee = contact.payee
    name = counterparty_text.shown(payee.masked_name)
    reached = payee.reached_by
    if iban_text.looks_like_iban(reached):
        reached = iban_text.grouped(reached)
    return f"{bidi.own(name)} · {bidi.ltr(reached)}"
