"""Which screens there are, for whom, and where their code is, imported at first use."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from services.values.people import Role
from ui.marking import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from services.bank import Services
    from ui.icons import IconName
    from ui.preferences import Preferences
    from ui.screen import Screen

    Maker = Callable[[Services, Preferences, QWidget | None], Screen]
    Counter = Callable[[Services], int]

_CUSTOMER = frozenset({Role.CUSTOMER})
_AUDITORS = frozenset({Role.AUDITOR})
_COUNTER = frozenset({Role.TELLER, Role.SUPERVISOR, Role.AUDITOR})
_TILL = frozenset({Role.TELLER, Role.SUPERVISOR})
_SUPERVISOR = frozenset({Role.SUPERVISOR})
_WATCHING = frozenset({Role.SUPERVISOR, Role.AUDITOR})
_ALL = frozenset(Role)
_BULK = frozenset({Role.CUSTOMER, Role.TELLER, Role.SUPERVISOR})


@dataclass(frozen=True, slots=True)
class Entry:
    """One screen: its name in a `Destination`, its words, its icon, how to make it, for whom.

    `under` is the screen that leads to it, where it stands in the side bar by that one only. `count` is
    asked, in a worker thread, how much waits there for this person: also while another screen is shown.
    """

    name: str
    text: str
    icon: IconName
    make: Maker
    roles: frozenset[Role]
    under: str = ""
    count: Counter | None = None

    @property
    def label(self) -> str:
        """Its name in the person's language."""
        return QCoreApplication.translate("screens", self.text)


def _accounts(services: Services, preferences: Preferences, parent: QWidget | None) -> Screen:
    from ui.screens.accounts import AccountsScreen  # noqa: PLC0415 (the login paints without it)

    return AccountsScreen(services, preferences, parent)


def _transfer(services: Services, preferences: Preferences, parent: QWidget | None) -> Screen:
    from ui.screens.transfer import TransferScreen  # noqa: PLC0415 (the login paints without it)

    return TransferScreen(services, preferences, parent)


def _contacts(services: Services, preferences: Preferences, parent: QWidget | None) -> Screen:
    from ui.screens.contacts import ContactsScreen  # noqa: PLC0415 (the login paints without it)

    return ContactsScreen(services, preferences, parent)


def _bulk(services: Services, preferences: Preferences, parent: QWidget | None) -> Screen:
    from ui.screens.bulk import BulkScreen  # noqa: PLC0415 (the login paints without it)

    return BulkScreen(services, preferences, parent)


def _receive(services: Services, preferences: Preferences, parent: QWidget | None) -> Screen:
    from ui.screens.receive import ReceiveScreen  # noqa: PLC0415 (the login paints without it)

    return ReceiveScreen(services, preferences, parent)


def _approvals(services: Services, preferences: Preferences, parent: QWidget | None) -> Screen:
    from ui.screens.approvals import ApprovalsScreen  # noqa: PLC0415 (the login paints without it)

    return ApprovalsScreen(services, preferences, parent)


def _overview(services: Services, preferences: Preferences, parent: QWidget | None) -> Screen:
    from ui.screens.overview import OverviewScreen  # noqa: PLC0415 (the login paints without it)

    return OverviewScreen(services, preferences, parent)


def _notifications(services: Services, preferences: Preferences, parent: QWidget | None) -> Screen:
    from ui.screens.notifications import (  # noqa: PLC0415 (the login paints without it)
        NotificationsScreen,
    )

    return NotificationsScreen(services, preferences, parent)


def _audit(services: Services, preferences: Preferences, parent: QWidget | None) -> Screen:
    from ui.screens.audit import AuditScreen  # noqa: PLC0415 (the login paints without it)

    return AuditScreen(services, preferences, parent)


def _administration(services: Services, preferences: Preferences, parent: QWidget | None) -> Screen:
    from ui.screens.administration import (  # noqa: PLC0415 (the login paints without it)
        AdministrationScreen,
    )

    return AdministrationScreen(services, preferences, parent)


def _settings(services: Services, preferences: Preferences, parent: QWidget | None) -> Screen:
    from ui.screens.settings import SettingsScreen  # noqa: PLC0415 (the login paints without it)

    return SettingsScreen(services, preferences, parent)


def _till(services: Services, preferences: Preferences, parent: QWidget | None) -> Screen:
    from ui.screens.till import TillScreen  # noqa: PLC0415 (the login paints without it)

    return TillScreen(services, preferences, parent)


def _counter(services: Services, preferences: Preferences, parent: QWidget | None) -> Screen:
    from ui.screens.counter import CounterScreen  # noqa: PLC0415 (the login paints without it)

    return CounterScreen(services, preferences, parent)


ENTRIES = (
    Entry("counter", QT_TRANSLATE_NOOP("screens", "Counter"), "counter", _counter, _COUNTER),
    Entry("till", QT_TRANSLATE_NOOP("screens", "Till"), "till", _till, _TILL),
    Entry(
        "approvals",
        QT_TRANSLATE_NOOP("screens", "Approvals"),
        "check",
        _approvals,
        _SUPERVISOR,
        count=lambda services: services.approvals.count(),
    ),
    Entry("accounts", QT_TRANSLATE_NOOP("screens", "Accounts"), "accounts", _accounts, _CUSTOMER),
    Entry("transfer", QT_TRANSLATE_NOOP("screens", "Transfer"), "transfer", _transfer, _CUSTOMER),
    Entry("contacts", QT_TRANSLATE_NOOP("screens", "Contacts"), "contacts", _contacts, _CUSTOMER),
    Entry("bulk", QT_TRANSLATE_NOOP("screens", "Bulk payments"), "bulk", _bulk, _BULK),
    Entry("overview", QT_TRANSLATE_NOOP("screens", "Overview"), "overview", _overview, _WATCHING),
    Entry("audit", QT_TRANSLATE_NOOP("screens", "Audit"), "audit", _audit, _AUDITORS),
    Entry(
        "administration",
        QT_TRANSLATE_NOOP("screens", "Administration"),
        "user",
        _administration,
        frozenset({Role.ADMIN}),
    ),
    Entry(
        "notifications",
        QT_TRANSLATE_NOOP("screens", "Notifications"),
        "notifications",
        _notifications,
        _ALL,
    ),
    Entry(
        "receive",
        QT_TRANSLATE_NOOP("screens", "Receive"),
        "receive",
        _receive,
        _CUSTOMER,
        under="accounts",
    ),
    Entry("settings", QT_TRANSLATE_NOOP("screens", "Settings"), "settings", _settings, _ALL),
)


def entries_for(roles: frozenset[Role]) -> tuple[Entry, ...]:
    """Return the screens of somebody with `roles`, in the order of the side bar."""
    return tuple(entry for entry in ENTRIES if entry.roles & roles)
