"""The queue follows without a click: what comes, what goes, and what the side bar says of it."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from tests.pages.finding import PATIENCE_MS
from ui.screens.approvals import queue
from ui.screens.approvals.queue import Queue

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from services.values.approvals import Decision
    from tests.database.counter import Counter
    from tests.ui.approvals.conftest import Seat

pytestmark = pytest.mark.usefixtures("at_work")


def test_what_is_made_and_decided_elsewhere_shows_within_a_second(
    counter: Counter, seat: Seat, qtbot: QtBot
) -> None:
    page = seat.approvals
    page.wait_for_rows(0)
    hani = counter.add_teller("Hani Super", "SUPERVISOR")
    session = seat.window._session
    assert session is not None

    def delay(act: Callable[[], object], rows: int) -> float:
        # News of a moment ago has the window wait before it looks again.
        qtbot.waitUntil(lambda: not session._live._gap.isActive(), timeout=PATIENCE_MS)
        begun = time.monotonic()
        act()
        page.wait_for_rows(rows)
        page.wait_for_waiting(rows)
        return time.monotonic() - begun

    pending: list[UUID] = []
    came, went = [], []
    for _ in range(3):
        came.append(delay(lambda: pending.append(counter.cash("CASH_OUT", "20001")["id"]), 1))
        went.append(delay(lambda: hani("approve", pending[-1]), 0))
    assert min(came) < 1, came
    assert min(went) < 1, went
    assert set(seat.page.notes()) == {
        (
            "Cash out, 20,001.00 EGP, Salma Hassan: this waits no longer."
            " It was decided, cancelled, or has run out."
        )
    }


def test_two_supervisors_and_one_decision(
    counter: Counter, seat: Seat, open_seat: Callable[[str, str], Seat], qtbot: QtBot
) -> None:
    counter.bank.add_staff("Hani Super", "hani@demo.eg", "SUPERVISOR")
    other = open_seat("hani@demo.eg", "approvals")
    pending = counter.cash("CASH_OUT", "20001")["id"]
    for each in (seat, other):
        each.approvals.wait_for_rows(1)
    other.approvals.approve()
    for each in (seat, other):
        each.approvals.wait_for_rows(0)
    assert counter.payment(pending, "status") == ("COMPLETED",)
    told = counter.as_supervisor("approve", pending)
    assert (told["decided_by"], told["is_mine"]) == ("Hani Super", False)


def test_the_side_bar_counts_while_another_screen_is_shown(counter: Counter, seat: Seat) -> None:
    seat.page.go_to("settings")
    counter.cash("CASH_OUT", "20001")
    counter.cash("CASH_OUT", "20001")
    seat.approvals.wait_for_waiting(2)


def test_an_auditor_has_the_overview_and_no_approvals(
    counter: Counter, open_seat: Callable[[str, str], Seat]
) -> None:
    counter.bank.add_staff("Aya Auditor", "aya@demo.eg", "AUDITOR")
    seat = open_seat("aya@demo.eg", "overview")
    assert "approvals" not in seat.page.screens()
    seat.overview.wait_for_tills(1)
    seat.overview.wait_for_till(0, cash_in="90,000.00")
    counter.cash("CASH_IN", "5")
    seat.overview.wait_for_till(0, cash_in="90,005.00", drawer="95,005.00")


@pytest.fixture
def two(counter: Counter, seat: Seat) -> tuple[UUID, UUID]:
    """What waits: 20,001.00 EGP, which is chosen, and 20,002.00 EGP."""
    first, second = (counter.cash("CASH_OUT", amount)["id"] for amount in ("20001", "20002"))
    seat.approvals.wait_for_rows(2)
    seat.approvals.choose(0)
    return first, second


def test_what_goes_while_it_is_asked_about_leaves_the_keys_where_they_are(
    counter: Counter, seat: Seat, two: tuple[UUID, UUID], qtbot: QtBot
) -> None:
    gone, other = two
    page = seat.approvals
    page.press_key(Qt.Key.Key_D)
    page.type_keys("the id does not match ")
    counter.add_teller("Hani Super", "SUPERVISOR")("approve", gone)
    page.wait_for_rows(1)
    # On and on, with what would approve and decline another one.
    page.type_keys("what a dad has on file ")
    assert page.reason() == "the id does not match what a dad has on file "
    assert page.fact("amount") == "20,001.00 EGP"
    assert page.error().startswith("Cash out, 20,001.00 EGP, Salma Hassan: this waits no longer.")
    page.press_key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(seat.page.notes()) == 1)
    assert seat.page.notes()[0].startswith("Hani Super has approved this already: ")
    assert page.fact("amount") == "20,002.00 EGP"
    assert counter.payment(gone, "status") == ("COMPLETED",)
    assert counter.payment(other, "status") == ("PENDING",)


def test_a_question_about_what_is_gone_is_left_for_what_is_next(
    counter: Counter, seat: Seat, two: tuple[UUID, UUID]
) -> None:
    gone, _next = two
    page = seat.approvals
    page.press_key(Qt.Key.Key_A)
    counter.as_supervisor("decline", gone, "no signature")
    page.wait_for_rows(1)
    assert page.asks("approve")
    page.press_key(Qt.Key.Key_Escape)
    assert not page.asks("approve")
    assert page.fact("amount") == "20,002.00 EGP"
    assert page.view.hasFocus()


def test_the_last_one_that_goes_leaves_an_empty_page_once_its_question_is_left(
    counter: Counter, seat: Seat, qtbot: QtBot
) -> None:
    gone = counter.cash("CASH_OUT", "20001")["id"]
    page = seat.approvals
    page.wait_for_rows(1)
    page.choose(0)
    page.press_key(Qt.Key.Key_A)
    counter.as_supervisor("decline", gone, "no signature")
    qtbot.waitUntil(lambda: bool(page.error()))
    page.press_key(Qt.Key.Key_Escape)
    page.wait_for_rows(0)


@pytest.fixture
def _long_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(queue, "RESTS_MS", 600_000)


@pytest.mark.usefixtures("_long_rest")
def test_a_letter_for_one_that_has_just_gone_begins_nothing_about_the_next(
    counter: Counter, seat: Seat, two: tuple[UUID, UUID]
) -> None:
    gone, _next = two
    page = seat.approvals
    page.view.setFocus()
    counter.as_supervisor("decline", gone, "no signature")
    page.wait_for_rows(1)
    for key in (Qt.Key.Key_A, Qt.Key.Key_D):
        page.press_key(key)
        assert not page.asks("approve")
        assert not page.asks("decline")
    view = page.view
    assert isinstance(view, Queue)
    view._resting.stop()
    page.press_key(Qt.Key.Key_A)
    assert page.asks("approve")


class SlowAnswers:
    """Has approvals answered only once `goes_on` is set."""

    def __init__(self, seat: Seat, monkeypatch: pytest.MonkeyPatch) -> None:
        self.goes_on = threading.Event()
        service = type(seat.services.approvals)
        self._approve = service.approve
        monkeypatch.setattr(service, "approve", self.approve)
        self._service = seat.services.approvals

    def approve(self, *, payment_id: UUID) -> Decision:
        assert self.goes_on.wait(PATIENCE_MS / 1000)
        return self._approve(self._service, payment_id=payment_id)


@pytest.fixture
def slow(seat: Seat, monkeypatch: pytest.MonkeyPatch) -> SlowAnswers:
    return SlowAnswers(seat, monkeypatch)


def test_an_answer_about_one_leaves_the_question_about_another_alone(
    counter: Counter, seat: Seat, two: tuple[UUID, UUID], slow: SlowAnswers
) -> None:
    first, second = two
    page = seat.approvals
    page.approve()
    page.choose(1)
    page.press_key(Qt.Key.Key_D)
    page.type_keys("a dad ")
    slow.goes_on.set()
    page.wait_for_rows(1)
    page.type_keys("has it")
    assert page.reason() == "a dad has it"
    assert page.fact("amount") == "20,002.00 EGP"
    page.press_key(Qt.Key.Key_Return)
    page.wait_for_rows(0)
    assert counter.payment(first, "status") == ("COMPLETED",)
    assert counter.payment(second, "status, failure_code") == ("FAILED", "declined")


def test_a_yes_to_the_next_one_waits_its_turn(
    counter: Counter, seat: Seat, two: tuple[UUID, UUID], slow: SlowAnswers
) -> None:
    first, second = two
    page = seat.approvals
    page.approve()
    page.choose(1)
    page.decline("not her signature")
    # What is on its way is shown so, and not decided another way.
    for row, verb in ((0, "approve"), (1, "decline")):
        page.choose(row)
        assert page.asks(verb)
        assert not page.can(f"{verb}_now")
        assert not page.can("approve")
        page.press_key(Qt.Key.Key_D)
        page.press_key(Qt.Key.Key_Escape)
        assert page.asks(verb)
    assert counter.payment(second, "status") == ("PENDING",)
    slow.goes_on.set()
    page.wait_for_rows(0)
    assert counter.payment(first, "status") == ("COMPLETED",)
    assert counter.payment(second, "status, failure_code") == ("FAILED", "declined")
    assert len(seat.page.notes()) == 2


def test_an_answer_that_finds_its_person_on_another_screen_leaves_the_keyboard_there(
    counter: Counter, seat: Seat, two: tuple[UUID, UUID], slow: SlowAnswers, qtbot: QtBot
) -> None:
    first, second = two
    page = seat.approvals
    page.approve()
    seat.page.go_to("settings")
    field = seat.window.findChild(QLineEdit, "settings.password.current")
    assert field is not None
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    slow.goes_on.set()
    qtbot.waitUntil(lambda: len(seat.page.notes()) == 1, timeout=PATIENCE_MS)
    assert counter.payment(first, "status") == ("COMPLETED",)
    page.type_keys("a d a ")
    assert field.text() == "a d a "
    assert counter.payment(second, "status") == ("PENDING",)
