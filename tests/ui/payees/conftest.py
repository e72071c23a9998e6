"""A window with Salma signed in, on a bank of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.bank import PASSWORD
from tests.pages.accounts import AccountsPage
from tests.pages.contacts import ContactsPage
from tests.pages.login import LoginPage
from tests.pages.receive import ReceivePage
from tests.pages.transfer import TransferPage
from tests.pages.window import WindowPage
from ui.components.payment import delivery, last_look
from ui.main_window import MainWindow
from ui.preferences import Preferences

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from services.bank import Services
    from tests.bank import Bank, Customer


class Seat:
    """A window of Salma's, and its pages."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self.window = window
        self.page = WindowPage(qtbot, window)
        self.login = LoginPage(qtbot, window)
        self.accounts = AccountsPage(qtbot, window)
        self.transfer = TransferPage(qtbot, window)
        self.contacts = ContactsPage(qtbot, window)
        self.receive = ReceivePage(qtbot, window)

    def sign_in(self, email: str = "salma@demo.eg") -> None:
        self.login.wait_for_connection("Connected")
        self.login.sign_in(email, PASSWORD)
        self.page.wait_for_screen("accounts")
        self.accounts.wait_for_cards()


@pytest.fixture(autouse=True)
def _quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(last_look, "ARM_AFTER_MS", 30)
    monkeypatch.setattr(delivery, "FIRST_PAUSE_MS", 100)


@pytest.fixture
def karim(bank: Bank) -> Customer:
    return bank.add_customer("Karim Samir", "karim@demo.eg", balance=10, address="karim@instapay")


@pytest.fixture
def salma(bank: Bank) -> Customer:
    return bank.add_customer(balance="24860.40", address="salma@instapay")


@pytest.fixture
def services(bank: Bank) -> Services:
    return bank.services()


@pytest.fixture
def open_window(
    bank: Bank, salma: Customer, karim: Customer, tmp_path: Path, qtbot: QtBot
) -> Callable[[], Seat]:
    """Opens a window as a start of the program does: what is on the disk is found again."""
    del salma, karim

    def opened() -> Seat:
        window = MainWindow(preferences=Preferences(tmp_path / "desktop.ini"))
        qtbot.addWidget(window)
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        window.attach(bank.services())
        return Seat(qtbot, window)

    return opened


@pytest.fixture
def seat(open_window: Callable[[], Seat]) -> Seat:
    made = open_window()
    made.sign_in()
    return made
