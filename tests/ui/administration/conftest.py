"""A window with an administrator signed in, on a bank of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from services.values.people import Role
from tests.bank import PASSWORD
from tests.pages.administration import AdministrationPage
from tests.pages.login import LoginPage
from tests.pages.window import WindowPage
from ui.main_window import MainWindow
from ui.preferences import Preferences

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from services.bank import Services
    from tests.bank import Bank


class Office:
    """The window, and who else is there: Karim the teller, Salma the customer."""

    def __init__(self, qtbot: QtBot, bank: Bank, folder: Path) -> None:
        self.bank = bank
        self.aya = bank.add_staff("Aya Said", "aya@demo.eg", Role.ADMIN)
        self.karim = bank.add_staff("Karim Samir", "karim@demo.eg", Role.TELLER)
        self.salma = bank.add_customer(balance=1000)
        self.window = MainWindow(preferences=Preferences(folder / "desktop.ini"))
        qtbot.addWidget(self.window)
        with qtbot.waitExposed(self.window):
            self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        self.window.attach(bank.services())
        self.page = WindowPage(qtbot, self.window)
        self.login = LoginPage(qtbot, self.window)
        self.admin = AdministrationPage(qtbot, self.window)
        self.login.wait_for_connection("Connected")
        self.login.sign_in("aya@demo.eg", PASSWORD)
        self.page.go_to("administration")

    def elsewhere(self) -> Services:
        """Sign a second administrator in at another place."""
        self.bank.add_staff("Nadia Fahmy", "nadia@demo.eg", Role.ADMIN)
        opened = self.bank.services("elsewhere")
        opened.identity.sign_in(email="nadia@demo.eg", password=PASSWORD)
        return opened


@pytest.fixture
def office(qtbot: QtBot, bank: Bank, tmp_path: Path) -> Office:
    return Office(qtbot, bank, tmp_path)
