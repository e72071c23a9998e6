"""What is given to whoever is to pay: shown, copied, claimed and given up."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QComboBox, QPushButton

from services.errors import Refused
from tests.pages.finding import PATIENCE_MS, find

if TYPE_CHECKING:
    from tests.bank import Bank, Customer
    from tests.pages.receive import ReceivePage
    from tests.ui.payees.conftest import Seat


@pytest.fixture
def receive(seat: Seat, bank: Bank, salma: Customer) -> ReceivePage:
    bank.add_account(salma.user_id, name="Savings")
    seat.accounts.receive()
    seat.page.wait_for_screen("receive")
    seat.receive.wait()
    return seat.receive


def test_iban_and_address_are_copied_as_the_bank_writes_them(
    receive: ReceivePage, salma: Customer
) -> None:
    assert receive.iban().replace(" ", "") == salma.iban
    assert receive.copied("iban") == salma.iban
    assert receive.copied("address") == "salma@instapay"


def test_it_is_reached_from_the_accounts_and_leads_back(receive: ReceivePage, seat: Seat) -> None:
    assert "receive" not in seat.page.screens()
    assert seat.window.windowTitle().startswith("Receive")
    receive.back()
    seat.page.wait_for_screen("accounts")


def test_an_address_is_claimed_for_an_account_that_has_none(
    receive: ReceivePage, bank: Bank
) -> None:
    receive.choose_account(1)
    assert receive.address() == ""
    receive.claim("Salma.Savings٢")
    receive.wait_for_address("salma.savings2@instapay")
    found = bank.ask("payment", "SELECT address FROM payment_addresses ORDER BY address")
    assert [each[0] for each in found][1:] == ["salma.savings2@instapay", "salma@instapay"]


def test_what_is_wrong_with_a_name_is_told_and_kept(receive: ReceivePage, bank: Bank) -> None:
    receive.choose_account(1)
    receive.claim("")
    assert receive.wait_for_error().startswith("Please type an address.")
    receive.claim("سلمى")
    assert receive.wait_for_error().startswith("This cannot be an address.")
    assert bank.ask("payment", "SELECT count(*) FROM payee_questions") == [(0,)]
    receive.type_name("karim")
    assert receive.error() == ""
    receive.claim("karim@instapay")
    assert receive.wait_for_error().startswith("This address is not free.")
    assert receive.typed_name() == "karim@instapay"


def test_an_address_is_given_up_only_after_a_yes(receive: ReceivePage, bank: Bank) -> None:
    ask = "SELECT released_at IS NOT NULL FROM payment_addresses WHERE address LIKE 'sal%'"
    receive.give_up()
    QThreadPool.globalInstance().waitForDone(10_000)
    receive.cancel()
    assert bank.ask("payment", ask) == [(False,)]
    receive.give_up()
    receive.confirm()
    receive.wait_for_address("")
    assert bank.ask("payment", ask) == [(True,)]
    receive.claim("salma")
    receive.wait_for_address("salma@instapay")


@pytest.mark.parametrize("is_taken", [False, True])
def test_a_late_answer_about_another_account_has_no_place_at_this_one(
    receive: ReceivePage,
    seat: Seat,
    bank: Bank,
    salma: Customer,
    monkeypatch: pytest.MonkeyPatch,
    *,
    is_taken: bool,
) -> None:
    bank.add_account(salma.user_id, name="Holidays")
    receive.back()
    seat.accounts.receive()
    seat.page.wait_for_screen("receive")
    picker = find(seat.window, QComboBox, "receive.account")
    receive._qtbot.waitUntil(lambda: picker.count() == 3, timeout=PATIENCE_MS)
    assert seat.window.services is not None
    go, payees = threading.Event(), seat.window.services.payees
    claim = payees.claim_address

    def slow(**wanted: Any) -> object:
        assert go.wait(10)
        if is_taken:
            raise Refused("address_taken", field="address")
        return claim(**wanted)

    monkeypatch.setattr(payees, "claim_address", slow)
    receive.choose_account(1)
    receive.claim("salma.savings")
    receive.choose_account(2)
    receive.type_name("salma.holidays")
    go.set()
    told = "This address is not free" if is_taken else "salma.savings@instapay is yours now."
    receive._qtbot.waitUntil(
        lambda: any(told in note for note in seat.page.notes()), timeout=PATIENCE_MS
    )
    assert receive.error() == ""
    assert receive.typed_name() == "salma.holidays"
    assert find(seat.window, QPushButton, "receive.claim").isEnabled()
