"""What a payment costs, and what the bank would refuse, is said before anything is sent."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton

from tests.pages.finding import PATIENCE_MS, find
from tests.pages.transfer import TransferPage
from tests.ui.offline import out_of_reach
from tests.ui.transfer.acting import payments, set_limit, show
from ui import privacy
from ui.components.payment import live_quote

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from services.bank import Services
    from tests.bank import Bank, Customer
    from ui.preferences import Preferences
    from ui.screens.transfer import TransferScreen


class Gate:
    """Keeps quotes back until it is opened, and counts them."""

    def __init__(self, services: Services, monkeypatch: pytest.MonkeyPatch) -> None:
        self.asked = 0
        self.answered = 0
        self.is_open = threading.Event()
        self._real = services.transfers.quote
        monkeypatch.setattr(services.transfers, "quote", self._quote)

    def _quote(self, **arguments: Any) -> Any:
        self.asked += 1
        assert self.is_open.wait(10)
        try:
            return self._real(**arguments)
        finally:
            self.answered += 1


@pytest.fixture
def gate(services: Services, monkeypatch: pytest.MonkeyPatch) -> Gate:
    # Counts what the review asks for.
    monkeypatch.setattr(live_quote, "PAUSE_MS", 60_000)
    return Gate(services, monkeypatch)


def refused(page: TransferPage, field: str) -> str:
    """Review; return what is said beside a field instead of the last look."""
    page.review()
    told = page.wait_for_error(field)
    assert not page.has_dialog()
    return told


def freeze(bank: Bank, customer: Customer) -> None:
    bank.ask(
        "payment",
        "UPDATE accounts SET frozen = 'ALL', frozen_reason = 'lost card', frozen_by = %s"
        " WHERE id = %s RETURNING 1",
        str(customer.user_id),
        str(customer.account_id),
    )


def test_a_payee_who_was_never_paid_before_is_told_once(page: TransferPage) -> None:
    page.fill("mona@instapay", "50")
    page.review()
    assert page.warns_of_first_payment()
    page.confirm()
    page.wait_for_outcome("sent")
    page.new_transfer()
    page.fill("mona@instapay", "50")
    page.review()
    page.dialog()
    assert not page.warns_of_first_payment()


def test_money_that_does_not_do_for_the_fee_is_refused_with_both_figures(
    page: TransferPage, bank: Bank
) -> None:
    page.fill("mona@instapay", "24860.40")
    assert refused(page, "amount") == (
        "There is not enough money in this account: 24,860.40 EGP are available, and with the fee"
        " you would pay 24,880.40 EGP."
    )
    assert page.text("amount") == "24,860.40"
    # The summary may have said so before the review was answered.
    page._qtbot.waitUntil(find(page._root, QLineEdit, "transfer.amount").hasFocus)
    assert payments(bank) == []


def test_hidden_amounts_stay_hidden_in_a_refusal(
    services: Services, preferences: Preferences, mona: Customer, qtbot: QtBot
) -> None:
    del mona
    privacy.hide_amounts(preferences, hidden=True)
    page = TransferPage(qtbot, show(services, preferences, qtbot))
    page.wait_for_form()
    page.fill("mona@instapay", "24860.40")
    assert refused(page, "amount").startswith("There is not enough money in this account. ")
    page.type_amount("50")
    page.review()
    assert page.confirm_text("after") == "•••••• EGP"


@pytest.mark.parametrize(
    ("limits", "sentence"),
    [
        ({"per_payment": "499.99"}, "One payment may be 499.99 EGP at most."),
        ({"per_day": "1300"}, "This is over your limit for a day: you may still pay 400.00 EGP today."),
        ({"per_day": "900"}, "You have reached your limit for today."),
        ({"per_month": "1399.99"}, "This is over your limit for a month: you may still pay 499.99 EGP."),
        ({"per_month": "900"}, "You have reached your limit for this month."),
    ],
)  # fmt: skip
def test_a_limit_is_told_with_what_is_left(
    page: TransferPage, bank: Bank, limits: dict[str, str], sentence: str
) -> None:
    page.send("mona@instapay", "900")
    page.wait_for_outcome("sent")
    page.new_transfer()
    set_limit(bank, **limits)
    page.fill("mona@instapay", "500", "rent")
    assert refused(page, "amount").startswith(sentence)
    assert (page.text("amount"), page.text("note")) == ("500.00", "rent")
    assert len(payments(bank)) == 1


def test_an_account_that_cannot_be_used_is_told_beside_its_field(
    page: TransferPage, bank: Bank, salma: Customer, mona: Customer
) -> None:
    page.fill("mona@instapay", "50")
    freeze(bank, mona)
    assert refused(page, "to").startswith("This account cannot receive money just now.")
    freeze(bank, salma)
    assert refused(page, "from").startswith("This account is frozen")


def test_a_limit_that_came_after_the_last_look_is_told_as_well(
    page: TransferPage, bank: Bank
) -> None:
    page.fill("mona@instapay", "500")
    page.review()
    page.dialog()
    set_limit(bank, per_payment="400")
    page.confirm()
    page.wait_for_outcome("refused")
    assert page.wait_for_error("amount").startswith("This is more than one payment may be.")


def test_a_bank_out_of_reach_is_told_and_asked_again(
    page: TransferPage, bank: Bank, services: Services
) -> None:
    page.fill("mona@instapay", "50")
    with out_of_reach(bank, services):
        told = refused(page, "form")
        assert told.startswith("The bank cannot be reached.")
        assert told.endswith("Your payment was not sent.")
    page.review()
    page.dialog()
    assert page.error("form") == ""


def test_while_the_bank_is_asked_the_window_answers_and_review_says_so(
    page: TransferPage, screen: TransferScreen, gate: Gate, qtbot: QtBot
) -> None:
    page.fill("mona@instapay", "50")
    page.review()
    review = find(screen, QPushButton, "transfer.review")
    assert not review.isEnabled()
    qtbot.waitUntil(lambda: review.text() == "One moment…", timeout=PATIENCE_MS)
    assert not page.has_dialog()
    gate.is_open.set()
    page.dialog()
    assert review.isEnabled()


def test_an_answer_to_what_was_typed_before_opens_nothing(
    page: TransferPage, screen: TransferScreen, gate: Gate, qtbot: QtBot
) -> None:
    page.fill("mona@instapay", "50")
    page.review()
    page.type_amount("60")
    gate.is_open.set()
    review = find(screen, QPushButton, "transfer.review")
    qtbot.waitUntil(review.isEnabled, timeout=PATIENCE_MS)
    assert not page.has_dialog()
    page.review()
    assert page.confirm_text("amount") == "60.00 EGP"


def test_pressing_enter_twice_opens_one_last_look(
    page: TransferPage, screen: TransferScreen, gate: Gate, qtbot: QtBot
) -> None:
    page.fill("mona@instapay", "50")
    edit = find(screen, QLineEdit, "transfer.amount")
    for _ in range(2):
        QTest.keyClick(edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: gate.asked == 2, timeout=PATIENCE_MS)
    gate.is_open.set()
    dialog = page.dialog()
    qtbot.waitUntil(lambda: gate.answered == 2, timeout=PATIENCE_MS)
    assert len(screen.findChildren(type(dialog), "confirm.dialog")) == 1


def test_no_last_look_opens_over_another_screen(
    page: TransferPage, screen: TransferScreen, gate: Gate, qtbot: QtBot
) -> None:
    page.fill("mona@instapay", "50")
    page.review()
    screen.hide()
    gate.is_open.set()
    review = find(screen, QPushButton, "transfer.review")
    qtbot.waitUntil(review.isEnabled, timeout=PATIENCE_MS)
    assert not page.has_dialog()
