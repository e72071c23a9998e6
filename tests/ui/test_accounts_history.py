"""The history on the accounts screen, against a real bank."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLineEdit

from services.values.money import Money
from services.values.transfers import Payment
from tests.bank import PASSWORD
from tests.pages.accounts import AccountsPage
from tests.pages.finding import find
from tests.ui.stage import stage
from ui.navigation import Destination
from ui.preferences import Preferences
from ui.screens.accounts import AccountsScreen

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from services.bank import Services
    from tests.bank import Bank


@pytest.fixture
def services(bank: Bank) -> Services:
    salma = bank.add_customer(balance="1000.00", address="salma@instapay")
    bank.add_customer("Karim Samir", "karim@demo.eg", address="karim@instapay")
    opened = bank.services()
    opened.identity.sign_in(email=salma.email, password=PASSWORD)
    return opened


@pytest.fixture
def screen(services: Services, tmp_path: Path, qtbot: QtBot) -> AccountsScreen:
    made = AccountsScreen(services, Preferences(tmp_path / "desktop.ini"))
    stage(qtbot, made)
    return made


def pay(services: Services, amount: str, note: str) -> Payment:
    """Pay Karim, or try to."""
    payee = services.payees.resolve(payee="karim@instapay")
    account = services.accounts.list()[0]
    payment = Payment(account.id, payee, Money(Decimal(amount), "EGP"), note)
    services.transfers.send(payment=payment)
    return payment


def test_a_payment_is_found_opened_and_sent_again(
    screen: AccountsScreen, services: Services, qtbot: QtBot
) -> None:
    lunch = pay(services, "100", "غداء عمل")
    pay(services, "20", "coffee")
    screen.enter({})
    history = AccountsPage(qtbot, screen).history
    history.wait_for_row_count(3)
    assert screen.finds
    screen.find_here()
    assert find(screen, QLineEdit, "history.search").hasFocus()
    history.type_search("غدآء")
    history.wait_for_row_count(1)
    (row,) = history.rows()
    assert (row.what, row.amount, row.balance) == (
        "Karim S••••, غداء عمل, fee 0.50",
        "\u2212100.50",
        "899.50",
    )
    history.open_details(0)
    assert history.fact("total") == "100.50 EGP"
    with qtbot.waitSignal(screen.navigate) as went:
        history.send_again()
    assert went.args == [Destination("transfer", {"again": lunch.id})]
    assert screen.close_drawer()
    assert not history.is_open()


def test_a_refused_payment_stands_under_what_was_not_made(
    screen: AccountsScreen, services: Services, qtbot: QtBot
) -> None:
    pay(services, "4000", "a chair")
    screen.enter({})
    history = AccountsPage(qtbot, screen).history
    history.wait_for_row_count(1)
    history.choose_direction("not_made")
    qtbot.waitUntil(lambda: "a chair" in history.rows()[0].what)
    history.open_details(0)
    assert history.fact("reason") == "There was not enough money in this account."
