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

_CUSTOMER = frozenset({Role.CUSTOMER})
_STAFF = frozenset(Role) - _CUSTOMER
_ALL = frozenset(Role)


@dataclass(frozen=True, slots=True)
class Entry:
    """One screen: its name in a `Destination`, its words, its icon, how to make it, for whom.

    `under` is the screen that leads to it, where it stands in the side bar by that one only.
    """

    name: str
    text: str
    icon: IconName
    make: Maker
    roles: frozenset[Role]
    under: str = ""

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


def _receive(services: Services, preferences: Preferences, parent: QWidget | None) -> Screen:
    from ui.screens.receive import ReceiveScreen  # noqa: PLC0415 (the login paints without it)

    return ReceiveScreen(services, preferences, parent)


def _notifications(services: Services, preferences: Preferences, parent: QWidget | None) -> Screen:
    from ui.screens.notifications import (  # noqa: PLC0415 (the login paints without it)
        NotificationsScreen,
    )

    return NotificationsScreen(services, preferences, parent)


def _administration(services: Services, preferences: Preferences, parent: QWidget | None) -> Screen:
    from ui.screens.administration import (  # noqa: PLC0415 (the login paints without it)
        AdministrationScreen,
    )

    return AdministrationScreen(services, preferences, parent)


def _settings(services: Services, preferences: Preferences, parent: QWidget | None) -> Screen:
    from ui.screens.settings import SettingsScreen  # noqa: PLC0415 (the login paints without it)

    return SettingsScreen(services, preferences, parent)


def _home(services: Services, preferences: Preferences, parent: QWidget | None) -> Screen:
    from ui.screens.home import HomeScreen  # noqa: PLC0415 (the login paints without it)

    return HomeScreen(services, preferences, parent)


ENTRIES = (
    Entry("home", QT_TRANSLATE_NOOP("screens", "Home"), "home", _home, _STAFF),
    Entry("accounts", QT_TRANSLATE_NOOP("screens", "Accounts"), "accounts", _accounts, _CUSTOMER),
    Entry("transfer", QT_TRANSLATE_NOOP("screens", "Transfer"), "transfer", _transfer, _CUSTOMER),
    Entry("contacts", QT_TRANSLATE_NOOP("screens", "Contacts"), "contacts", _contacts, _CUSTOMER),
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
