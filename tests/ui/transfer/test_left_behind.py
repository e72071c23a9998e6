"""A payment that another window left unanswered, taken up where somebody writes another one."""

from __future__ import annotations

import threading
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QApplication, QLineEdit

from tests.pages.finding import PATIENCE_MS, find
from tests.pages.transfer import TransferPage
from tests.ui.transfer.acting import leave_behind, payments, sign_in
from ui import iban_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from services.bank import Services
    from services.values.transfers import Payment
    from tests.bank import Bank, Customer
    from ui.screens.transfer import TransferScreen

TYPED = ("mona@instapay", "50.00", "lunch")


class Held:
    """Keeps the answers of a service's function back until `gate` is set."""

    def __init__(self, service: object, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
        self.gate = threading.Event()
        self._real = getattr(service, name)
        monkeypatch.setattr(service, name, self._call)

    def _call(self, **arguments: Any) -> Any:
        assert self.gate.wait(10)
        return self._real(**arguments)

    def come(self) -> None:
        """Let them come, and be heard."""
        self.gate.set()
        assert QThreadPool.globalInstance().waitForDone(PATIENCE_MS)
        QApplication.processEvents()


@pytest.fixture
def hold(services: Services, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], Held]]:
    made: list[Held] = []

    def held(name: str) -> Held:
        service = services.accounts if name == "list" else services.transfers
        made.append(Held(service, name, monkeypatch))
        return made[-1]

    yield held
    for each in made:
        each.gate.set()


@pytest.fixture
def typed(page: TransferPage) -> TransferPage:
    """Salma has typed a payment of 50.00 to Mona, and left each field."""
    page.fill("mona@instapay", "50", "lunch")
    assert written(page) == TYPED
    return page


def written(page: TransferPage) -> tuple[str, str, str]:
    return page.text("to"), page.text("amount"), page.text("note")


class OtherWindow:
    """One of Salma's that dies with a payment of 75.00 to Mona unanswered."""

    def __init__(self, bank: Bank, salma: Customer, mona: Customer) -> None:
        self._bank = bank
        self._salma = salma
        self._mona = mona

    def die_before_it_is_sent(self) -> Payment:
        """Leave it behind; the bank knows nothing of it."""
        return leave_behind(self._bank, self._salma, self._mona)

    def die(self) -> Payment:
        """Leave it behind once the bank has answered."""
        payment = self.die_before_it_is_sent()
        sign_in(self._bank, self._salma, "another outbox").transfers.send(payment=payment)
        return payment

    def die_without_money(self) -> None:
        """Leave it behind refused, while there is money again."""
        self.set_balance("10")
        self.die()
        self.set_balance("24860.40")

    def set_balance(self, balance: str) -> None:
        """Have this much in Salma's account."""
        self._bank.ask(
            "payment",
            "UPDATE accounts SET balance = %s WHERE id = %s RETURNING id",
            balance,
            str(self._salma.account_id),
        )


@pytest.fixture
def other(bank: Bank, salma: Customer, mona: Customer) -> OtherWindow:
    return OtherWindow(bank, salma, mona)


@pytest.mark.parametrize("back", ["a new one", "entering"])
def test_what_is_typed_survives_that_it_was_made(
    typed: TransferPage,
    screen: TransferScreen,
    other: OtherWindow,
    hold: Callable[[str], Held],
    back: str,
) -> None:
    other.die()
    draft, check = screen.draft(), hold("check")
    assert draft["note"] == "lunch"
    screen.enter({})
    typed.wait_for_outcome("checking")
    assert not find(screen, QLineEdit, "transfer.amount").isEnabled()
    assert screen.draft() == draft
    check.gate.set()
    typed.wait_for_outcome("sent")
    assert "75.00 EGP sent" in typed.outcome_text()
    assert screen.draft() == draft
    if back == "entering":
        screen.enter({})
    else:
        typed.new_transfer()
    assert typed.outcome() == ""
    assert written(typed) == TYPED
    assert screen.draft() == draft


def test_what_was_typed_is_paid_after_it_and_is_no_draft_any_more(
    typed: TransferPage, screen: TransferScreen, other: OtherWindow, bank: Bank
) -> None:
    other.die()
    screen.enter({})
    typed.wait_for_outcome("sent")
    typed.new_transfer()
    typed.review()
    typed.confirm()
    typed.wait_for_outcome("sent")
    assert screen.draft() == {}
    typed.new_transfer()
    assert written(typed) == ("", "", "")
    assert payments(bank) == [("COMPLETED", Decimal(75)), ("COMPLETED", Decimal(50))]


def test_why_it_was_refused_is_not_said_beside_the_fields_of_another_one(
    typed: TransferPage, screen: TransferScreen, other: OtherWindow
) -> None:
    other.die_without_money()
    screen.enter({})
    typed.wait_for_outcome("refused")
    assert "There is not enough money in this account" in typed.outcome_text()
    assert typed.error("amount") == ""
    assert written(typed) == TYPED


def test_its_receipt_does_not_hide_why_the_forms_own_was_refused(
    typed: TransferPage, screen: TransferScreen, other: OtherWindow, hold: Callable[[str], Held]
) -> None:
    send = hold("send")
    typed.review()
    typed.confirm()
    other.die()
    screen.enter({})
    typed.wait_for_outcome("sent")
    other.set_balance("10")
    send.gate.set()
    typed.wait_for_outcome("refused")
    assert typed.error("amount").startswith("There is not enough money in this account")
    assert written(typed) == TYPED


@pytest.fixture
def looked_at(
    typed: TransferPage,
    screen: TransferScreen,
    other: OtherWindow,
    hold: Callable[[str], Held],
) -> TransferPage:
    """The last look is open as the payment of the other window is found."""
    other.die_before_it_is_sent()
    unknown = hold("unknown")
    screen.enter({})
    typed.review()
    typed.dialog()
    unknown.come()
    assert typed.outcome() == ""
    return typed


def test_a_last_look_that_is_open_still_sends(
    looked_at: TransferPage, bank: Bank, services: Services, qtbot: QtBot
) -> None:
    looked_at.confirm()
    qtbot.waitUntil(lambda: ("COMPLETED", Decimal(50)) in payments(bank), timeout=PATIENCE_MS)
    # What had to wait is asked after as well, and was never made.
    qtbot.waitUntil(lambda: services.transfers.unknown() == (), timeout=PATIENCE_MS)
    assert sorted(status for status, _ in payments(bank)) == ["COMPLETED", "FAILED"]


def test_after_a_last_look_that_was_left_it_is_asked_after(looked_at: TransferPage) -> None:
    looked_at.cancel()
    looked_at.wait_for_outcome("not_made")
    assert written(looked_at) == TYPED


def test_a_draft_that_comes_while_it_is_asked_after_is_kept(
    open_screen: Callable[[], TransferScreen],
    other: OtherWindow,
    hold: Callable[[str], Held],
    qtbot: QtBot,
) -> None:
    other.die()
    check = hold("check")
    screen = open_screen()
    page = TransferPage(qtbot, screen)
    page.wait_for_outcome("checking")
    screen.restore({"to": "mona@instapay", "amount": "50.00", "note": "lunch"})
    assert screen.draft()["note"] == "lunch"
    check.gate.set()
    page.wait_for_outcome("sent")
    assert screen.draft()["note"] == "lunch"
    page.new_transfer()
    assert written(page) == TYPED


def test_a_draft_that_comes_while_the_form_is_being_sent_is_kept(
    typed: TransferPage, screen: TransferScreen, bank: Bank, hold: Callable[[str], Held]
) -> None:
    send = hold("send")
    typed.review()
    typed.confirm()
    screen.restore({"to": "mona@instapay", "amount": "20.00", "note": "older"})
    assert written(typed) == TYPED
    assert screen.draft()["note"] == "older"
    send.gate.set()
    typed.wait_for_outcome("sent")
    assert screen.draft()["note"] == "older"
    typed.new_transfer()
    assert written(typed) == ("mona@instapay", "20.00", "older")
    assert payments(bank) == [("COMPLETED", Decimal(50))]


@pytest.mark.parametrize("when", ["before", "before the accounts", "after"])
def test_the_draft_of_what_was_made_is_no_draft(
    open_screen: Callable[[], TransferScreen],
    other: OtherWindow,
    hold: Callable[[str], Held],
    when: str,
    qtbot: QtBot,
) -> None:
    # As of a window that was killed as it sent, before it had emptied the file of drafts.
    made = other.die()
    draft = {"from": str(made.payer_account_id), "to": iban_text.grouped(made.payee.reached_by)}
    draft |= {"amount": "75", "note": made.note}
    check = hold("check")
    accounts = hold("list")
    if when != "before the accounts":
        accounts.gate.set()
    screen = open_screen()
    page = TransferPage(qtbot, screen)
    page.wait_for_outcome("checking")
    if when != "after":
        screen.restore(draft)
    check.gate.set()
    page.wait_for_outcome("sent")
    if when == "after":
        screen.restore(draft)
    assert screen.draft() == {}
    page.new_transfer()
    assert written(page) == ("", "", "")


def test_a_payment_that_was_just_told_of_is_not_found_once_more(
    page: TransferPage,
    screen: TransferScreen,
    services: Services,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    outbox, gate = services.transfers._outbox, threading.Event()
    forget, unknown = outbox.forget, services.transfers.unknown
    looked: list[object] = []

    def slow_disk(*which: UUID) -> None:
        assert gate.wait(10)
        forget(*which)

    def look() -> object:
        looked.append(unknown())
        return looked[-1]

    monkeypatch.setattr(outbox, "forget", slow_disk)
    page.send("mona@instapay", "50", "October")
    page.wait_for_outcome("sent")
    monkeypatch.setattr(services.transfers, "unknown", look)
    screen.enter({})
    qtbot.waitUntil(lambda: len(looked) == 1, timeout=PATIENCE_MS)
    gate.set()
    assert QThreadPool.globalInstance().waitForDone(PATIENCE_MS)
    QApplication.processEvents()
    assert looked == [()]
    assert page.outcome() == ""
    page.wait_for_form()
