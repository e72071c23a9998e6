"""Paying, as it goes when nothing is wrong."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from tests.pages.finding import PATIENCE_MS
from tests.ui.transfer.acting import payments, sign_in

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from services.bank import Services
    from tests.bank import Bank, Customer
    from tests.pages.transfer import TransferPage
    from ui.screens.transfer import TransferScreen


@pytest.mark.parametrize("by", ["address", "iban"])
def test_a_payment_named_by_address_or_iban_arrives(
    page: TransferPage, bank: Bank, salma: Customer, mona: Customer, by: str
) -> None:
    groups = [mona.iban[start : start + 4] for start in range(0, len(mona.iban), 4)]
    page.type_payee({"address": " Mona@InstaPay", "iban": " ".join(groups).lower()}[by])
    page.wait_for_payee("Mona A••••")
    page.type_amount("4,500.5")
    page.type_note("rent November")
    assert page.summary("gets") == "4,500.50 EGP"
    page.wait_for_summary("after", "20,355.40 EGP")
    page.review()
    assert page.confirm_text("payee") == "to Mona A••••"
    assert page.confirm_text("amount") == "4,500.50 EGP"
    assert page.confirm_text("fee") == "4.50 EGP"
    assert page.confirm_text("total") == "4,505.00 EGP"
    assert page.confirm_text("after") == "20,355.40 EGP"
    assert page.confirm_text("note") == "rent November"
    page.confirm()
    page.wait_for_outcome("sent")
    assert "4,500.50 EGP sent" in page.outcome_text()
    assert page.receipt("fee") == "4.50 EGP"
    assert page.receipt("total") == "4,505.00 EGP"
    assert page.receipt("balance") == "20,355.40 EGP"
    assert bank.balance(salma.account_id) == Decimal("20355.40")
    assert bank.balance(mona.account_id) == Decimal("4500.50")
    assert payments(bank) == [("COMPLETED", Decimal("4500.50"))]


def test_both_sides_see_it_in_their_histories_and_notices(
    page: TransferPage, bank: Bank, services: Services, salma: Customer, mona: Customer
) -> None:
    page.send("mona@instapay", "50", "lunch")
    page.wait_for_outcome("sent")
    fee, sent = services.accounts.history(account_id=salma.account_id).entries[:2]
    assert (sent.counterparty, sent.note) == ("Mona A••••", "lunch")
    assert (fee.kind, fee.amount.amount) == ("FEE", Decimal("-0.50"))
    assert sent.amount.amount == Decimal(-50)
    hers = sign_in(bank, mona, "hers")
    received = hers.accounts.history(account_id=mona.account_id).entries[0]
    assert received.counterparty == "Salma H••••"
    assert received.amount.amount == Decimal(50)
    assert hers.notifications.list().notifications[0].event == "payment_received"
    assert services.notifications.list().notifications[0].event == "payment_sent"


def test_arabic_digits_are_understood_and_written_out(page: TransferPage, qtbot: QtBot) -> None:
    page.type_payee("mona@instapay")
    page.type_amount("\u0664\u0665\u0660\u0660\u066b\u0665")
    page.type_note("")
    qtbot.waitUntil(lambda: page.text("amount") == "4,500.50")
    assert page.summary("gets") == "4,500.50 EGP"


def test_the_reference_is_copied_whole(page: TransferPage, bank: Bank) -> None:
    page.send("mona@instapay", "50")
    page.wait_for_outcome("sent")
    shown = page.receipt("reference").replace(" ", "").lower()
    copied = page.clipboard_after_copying_reference()
    assert copied.replace("-", "").endswith(shown)
    found = bank.ask("payment", "SELECT count(*) FROM transactions WHERE id = %s", copied)
    assert found == [(1,)]


def test_after_a_payment_the_next_one_starts_empty_with_the_new_balance(
    page: TransferPage, qtbot: QtBot
) -> None:
    page.send("mona@instapay", "859.54", "rent")
    page.wait_for_outcome("sent")
    page.new_transfer()
    assert (page.text("to"), page.text("amount"), page.text("note")) == ("", "", "")
    assert page.outcome() == ""
    qtbot.waitUntil(lambda: "24,000.00 EGP" in page.payer(), timeout=PATIENCE_MS)


def test_money_moves_between_own_accounts_by_their_names(
    page: TransferPage, screen: TransferScreen, bank: Bank, salma: Customer, qtbot: QtBot
) -> None:
    savings = bank.add_account(salma.user_id, name="Savings", address="salma.savings@instapay")
    screen.refresh()
    qtbot.waitUntil(lambda: page._from.count() == 2, timeout=PATIENCE_MS)
    page.type_payee("salma.savings@instapay")
    page.wait_for_payee("Savings")
    page.type_amount("100")
    page.review()
    assert page.confirm_text("fee") == "None"
    assert page.confirm_text("total") == "100.00 EGP"
    assert not page.warns_of_first_payment()
    page.confirm()
    page.wait_for_outcome("sent")
    assert page.receipt("fee") == "None"
    assert bank.balance(savings) == 100
