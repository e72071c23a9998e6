"""The plot of balance over time, on the accounts screen of a real bank."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from app.provisioning.ledger_load import Movement, load_movements
from services.values.money import Money
from tests.bank import PASSWORD
from tests.pages.accounts import AccountsPage
from tests.pages.finding import PATIENCE_MS, find, wait_for
from tests.ui.offline import out_of_reach
from tests.ui.stage import stage
from ui import theme
from ui.components.balance_plot.chart import BalanceChart
from ui.components.balance_plot.days import DayBalance
from ui.preferences import Preferences
from ui.screens.accounts import AccountsScreen

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from services.bank import Services
    from tests.bank import Bank, Customer
    from tests.clock import Clock

#: The bank's clock is not set; the window's days are around this moment.
NOW = datetime.now(UTC).replace(hour=12, minute=0, second=0, microsecond=0)


@pytest.fixture
def salma(bank: Bank) -> Customer:
    """Somebody with 500 since 100 days ago, 800 since 40 days ago and 750 since yesterday."""
    made = bank.add_customer()
    move(bank, made.account_id, {100: 500, 40: 300, 1: -50})
    return made


def move(bank: Bank, account: UUID, amounts: dict[int, int]) -> None:
    """Have amounts come from the vault, or go there, so many days ago at noon."""
    with bank.as_owner("payment") as cursor:
        vault = bank._vault(cursor, "EGP")
        cursor.execute(
            "UPDATE accounts SET created_at = %s WHERE id = %s",
            (NOW.replace(tzinfo=None) - timedelta(days=120), str(account)),
        )
        load_movements(
            cursor,
            [
                Movement(
                    (NOW - timedelta(days=ago)).replace(tzinfo=None),
                    *((vault, account) if amount > 0 else (account, vault)),
                    Decimal(abs(amount)),
                )
                for ago, amount in amounts.items()
            ],
        )


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    return Preferences(tmp_path / "desktop.ini")


@pytest.fixture
def services(bank: Bank, salma: Customer) -> Services:
    opened = bank.services()
    opened.identity.sign_in(email=salma.email, password=PASSWORD)
    return opened


@pytest.fixture
def screen(
    services: Services, preferences: Preferences, qtbot: QtBot, clock: Clock
) -> AccountsScreen:
    clock.stop_at(NOW)
    made = AccountsScreen(services, preferences)
    stage(qtbot, made)
    made.enter({})
    return made


@pytest.fixture
def page(screen: AccountsScreen, qtbot: QtBot) -> AccountsPage:
    made = AccountsPage(qtbot, screen)
    made.wait_for_cards()
    return made


def amounts_of(page: AccountsPage) -> list[int]:
    return [int(each.balance.amount) for each in page.plot.chart.days]


def test_it_shows_what_was_there_at_the_end_of_each_day(page: AccountsPage) -> None:
    page.plot.wait()
    assert amounts_of(page) == [500] * 50 + [800] * 39 + [750] * 2
    assert page.plot.chart.days[-1].day == NOW.astimezone().date()
    assert page.plot.figures == ["0", "200", "400", "600", "800"]
    assert "lowest 500.00 EGP, highest 800.00 EGP, at last 750.00 EGP" in page.plot.spoken


def test_other_times_and_the_choice_is_kept(
    page: AccountsPage, preferences: Preferences, services: Services, qtbot: QtBot
) -> None:
    page.plot.wait()
    page.plot.choose_range(30)
    page.plot.wait_for_days(31)
    assert amounts_of(page) == [800] * 29 + [750] * 2
    page.plot.choose_range(365)
    # Before the account was opened there is nothing to show.
    page.plot.wait_for_days(121)
    assert amounts_of(page)[:22] == [0] * 20 + [500] * 2

    again = AccountsScreen(services, preferences)
    stage(qtbot, again)
    again.enter({})
    AccountsPage(qtbot, again).plot.wait_for_days(121)


def test_keys_read_it_day_by_day(page: AccountsPage) -> None:
    page.plot.wait()
    chart = page.plot.chart
    assert page.plot.reading == ""
    chart.setFocus()
    for key, amount in [
        (Qt.Key.Key_Left, "750.00"),
        (Qt.Key.Key_Left, "750.00"),
        (Qt.Key.Key_Left, "800.00"),
        (Qt.Key.Key_Home, "500.00"),
        (Qt.Key.Key_Left, "500.00"),
        (Qt.Key.Key_PageDown, "500.00"),
        (Qt.Key.Key_PageDown, "800.00"),
        (Qt.Key.Key_End, "750.00"),
        (Qt.Key.Key_Right, "750.00"),
    ]:
        QTest.keyClick(chart, key)
        assert page.plot.reading.endswith(f", {amount} EGP")
    QTest.keyClick(chart, Qt.Key.Key_Escape)
    assert page.plot.reading == ""
    # A second Esc is for whatever else listens to it.
    escape = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(chart, escape)
    assert not escape.isAccepted()


def test_the_pointer_reads_it_too(page: AccountsPage) -> None:
    page.plot.wait()
    page.plot.point_at(1)
    assert page.plot.reading.endswith(", 750.00 EGP")
    page.plot.point_at(0.2)
    assert page.plot.reading.endswith(", 500.00 EGP")
    QApplication.sendEvent(page.plot.chart, QEvent(QEvent.Type.Leave))
    assert page.plot.reading == ""


def test_hidden_amounts_leave_no_figure(page: AccountsPage) -> None:
    page.plot.wait()
    page.toggle_amounts()
    assert page.plot.figures == []
    page.plot.point_at(1)
    assert page.plot.reading.endswith(", ••••••")
    assert "Amounts are hidden" in page.plot.spoken
    assert "750" not in page.plot.spoken
    page.toggle_amounts()
    assert page.plot.figures[-1] == "800"


def test_folded_away_it_stays_so_and_asks_nothing(
    page: AccountsPage, preferences: Preferences, services: Services, qtbot: QtBot
) -> None:
    page.plot.wait()
    page.plot.toggle_fold()
    assert not page.plot.chart.isVisible()

    again = AccountsScreen(services, preferences)
    stage(qtbot, again)
    again.enter({})
    folded = AccountsPage(qtbot, again)
    folded.wait_for_cards()
    assert not folded.plot.chart.isVisible()
    assert not folded.plot.chart.days
    folded.plot.toggle_fold()
    folded.plot.wait()
    assert len(folded.plot.chart.days) == 91


def test_a_payment_moves_its_end(
    page: AccountsPage, bank: Bank, salma: Customer, screen: AccountsScreen, qtbot: QtBot
) -> None:
    page.plot.wait()
    move(bank, salma.account_id, {0: -250})
    screen.refresh()
    qtbot.waitUntil(lambda: amounts_of(page)[-1] == 500, timeout=PATIENCE_MS)
    assert amounts_of(page)[-2] == 750


def test_another_account_has_its_own(
    page: AccountsPage, bank: Bank, salma: Customer, screen: AccountsScreen, qtbot: QtBot
) -> None:
    page.plot.wait()
    bank.add_account(salma.user_id, name="Savings")
    screen.refresh()
    wait_for(qtbot, screen, "accounts.card.2")
    page.choose(2)
    assert page.plot.wait_for_note() == "No money was on this account in this time."
    assert not page.plot.chart.isVisible()
    page.choose(1)
    page.plot.wait()
    assert amounts_of(page)[-1] == 750


def test_without_a_bank_it_says_so_and_tries_again(
    services: Services, bank: Bank, page: AccountsPage, screen: AccountsScreen
) -> None:
    page.plot.wait()
    with out_of_reach(bank, services):
        # What is known stays; what another time would show is not known.
        screen.refresh()
        page.plot.choose_range(30)
        assert page.plot.wait_for_note().startswith("The bank cannot be reached")
    page.plot.retry()
    page.plot.wait()
    assert len(page.plot.chart.days) == 31


def test_an_ended_session_is_told_to_the_window(
    services: Services, page: AccountsPage, screen: AccountsScreen, qtbot: QtBot
) -> None:
    page.plot.wait()
    services.identity.sign_out()
    with qtbot.waitSignal(screen.session_ended, timeout=PATIENCE_MS):
        page.plot.choose_range(30)


def _chart(qtbot: QtBot, *amounts: str, count: int = 91) -> BalanceChart:
    chart = BalanceChart()
    stage(qtbot, chart)
    today = NOW.astimezone().date()
    days = [
        DayBalance(today - timedelta(days=back), Money(Decimal(amount), "EGP"))
        for back, amount in zip(range(len(amounts) - 1, -1, -1), amounts, strict=True)
    ]
    chart.show_days(days, count=count)
    return chart


def _inked(chart: BalanceChart) -> set[tuple[int, int]]:
    """Return where the line is, in pixels."""
    image = chart.grab().toImage()
    accent = theme.colour("accent").rgb()
    return {
        (x, y)
        for x in range(image.width())
        for y in range(image.height())
        if image.pixel(x, y) == accent
    }


def test_a_single_day_is_a_line_at_the_end(qtbot: QtBot, clock: Clock) -> None:
    clock.stop_at(NOW)
    chart = _chart(qtbot, "750.00")
    line = _inked(chart)
    assert min(x for x, _ in line) > chart.width() * 0.95
    QTest.keyClick(chart, Qt.Key.Key_Left)
    assert chart.reading.endswith(", 750.00 EGP")
    QTest.keyClick(chart, Qt.Key.Key_Left)
    assert chart.reading.endswith(", 750.00 EGP")


def test_what_is_owed_lies_below_zero(qtbot: QtBot, clock: Clock) -> None:
    clock.stop_at(NOW)
    chart = _chart(qtbot, *(["100.00"] * 40 + ["-50.00"] * 51))
    assert chart.figures[0].startswith("−")
    line = _inked(chart)
    middle = chart.width() / 2
    above = min(y for x, y in line if x < middle * 0.8)
    below = max(y for x, y in line if x > middle)
    assert below > above
    chart.set_masked(masked=True)
    assert chart.figures == []


def test_time_runs_from_left_to_right_in_arabic_too(
    qtbot: QtBot, clock: Clock, qapp: QApplication
) -> None:
    clock.stop_at(NOW)
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    chart = _chart(qtbot, *(["100.00"] * 40 + ["500.00"] * 51))
    line = _inked(chart)
    early = max(y for x, y in line if x < chart.width() * 0.3)
    late = min(y for x, y in line if x > chart.width() * 0.7)
    assert late < early
    QTest.keyClick(chart, Qt.Key.Key_End)
    QTest.keyClick(chart, Qt.Key.Key_PageDown)
    QTest.keyClick(chart, Qt.Key.Key_Home)
    assert chart.reading.endswith(", 100.00 EGP")


def test_it_is_painted_anew_in_other_colours(
    qtbot: QtBot, clock: Clock, qapp: QApplication
) -> None:
    clock.stop_at(NOW)
    chart = _chart(qtbot, "750.00", "800.00")
    assert _inked(chart)
    theme.apply(qapp, theme.Scheme.DARK, steady=True)
    assert _inked(chart)


def test_the_times_are_chosen_by_keyboard(page: AccountsPage, screen: AccountsScreen) -> None:
    page.plot.wait()
    choice = find(screen, QPushButton, "plot.range.90")
    choice.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(choice, Qt.Key.Key_Left)
    other = find(screen, QPushButton, "plot.range.30")
    assert other.hasFocus()
    QTest.keyClick(other, Qt.Key.Key_Space)
    assert other.isChecked()
    page.plot.wait_for_days(31)
