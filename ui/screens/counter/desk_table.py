"""What can be done for a customer who is open, in the order of the buttons, each with its key."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from services.values.people import Role
from ui.actions import Action
from ui.marking import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from services.bank import Services
    from ui.components.desk_form import DeskForm
    from ui.icons import IconName
    from ui.preferences import Preferences

    Maker = Callable[[Services, Preferences, QWidget | None], DeskForm]

_ANYBODY = frozenset({Role.TELLER, Role.SUPERVISOR, Role.AUDITOR})


@dataclass(frozen=True, slots=True)
class Desk:
    """One button: its name in object names, its words, its icon, its key, for whom, and its form.

    Without `action` it has no key. Without `make` the page does it by itself, by `name`.
    """

    name: str
    text: str
    icon: IconName
    roles: frozenset[Role]
    action: Action | None = None
    make: Maker | None = None

    @property
    def label(self) -> str:
        """Its words in the person's language."""
        return QCoreApplication.translate("desks", self.text)


def _notes(services: Services, preferences: Preferences, parent: QWidget | None) -> DeskForm:
    from ui.screens.counter.notes_form import NotesForm  # noqa: PLC0415 (when it is wanted)

    del preferences
    return NotesForm(services.customers, parent)


#: Makers import what they make as they are called first: the page opens without it.
DESKS = (
    Desk(
        "statement",
        QT_TRANSLATE_NOOP("desks", "Statement"),
        "document",
        _ANYBODY,
        Action.STATEMENT,
    ),
    Desk("notes", QT_TRANSLATE_NOOP("desks", "Notes"), "note", _ANYBODY, Action.NOTES, _notes),
)


def desks_for(roles: frozenset[Role]) -> tuple[Desk, ...]:
    """Return what somebody with `roles` may do; the databases decide once more."""
    return tuple(desk for desk in DESKS if desk.roles & roles)
