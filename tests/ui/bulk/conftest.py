"""A window with a bank whose customers may send files of payments, and files to send."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from services.values.people import Role
from tests.bank import PASSWORD
from tests.pages.bulk import BulkPage
from tests.pages.finding import PATIENCE_MS
from tests.pages.login import LoginPage
from tests.pages.window import WindowPage
from ui.components.payment import delivery, last_look
from ui.main_window import MainWindow
from ui.navigation import Destination
from ui.preferences import Preferences

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from services.bank import Services
    from tests.bank import Bank, Customer

HEAD = "payee,amount,note,name\n"


class Seat:
    """A window, its services and pages."""

    def __init__(self, qtbot: QtBot, window: MainWindow, services: Services) -> None:
        self.window = window
        self._qtbot = qtbot
        self.services = services
        self.page = WindowPage(qtbot, window)
        self.login = LoginPage(qtbot, window)
        self.bulk = BulkPage(qtbot, window)

    def sign_in(self, email: str = "salma@demo.eg") -> None:
        self.login.wait_for_connection("Connected")
        self.login.sign_in(email, PASSWORD)

    def wait(self, condition: Callable[[], bool]) -> None:
        """Wait for something that the bank, or a disk, has to answer."""
        self._qtbot.waitUntil(condition, timeout=PATIENCE_MS)

    def serve(self, customer: Customer, name: str = "Salma Hassan") -> None:
        """Begin from an open customer's page."""
        params = {"customer_id": customer.user_id, "customer_name": name}
        self.window.open(Destination("bulk", params))
        self.page.wait_for_screen("bulk")


@pytest.fixture(autouse=True)
def _quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(last_look, "ARM_AFTER_MS", 30)
    monkeypatch.setattr(delivery, "FIRST_PAUSE_MS", 100)


@pytest.fixture
def karim(bank: Bank) -> Customer:
    return bank.add_customer("Karim Samir", "karim@demo.eg", address="karim@instapay")


@pytest.fixture
def salma(bank: Bank, karim: Customer) -> Customer:
    del karim
    bank.add_customer("Mona Adel", "mona@demo.eg", address="mona@instapay")
    made = bank.add_customer(balance="60000.00", address="salma@instapay")
    allow(bank, made)
    return made


def allow(bank: Bank, customer: Customer) -> None:
    bank.ask("payment", "UPDATE accounts SET batches_allowed = true WHERE id = %s",
             str(customer.account_id))  # fmt: skip


@pytest.fixture
def open_window(bank: Bank, tmp_path: Path, qtbot: QtBot) -> Callable[[], Seat]:
    def opened() -> Seat:
        window = MainWindow(preferences=Preferences(tmp_path / "desktop.ini"))
        qtbot.addWidget(window)
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        services = bank.services()
        window.attach(services)
        return Seat(qtbot, window, services)

    return opened


@pytest.fixture
def seat(open_window: Callable[[], Seat], salma: Customer) -> Seat:
    """Salma's window, where a file can be chosen."""
    del salma
    made = open_window()
    made.sign_in()
    made.page.wait_for_screen("accounts")
    made.page.go_to("bulk")
    made.bulk.wait_for("drop")
    return made


@pytest.fixture
def counter(bank: Bank, open_window: Callable[[], Seat], salma: Customer) -> Seat:
    """A teller's window; Salma is open to the teller."""
    bank.add_staff("Mona Teller", "teller@demo.eg", Role.TELLER.value)
    made = open_window()
    made.sign_in("teller@demo.eg")
    made.wait(lambda: bool(made.page.screen()))
    made.services.customers.open(user_id=salma.user_id, reason="brought a file")
    return made


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """Writes a file of rows under a header."""

    def written(*rows: str, name: str = "salaries.csv") -> Path:
        path = tmp_path / name
        path.write_text(HEAD + "".join(f"{row}\n" for row in rows), encoding="utf-8-sig")
        return path

    return written
