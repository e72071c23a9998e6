"""One payment of a history: its drawer, its menu, what is copied of it; and the columns' widths."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from services.values.money import Money
from services.values.transfers import TransferStatus
from tests.pages.finding import find, press
from tests.pages.history import HistoryPage
from tests.ui.ledger import ACCOUNT, OTHER, Ledger, unposted
from tests.ui.stage import stage
from ui.components.history import Column, HistoryView
from ui.preferences import Preferences

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from services.values.history import Line


def egp(amount: str) -> Money:
    return Money(Decimal(amount), "EGP")


@pytest.fixture
def ledger() -> Iterator[Ledger]:
    made = Ledger(20)
    made.lines[-1] = replace(
        made.lines[-1], amount=egp("-100.50"), fee=egp("0.50"), note="lunch", sequence=21
    )
    made.held = [unposted(1)]
    yield made
    made.gate.set()


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    return Preferences(tmp_path / "desktop.ini")


@pytest.fixture
def view(ledger: Ledger, preferences: Preferences, qtbot: QtBot) -> HistoryView:
    made = HistoryView(ledger, preferences=preferences)
    stage(qtbot, made)
    made.show_account(ACCOUNT)
    HistoryPage(qtbot, made).wait_for_rows(21)
    return made


@pytest.fixture
def page(view: HistoryView, qtbot: QtBot) -> HistoryPage:
    return HistoryPage(qtbot, view.window())


def test_a_click_opens_all_there_is_to_know(page: HistoryPage) -> None:
    page.open_details(1)
    assert page.fact("amount") == "\u2212100.50 EGP"
    assert page.fact("who") == "Mona A••••"
    assert page.fact("note") == "lunch"
    assert page.fact("without_fee") == "100.00 EGP"
    assert page.fact("fee") == "0.50 EGP"
    assert page.fact("total") == "100.50 EGP"
    assert page.fact("balance") == "24,860.40 EGP"
    assert page.fact("kind") == "Transfer"
    assert page.fact("reference") == "0000 0000 0014"
    assert "22 Nov" in page.fact("when")
    assert "reason" not in page.facts()


def test_what_came_in_without_note_or_fee_tells_neither(
    page: HistoryPage, ledger: Ledger, view: HistoryView
) -> None:
    ledger.post(1)
    ledger.lines[-1] = replace(ledger.lines[-1], note="", sequence=22)
    view.refresh()
    page.wait_for_rows(22)
    page.open_details(1)
    assert page.facts() >= {"amount", "who", "total", "when", "kind", "balance", "reference"}
    assert page.facts() & {"note", "fee", "without_fee"} == set()
    assert view.window().findChild(QWidget, "history.details.again") is None


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (unposted(1), "The money is held"),
        (unposted(1, TransferStatus.CANCELLED), "was cancelled"),
        (unposted(1, TransferStatus.EXPIRED), "waited until"),
        (
            unposted(1, TransferStatus.FAILED, failure_code="over_day_limit"),
            "could still be paid on that day",
        ),
        (unposted(1, TransferStatus.FAILED), "did not make this payment"),
    ],
)
def test_what_was_not_posted_says_how_it_stands(
    page: HistoryPage, ledger: Ledger, view: HistoryView, line: Line, words: str
) -> None:
    if line.status is not TransferStatus.PENDING:
        ledger.not_made = [line]
        page.choose_direction("not_made")
        page.wait_for_row_count(1)
    page.open_details(0)
    assert words in page.fact("reason")
    assert "balance" not in page.facts()
    can_be_repeated = line.status is not TransferStatus.PENDING
    assert (
        view.window().findChild(QWidget, "history.details.again") is not None
    ) == can_be_repeated


def test_the_drawer_follows_the_selected_row_and_closes_by_esc_with_focus_back(
    page: HistoryPage, view: HistoryView
) -> None:
    table = page.table
    table.setFocus(Qt.FocusReason.TabFocusReason)
    table.setCurrentIndex(table.model().index(1, Column.WHAT))
    QTest.keyClick(table, Qt.Key.Key_Return)
    drawer = page.details()
    assert drawer.isAncestorOf(view.window().focusWidget())
    QTest.keyClick(view.window().focusWidget(), Qt.Key.Key_Escape)
    assert not page.is_open()
    assert table.hasFocus()
    page.open_details(1)
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert page.fact("note") == "rent November"
    # Also from the table, which keeps focus where a click has opened it.
    QTest.keyClick(table, Qt.Key.Key_Escape)
    assert not page.is_open()
    page.open_details(1)
    page.close_details()
    assert not page.is_open()
    assert not view.close_drawer()


def test_another_account_or_filter_closes_it(page: HistoryPage, view: HistoryView) -> None:
    page.open_details(1)
    page.choose_direction("in")
    assert not page.is_open()
    page.wait_for_row_count(10)
    page.open_details(0)
    view.show_account(OTHER)
    assert not page.is_open()


def test_hidden_amounts_are_hidden_there_too(page: HistoryPage, view: HistoryView) -> None:
    page.open_details(1)
    view.set_masked(masked=True)
    told = [page.fact(each) for each in ("amount", "without_fee", "fee", "total", "balance")]
    assert told == ["•••••• EGP"] * 5
    assert page.rows()[1].what == "Mona A••••, lunch"
    view.set_masked(masked=False)
    assert page.fact("fee") == "0.50 EGP"


def test_one_s_own_payment_can_be_sent_again(page: HistoryPage, view: HistoryView) -> None:
    wanted: list[Line] = []
    view.again_wanted.connect(wanted.append)
    page.open_details(1)
    page.send_again()
    assert [line.note for line in wanted] == ["lunch"]
    page.choose_from_menu(1, Column.WHAT, "Send again")
    assert len(wanted) == 2


def test_cells_rows_and_references_are_copied(page: HistoryPage, view: HistoryView) -> None:
    assert page.copy_cell(1, Column.AMOUNT) == "\u2212100.50"
    assert page.copy_cell(1, Column.WHAT) == "Mona A••••, lunch, fee 0.50"
    page.choose_from_menu(1, Column.AMOUNT, "Copy the row")
    cells = QGuiApplication.clipboard().text().split("\t")
    assert cells[1:] == ["Mona A••••, lunch, fee 0.50", "\u2212100.50", "24,860.40"]
    page.choose_from_menu(1, Column.AMOUNT, "Copy the reference")
    assert QGuiApplication.clipboard().text() == "00000000-0000-0000-0000-000000000014"
    page.choose_from_menu(1, Column.BALANCE, "Copy the balance")
    assert QGuiApplication.clipboard().text() == "24,860.40"
    page.choose_from_menu(1, Column.BALANCE, "Details")
    press(view.window(), "history.details.copy_reference")
    assert QGuiApplication.clipboard().text() == "00000000-0000-0000-0000-000000000014"


def _drag_amount(view: HistoryView, by: int) -> None:
    header = view.table.horizontalHeader()
    edge = header.sectionViewportPosition(Column.AMOUNT) + header.sectionSize(Column.AMOUNT) - 1
    middle = header.height() // 2
    port, left = header.viewport(), Qt.MouseButton.LeftButton
    QTest.mousePress(port, left, pos=QPoint(edge, middle))
    QTest.mouseMove(port, QPoint(edge + by // 2, middle))
    QTest.mouseMove(port, QPoint(edge + by, middle))
    QTest.mouseRelease(port, left, pos=QPoint(edge + by, middle))


def test_columns_stay_as_wide_as_somebody_made_them(
    view: HistoryView, ledger: Ledger, preferences: Preferences, qtbot: QtBot
) -> None:
    usual = view.table.columnWidth(Column.AMOUNT)
    _drag_amount(view, 40)
    wide = view.table.columnWidth(Column.AMOUNT)
    assert wide == usual + 40
    again = HistoryView(ledger, preferences=preferences)
    stage(qtbot, again)
    again.show_account(ACCOUNT)
    HistoryPage(qtbot, again).wait_for_rows(21)
    assert again.table.columnWidth(Column.AMOUNT) == wide
    # Never so narrow that figures are cut off.
    _drag_amount(again, -200)
    assert again.table.columnWidth(Column.AMOUNT) == usual
    preferences.set_text("history_columns", "spoilt,9:x,2:")
    HistoryView(ledger, preferences=preferences).deleteLater()


def test_a_host_puts_its_actions_beside_the_heading(view: HistoryView) -> None:
    action = QWidget()
    view.add_action(action)
    assert view.tab_stops()[0] is action
    assert action.mapTo(view, QPoint()).y() < find(view, QWidget, "history.search").y() + 60


def test_staff_are_offered_to_take_back_transfers_that_were_made_and_nothing_else(
    page: HistoryPage, view: HistoryView, ledger: Ledger, qtbot: QtBot
) -> None:
    page.open_details(1)
    assert view.window().findChild(QWidget, "history.details.take_back") is None
    view.offer_taking_back()
    page.open_details(0)
    assert view.window().findChild(QWidget, "history.details.take_back") is None, "it waits"
    page.open_details(1)
    with qtbot.waitSignal(view.take_back_wanted) as wanted:
        press(view.window(), "history.details.take_back")
    assert wanted.args == [ledger.lines[-1]]
