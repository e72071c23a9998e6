"""Windows of the program on a bank of the test's own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from app.provisioning.demo_people import DEMO_PEOPLE
from tests.pages.accounts import AccountsPage
from tests.pages.lock import LockPage
from tests.pages.login import LoginPage
from tests.pages.notifications import NotificationsPage
from tests.pages.password import PasswordPage
from tests.pages.settings import SettingsPage
from tests.pages.transfer import TransferPage
from tests.pages.window import WindowPage
from ui import tasks, theme
from ui.main_window import MainWindow
from ui.preferences import Preferences

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from services.bank import Services
    from tests.bank import Bank


@pytest.fixture(scope="session")
def qapp_cls() -> type[QApplication]:
    theme.prepare()
    return QApplication


@dataclass
class Desk:
    """One window, its services and its pages."""

    window: MainWindow
    services: Services
    page: WindowPage
    login: LoginPage
    accounts: AccountsPage
    transfer: TransferPage
    notifications: NotificationsPage
    lock: LockPage
    password: PasswordPage
    settings: SettingsPage

    def sign_in(self, email: str, password: str) -> None:
        """Sign in and wait for the accounts."""
        self.login.sign_in(email, password)
        self.page.wait_for_screen("accounts")
        self.accounts.wait_for_cards()


@pytest.fixture
def open_desk(qtbot: QtBot, bank: Bank) -> Iterator[Callable[..., Desk]]:
    """Return what opens one more window; each has an outbox and preferences of its own name."""

    def open_one(name: str = "first") -> Desk:
        services = bank.services(f"outbox-{name}")
        window = MainWindow(
            preferences=Preferences(bank.folder / f"{name}.ini"), demo_people=DEMO_PEOPLE
        )
        qtbot.addWidget(window)
        window.show()
        window.attach(services)
        desk = Desk(
            window,
            services,
            WindowPage(qtbot, window),
            LoginPage(qtbot, window),
            AccountsPage(qtbot, window),
            TransferPage(qtbot, window),
            NotificationsPage(qtbot, window),
            LockPage(qtbot, window),
            PasswordPage(qtbot, window),
            SettingsPage(qtbot, window),
        )
        desk.login.wait_for_connection("Connected")
        return desk

    yield open_one
    assert tasks.shut_down(wait_s=10)
