"""The open till: its figures, the vault, its slips."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit

from tests.bank import PASSWORD
from tests.pages.finding import PATIENCE_MS, find, press, type_into
from tests.pages.language import LanguagePage
from tests.pages.login import LoginPage
from tests.pages.till import TillPage
from tests.pages.window import WindowPage
from ui.language import Language
from ui.main_window import MainWindow
from ui.preferences import Preferences
from ui.screens.till.desk_page import DeskPage

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    import pytest
    from pytestqt.qtbot import QtBot

    from tests.bank import Bank
    from tests.database.counter import Counter
    from tests.ui.till.conftest import OpenSeat, Seat


def test_the_figures_follow_what_is_done(seat: Seat, counter: Counter, qtbot: QtBot) -> None:
    counter.cash("CASH_IN", "2000.25")
    counter.cash("CASH_OUT", "500")
    seat.screen.refresh()
    seat.page.wait_for_drawer("6,500.25 EGP")
    assert seat.page.figure("cash_in") == "+2,000.25"
    assert seat.page.figure("cash_out") == "\u2212500.00"
    narrow = ["Cash out, Salma Hassan", "Cash in, Salma Hassan"]
    assert [row[3] for row in seat.page.rows()] == narrow
    seat.screen.window().resize(1240, 640)
    qtbot.waitUntil(lambda: [row[3] for row in seat.page.rows()] != narrow)
    assert seat.page.rows() == [
        (*seat.page.rows()[0][:2], "Cash out", "Salma Hassan", "Done", "500.00 EGP"),
        (*seat.page.rows()[1][:2], "Cash in", "Salma Hassan", "Done", "2,000.25 EGP"),
    ]


def test_cash_goes_to_the_vault_and_comes_from_it(seat: Seat) -> None:
    seat.page.move("1,000")
    seat.page.wait_for_drawer("4,000.00 EGP")
    seat.page.move("250.50", "from")
    seat.page.wait_for_drawer("4,250.50 EGP")
    assert seat.page.figure("to_vault") == "\u22121,000.00"
    assert seat.page.figure("from_vault") == "+250.50"


def test_a_move_that_is_not_answered_is_made_once_in_another_language(
    counter: Counter,
    bank: Bank,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    window = MainWindow(preferences=Preferences(tmp_path / "desktop.ini"))
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    services = bank.services()
    window.attach(services)
    login, frame, page = (
        LoginPage(qtbot, window),
        WindowPage(qtbot, window),
        TillPage(qtbot, window),
    )
    login.wait_for_connection("Connected")
    login.sign_in("teller@demo.eg", PASSWORD)
    frame.wait_for_item("till")
    frame.go_to("till")
    page.wait_for("till.drawer")
    move = services.tills.move
    made, go = threading.Event(), threading.Event()

    def held(**values: Any) -> None:
        move(**values)
        made.set()
        assert go.wait(PATIENCE_MS / 1000)

    monkeypatch.setattr(services.tills, "move", held)
    page.move("1,000")
    qtbot.waitUntil(made.is_set, timeout=PATIENCE_MS)
    frame.go_to("settings")
    LanguagePage(qtbot, window).choose(Language.ARABIC)
    frame.go_to("till")
    page.wait_for_drawer("4,000.00 EGP")
    # It is still the same one, and cannot be begun anew.
    assert find(window, QLineEdit, "till.vault_amount").text() == "1,000.00"
    assert not find(window, QAbstractButton, "till.vault_move").isEnabled()
    go.set()
    qtbot.waitUntil(lambda: len(frame.notes()) == 1, timeout=PATIENCE_MS)
    assert "1,000.00 EGP" in frame.notes()[0]
    assert find(window, QLineEdit, "till.vault_amount").text() == ""
    assert counter.drawer() == 4000


def test_what_the_drawer_lacks_is_said_beside_the_field(seat: Seat, counter: Counter) -> None:
    seat.page.move("5,000.01")
    seat.page.wait_for("till.vault_amount.error")
    assert "drawer" in seat.page.said("till.vault_amount.error")
    assert counter.drawer() == 5000


def test_what_is_typed_stays_while_it_is_loaded_anew(seat: Seat, counter: Counter) -> None:
    type_into(seat.screen, "till.vault_amount", "77")
    counter.cash("CASH_IN", "10")
    seat.screen.refresh()
    seat.page.wait_for_drawer("5,010.00 EGP")
    press(seat.screen, "till.vault_move")
    seat.page.wait_for_drawer("4,933.00 EGP")


def test_states_are_told(seat: Seat, counter: Counter) -> None:
    counter.set_account(counter.salma.account_id, balance="1000000")
    counter.ask("UPDATE counter_limits SET alone_up_to = 100")
    waiting = counter.cash("CASH_IN", "200")
    declined = counter.cash("CASH_IN", "300")
    approved = counter.cash("CASH_IN", "400")
    assert waiting["status"] == declined["status"] == "PENDING"
    counter.as_supervisor("decline", declined["id"], "no papers")
    counter.as_supervisor("approve", approved["id"])
    mistaken = counter.cash("CASH_IN", "50")
    counter.as_teller("correct_cash", uuid4(), mistaken["id"], "typo")
    seat.screen.refresh()
    seat.page.wait_for_rows(5)
    assert [row[-2] for row in seat.page.rows()] == [
        "Done",
        "Corrected",
        "Approved",
        "Declined",
        "Waiting for approval",
    ]
    seat.page.open_slip(3)
    assert "no papers" in seat.page.text("till.slip.sentence")
    assert seat.page.fact("customer") == "Salma Hassan"
    assert not seat.page.shows("till.slip.correct")
    assert seat.screen.close_drawer()
    assert not seat.screen.close_drawer()


def test_older_slips_are_loaded_by_key(
    counter: Counter, open_seat: OpenSeat, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.screens.till.loading._FIRST", 3)
    for amount in range(1, 8):
        counter.cash("CASH_IN", str(amount))
    made = open_seat()
    made.page.wait_for_rows(3)
    QAbstractItemModelTester(
        made.page.slips.model(), QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    made.page.press("till.older")
    made.page.wait_for_rows(7)
    assert [row[0].split(",")[0] for row in made.page.rows()] == [
        f"Slip {n}" for n in range(7, 0, -1)
    ]
    assert not made.page.shows("till.older")
    counter.cash("CASH_IN", "9")
    made.screen.refresh()
    # What was loaded stays, and the new one comes on top.
    made.page.wait_for_drawer("5,037.00 EGP")
    assert made.page.rows()[0][0].startswith("Slip 8,")
    assert len(made.page.rows()) >= 7


def test_a_mistake_is_taken_back_for_a_reason(seat: Seat, counter: Counter, qtbot: QtBot) -> None:
    counter.cash("CASH_IN", "100")
    seat.screen.refresh()
    seat.page.wait_for_rows(1)
    seat.page.open_slip(0)
    press(seat.screen, "till.slip.correct")
    seat.page.wait_for("cash.correct.dialog")
    press(seat.screen, "cash.correct.send")
    assert seat.page.said("cash.correct.reason.error")
    assert counter.drawer() == 5100
    type_into(seat.screen, "cash.correct.reason", "typed twice")
    press(seat.screen, "cash.correct.send")
    seat.page.wait_for_drawer("5,000.00 EGP")
    assert not seat.page.shows("cash.correct.dialog")
    assert [row[-2] for row in seat.page.rows()] == ["Done", "Corrected"]
    # What is shown of the slip follows.
    qtbot.waitUntil(lambda: not seat.page.shows("till.slip.correct"), timeout=PATIENCE_MS)
    assert "taken back" in seat.page.text("till.slip.sentence")
    counter.check_books()


def test_an_answer_that_comes_on_another_screen_asks_nothing_there(
    seat: Seat, counter: Counter, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    counter.cash("CASH_IN", "100")
    seat.screen.refresh()
    seat.page.wait_for_rows(1)
    seat.page.open_slip(0)
    go, made = threading.Event(), threading.Event()
    slip = seat.services.counter.slip

    def slip_later(**values: UUID) -> object:
        found = slip(**values)
        made.set()
        go.wait(PATIENCE_MS / 1000)
        return found

    monkeypatch.setattr(seat.services.counter, "slip", slip_later)
    press(seat.screen, "till.slip.correct")
    qtbot.waitUntil(made.is_set, timeout=PATIENCE_MS)
    desk = find(seat.screen, DeskPage, "")
    assert desk._slip_task is not None
    # As the stack of screens does when another one is chosen.
    seat.screen.hide()
    with qtbot.waitSignal(desk._slip_task.done, timeout=PATIENCE_MS):
        go.set()
    assert QApplication.activeModalWidget() is None
    seat.screen.show()
    press(seat.screen, "till.slip.correct")
    seat.page.wait_for("cash.correct.dialog")
    press(seat.screen, "cash.correct.cancel")


def test_nothing_is_taken_back_at_a_till_of_an_earlier_day(
    counter: Counter, open_seat: OpenSeat
) -> None:
    counter.cash("CASH_IN", "100")
    counter.ask("UPDATE till_sessions SET business_day = business_day - 1")
    made = open_seat()
    made.page.wait_for_rows(1)
    made.page.open_slip(0)
    assert not made.page.shows("till.slip.correct")
    assert made.page.shows("till.slip.copy")


def test_a_receipt_is_printed_once_more_as_a_copy(
    seat: Seat, counter: Counter, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed: list[tuple[UUID, bool]] = []
    monkeypatch.setattr(
        "ui.screens.till.desk_page.print_receipt",
        lambda slip, _parent, *, is_copy: printed.append((slip.id, is_copy)),
    )
    cash = counter.cash("CASH_IN", "100")
    seat.screen.refresh()
    seat.page.wait_for_rows(1)
    seat.page.open_slip(0)
    press(seat.screen, "till.slip.copy")
    qtbot.waitUntil(lambda: printed == [(cash["id"], True)], timeout=PATIENCE_MS)


def test_slips_are_reached_and_left_by_key(seat: Seat, counter: Counter) -> None:
    counter.cash("CASH_IN", "100")
    seat.screen.refresh()
    seat.page.wait_for_rows(1)
    seat.page.open_slip(0)
    QTest.keyClick(seat.screen.window(), Qt.Key.Key_Escape)
    focused = seat.screen.window().focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_Escape)
    assert not seat.page.shows("till.slip.details")
