"""Windows with somebody signed in, and a bank of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.bank import PASSWORD
from tests.pages.lock import LockPage
from tests.pages.login import LoginPage
from tests.pages.password import PasswordPage
from tests.pages.settings import SettingsPage
from tests.pages.transfer import TransferPage
from tests.pages.window import WindowPage
from ui.components.payment import last_look
from ui.main_window import MainWindow
from ui.preferences import Preferences

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from services.bank import Services
    from tests.bank import Bank, Customer

EMAIL = "salma@demo.eg"


@pytest.fixture(autouse=True)
def _quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(last_look, "ARM_AFTER_MS", 30)


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    return Preferences(tmp_path / "desktop.ini")


@pytest.fixture
def window(qtbot: QtBot, preferences: Preferences) -> MainWindow:
    made = MainWindow(preferences=preferences)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.fixture
def page(qtbot: QtBot, window: MainWindow) -> WindowPage:
    return WindowPage(qtbot, window)


@pytest.fixture
def login(qtbot: QtBot, window: MainWindow) -> LoginPage:
    return LoginPage(qtbot, window)


@pytest.fixture
def lock(qtbot: QtBot, window: MainWindow) -> LockPage:
    return LockPage(qtbot, window)


@pytest.fixture
def transfer(qtbot: QtBot, window: MainWindow) -> TransferPage:
    return TransferPage(qtbot, window)


@pytest.fixture
def settings(qtbot: QtBot, window: MainWindow) -> SettingsPage:
    return SettingsPage(qtbot, window)


@pytest.fixture
def password(qtbot: QtBot, window: MainWindow) -> PasswordPage:
    return PasswordPage(qtbot, window)


@pytest.fixture
def salma(bank: Bank) -> Customer:
    bank.add_customer("Karim Samir", "karim@demo.eg", balance=10, address="karim@instapay")
    return bank.add_customer("Salma Hassan", EMAIL, balance="24860.40", address="salma@instapay")


@pytest.fixture
def services(bank: Bank) -> Services:
    return bank.services()


@pytest.fixture
def signed_in(
    window: MainWindow, salma: Customer, services: Services, login: LoginPage, page: WindowPage
) -> MainWindow:
    window.attach(services)
    login.wait_for_connection("Connected")
    login.sign_in(EMAIL, PASSWORD)
    page.wait_for_screen("accounts")
    return window


@pytest.fixture
def elsewhere(bank: Bank, signed_in: MainWindow) -> Services:
    """The same person signed in at another place."""
    del signed_in
    opened = bank.services("elsewhere")
    opened.identity.sign_in(email=EMAIL, password=PASSWORD)
    return opened
