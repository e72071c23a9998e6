"""The blind close: nothing is told before the count, and whatever differs, the till closes."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget

from tests.pages.finding import PATIENCE_MS, find, plain, press, type_into
from tests.pages.till import focus_name
from ui.screens.till.count_sheet import pieces_in

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.database.counter import Counter
    from tests.ui.till.conftest import OpenSeat, Seat

FULL = {"200": 24, "50": 4}


def visible_words(root: QWidget) -> str:
    """Return everything that is on screen or said of it."""
    shown = [each for each in root.findChildren(QWidget) if each.isVisible()]
    words = [plain(each.text()) for each in shown if isinstance(each, QLabel)]
    said = [plain(f"{each.accessibleName()} {each.accessibleDescription()}") for each in shown]
    return "\n".join(words + said)


def _focused() -> QWidget:
    focused = QApplication.focusWidget()
    assert focused is not None
    return focused


def test_a_till_that_is_right_closes_at_once(seat: Seat, counter: Counter) -> None:
    seat.page.count(FULL)
    seat.page.wait_for("till.closed")
    assert counter.cash_of("TILL") == counter.cash_of("VARIANCE") == 0
    assert counter.as_teller.rows("my_tills") == []
    counter.check_books()
    press(seat.screen, "till.closed.go_on")
    seat.page.wait_for("till.float")


def test_what_should_be_there_is_not_told_before_the_count(seat: Seat, counter: Counter) -> None:
    counter.cash("CASH_IN", "123.25")
    seat.screen.refresh()
    seat.page.wait_for_drawer("5,123.25 EGP")
    seat.page.begin_count()
    assert "5,123.25" not in visible_words(seat.screen)
    seat.page.type_counts({"200": 25})
    assert seat.page.total() == "5,000.00 EGP"
    press(seat.screen, "till.count_confirm")
    question = seat.page.question()
    assert "5,000.00" in question
    assert "once" in question
    assert "5,123.25" not in visible_words(seat.screen.window())
    seat.page.answer("cancel")
    assert counter.as_teller.rows("my_tills")[0]["counted"] is None
    # It can still be put right.
    seat.page.type_counts({"100": 1, "20": 1, "1": 3, "0.25": 1})
    assert seat.page.total() == "5,123.25 EGP"
    seat.page.confirm_count()
    seat.page.wait_for("till.closed")


@pytest.mark.parametrize(
    ("counts", "said", "supervisor"),
    [
        ({"200": 25, "5": 2}, "+10.00 EGP too much", False),
        ({"200": 24}, "\u2212200.00 EGP too little", True),
    ],
)
def test_what_differs_takes_a_reason_and_never_keeps_it_open(
    seat: Seat, counter: Counter, counts: dict[str, int], said: str, supervisor: bool
) -> None:
    seat.page.count(counts)
    assert seat.page.variance() == said
    assert "5,000.00 EGP" in seat.page.text("till.result.expected")
    assert seat.page.shows("till.supervisor") is supervisor
    press(seat.screen, "till.close")
    assert "reason" in seat.page.said("till.reason.error").lower()
    seat.page.close("miscounted change")
    (state,) = counter.as_supervisor.rows("tills", None)
    assert state["variance_reason"] == "miscounted change"
    assert state["needs_approval"] is supervisor
    counter.check_books()


def test_the_whole_close_by_keyboard_alone(seat: Seat, counter: Counter, qtbot: QtBot) -> None:
    def write(text: str) -> None:
        QTest.keyClicks(_focused(), text)

    def key(wanted: Qt.Key) -> None:
        QTest.keyClick(_focused(), wanted)

    QTest.keyClick(seat.screen.window(), Qt.Key.Key_C, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: focus_name() == "till.count.1")
    write("24")
    key(Qt.Key.Key_Down)
    assert focus_name() == "till.count.2"
    key(Qt.Key.Key_Tab)
    assert focus_name() == "till.count.3"
    write("3")
    key(Qt.Key.Key_Up)
    assert focus_name() == "till.count.2"
    for _ in range(7):
        key(Qt.Key.Key_Return)
    assert focus_name() == "till.count.9"
    key(Qt.Key.Key_Down)
    assert focus_name() == "till.count.9"
    key(Qt.Key.Key_Return)
    assert focus_name() == "till.count_confirm"
    key(Qt.Key.Key_Return)
    seat.page.question()
    qtbot.waitUntil(lambda: focus_name() == "till.count_question.cancel")
    key(Qt.Key.Key_Tab)
    assert focus_name() == "till.count_question.yes"
    key(Qt.Key.Key_Return)
    assert seat.page.variance() == "\u221250.00 EGP too little"
    # Without a screen no window becomes active again by itself.
    seat.screen.window().activateWindow()
    qtbot.waitUntil(lambda: focus_name() == "till.reason")
    write("lost a note")
    key(Qt.Key.Key_Return)
    seat.page.wait_for("till.closed")
    qtbot.waitUntil(lambda: focus_name() == "till.closed.sheet")
    counter.check_books()


def test_what_waits_for_approval_is_shown_first(seat: Seat, counter: Counter) -> None:
    counter.ask("UPDATE counter_limits SET alone_up_to = 100")
    waiting = counter.cash("CASH_IN", "200")
    assert waiting["status"] == "PENDING"
    seat.screen.refresh()
    seat.page.wait_for_rows(1)
    seat.page.count(FULL)
    seat.page.wait_for("till.count_error")
    assert "approval" in seat.page.said("till.count_error")
    seat.page.press("till.show_waiting")
    seat.page.wait_for("till.slip.details")
    assert "approve" in seat.page.text("till.slip.sentence")
    # Nothing was counted: once it is decided, the till can be.
    counter.as_supervisor("decline", waiting["id"], "no papers")
    seat.screen.close_drawer()
    seat.page.count(FULL)
    seat.page.wait_for("till.closed")


def test_a_number_that_is_none_is_not_sent(seat: Seat, counter: Counter) -> None:
    seat.page.begin_count()
    type_into(seat.screen, "till.count.2", "12x")
    press(seat.screen, "till.count_confirm")
    assert seat.page.said("till.count_error")
    assert focus_name() == "till.count.2"
    assert counter.as_teller.rows("my_tills")[0]["counted"] is None


@pytest.mark.parametrize(
    ("typed", "pieces"),
    [
        ("", 0), (" 7 ", 7), ("007", 7), ("٢٤", 24), ("۱۰", 10), ("1000000", 1_000_000),
        ("1000001", None), ("-1", None), ("1.5", None), ("12x", None), ("²", None),
    ],
)  # fmt: skip
def test_what_is_typed_is_a_number_of_pieces(typed: str, pieces: int | None) -> None:
    assert pieces_in(typed) == pieces


def test_a_count_that_was_begun_is_a_draft(
    seat: Seat, open_seat: OpenSeat, counter: Counter
) -> None:
    assert seat.screen.draft() == {}
    seat.page.begin_count()
    seat.page.type_counts({"200": 12, "0.25": 3})
    draft = seat.screen.draft()
    other = open_seat()
    other.screen.restore(draft)
    other.page.wait_for("till.count.1")
    assert find(other.screen, QLineEdit, "till.count.1").text() == "12"
    assert other.page.total() == "2,400.75 EGP"
    # Of another till it is nobody's.
    counter.as_teller("count_till", counter.till, {"200": 25})
    third = open_seat()
    third.screen.restore(draft)
    third.page.wait_for("till.variance")


def test_a_counted_till_is_closed_after_a_restart(counter: Counter, open_seat: OpenSeat) -> None:
    counter.as_teller("count_till", counter.till, {"200": 26})
    made = open_seat()
    assert made.page.variance() == "+200.00 EGP too much"
    assert made.page.shows("till.handover")
    made.page.close("a note too much")
    assert counter.cash_of("VARIANCE") == Decimal(-200)


def test_refreshing_keeps_the_count(seat: Seat, counter: Counter, qtbot: QtBot) -> None:
    seat.page.begin_count()
    seat.page.type_counts({"200": 12})
    counter.cash("CASH_IN", "10")
    done: list[bool] = []
    seat.screen.refresh()
    assert seat.screen._task is not None
    seat.screen._task.done.connect(lambda: done.append(True))
    qtbot.waitUntil(lambda: bool(done), timeout=PATIENCE_MS)
    assert seat.page.shows("till.count.1")
    assert seat.page.field(1).text() == "12"
    press(seat.screen, "till.count_back")
    seat.page.wait_for_drawer("5,010.00 EGP")


def test_no_second_window_flashes_up(
    shown_windows: list[str], counter: Counter, open_seat: OpenSeat
) -> None:
    counter.cash("CASH_IN", "10")
    made = open_seat()
    made.page.wait_for_rows(1)
    made.page.open_slip(0)
    made.page.count(FULL)
    assert made.page.variance() == "\u221210.00 EGP too little"
    made.page.close("ten are missing")
    press(made.screen, "till.closed.go_on")
    made.page.wait_for("till.old_sheet.1")
    # The stage, and the question about the count.
    assert shown_windows == ["QWidget", "PlateDialog"]
