"""Approving and declining in the window: by keyboard, once, and never by a key in passing."""

from __future__ import annotations

import threading
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from services.errors import OutcomeUnknown
from services.values.identifiers import new_uuid7
from tests.pages.finding import PATIENCE_MS
from tests.pages.language import LanguagePage
from ui import clock
from ui.language import Language

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from services.values.approvals import Decision
    from tests.database.counter import Counter
    from tests.ui.approvals.conftest import Seat


def _out(counter: Counter, amount: str = "20001", **changes: object) -> UUID:
    made = counter.cash("CASH_OUT", amount, **changes)
    assert made["status"] == "PENDING"
    found: UUID = made["id"]
    return found


def _status(counter: Counter, payment: UUID) -> str:
    return str(counter.payment(payment, "status")[0])


def test_what_waits_is_shown_with_all_that_a_decision_needs(counter: Counter, seat: Seat) -> None:
    page = seat.approvals
    page.wait_for_rows(0)
    _out(counter, "20001", note="a car", identification="passport A1234567")
    transfer = new_uuid7()
    counter.as_teller("counter_transfer", transfer, counter.salma.account_id,
        counter.karim.account_id, "50001", "EGP", "national card", "")  # fmt: skip
    counter.as_supervisor("freeze", counter.karim.account_id, "CREDITS", "a court", None)
    seat.window.refresh()
    page.wait_for_rows(2)
    assert [row[1:5] for row in page.rows()] == [
        ["Cash out", "Salma Hassan", "Mona Teller", "20,001.00 EGP"],
        ["Transfer", "Salma Hassan to Karim Samir", "Mona Teller", "50,001.00 EGP"],
    ]
    assert page.rows()[0][5] == "7 h 59 min"
    assert page.fact("amount") == "20,001.00 EGP"
    assert page.fact("identification") == "passport A1234567"
    assert (page.fact("note"), page.fact("maker")) == ("a car", "Mona Teller")
    assert page.fact("fee") == page.frozen() == page.own() == ""
    page.choose(1)
    assert page.fact("fee") == "20.00 EGP"
    assert page.fact("note") == ""
    assert page.frozen() == "Credits of Karim Samir's account are frozen"


def test_a_then_enter_approves(counter: Counter, seat: Seat, qtbot: QtBot) -> None:
    pending, other = _out(counter), _out(counter, "20002")
    page = seat.approvals
    seat.window.refresh()
    page.wait_for_rows(2)
    page.wait_for_waiting(2)
    page.choose(0)
    page.press_key(Qt.Key.Key_A)
    assert page.asks("approve")
    assert page.fact("question") == "Pay out 20,001.00 EGP to Salma Hassan? It is booked at once."
    page.press_key(Qt.Key.Key_Return)
    page.wait_for_rows(1)
    assert _status(counter, pending) == "COMPLETED"
    assert _status(counter, other) == "PENDING"
    assert seat.page.notes() == ["Approved: Cash out, 20,001.00 EGP, Salma Hassan."]
    page.wait_for_waiting(1)
    qtbot.waitUntil(page.view.hasFocus)
    assert page.fact("amount") == "20,002.00 EGP"
    assert not page.asks("approve")
    counter.check_books()


@pytest.mark.parametrize(
    "keys",
    [
        (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Y, Qt.Key.Key_Return),
        (Qt.Key.Key_A, Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Space),
        (Qt.Key.Key_A, Qt.Key.Key_A, Qt.Key.Key_D, Qt.Key.Key_X, Qt.Key.Key_Down),
        (Qt.Key.Key_D, Qt.Key.Key_Return, Qt.Key.Key_A, Qt.Key.Key_Escape, Qt.Key.Key_Return),
    ],
)
def test_no_key_in_passing_moves_money(
    counter: Counter, seat: Seat, qtbot: QtBot, keys: tuple[Qt.Key, ...]
) -> None:
    pending = _out(counter)
    page = seat.approvals
    seat.window.refresh()
    page.wait_for_rows(1)
    page.choose(0)
    for key in keys:
        page.press_key(key)
    QApplication.processEvents()
    current = seat.window.current_screen
    assert current is not None
    assert not current.awaits_outcome
    assert _status(counter, pending) == "PENDING"


def test_a_key_that_is_held_down_confirms_nothing(counter: Counter, seat: Seat) -> None:
    pending = _out(counter)
    page = seat.approvals
    seat.window.refresh()
    page.wait_for_rows(1)
    page.choose(0)
    page.begin("approve")
    focused = QApplication.focusWidget()
    assert focused is not None
    for _ in range(5):
        held = QKeyEvent(
            QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", True
        )
        QApplication.sendEvent(focused, held)
    current = seat.window.current_screen
    assert current is not None
    assert not current.awaits_outcome
    assert page.asks("approve")
    assert _status(counter, pending) == "PENDING"


def test_declining_asks_why_and_frees_the_money(counter: Counter, seat: Seat) -> None:
    pending = _out(counter)
    page = seat.approvals
    seat.window.refresh()
    page.wait_for_rows(1)
    page.choose(0)
    page.press_key(Qt.Key.Key_D)
    page.press_key(Qt.Key.Key_Return)
    assert page.error() == "Please type a reason, with 1 to 200 characters."
    page.type_reason("not her signature")
    page.press_key(Qt.Key.Key_Return)
    page.wait_for_rows(0)
    assert counter.payment(pending, "status, failure_code") == ("FAILED", "declined")
    assert counter.account(counter.salma.account_id, "held") == (0,)
    slip = counter.as_teller.rows("till_slips", counter.till, None, 1)[0]
    assert slip["decline_reason"] == "not her signature"
    assert seat.page.notes() == ["Declined: Cash out, 20,001.00 EGP, Salma Hassan."]
    assert page.waiting() == 0


def test_whoever_comes_second_is_told_who_decided(
    counter: Counter, seat: Seat, qtbot: QtBot
) -> None:
    pending = _out(counter)
    page = seat.approvals
    seat.window.refresh()
    page.wait_for_rows(1)
    counter.add_teller("Hani Super", "SUPERVISOR")("decline", pending, "no signature")
    page.approve()
    page.wait_for_rows(0)
    qtbot.waitUntil(lambda: len(seat.page.notes()) == 1)
    assert seat.page.notes() == [
        "Hani Super has declined this already: Cash out, 20,001.00 EGP, Salma Hassan."
    ]
    assert counter.payment(pending, "failure_code") == ("declined",)


def test_what_could_not_be_booked_any_more_says_why(
    counter: Counter, seat: Seat, qtbot: QtBot
) -> None:
    _out(counter)
    page = seat.approvals
    seat.window.refresh()
    page.wait_for_rows(1)
    counter.as_supervisor("freeze", counter.salma.account_id, "DEBITS", "a court", None)
    page.approve()
    page.wait_for_rows(0)
    qtbot.waitUntil(lambda: len(seat.page.notes()) == 1)
    assert seat.page.notes()[0].startswith(
        "Cash out, 20,001.00 EGP, Salma Hassan could not be booked any more."
    )


def test_nobody_approves_their_own_and_its_maker_may_take_it_back(
    counter: Counter, seat: Seat
) -> None:
    counter.as_supervisor("open_till", new_uuid7(), "EGP", "0")
    counter.open_customers(counter.as_supervisor)
    own = counter.cash("CASH_IN", "1000001", caller=counter.as_supervisor)
    assert own["status"] == "PENDING"
    page = seat.approvals
    seat.window.refresh()
    page.wait_for_rows(1)
    assert page.rows()[0][3] == "you"
    assert page.own() == "You made this.\nSomebody else has to decide."
    assert page.waiting() == 0
    assert not page.can("approve")
    assert not page.can("decline")
    page.choose(0)
    for key in (Qt.Key.Key_A, Qt.Key.Key_D, Qt.Key.Key_Return):
        page.press_key(key)
    assert not page.asks("approve")
    assert not page.asks("decline")
    page.take_back()
    page.wait_for_rows(0)
    assert _status(counter, own["id"]) == "CANCELLED"


def test_an_owner_may_not_decide_either(
    counter: Counter, open_seat: Callable[[str, str], Seat]
) -> None:
    counter.bank.ask(
        "auth",
        "INSERT INTO user_roles (user_id, role) VALUES (%s, 'SUPERVISOR')",
        str(counter.salma.user_id),
    )
    counter.bank.ask(
        "auth",
        "DELETE FROM user_roles WHERE user_id = %s AND role = 'CUSTOMER'",
        str(counter.salma.user_id),
    )
    _out(counter)
    seat = open_seat("salma@demo.eg", "approvals")
    page = seat.approvals
    page.wait_for_rows(1)
    assert page.own() == "This is yours.\nSomebody else has to decide."
    assert not page.can("approve")
    assert not page.can("cancel")


def test_time_goes_on_and_what_is_urgent_shows(
    counter: Counter, seat: Seat, monkeypatch: pytest.MonkeyPatch
) -> None:
    _out(counter)
    page = seat.approvals
    seat.window.refresh()
    page.wait_for_rows(1)
    then = clock.now()
    monkeypatch.setattr(clock, "now", lambda: then + timedelta(hours=7, minutes=50))
    assert page.rows()[0][5] == "9 min"
    monkeypatch.setattr(clock, "now", lambda: then + timedelta(hours=8))
    assert page.rows()[0][5] == "under 1 min"


def test_what_was_typed_survives_a_refresh_and_not_another_choice(
    counter: Counter, seat: Seat, qtbot: QtBot
) -> None:
    _out(counter)
    page = seat.approvals
    seat.window.refresh()
    page.wait_for_rows(1)
    page.begin("decline")
    page.type_reason("I am not sure")
    _out(counter, "20002")
    seat.window.refresh()
    page.wait_for_rows(2)
    assert page.asks("decline")
    page.confirm("decline")
    page.wait_for_rows(1)
    page.begin("decline")
    page.confirm("decline")
    assert page.error()


def test_an_answer_that_never_came_leaves_the_question_open_and_says_so(
    counter: Counter, seat: Seat, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    pending = _out(counter)
    page = seat.approvals
    seat.window.refresh()
    page.wait_for_rows(1)

    def lost(_self: object, *, payment_id: UUID) -> None:
        raise OutcomeUnknown(payment_id)

    with monkeypatch.context() as patched:
        patched.setattr(type(seat.services.approvals), "approve", lost)
        page.approve()
        qtbot.waitUntil(lambda: bool(page.error()))
    assert page.error().startswith("We don't know yet whether this was decided.")
    assert page.asks("approve")
    page.confirm("approve")
    page.wait_for_rows(0)
    assert _status(counter, pending) == "COMPLETED"


def test_a_count_from_before_a_decision_does_not_come_back(
    counter: Counter, seat: Seat, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = seat.window._session
    assert session is not None
    qtbot.waitUntil(session._poll._timer.isActive, timeout=PATIENCE_MS)
    # From now on nothing is asked but by this test.
    session._live.stop()
    _out(counter)
    seat.window.refresh()
    seat.approvals.wait_for_rows(1)
    seat.approvals.wait_for_waiting(1)
    count, is_made, goes_on = seat.services.approvals.count, threading.Event(), threading.Event()

    def late() -> int:
        found = count()
        if not is_made.is_set():
            is_made.set()
            assert goes_on.wait(PATIENCE_MS / 1000)
        return found

    monkeypatch.setattr(seat.services.approvals, "count", late)
    session._poll.count_unread()
    asked = session._poll._count_tasks["approvals"]
    qtbot.waitUntil(is_made.is_set, timeout=PATIENCE_MS)
    seat.approvals.approve()
    seat.approvals.wait_for_rows(0)
    seat.approvals.wait_for_waiting(0)
    goes_on.set()
    qtbot.waitUntil(lambda: not asked.is_open, timeout=PATIENCE_MS)
    assert seat.approvals.waiting() == 0


def test_what_was_said_yes_to_is_decided_in_another_language_too(
    counter: Counter, seat: Seat, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    approve = seat.services.approvals.approve
    made, go = threading.Event(), threading.Event()

    def held(*, payment_id: UUID) -> Decision:
        made.set()
        assert go.wait(PATIENCE_MS / 1000)
        return approve(payment_id=payment_id)

    monkeypatch.setattr(seat.services.approvals, "approve", held)
    both = [_out(counter), _out(counter, "20002")]
    page = seat.approvals
    seat.window.refresh()
    page.wait_for_rows(2)
    for row in (0, 1):
        page.choose(row)
        page.approve()
    qtbot.waitUntil(made.is_set, timeout=PATIENCE_MS)
    seat.page.go_to("settings")
    LanguagePage(qtbot, seat.window).choose(Language.ARABIC)
    # At once, whatever is on its way.
    assert [_status(counter, each) for each in both] == ["PENDING", "PENDING"]
    go.set()
    qtbot.waitUntil(lambda: len(seat.page.notes()) == len(both), timeout=PATIENCE_MS)
    assert [_status(counter, each) for each in both] == ["COMPLETED", "COMPLETED"]
    # As this person's own, though the first one was sent twice.
    assert all(note.startswith("تمت الموافقة: ") for note in seat.page.notes()), seat.page.notes()
    page.wait_for_waiting(0)
    counter.check_books()
