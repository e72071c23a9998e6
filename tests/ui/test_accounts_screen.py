"""The accounts screen against a real bank."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton, QScrollArea

from app.provisioning.ledger_load import LoadedPerson, load_holders
from tests.bank import PASSWORD
from tests.pages.accounts import AccountsPage
from tests.pages.finding import PATIENCE_MS, find, plain, wait_for
from tests.ui.offline import out_of_reach
from tests.ui.stage import stage
from ui.preferences import Preferences
from ui.screens.accounts import AccountsScreen

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from services.bank import Services
    from tests.bank import Bank, Customer


@pytest.fixture
def salma(bank: Bank) -> Customer:
    return bank.add_customer(balance="24860.40", address="salma@instapay")


@pytest.fixture
def services(bank: Bank, salma: Customer) -> Services:
    opened = bank.services()
    opened.identity.sign_in(email=salma.email, password=PASSWORD)
    return opened


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    return Preferences(tmp_path / "desktop.ini")


def show(services: Services, preferences: Preferences, qtbot: QtBot) -> AccountsScreen:
    screen = AccountsScreen(services, preferences)
    stage(qtbot, screen)
    screen.enter({})
    return screen


def test_each_account_has_a_card_and_the_chosen_one_shows_its_history(
    bank: Bank, salma: Customer, services: Services, preferences: Preferences, qtbot: QtBot
) -> None:
    savings = bank.add_account(salma.user_id, balance="112000", name="Savings")
    bank.pay_past(salma.account_id, savings, ["500.00"], note="put aside")
    page = AccountsPage(qtbot, show(services, preferences, qtbot))
    page.wait_for_cards()
    assert page.balance(1) == "24,360.40 EGP"
    assert page.balance(2) == "112,500.00 EGP"
    page.history.wait_for_rows(2)
    first = page.history.rows()[0]
    assert (first.what, first.amount, first.balance) == (
        "Savings, put aside",
        "\u2212500.00",
        "24,360.40",
    )
    page.choose(2)
    qtbot.waitUntil(
        lambda: [row.amount for row in page.history.rows()][:1] == ["+500.00"],
        timeout=PATIENCE_MS,
    )
    assert page.card(2).isChecked()
    assert not page.card(1).isChecked()


def test_cards_are_chosen_by_keyboard(
    bank: Bank, salma: Customer, services: Services, preferences: Preferences, qtbot: QtBot
) -> None:
    bank.add_account(salma.user_id, name="Savings")
    page = AccountsPage(qtbot, show(services, preferences, qtbot))
    page.wait_for_cards()
    page.card(1).setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(page.card(1), Qt.Key.Key_Right)
    assert page.card(2).hasFocus()
    QTest.keyClick(page.card(2), Qt.Key.Key_Space)
    assert page.card(2).isChecked()


def test_tab_follows_the_eye(
    bank: Bank, salma: Customer, services: Services, preferences: Preferences, qtbot: QtBot
) -> None:
    bank.add_account(salma.user_id, name="Savings")
    screen = show(services, preferences, qtbot)
    page = AccountsPage(qtbot, screen)
    page.wait_for_cards()
    page.history.wait_for_rows(1)
    page.plot.wait()
    # A later refresh must not stir the order.
    screen.refresh()
    find(screen, QPushButton, "accounts.hide_amounts").setFocus()
    reached: list[str] = []
    while "history.table" not in reached and len(reached) < 20:
        focused = QApplication.focusWidget()
        assert focused is not None
        reached.append(focused.objectName().removeprefix("accounts."))
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    # Of the cards, as of radio buttons, Tab goes to the chosen one.
    assert reached == [
        "hide_amounts",
        "receive",
        "new_transfer",
        "card.1",
        "card.1.copy_iban",
        "card.1.copy_address",
        "card.2.copy_iban",
        "plot.range.90",
        "plot.fold",
        "plot.chart",
        "export",
        "history.search",
        "history.dates",
        "history.direction.all",
        "history.table",
    ]


def test_what_is_held_is_told_beside_what_is_available(
    bank: Bank, salma: Customer, services: Services, preferences: Preferences, qtbot: QtBot
) -> None:
    bank.ask(
        "payment",
        "UPDATE accounts SET held = 500 WHERE id = %s RETURNING id",
        str(salma.account_id),
    )
    screen = show(services, preferences, qtbot)
    AccountsPage(qtbot, screen).wait_for_cards()
    words = find(screen, QLabel, "accounts.card.1.available").text()
    assert plain(words) == "Available 24,360.40 · held 500.00"


def test_available_is_told_also_where_nothing_is_held(
    services: Services, preferences: Preferences, qtbot: QtBot
) -> None:
    screen = show(services, preferences, qtbot)
    page = AccountsPage(qtbot, screen)
    page.wait_for_cards()
    available = find(screen, QLabel, "accounts.card.1.available")
    assert plain(available.text()) == "Available 24,860.40"
    page.toggle_amounts()
    assert plain(available.text()) == "Available ••••••"
    assert page.badge(1) == ""


def test_a_badge_tells_what_the_bank_has_stopped(
    bank: Bank, salma: Customer, services: Services, preferences: Preferences, qtbot: QtBot
) -> None:
    screen = show(services, preferences, qtbot)
    page = AccountsPage(qtbot, screen)
    page.wait_for_cards()
    line = find(screen, QLabel, "accounts.card.1.available")
    for frozen, until, badge, told in [
        ("DEBITS", "2090-12-01 12:00", "Debits frozen", "Debits frozen until 1 Dec 2090"),
        ("CREDITS", None, "Credits frozen", "Available 24,860.40"),
        ("ALL", "2090-12-01 12:00", "Frozen", "Frozen until 1 Dec 2090"),
    ]:
        bank.ask(
            "payment",
            "UPDATE accounts SET frozen = %s, frozen_until = %s, frozen_reason = 'asked' WHERE id = %s",
            *(frozen, until, str(salma.account_id)),
        )
        screen.refresh()
        page.wait_for_badge(1, badge)
        assert plain(line.text()) == told
        assert badge in page.card(1).accessibleName()


def test_a_closed_account_says_when_it_was_closed(
    bank: Bank, salma: Customer, services: Services, preferences: Preferences, qtbot: QtBot
) -> None:
    closed = bank.add_account(salma.user_id, name="Old")
    bank.ask(
        "payment",
        "UPDATE accounts SET closed_at = '2025-03-04 12:00' WHERE id = %s RETURNING id",
        str(closed),
    )
    screen = show(services, preferences, qtbot)
    page = AccountsPage(qtbot, screen)
    page.wait_for_cards()
    assert page.badge(2) == "Closed"
    assert plain(find(screen, QLabel, "accounts.card.2.available").text()) == "Closed on 4 Mar 2025"


def test_a_card_copies_its_iban_without_blanks(
    salma: Customer, services: Services, preferences: Preferences, qtbot: QtBot
) -> None:
    page = AccountsPage(qtbot, show(services, preferences, qtbot))
    page.wait_for_cards()
    page.copy_iban(1)
    assert QApplication.clipboard().text() == salma.iban


def test_hidden_amounts_stay_hidden_over_a_restart(
    services: Services, preferences: Preferences, tmp_path: Path, qtbot: QtBot
) -> None:
    screen = show(services, preferences, qtbot)
    page = AccountsPage(qtbot, screen)
    page.wait_for_cards()
    page.history.wait_for_rows()
    page.toggle_amounts()
    assert page.balance(1) == "•••••• EGP"
    assert "24,860" not in page.card(1).accessibleName()
    assert {row.amount for row in page.history.rows()} == {"••••••"}
    preferences.save()
    again = show(services, Preferences(tmp_path / "desktop.ini"), qtbot)
    page = AccountsPage(qtbot, again)
    page.wait_for_cards()
    page.history.wait_for_rows()
    assert page.balance(1) == "•••••• EGP"
    assert {row.balance for row in page.history.rows()} == {"••••••"}
    page.toggle_amounts()
    assert page.balance(1) == "24,860.40 EGP"


def test_a_refresh_brings_what_happened_elsewhere_and_keeps_the_choice(
    bank: Bank, salma: Customer, services: Services, preferences: Preferences, qtbot: QtBot
) -> None:
    savings = bank.add_account(salma.user_id, balance="100", name="Savings")
    screen = show(services, preferences, qtbot)
    page = AccountsPage(qtbot, screen)
    page.wait_for_cards()
    page.choose(2)
    page.history.wait_for_rows(1)
    bank.pay_past(salma.account_id, savings, ["60.40"])
    bank.add_account(salma.user_id, name="Holidays")
    screen.refresh()
    page.wait_for_balance(2, "160.40 EGP")
    page.history.wait_for_rows(2)
    assert page.balance(1) == "24,800.00 EGP"
    assert page.balance(3) == "0.00 EGP"
    assert page.card(2).isChecked()


def test_new_transfer_leads_there_with_the_chosen_account(
    salma: Customer, services: Services, preferences: Preferences, qtbot: QtBot
) -> None:
    screen = show(services, preferences, qtbot)
    page = AccountsPage(qtbot, screen)
    page.wait_for_cards()
    with qtbot.waitSignal(screen.navigate) as went:
        page.new_transfer()
    assert went.args[0].screen == "transfer"
    assert went.args[0].params == {"from": salma.account_id}


def test_a_destination_may_name_the_account_to_show(
    bank: Bank, salma: Customer, services: Services, preferences: Preferences, qtbot: QtBot
) -> None:
    savings = bank.add_account(salma.user_id, name="Savings")
    screen = AccountsScreen(services, preferences)
    stage(qtbot, screen)
    screen.enter({"account_id": savings})
    page = AccountsPage(qtbot, screen)
    page.wait_for_cards()
    assert page.card(2).isChecked()


def test_without_a_bank_it_says_so_and_shows_the_accounts_when_tried_again(
    bank: Bank, services: Services, preferences: Preferences, qtbot: QtBot
) -> None:
    with out_of_reach(bank, services):
        screen = show(services, preferences, qtbot)
        error = wait_for(qtbot, screen, "accounts.error")
        assert "The bank cannot be reached" in error.accessibleName()
        assert not find(screen, QPushButton, "accounts.new_transfer").isEnabled()
    error.findChildren(QAbstractButton)[0].click()
    page = AccountsPage(qtbot, screen)
    page.wait_for_cards()
    assert page.balance(1) == "24,860.40 EGP"


def test_a_bank_that_goes_away_leaves_on_screen_what_was_known(
    bank: Bank, services: Services, preferences: Preferences, qtbot: QtBot
) -> None:
    screen = show(services, preferences, qtbot)
    page = AccountsPage(qtbot, screen)
    page.wait_for_cards()
    page.history.wait_for_rows()
    as_of = find(screen, QLabel, "accounts.as_of")
    with out_of_reach(bank, services):
        screen.refresh()
        qtbot.waitUntil(lambda: as_of.text() != "", timeout=PATIENCE_MS)
        assert page.balance(1) == "24,860.40 EGP"
        assert len(page.history.rows()) == 1
    screen.refresh()
    qtbot.waitUntil(lambda: as_of.text() == "", timeout=PATIENCE_MS)


def test_somebody_without_an_account_is_told_that_it_is_being_opened(
    bank: Bank, preferences: Preferences, qtbot: QtBot
) -> None:
    teller_id = bank.add_staff("Teller One", "teller@demo.eg", "TELLER")
    services = bank.services()
    services.identity.sign_in(email="teller@demo.eg", password=PASSWORD)
    screen = show(services, preferences, qtbot)
    empty = wait_for(qtbot, screen, "accounts.empty")
    assert "being opened" in empty.accessibleName()
    with bank.as_owner("payment") as cursor:
        load_holders(cursor, [LoadedPerson(teller_id, "", "", "Teller One")])
    bank.add_account(teller_id)
    # It looks again by itself.
    AccountsPage(qtbot, screen).wait_for_cards()


def test_an_ended_session_is_told_to_the_window(
    services: Services, preferences: Preferences, qtbot: QtBot
) -> None:
    screen = show(services, preferences, qtbot)
    AccountsPage(qtbot, screen).wait_for_cards()
    services.identity.sign_out()
    with qtbot.waitSignal(screen.session_ended, timeout=PATIENCE_MS):
        screen.refresh()


def test_the_page_scrolls_where_many_accounts_do_not_fit(
    bank: Bank, salma: Customer, services: Services, preferences: Preferences, qtbot: QtBot
) -> None:
    for number in range(2, 8):
        bank.add_account(salma.user_id, name=f"Account {number}")
    screen = show(services, preferences, qtbot)
    page = AccountsPage(qtbot, screen)
    page.wait_for_cards()
    cards = [page.card(number) for number in range(1, 8)]
    qtbot.waitUntil(lambda: cards[2].y() > cards[0].y())
    assert cards[1].y() == cards[0].y()
    assert all(card.width() >= 300 for card in cards)
    assert all(card.height() == cards[0].height() for card in cards)
    bar = find(screen, QScrollArea, "accounts.page").verticalScrollBar()
    assert bar.maximum() > 0
