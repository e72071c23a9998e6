"""The history on screen, fed from a ledger in memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from services.errors import Unavailable
from tests.pages.finding import find, press, wait_for
from tests.pages.history import HistoryPage
from tests.ui.ledger import ACCOUNT, Ledger, line
from tests.ui.stage import stage
from ui import theme
from ui.components.history import Column, HistoryView
from ui.components.history.paging import PAGE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QImage
    from pytestqt.qtbot import QtBot

PREFIX = "customer."


@pytest.fixture
def ledger() -> Iterator[Ledger]:
    made = Ledger(250)
    yield made
    made.gate.set()


@pytest.fixture
def view(ledger: Ledger, qtbot: QtBot) -> HistoryView:
    made = HistoryView(ledger, prefix=PREFIX)
    stage(qtbot, made)
    return made


@pytest.fixture
def page(view: HistoryView, qtbot: QtBot) -> HistoryPage:
    view.show_account(ACCOUNT)
    made = HistoryPage(qtbot, view, PREFIX)
    made.wait_for_rows(PAGE)
    return made


@pytest.fixture
def _right_to_left(qtbot: QtBot) -> Iterator[None]:
    del qtbot
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    app.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def is_shown(view: HistoryView, name: str) -> bool:
    return find(view, QWidget, f"{PREFIX}{name}").isVisible()


def first_and_last_ink(image: QImage, rect: QRect) -> tuple[int, int]:
    """Return the columns (device pixels) of the first and last text in a row of a column."""
    ground = theme.colour("surface").rgb()
    inked = [
        x
        for x in range(rect.left(), rect.right() + 1)
        if any(image.pixel(x, y) != ground for y in range(rect.top() + 4, rect.bottom() - 4))
    ]
    return inked[0], inked[-1]


def last_inks(view: HistoryView, column: Column) -> list[int]:
    table = view.table
    image = table.viewport().grab().toImage()
    return [
        first_and_last_ink(image, table.visualRect(view.model.index(row, column)))[1]
        for row in range(4)
    ]


def test_scrolling_near_the_end_loads_older_entries_before_it_is_reached(
    page: HistoryPage, ledger: Ledger
) -> None:
    assert len(ledger.asked) == 1
    bar = page.table.verticalScrollBar()
    bar.setValue(bar.maximum() - page.table.viewport().height())
    page.wait_for_rows(2 * PAGE)
    assert bar.value() < bar.maximum()
    page.scroll_to_end()
    page.wait_for_rows(250)
    assert [row.amount for row in page.rows()[:2]] == ["\u22124,504.50", "+180.00"]


def test_what_somebody_reads_stays_in_place_when_newer_entries_come(
    view: HistoryView, page: HistoryPage, ledger: Ledger
) -> None:
    bar = view.table.verticalScrollBar()
    bar.setValue(30 * view.table.row_height + 11)
    seen = view.model.line(view.table.top_row).sequence
    view.table.selectRow(32)
    selected = view.model.line(32).sequence
    ledger.post(3)
    view.refresh()
    page.wait_for_rows(PAGE + 3)
    assert view.model.line(view.table.top_row).sequence == seen
    assert bar.value() == 33 * view.table.row_height + 11
    rows = [index.row() for index in view.table.selectionModel().selectedRows()]
    assert [view.model.line(row).sequence for row in rows] == [selected]


def test_newer_entries_come_in_view_while_the_newest_are_shown(
    view: HistoryView, page: HistoryPage, ledger: Ledger
) -> None:
    ledger.post(1)
    view.refresh()
    page.wait_for_rows(PAGE + 1)
    assert view.table.verticalScrollBar().value() == 0
    assert view.model.line(view.table.top_row).sequence == 251


def test_an_account_without_payments_says_so(
    view: HistoryView, ledger: Ledger, qtbot: QtBot
) -> None:
    ledger.lines = []
    view.show_account(ACCOUNT)
    wait_for(qtbot, view, f"{PREFIX}history.empty")
    assert not is_shown(view, "history.table")


def test_a_failure_says_what_to_do_and_its_button_does_it(
    view: HistoryView, ledger: Ledger, qtbot: QtBot
) -> None:
    ledger.failure = Unavailable("server_unreachable", database="payment")
    view.show_account(ACCOUNT)
    error = wait_for(qtbot, view, f"{PREFIX}history.error")
    assert "The bank cannot be reached" in error.accessibleName()
    ledger.failure = None
    error.findChildren(QAbstractButton)[0].click()
    HistoryPage(qtbot, view, PREFIX).wait_for_rows(PAGE)
    assert is_shown(view, "history.table")


def test_a_page_that_fails_below_keeps_the_rows_and_offers_to_try_again(
    view: HistoryView, page: HistoryPage, ledger: Ledger, qtbot: QtBot
) -> None:
    ledger.failure = Unavailable("server_busy")
    page.scroll_to_end()
    wait_for(qtbot, view, f"{PREFIX}history.more.retry")
    assert is_shown(view, "history.table")
    ledger.failure = None
    press(view, f"{PREFIX}history.more.retry")
    page.wait_for_rows(2 * PAGE)
    assert not is_shown(view, "history.more.retry")


def test_loading_shows_only_when_it_takes_a_while(
    view: HistoryView, ledger: Ledger, qtbot: QtBot
) -> None:
    ledger.gate.clear()
    view.show_account(ACCOUNT)
    words = "Loading the history…"
    shown = [each for each in view.findChildren(QWidget) if each.accessibleName() == words]

    def is_turning() -> bool:
        return any(each.isVisible() for each in shown[0].findChildren(QWidget))

    assert not is_turning()
    qtbot.waitUntil(is_turning)
    ledger.gate.set()
    HistoryPage(qtbot, view, PREFIX).wait_for_rows(PAGE)
    assert is_shown(view, "history.table")


def test_tab_reaches_the_newest_row_and_arrows_move_on(
    view: HistoryView, page: HistoryPage
) -> None:
    table = page.table
    table.setFocus(Qt.FocusReason.TabFocusReason)
    assert table.currentIndex().row() == 0
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert table.currentIndex().row() == 1
    image = table.viewport().grab().toImage()
    focus = theme.colour("focus").rgb()
    middle = view.table.rowViewportPosition(1) + view.table.row_height // 2
    assert any(image.pixel(x, middle) == focus for x in range(6))


@pytest.mark.parametrize("column", [Column.AMOUNT, Column.BALANCE])
def test_decimals_stand_under_each_other(
    view: HistoryView, page: HistoryPage, column: Column
) -> None:
    page.wait_for_rows()
    assert len(set(last_inks(view, column))) == 1


@pytest.mark.usefixtures("_right_to_left")
@pytest.mark.parametrize("column", [Column.AMOUNT, Column.BALANCE])
def test_in_arabic_decimals_stand_under_each_other_and_below_the_end_of_the_title(
    ledger: Ledger, qtbot: QtBot, column: Column
) -> None:
    view = HistoryView(ledger)
    stage(qtbot, view)
    view.show_account(ACCOUNT)
    HistoryPage(qtbot, view).wait_for_rows(PAGE)
    inks = last_inks(view, column)
    assert len(set(inks)) == 1
    header = view.table.horizontalHeader()
    title = header.viewport().grab().toImage()
    section = QRect(header.sectionViewportPosition(column), 0, header.sectionSize(column), 32)
    assert abs(first_and_last_ink(title, section)[1] - inks[0]) <= 2


def test_huge_amounts_get_the_room_they_need(ledger: Ledger, qtbot: QtBot) -> None:
    ledger.lines = [each for each in ledger.lines if each.sequence == 1]
    view = HistoryView(ledger)
    stage(qtbot, view)
    view.show_account(ACCOUNT)
    HistoryPage(qtbot, view).wait_for_rows()
    usual = view.table.columnWidth(Column.AMOUNT)
    ledger.lines.append(line(2, amount="9999999999999999.99"))
    view.refresh()
    HistoryPage(qtbot, view).wait_for_rows(2)
    wide = view.table.columnWidth(Column.AMOUNT)
    assert wide > usual
    text = view.fontMetrics().horizontalAdvance("+9,999,999,999,999,999.99")
    assert wide >= text
    assert view.table.columnWidth(Column.WHAT) > 100
