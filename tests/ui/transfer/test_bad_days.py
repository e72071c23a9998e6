"""A bank that refuses, is out of reach, or whose answers are lost."""

from __future__ import annotations

from decimal import Decimal
from threading import Event
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from services.errors import OutcomeUnknown
from tests.bank import PASSWORD
from tests.pages.finding import PATIENCE_MS, find, wait_for
from tests.pages.transfer import TransferPage
from tests.ui.offline import out_of_reach
from tests.ui.transfer.acting import focused, is_in_view, leave_behind, payments, sign_in

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from services.bank import Services
    from services.values.transfers import Payment, TransferOutcome
    from tests.bank import Bank, Customer
    from ui.screens.transfer import TransferScreen

WE_DO_NOT_KNOW = (
    "We don't know yet whether this payment was made.\nDon't send it again; we are checking."
)


def test_the_banks_refusal_is_told_beside_the_field_and_the_input_is_kept(
    page: TransferPage, bank: Bank, salma: Customer
) -> None:
    page.fill("mona@instapay", "20000", "rent")
    page.review()
    page.dialog()
    bank.ask(
        "payment",
        "UPDATE accounts SET balance = 10 WHERE id = %s RETURNING id",
        str(salma.account_id),
    )
    page.confirm(PASSWORD)
    page.wait_for_outcome("refused")
    assert page.wait_for_error("amount").startswith("There is not enough money in this account")
    assert "No money was moved" in page.outcome_text()
    assert (page.text("to"), page.text("amount"), page.text("note")) == (
        "mona@instapay",
        "20,000.00",
        "rent",
    )
    assert payments(bank) == [("FAILED", Decimal(20000))]


def test_a_bank_out_of_reach_means_not_sent_and_the_form_stays(
    page: TransferPage, screen: TransferScreen, bank: Bank, services: Services, qtbot: QtBot
) -> None:
    page.fill("mona@instapay", "50", "lunch")
    page.review()
    page.dialog()
    with out_of_reach(bank, services):
        page.confirm()
        told = page.wait_for_error("form")
        assert told.startswith("The bank cannot be reached.")
        assert told.endswith("Your payment was not sent.")
        assert focused(screen) is find(screen, QPushButton, "transfer.review")
    assert page.outcome() == ""
    assert page.text("note") == "lunch"
    assert payments(bank) == []
    screen.refresh()
    qtbot.waitUntil(lambda: page.error("form") == "", timeout=PATIENCE_MS)
    page.review()
    page.confirm()
    page.wait_for_outcome("sent")
    assert payments(bank) == [("COMPLETED", Decimal(50))]


def test_a_lost_answer_says_so_locks_the_form_and_resolves_by_itself(
    page: TransferPage,
    screen: TransferScreen,
    bank: Bank,
    services: Services,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    real_send = services.transfers.send

    def send_and_lose_the_answer(*, payment: Payment, confirmation: str | None = None) -> None:
        real_send(payment=payment, confirmation=confirmation)
        raise OutcomeUnknown(payment.id)

    real_check, may_tell = services.transfers.check, Event()

    def tell_when_asked_to(*, transfer_id: UUID) -> TransferOutcome:
        assert may_tell.wait(10)
        return real_check(transfer_id=transfer_id)

    monkeypatch.setattr(services.transfers, "send", send_and_lose_the_answer)
    monkeypatch.setattr(services.transfers, "check", tell_when_asked_to)
    page.send("mona@instapay", "50")
    page.wait_for_outcome("checking")
    assert WE_DO_NOT_KNOW in page.outcome_text()
    assert not find(screen, QPushButton, "transfer.review").isVisible()
    assert not find(screen, QLineEdit, "transfer.amount").isEnabled()
    assert screen.draft() == {}
    panel = find(screen, QWidget, "transfer.outcome")
    assert focused(screen) is panel
    page._qtbot.waitUntil(lambda: is_in_view(screen, panel))
    may_tell.set()
    page.wait_for_outcome("sent")
    assert focused(screen) is find(screen, QPushButton, "transfer.new")
    assert payments(bank) == [("COMPLETED", Decimal(50))]


@pytest.fixture
def left_behind(bank: Bank, salma: Customer, mona: Customer) -> Payment:
    """A payment that a program wrote into its outbox before it died."""
    return leave_behind(bank, salma, mona)


def test_after_a_restart_a_payment_that_never_arrived_is_given_up_and_offered_again(
    left_behind: Payment,
    open_screen: Callable[[], TransferScreen],
    services: Services,
    bank: Bank,
    qtbot: QtBot,
) -> None:
    page = TransferPage(qtbot, open_screen())
    page.wait_for_outcome("not_made")
    assert "75.00 EGP to Mona A••••" in page.outcome_text()
    assert [status for status, _ in payments(bank)] == ["FAILED"]
    assert page.text("amount") == "75.00"
    assert page.text("note") == "before the crash"
    page.wait_for_form()
    page.review()
    page.confirm()
    page.wait_for_outcome("sent")
    assert payments(bank)[1:] == [("COMPLETED", Decimal(75))]
    qtbot.waitUntil(lambda: services.transfers.unknown() == (), timeout=PATIENCE_MS)
    assert page.clipboard_after_copying_reference() != str(left_behind.id)


def test_after_a_restart_a_payment_that_was_made_is_told_and_not_paid_again(
    left_behind: Payment,
    open_screen: Callable[[], TransferScreen],
    bank: Bank,
    salma: Customer,
    qtbot: QtBot,
) -> None:
    sign_in(bank, salma, "another outbox").transfers.send(payment=left_behind)
    page = TransferPage(qtbot, open_screen())
    page.wait_for_outcome("sent")
    assert "75.00 EGP sent" in page.outcome_text()
    assert page.receipt("balance") == "24,784.90 EGP"
    assert bank.balance(left_behind.payee.account_id) == Decimal(75)
    assert payments(bank) == [("COMPLETED", Decimal(75))]


@pytest.mark.usefixtures("left_behind")
def test_while_the_bank_is_away_an_unknown_payment_is_shown_and_nothing_can_be_sent(
    open_screen: Callable[[], TransferScreen], services: Services, bank: Bank, qtbot: QtBot
) -> None:
    with out_of_reach(bank, services):
        screen = open_screen()
        page = TransferPage(qtbot, screen)
        page.wait_for_outcome("checking")
        assert WE_DO_NOT_KNOW in page.outcome_text()
        assert not find(screen, QPushButton, "transfer.review").isVisible()
    screen.refresh()
    page.wait_for_outcome("not_made")
    wait_for(qtbot, screen, "transfer.review")


def test_without_a_bank_the_screen_says_so_and_works_when_it_is_back(
    open_screen: Callable[[], TransferScreen], services: Services, bank: Bank, qtbot: QtBot
) -> None:
    with out_of_reach(bank, services):
        screen = open_screen()
        error = wait_for(qtbot, screen, "transfer.error")
        assert "The bank cannot be reached" in error.accessibleName()
    screen.refresh()
    TransferPage(qtbot, screen).wait_for_form()


def test_an_ended_session_is_told_to_the_window_and_the_draft_survives_it(
    page: TransferPage,
    screen: TransferScreen,
    services: Services,
    open_screen: Callable[[], TransferScreen],
    qtbot: QtBot,
) -> None:
    page.fill("mona@instapay", "50.5", "lunch")
    services.identity.sign_out()
    with qtbot.waitSignal(screen.session_ended, timeout=PATIENCE_MS):
        page.review()
    draft = screen.draft()
    services.identity.sign_in(email="salma@demo.eg", password=PASSWORD)
    again = open_screen()
    again.restore(draft)
    page = TransferPage(qtbot, again)
    page.wait_for_form()
    page.wait_for_payee("Mona A••••")
    assert (page.text("amount"), page.text("note")) == ("50.50", "lunch")
