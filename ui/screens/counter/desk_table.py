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
    from ui.components.standing.enrol import EnrolForm
    from ui.icons import IconName
    from ui.preferences import Preferences

    Maker = Callable[[Services, Preferences, QWidget | None], DeskForm]

#: What takes back the payment that is chosen in the history.
REVERSAL = "reversal"
#: What the page does by itself.
STATEMENT = "statement"
#: What another screen does for the customer.
BULK = "bulk"
#: Who may enrol customers.
ENROLLING = frozenset({Role.TELLER, Role.SUPERVISOR})
_SUPERVISOR = frozenset({Role.SUPERVISOR})
_SERVING = frozenset({Role.TELLER}) | _SUPERVISOR
_ANYBODY = _SERVING | {Role.AUDITOR}


@dataclass(frozen=True, slots=True)
class Desk:
    """One button: its name in object names, its words, its icon, its key, for whom, and its form.

    Without `action` it has no key. Without `make` the page does it by itself, by `name`. What `is_rare` is
    in a menu instead.
    """

    name: str
    text: str
    icon: IconName
    roles: frozenset[Role]
    action: Action | None = None
    make: Maker | None = None
    is_rare: bool = False

    @property
    def label(self) -> str:
        """Its words in the person's language."""
        return QCoreApplication.translate("desks", self.text)


def _notes(services: Services, preferences: Preferences, parent: QWidget | None) -> DeskForm:
    from ui.screens.counter.notes_form import NotesForm  # noqa: PLC0415 (when it is wanted)

    del preferences
    return NotesForm(services.customers, parent)


def _cash_in(services: Services, preferences: Preferences, parent: QWidget | None) -> DeskForm:
    from ui.components.cash import cash_in  # noqa: PLC0415 (when it is wanted)

    return cash_in(services, preferences, parent)


def _cash_out(services: Services, preferences: Preferences, parent: QWidget | None) -> DeskForm:
    from ui.components.cash import cash_out  # noqa: PLC0415 (when it is wanted)

    return cash_out(services, preferences, parent)


def _transfer(services: Services, preferences: Preferences, parent: QWidget | None) -> DeskForm:
    from ui.components.cash import transfer  # noqa: PLC0415 (when it is wanted)

    return transfer(services, preferences, parent)


def _open_account(services: Services, preferences: Preferences, parent: QWidget | None) -> DeskForm:
    from ui.components.standing.open_form import OpenAccountForm  # noqa: PLC0415 (when it is wanted)

    return OpenAccountForm(services, preferences, parent)


def _freeze(services: Services, preferences: Preferences, parent: QWidget | None) -> DeskForm:
    from ui.components.standing.freeze_form import FreezeForm  # noqa: PLC0415 (when it is wanted)

    return FreezeForm(services, preferences, parent)


def _reversal(services: Services, preferences: Preferences, parent: QWidget | None) -> DeskForm:
    from ui.components.standing.reverse_form import ReverseForm  # noqa: PLC0415 (when it is wanted)

    return ReverseForm(services, preferences, parent)


def _close_account(
    services: Services, preferences: Preferences, parent: QWidget | None
) -> DeskForm:
    from ui.components.standing.close_form import (  # noqa: PLC0415 (when it is wanted)
        CloseAccountForm,
    )

    return CloseAccountForm(services, preferences, parent)


def _access(services: Services, preferences: Preferences, parent: QWidget | None) -> DeskForm:
    from ui.components.standing.access_form import AccessForm  # noqa: PLC0415 (when it is wanted)

    return AccessForm(services, preferences, parent)


def _batches(services: Services, preferences: Preferences, parent: QWidget | None) -> DeskForm:
    from ui.components.standing.batches_form import BatchesForm  # noqa: PLC0415 (when it is wanted)

    return BatchesForm(services, preferences, parent)


def enrolment(services: Services, preferences: Preferences, parent: QWidget | None) -> EnrolForm:
    """Make the form for somebody who is no customer yet, for whom nobody is open."""
    from ui.components.standing.enrol import EnrolForm  # noqa: PLC0415 (when it is wanted)

    return EnrolForm(services, preferences, parent)


#: Makers import what they make as they are called first: the page opens without it.
DESKS = (
    Desk(
        "cash_in",
        QT_TRANSLATE_NOOP("desks", "Cash in"),
        "arrow-down-left",
        _SERVING,
        Action.CASH_IN,
        _cash_in,
    ),
    Desk(
        "cash_out",
        QT_TRANSLATE_NOOP("desks", "Cash out"),
        "arrow-up-right",
        _SERVING,
        Action.CASH_OUT,
        _cash_out,
    ),
    Desk(
        "transfer",
        QT_TRANSLATE_NOOP("desks", "Transfer"),
        "transfer",
        _SERVING,
        Action.SERVE_TRANSFER,
        _transfer,
    ),
    Desk(
        STATEMENT,
        QT_TRANSLATE_NOOP("desks", "Statement"),
        "document",
        _ANYBODY,
        Action.STATEMENT,
    ),
    Desk(
        "open_account",
        QT_TRANSLATE_NOOP("desks", "Open an account"),
        "plus",
        _SERVING,
        Action.OPEN_ACCOUNT,
        _open_account,
    ),
    Desk(
        "freeze",
        QT_TRANSLATE_NOOP("desks", "Freeze or release"),
        "freeze",
        _SERVING,
        Action.FREEZE,
        _freeze,
    ),
    Desk("notes", QT_TRANSLATE_NOOP("desks", "Notes"), "note", _ANYBODY, Action.NOTES, _notes),
    Desk(
        REVERSAL,
        QT_TRANSLATE_NOOP("desks", "Take a payment back"),
        "transfer",
        _SERVING,
        make=_reversal,
        is_rare=True,
    ),
    Desk(
        "access",
        QT_TRANSLATE_NOOP("desks", "Password and access"),
        "lock",
        _SERVING,
        make=_access,
        is_rare=True,
    ),
    Desk(
        "close_account",
        QT_TRANSLATE_NOOP("desks", "Close an account"),
        "close",
        _SERVING,
        make=_close_account,
        is_rare=True,
    ),
    Desk(
        BULK,
        QT_TRANSLATE_NOOP("desks", "Bulk payments"),
        "bulk",
        _SERVING,
        is_rare=True,
    ),
    Desk(
        "batches",
        QT_TRANSLATE_NOOP("desks", "Bulk payments, allow or stop"),
        "bulk",
        _SUPERVISOR,
        make=_batches,
        is_rare=True,
    ),
)


def desks_for(roles: frozenset[Role]) -> tuple[Desk, ...]:
    """Return what somebody with `roles` may do; the databases decide once more."""
    return tuple(desk for desk in DESKS if desk.roles & roles)
