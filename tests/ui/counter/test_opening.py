"""Opening a customer: a reason, a quarter of an hour, and nothing before and after."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from tests.pages.finding import find
from ui.screens.counter.opening import Opening

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.clock import Clock
    from tests.database.desk import Desk
    from tests.pages.counter import CounterPage
    from tests.pages.window import WindowPage
    from ui.main_window import MainWindow


def reasons(desk: Desk) -> list[str]:
    """Return the reasons that the log has, in order."""
    rows = desk.ask(
        "SELECT payload->>'reason' FROM audit_logs WHERE event = 'customer_opened' ORDER BY id"
    )
    return [row[0] for row in rows]


def forget(desk: Desk) -> None:
    """Have the bank take the time for over."""
    desk.ask("UPDATE customer_openings SET closes_at = private.utc_now() - interval '1 s'")


def work_on(counter: CounterPage, clock: Clock, **by: float) -> None:
    """Let time pass with somebody at the window, which locks where nobody is."""
    left = timedelta(**by)
    while left:
        step = min(left, timedelta(minutes=4))
        clock.forward(seconds=step.total_seconds())
        counter.key(Qt.Key.Key_Shift)
        left -= step


def test_nothing_is_read_before_there_is_a_reason(counter: CounterPage, desk: Desk) -> None:
    counter.find("salma")
    counter.wait_for_names("Salma Hassan")
    counter.choose("Salma Hassan")
    assert counter.wait_for_question() == "Salma Hassan"
    assert not counter.is_open()
    assert counter.accounts() == []
    assert reasons(desk) == []
    counter.give_reason(5)
    counter.wait_until_open()
    assert reasons(desk) == ["Complaint"]
    assert [each.available for each in counter.accounts()] == ["1,000.00 EGP"]


def test_another_reason_is_typed(counter: CounterPage, at_counter: MainWindow, desk: Desk) -> None:
    counter.find("salma")
    counter.wait_for_names("Salma Hassan")
    counter.choose("Salma Hassan")
    counter.wait_for_question()
    counter.give_reason("   ")
    assert counter.reason_error()
    other = find(at_counter, QLineEdit, "counter.reason.other")
    other.setFocus()
    # A digit that is typed into the field is no reason by itself.
    counter.type("lost card 3")
    assert other.text().strip() == "lost card 3"
    counter.key(Qt.Key.Key_Return)
    counter.wait_until_open()
    assert reasons(desk) == ["lost card 3"]


def test_a_second_enter_or_digit_opens_nothing_twice(counter: CounterPage, desk: Desk) -> None:
    counter.find("salma")
    counter.wait_for_names("Salma Hassan")
    counter.choose("Salma Hassan")
    counter.wait_for_question()
    for _ in range(3):
        counter.key(Qt.Key.Key_1)
        counter.key(Qt.Key.Key_Return)
    counter.wait_until_open()
    assert reasons(desk) == ["Cash in"]


def test_the_page_says_since_when_and_until_when(
    qtbot: QtBot, counter: CounterPage, clock: Clock
) -> None:
    clock.stop_at(datetime(2026, 11, 22, 8, 31, tzinfo=UTC))
    counter.open_customer("salma", reason=2)
    opened, closes = (
        f"{(datetime(2026, 11, 22, 8, 31, tzinfo=UTC) + timedelta(minutes=m)).astimezone():%H:%M}"
        for m in (0, 15)
    )
    assert counter.fact("opened") == f"Opened {opened} · Cash out · closes {closes}"
    work_on(counter, clock, minutes=13, seconds=55)
    qtbot.waitUntil(lambda: "closes in 1:0" in counter.fact("opened"))


def test_when_the_time_is_over_the_accounts_go_and_what_was_typed_stays(
    qtbot: QtBot, counter: CounterPage, clock: Clock, desk: Desk
) -> None:
    counter.open_customer("salma")
    counter.key(Qt.Key.Key_F9)
    counter.wait_for_focus("counter.notes.text")
    counter.type("half a note")
    work_on(counter, clock, minutes=15)
    qtbot.waitUntil(counter.is_asking)
    assert counter.is_over()
    assert not counter.is_open()
    assert counter.accounts() == []
    assert counter.history.table.model().rowCount() == 0
    assert counter.panel_title() == ""
    counter.give_reason(3)
    counter.wait_until_open()
    assert reasons(desk) == ["Cash in", "Transfer"]
    assert counter.panel_title() == "Notes"
    assert counter.note_edit().toPlainText() == "half a note"
    counter.wait_for_focus("counter.notes.text")


def test_the_banks_word_that_it_is_over_counts_at_once(
    qtbot: QtBot, counter: CounterPage, at_counter: MainWindow, desk: Desk
) -> None:
    counter.open_customer("salma")
    forget(desk)
    at_counter.refresh()
    qtbot.waitUntil(counter.is_asking)
    assert counter.is_over()
    assert counter.accounts() == []
    counter.give_reason(1)
    counter.wait_until_open()


def test_a_form_that_hears_it_first_asks_again_and_keeps_what_was_typed(
    qtbot: QtBot, counter: CounterPage, desk: Desk
) -> None:
    counter.open_customer("salma")
    counter.do("notes")
    counter.type("half a note")
    forget(desk)
    counter.key(Qt.Key.Key_Return)
    qtbot.waitUntil(counter.is_asking)
    counter.give_reason(1)
    counter.wait_until_open()
    assert counter.note_edit().toPlainText() == "half a note"


def test_oneself_cannot_be_opened(counter: CounterPage, desk: Desk) -> None:
    desk.ask(
        "INSERT INTO holders (user_id, full_name, stated_at) VALUES (%s, 'Teller One', 0)",
        desk.as_teller.user_id,
    )
    counter.find("teller one")
    counter.wait_for_names("Teller One")
    counter.choose("Teller One")
    counter.wait_for_question()
    counter.give_reason(1)
    assert counter.reason_error()
    assert counter.is_asking()
    assert counter.focus() == "counter.reason.1"


def test_the_counter_is_as_it_was_after_another_screen(
    counter: CounterPage, page: WindowPage, desk: Desk
) -> None:
    counter.open_customer("salma")
    page.go_to("settings")
    page.go_to("counter")
    assert counter.is_open()
    assert counter.search.text() == "salma"
    assert counter.names() == ["Salma Hassan"]
    assert reasons(desk) == ["Cash in"]


def test_time_goes_on_while_another_screen_is_shown(
    counter: CounterPage, page: WindowPage, clock: Clock
) -> None:
    counter.open_customer("salma")
    page.go_to("settings")
    work_on(counter, clock, minutes=16)
    page.go_to("counter")
    assert counter.is_asking()
    assert counter.accounts() == []


def test_choosing_another_customer_leaves_nothing_of_the_first(
    counter: CounterPage, desk: Desk
) -> None:
    counter.open_customer("salma")
    counter.do("notes")
    counter.type("half a note")
    counter.open_customer("karim", reason=2)
    assert counter.fact("name") == "Karim Samir"
    assert [each.available for each in counter.accounts()] == ["0.00 EGP"]
    assert counter.panel_title() == ""
    counter.do("notes")
    assert counter.note_edit().toPlainText() == ""
    assert reasons(desk) == ["Cash in", "Cash out"]


def test_only_the_window_that_opened_somebody_counts_down(qtbot: QtBot) -> None:
    opening = Opening(None)  # type: ignore[arg-type]  # nothing is asked
    told: list[object] = []
    opening.over.connect(lambda: told.append("over"))
    opening.look()
    opening.end()
    opening.renew()
    assert told == []
    assert not opening.is_under_way
