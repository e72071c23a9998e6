"""Every state of both screens by name, by keyboard, and at the smallest size, in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from services.values.identifiers import new_uuid7
from tests.bank import PASSWORD
from tests.ui.accessibility.checks import findings
from tests.ui.approvals.conftest import Seat
from ui import language, tasks, theme
from ui.language import Language
from ui.main_window import MainWindow
from ui.preferences import Preferences

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.bank import Bank
    from tests.database.counter import Counter

LONG_NAME = "Salma Abdelrahman El-Hassanein Fouad Mahmoud"


@pytest.fixture(params=Language, ids=lambda each: each.name.lower())
def seat(
    request: pytest.FixtureRequest, qtbot: QtBot, bank: Bank, counter: Counter, tmp_path: Path
) -> Seat:
    """A supervisor's window of the smallest size that the program allows."""
    del counter
    preferences = Preferences(tmp_path / "desktop.ini")
    language.choose(preferences, request.param)
    window = MainWindow(preferences=preferences)
    qtbot.addWidget(window)
    window.resize(theme.Control.WINDOW_MIN_WIDTH, theme.Control.WINDOW_MIN_HEIGHT)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    made = Seat(qtbot, window, bank.services())
    window.attach(made.services)
    qtbot.waitUntil(made.login.can_submit, timeout=10_000)
    made.login.sign_in("supervisor@demo.eg", PASSWORD)
    made.page.wait_for_item("approvals")
    return made


def _fill(counter: Counter) -> None:
    counter.ask(
        "UPDATE holders SET full_name = %s WHERE user_id = %s", LONG_NAME, counter.salma.user_id
    )
    long = "an identity card of the republic, number 2990 1234 5678 90, shown by the person"
    counter.cash("CASH_OUT", "89999.99", note="x" * 140, identification=long)
    counter.cash("CASH_IN", "9999999999.99")
    counter.as_supervisor("freeze", counter.karim.account_id, "CREDITS", "a court", None)
    counter.as_supervisor("open_till", new_uuid7(), "EGP", "0")
    counter.open_customers(counter.as_supervisor)
    counter.cash("CASH_IN", "9999999999.99", caller=counter.as_supervisor)
    till = uuid4()
    counter.as_supervisor("supply_vault", uuid4(), "USD", "99999999.99", "the first delivery")
    counter.as_teller("open_till", till, "USD", "9999999.99")
    counter.as_teller("count_till", till, {"5": 1})
    counter.as_teller(
        "close_till", till, "somebody broke in and took all of it but one note of five"
    )
    counter.ask("SELECT private.prove_books()")


def _stops(counter: Counter, seat: Seat, qtbot: QtBot) -> Iterator[str]:
    _fill(counter)
    approvals = seat.approvals
    seat.page.go_to("approvals")
    approvals.wait_for_rows(3)
    for row in range(3):
        approvals.choose(row)
        yield f"approvals {row}"
    approvals.choose(0)
    approvals.press_key(Qt.Key.Key_A)
    yield "approving"
    approvals.press_key(Qt.Key.Key_Escape)
    approvals.press_key(Qt.Key.Key_D)
    approvals.press_key(Qt.Key.Key_Return)
    yield "declining"
    overview = seat.overview
    seat.page.go_to("overview")
    overview.wait_for_tills(3)
    overview.choose_till(2)
    qtbot.waitUntil(lambda: overview.can("supply"), timeout=10_000)
    yield "overview"
    overview.begin_supply()
    overview.supply("", "")
    yield "overview, supplying"
    overview.begin_accept()
    yield "overview, accepting"


def test_nothing_stands_in_anybodys_way(counter: Counter, seat: Seat, qtbot: QtBot) -> None:
    found = []
    for stop in _stops(counter, seat, qtbot):
        qtbot.waitUntil(lambda: not tasks._home().waiting or len(tasks._home().waiting) < 2)
        focused = QApplication.focusWidget()
        found += [f"{stop}: {each}" for each in _lasting(seat.window)]
        if focused is not None:
            focused.setFocus()
    assert found == []


def _lasting(window: MainWindow) -> list[str]:
    """Return what is wrong and stays so: an answer may have come just now, with words that need room."""
    found: list[str] = []
    for _try in range(3):
        QApplication.processEvents()
        found = list(findings(window))
        if not found:
            break
    return found
