"""Filtering a history on screen, fed from a ledger in memory."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QFrame, QLabel, QLineEdit

from services.errors import Unavailable
from services.values.history import Direction, HistoryFilter
from services.values.transfers import TransferStatus
from tests.pages.finding import find, plain, press, wait_for
from tests.pages.history import HistoryPage
from tests.ui.ledger import ACCOUNT, NEWEST_AT, OTHER, Ledger, unposted
from tests.ui.stage import stage
from ui import clock
from ui.components.history import HistoryView
from ui.components.history.paging import PAGE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from pytestqt.qtbot import QtBot


@pytest.fixture
def ledger() -> Iterator[Ledger]:
    made = Ledger(250)
    for number in (3, 120, 249):
        made.lines[number - 1] = replace(made.lines[number - 1], note=f"needle {number}")
    yield made
    made.gate.set()


@pytest.fixture
def view(ledger: Ledger, qtbot: QtBot) -> HistoryView:
    made = HistoryView(ledger)
    stage(qtbot, made)
    made.show_account(ACCOUNT)
    HistoryPage(qtbot, made).wait_for_rows(PAGE)
    return made


@pytest.fixture
def page(view: HistoryView, qtbot: QtBot) -> HistoryPage:
    return HistoryPage(qtbot, view)


@pytest.fixture
def today(monkeypatch: pytest.MonkeyPatch) -> datetime:
    monkeypatch.setattr(clock, "now", lambda: NEWEST_AT)
    return NEWEST_AT


def sequences(view: HistoryView) -> list[int | None]:
    return [view.model.line(row).sequence for row in range(view.model.rowCount())]


def test_words_filter_while_they_are_typed_and_ask_once(
    view: HistoryView, page: HistoryPage, ledger: Ledger
) -> None:
    page.type_search("needle")
    page.wait_for_row_count(3)
    assert sequences(view) == [249, 120, 3]
    # Not a search a letter: a fast typist sets off one.
    assert [each.text for each in ledger.filters] == ["", "needle"]
    assert view.filter == HistoryFilter("needle")


def test_an_answer_to_what_was_typed_before_is_dropped(
    view: HistoryView, page: HistoryPage, ledger: Ledger, qtbot: QtBot
) -> None:
    ledger.gate.clear()
    page.type_search("needle")
    qtbot.waitUntil(lambda: len(ledger.filters) == 2)
    page.type_search("needle 120")
    qtbot.waitUntil(lambda: len(ledger.filters) == 3)
    ledger.gate.set()
    page.wait_for_row_count(1)
    assert sequences(view) == [120]
    QApplication.processEvents()
    assert sequences(view) == [120]


def test_what_is_shown_stays_until_the_answer_is_here(
    view: HistoryView, page: HistoryPage, ledger: Ledger, qtbot: QtBot
) -> None:
    ledger.gate.clear()
    page.type_search("needle")
    qtbot.waitUntil(lambda: len(ledger.filters) == 2)
    assert view.model.rowCount() == PAGE
    assert page.table.isVisible()
    # A refresh meanwhile must not mix what is known of one filter with another.
    view.refresh()
    ledger.gate.set()
    page.wait_for_row_count(3)
    assert len(ledger.filters) == 2


def test_a_rare_word_is_searched_in_short_calls_and_can_be_stopped(
    view: HistoryView, page: HistoryPage, ledger: Ledger, qtbot: QtBot
) -> None:
    ledger.looks_at = 40
    page.type_search("needle")
    page.wait_for_row_count(3)
    qtbot.waitUntil(lambda: not view.model.pager.is_loading_more)
    assert sequences(view) == [249, 120, 3]
    assert len(ledger.filters) == 1 + 7

    ledger.passes = 2
    page.type_search("needle 3")
    page.wait_for_row_count(0)
    wait_for(qtbot, view, "history.more.stop")
    assert "everything since" in plain(find(view, QLabel, "history.more.progress").text())
    press(view, "history.more.stop")
    ledger.gate.set()
    wait_for(qtbot, view, "history.more.go_on")
    asked = len(ledger.filters)
    assert plain(find(view, QLabel, "history.more.progress").text()).startswith("Stopped.")
    press(view, "history.more.go_on")
    page.wait_for_row_count(1)
    assert sequences(view) == [3]
    assert len(ledger.filters) > asked


def test_nothing_that_matches_says_so_and_clearing_shows_all_again(
    view: HistoryView, page: HistoryPage
) -> None:
    page.type_search("nobody")
    assert "No payment matches" in page.wait_for_no_match()
    page.clear_filter()
    page.wait_for_rows(PAGE)
    assert page.search.text() == ""
    assert page.search.hasFocus()
    assert view.filter.is_empty


def test_esc_empties_the_search(view: HistoryView, page: HistoryPage) -> None:
    page.type_search("needle")
    page.wait_for_row_count(3)
    QTest.keyClick(page.search, Qt.Key.Key_Escape)
    page.wait_for_rows(PAGE)
    assert view.filter.is_empty
    page.type_search("needle")
    press(view, "history.search.clear")
    assert page.search.text() == ""


def test_directions(view: HistoryView, page: HistoryPage, ledger: Ledger, qtbot: QtBot) -> None:
    ledger.not_made = [
        unposted(1, TransferStatus.FAILED, failure_code="insufficient_funds", note="a car")
    ]
    page.choose_direction("in")
    qtbot.waitUntil(lambda: {row.amount for row in page.rows()} == {"+180.00"})
    page.choose_direction("out")
    qtbot.waitUntil(lambda: {row.amount for row in page.rows()} == {"\u22124,504.50"})
    page.choose_direction("not_made")
    page.wait_for_row_count(1)
    (row,) = page.rows()
    assert row.what == "Karim S••••, a car, fee 0.50"
    assert row.balance == ""
    assert page.spoken(0)[1:] == [
        "Not enough money: Karim S••••, a car, fee 0.50",
        "not paid 250.50 EGP",
        "no balance",
    ]
    # By arrow key, as among radio buttons.
    chosen = find(view, QAbstractButton, "history.direction.not_made")
    chosen.setFocus()
    QTest.keyClick(chosen, Qt.Key.Key_Left)
    qtbot.waitUntil(lambda: view.filter.direction is Direction.OUT)


def test_where_every_payment_was_made_that_is_said(page: HistoryPage) -> None:
    page.choose_direction("not_made")
    assert "Every payment was made" in page.wait_for_no_match()
    page.clear_filter()
    page.wait_for_rows(PAGE)


@pytest.mark.usefixtures("today")
def test_usual_periods_and_typed_days(view: HistoryView, page: HistoryPage, qtbot: QtBot) -> None:
    day = NEWEST_AT.astimezone().date()
    page.choose_period("week")
    assert view.filter == HistoryFilter(start=day - timedelta(days=6), end=day)
    page.wait_for_row_count(
        sum(each.at.astimezone().date() > day - timedelta(days=7) for each in Ledger(250).lines)
    )
    dates = find(view, QAbstractButton, "history.dates")
    assert dates.text() == "Last 7 days"
    assert dates.accessibleName() == "Dates: Last 7 days"
    page.choose_days("20/11/2026", "٢١-١١-٢٠٢٦")
    qtbot.waitUntil(lambda: {row.when.split()[0] for row in page.rows()} == {"20", "21"})
    assert plain(dates.text()) == "20 Nov to 21 Nov"
    page.choose_period("all")
    assert view.filter.is_empty


def test_days_that_are_none_or_in_wrong_order_are_told_beside_their_field(
    view: HistoryView, page: HistoryPage
) -> None:
    page.choose_days("31/02/2026", "")
    error = find(view, QFrame, "history.dates.popup.from.error")
    assert error.isVisible()
    assert "not a date" in error.accessibleName()
    assert find(view, QLineEdit, "history.dates.popup.from").hasFocus()
    popup = QApplication.activePopupWidget()
    assert popup is not None
    popup.hide()
    page.choose_days("22/11/2026", "21/11/2026")
    error = find(view, QFrame, "history.dates.popup.to.error")
    assert "first day" in error.accessibleName()
    assert view.filter.is_empty
    popup = QApplication.activePopupWidget()
    assert popup is not None
    QTest.keyClick(popup, Qt.Key.Key_Escape)
    assert not popup.isVisible()


def test_what_waits_stands_above_and_what_a_filter_hides_of_it_is_told(
    view: HistoryView, page: HistoryPage, ledger: Ledger, qtbot: QtBot
) -> None:
    ledger.held = [unposted(2, note="a chair"), unposted(1, note="a phone")]
    view.refresh()
    page.wait_for_row_count(PAGE + 2)
    assert [row.what for row in page.rows()[:2]] == [
        "Karim S••••, a chair, fee 0.50",
        "Karim S••••, a phone, fee 0.50",
    ]
    assert page.spoken(0)[1:] == [
        "Waiting: Karim S••••, a chair, fee 0.50",
        "to pay 250.50 EGP",
        "no balance",
    ]
    assert page.hidden_waiting() == ""
    page.type_search("chair")
    page.wait_for_row_count(1)
    qtbot.waitUntil(lambda: page.hidden_waiting() != "")
    assert page.hidden_waiting().startswith("1 waiting payment")
    ledger.held = ledger.held[1:]
    view.refresh()
    assert "No payment matches" in page.wait_for_no_match()


def test_newer_payments_that_match_come_on_top_and_others_do_not(
    view: HistoryView, page: HistoryPage, ledger: Ledger, qtbot: QtBot
) -> None:
    ledger.looks_at = 100
    page.type_search("needle")
    page.wait_for_row_count(3)
    view.table.selectRow(1)
    ledger.post(5)
    ledger.lines[-2] = replace(ledger.lines[-2], note="needle 254")
    view.refresh()
    page.wait_for_row_count(4)
    assert sequences(view) == [254, 249, 120, 3]
    assert [index.row() for index in view.table.selectionModel().selectedRows()] == [2]
    view.refresh()
    qtbot.waitUntil(lambda: not view.model.pager.is_loading_more)
    assert sequences(view) == [254, 249, 120, 3]


def test_a_first_match_comes_by_itself_once_it_is_posted(
    view: HistoryView, page: HistoryPage, ledger: Ledger
) -> None:
    ledger.looks_at = 100
    page.type_search("zebra")
    page.wait_for_no_match()
    ledger.post(1)
    ledger.lines[-1] = replace(ledger.lines[-1], note="zebra")
    view.refresh()
    page.wait_for_row_count(1)
    assert sequences(view) == [251]


def test_a_filter_stays_for_another_account_and_is_told_to_the_host(
    view: HistoryView, page: HistoryPage, ledger: Ledger, qtbot: QtBot
) -> None:
    told: list[HistoryFilter] = []
    view.filter_changed.connect(told.append)
    page.type_search("needle")
    page.wait_for_row_count(3)
    view.show_account(OTHER)
    page.wait_for_row_count(3)
    assert ledger.asked[-1][0] == OTHER
    assert told == [HistoryFilter("needle")]
    view.show_filter(HistoryFilter(direction=Direction.IN))
    qtbot.waitUntil(lambda: {row.amount for row in page.rows()} == {"+180.00"})
    assert told[1:] == [HistoryFilter(direction=Direction.IN)]
    assert page.search.text() == ""


def test_a_filter_that_fails_says_why_and_is_tried_again(
    view: HistoryView, page: HistoryPage, ledger: Ledger, qtbot: QtBot
) -> None:
    ledger.failure = Unavailable("server_unreachable", database="payment")
    page.type_search("needle")
    error = wait_for(qtbot, view, "history.error")
    ledger.failure = None
    error.findChildren(QAbstractButton)[0].click()
    page.wait_for_row_count(3)
