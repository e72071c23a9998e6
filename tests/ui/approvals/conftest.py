"""Windows of supervisors and auditors on a bank with a counter, whose calls are made in SQL."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.bank import PASSWORD
from tests.database.counter import Counter
from tests.pages.approvals import ApprovalsPage
from tests.pages.login import LoginPage
from tests.pages.overview import OverviewPage
from tests.pages.window import WindowPage
from ui.main_window import MainWindow
from ui.preferences import Preferences
from ui.shell import session_poll

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from services.bank import Services
    from tests.bank import Bank


class Seat:
    """A window of a member of staff, and its pages."""

    def __init__(self, qtbot: QtBot, window: MainWindow, services: Services) -> None:
        self.window = window
        self.services = services
        self.page = WindowPage(qtbot, window)
        self.login = LoginPage(qtbot, window)
        self.approvals = ApprovalsPage(qtbot, window)
        self.overview = OverviewPage(qtbot, window)

    def sign_in(self, email: str, screen: str) -> None:
        self.window.attach(self.services)
        self.login.wait_for_connection("Connected")
        self.login.sign_in(email, PASSWORD)
        self.page.wait_for_item(screen)
        self.page.go_to(screen)


@pytest.fixture(autouse=True)
def _only_pushed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let nothing be found by asking again and again."""
    monkeypatch.setattr(session_poll, "POLL_EVERY_MS", 600_000)


@pytest.fixture
def counter(bank: Bank) -> Counter:
    made = Counter(bank)
    made.cash("CASH_IN", "90000")
    return made


@pytest.fixture
def open_seat(
    qtbot: QtBot, bank: Bank, counter: Counter, tmp_path: Path
) -> Callable[[str, str], Seat]:
    """Opens a window for somebody, at a screen."""
    del counter

    def opened(email: str, screen: str) -> Seat:
        window = MainWindow(preferences=Preferences(tmp_path / f"{email}.ini"))
        qtbot.addWidget(window)
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        seat = Seat(qtbot, window, bank.services(f"outbox-{email}"))
        seat.sign_in(email, screen)
        return seat

    return opened


@pytest.fixture
def seat(open_seat: Callable[[str, str], Seat]) -> Seat:
    """The supervisor's, at the approvals."""
    return open_seat("supervisor@demo.eg", "approvals")
