"""What is wrong is said where it is wrong, before anything is sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from tests.pages.finding import PATIENCE_MS
from tests.pages.transfer import TransferPage
from tests.ui.transfer.acting import payments, show
from ui import privacy

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from services.bank import Services
    from tests.bank import Bank, Customer
    from ui.preferences import Preferences
    from ui.screens.transfer import TransferScreen


ABSURD_AMOUNTS = {
    "": "Please type an amount.",
    "abc": "This is not an amount.",
    "1e30": "This is not an amount.",
    "NaN": "This is not an amount.",
    "-5": "The amount must be more than zero.",
    "0": "The amount must be more than zero.",
    "1.234": "An amount has at most two decimals",
    "99999999999999999": "This amount is larger than one payment can be.",
    "24,860.41": "There is not enough money in this account: 24,860.40 EGP are available.",
}


def test_absurd_amounts_are_refused_beside_the_field_and_kept(
    page: TransferPage, bank: Bank
) -> None:
    page.fill("mona@instapay", "")
    for amount, sentence in ABSURD_AMOUNTS.items():
        page.type_amount(amount)
        page.review()
        assert page.wait_for_error("amount").startswith(sentence), amount
        assert page.error("to") == ""
        assert not page.has_dialog()
        assert page.text("amount").replace(",", "") == amount.replace(",", "")
    assert payments(bank) == []


def test_an_amount_is_judged_when_its_field_is_left_and_not_before(page: TransferPage) -> None:
    page.type_amount("1.2345")
    assert page.error("amount") == ""
    page.type_note("")
    assert page.error("amount") != ""
    page.type_amount("1.23")
    assert page.error("amount") == ""


def test_an_unknown_payee_is_told_beside_the_field_once_it_is_left(page: TransferPage) -> None:
    sentences = {
        "nobody@instapay": "Nobody is known by this address or IBAN.",
        "EG380019000500000000263180002": "Nobody is known by this address or IBAN.",
        "EG390019000500000000263180002": "This is neither an address nor an IBAN.",
        "Mona": "Choose somebody from the list,",
    }
    for typed, sentence in sentences.items():
        page.type_payee(typed)
        assert page.error("to") == ""
        page.type_amount("50")
        assert page.wait_for_error("to").startswith(sentence)
        page.review()
        assert not page.has_dialog()
        assert page.text("to") == typed
    page.type_payee("mona@instapay")
    page.wait_for_payee("Mona A••••")
    assert page.error("to") == ""


def test_an_empty_form_says_what_is_missing_and_goes_to_the_first_field(
    page: TransferPage,
) -> None:
    page.review()
    assert page.error("to").startswith("Please type who gets the money")
    assert page.error("amount") == "Please type an amount."
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.objectName() == "transfer.to"


def test_paying_the_account_that_pays_is_refused_as_soon_as_it_is_known(
    page: TransferPage, bank: Bank
) -> None:
    page.type_payee("salma@instapay")
    assert page.wait_for_error("to") == (
        "This is the account that pays. Choose another one to pay to."
    )
    page.type_amount("50")
    assert page.payee() == ""
    assert (page.summary("gets"), page.summary("after")) == ("\u2013", "\u2013")
    page.review()
    assert not page.has_dialog()
    assert payments(bank) == []


def test_another_currency_is_refused_until_an_account_of_it_pays(
    page: TransferPage, screen: TransferScreen, bank: Bank, salma: Customer, qtbot: QtBot
) -> None:
    bank.add_customer("Karim Samir", "karim@demo.eg", currency="USD", address="karim@instapay")
    bank.add_account(salma.user_id, currency="USD", balance="1250", name="Dollars")
    screen.refresh()
    qtbot.waitUntil(lambda: page._from.count() == 2, timeout=PATIENCE_MS)
    page.type_payee("karim@instapay")
    assert page.wait_for_error("to").startswith("The two accounts have different currencies.")
    page.type_amount("50")
    assert page.payee() == ""
    assert (page.summary("gets"), page.summary("after")) == ("\u2013", "\u2013")
    page.choose_payer(1)
    assert page.error("to") == ""
    assert page.payee() == "Karim S••••"
    assert page.summary("gets") == "50.00 USD"


def test_a_note_that_is_too_long_is_kept_and_told(page: TransferPage) -> None:
    page.fill("mona@instapay", "50", "x" * 141)
    assert page.wait_for_error("note").startswith("The note is too long.")
    page.review()
    assert not page.has_dialog()
    assert page.text("note") == "x" * 141


def test_money_that_came_meanwhile_counts_without_leaving_the_form(
    page: TransferPage, bank: Bank, salma: Customer
) -> None:
    bank.ask(
        "payment",
        "UPDATE accounts SET balance = 30000 WHERE id = %s RETURNING id",
        str(salma.account_id),
    )
    page.fill("mona@instapay", "25000")
    page._qtbot.waitUntil(lambda: page.error("amount") == "", timeout=PATIENCE_MS)
    page.review()
    page.dialog()


def test_hidden_amounts_are_hidden_here_too(
    services: Services, preferences: Preferences, mona: Customer, qtbot: QtBot
) -> None:
    del mona
    privacy.hide_amounts(preferences, hidden=True)
    page = TransferPage(qtbot, show(services, preferences, qtbot))
    page.wait_for_form()
    assert "24,860" not in page.payer()
    page.fill("mona@instapay", "99999")
    assert page.summary("after") == "\u2013"
    page.review()
    assert "24,860" not in page.wait_for_error("amount")
    page.type_amount("50")
    page.wait_for_summary("after", "•••••• EGP")
