"""What becomes of a file whose answer was lost."""

from __future__ import annotations

import threading
from decimal import Decimal
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QApplication, QWidget

from services.batch_outbox import BatchOutbox
from services.errors import OutcomeUnknown, Unavailable
from services.outbox import Outbox
from services.values.batches import BatchOrder, BatchRow, BatchSheet
from services.values.money import Money
from services.values.transfers import Payee, Payment
from tests.pages.finding import PATIENCE_MS, plain

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from services.values.batches import UnknownBatch
    from tests.bank import Bank, Customer
    from tests.ui.bulk.conftest import Seat

    Write = Callable[..., Path]


def _order(payer: Customer) -> BatchOrder:
    row = BatchRow(2, "karim@instapay", "10", Money(Decimal(10), "EGP"), "")
    return BatchOrder(payer.account_id, BatchSheet("EGP", (row,)), name="salaries.csv")


def test_one_that_an_earlier_window_sent_is_asked_after(
    seat: Seat, bank: Bank, salma: Customer
) -> None:
    earlier = BatchOutbox(bank.folder / "outbox" / "batches")
    for user_id in (salma.user_id, uuid4()):
        earlier.keep(user_id, _order(salma))
    # The program that kept them has ended, and holds their files no longer.
    for slot in earlier._held.values():
        slot.close(keep=True)
    seat.window.refresh()
    seat.bulk.wait_for("unknown")
    seat.wait(lambda: "None of the payments" in seat.bulk.text("unknown"))
    assert bank.ask("payment", "SELECT failure_code FROM batches") == [("abandoned",)]
    # Somebody else's stays.
    seat.wait(lambda: len(list(bank.folder.glob("outbox/batches/*.json"))) == 1)


def test_an_answer_that_is_lost_is_asked_for_until_it_is_known(
    seat: Seat,
    write: Write,
    bank: Bank,
    karim: Customer,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    batches = seat.services.batches
    sent = type(batches)._call
    calls = []

    def losing(self: object, order: BatchOrder, *how: object) -> object:
        calls.append(order.id)
        sent(self, order, *how)  # type: ignore[arg-type] # the service itself
        raise OutcomeUnknown(order.id)

    monkeypatch.setattr(type(batches), "_call", losing)
    seat.bulk.choose(write("karim@instapay,10,,"))
    seat.bulk.review()
    seat.bulk.confirm("correct horse battery")
    assert "1 payment was made" in plain(seat.bulk.wait_for_outcome("sent"))
    assert len(calls) == 1
    assert bank.balance(karim.account_id) == 10
    seat.wait(lambda: not list(bank.folder.glob("outbox/batches/*.json")))


@pytest.mark.parametrize("answer", ["made", "not sent"])
def test_an_answer_that_found_no_screen_is_told_after_the_next_sign_in(
    seat: Seat, write: Write, bank: Bank, monkeypatch: pytest.MonkeyPatch, answer: str
) -> None:
    service = type(seat.services.batches)
    sent = service._call
    is_away = threading.Event()

    def slow(self: object, *how: object) -> object:
        if answer == "not sent":
            assert is_away.wait(10)
            raise Unavailable("server_busy")
        outcome = sent(self, *how)  # type: ignore[arg-type] # the service itself
        assert is_away.wait(10)
        return outcome

    with monkeypatch.context() as patched:
        patched.setattr(service, "_call", slow)
        seat.bulk.choose(write("karim@instapay,10,,"))
        seat.bulk.review()
        seat.bulk.confirm("correct horse battery")
        assert seat.window.current_screen is not None
        seat.wait(lambda: seat.window.current_screen.awaits_outcome)  # type: ignore[union-attr]
        seat.window.current_screen.session_ended.emit()
        seat.login.wait()
        is_away.set()
        assert QThreadPool.globalInstance().waitForDone(10_000)
    seat.sign_in()
    seat.page.wait_for_screen("bulk")
    seat.bulk.wait_for("unknown")
    told = "The payments of" if answer == "made" else "None of the payments of"
    seat.wait(lambda: seat.bulk.text("unknown").startswith(told))
    assert bank.ask("payment", "SELECT status FROM batches") == [
        ("COMPLETED" if answer == "made" else "FAILED",)
    ]
    seat.wait(lambda: not list(bank.folder.glob("outbox/batches/*.json")))


def test_one_that_was_not_sent_is_not_asked_after_by_a_look_that_is_late(
    seat: Seat, write: Write, bank: Bank, monkeypatch: pytest.MonkeyPatch
) -> None:
    batches = seat.services.batches
    is_on_its_way, may_answer, has_read, may_come = (threading.Event() for _ in range(4))
    unknown = batches.unknown

    def busy(*_how: object) -> None:
        is_on_its_way.set()
        assert may_answer.wait(10)
        raise Unavailable("server_busy")

    def look() -> tuple[UnknownBatch, ...]:
        found = unknown()
        has_read.set()
        assert may_come.wait(10)
        return found

    monkeypatch.setattr(batches, "_call", busy)
    seat.bulk.choose(write("karim@instapay,10,,"))
    seat.bulk.review()
    seat.bulk.confirm("correct horse battery")
    try:
        seat.wait(is_on_its_way.is_set)
        monkeypatch.setattr(batches, "unknown", look)
        seat.window.refresh()
        seat.wait(has_read.is_set)
        may_answer.set()
        seat.bulk.wait_for_error()
    finally:
        may_answer.set()
        may_come.set()
    assert QThreadPool.globalInstance().waitForDone(PATIENCE_MS)
    QApplication.processEvents()
    assert seat.window.findChild(QWidget, "bulk.unknown") is None
    assert bank.ask("payment", "SELECT count(*) FROM batches") == [(0,)]


def test_a_batch_is_asked_after_also_where_a_payment_was_left_behind(
    open_window: Callable[[], Seat], bank: Bank, salma: Customer, karim: Customer
) -> None:
    payee = Payee(karim.account_id, "Karim", "EGP", "karim@instapay", is_own=False)
    payment = Payment(salma.account_id, payee, Money(Decimal(7), "EGP"), "lunch")
    batches, payments = (
        BatchOutbox(bank.folder / "outbox" / "batches"),
        Outbox(bank.folder / "outbox"),
    )
    batches.keep(salma.user_id, _order(salma))
    payments.keep(salma.user_id, payment)
    # As where the program that kept them has ended.
    for slot in batches._held.values():
        slot.close(keep=True)
    payments.let_go()()
    seat = open_window()
    seat.sign_in()
    seat.page.wait_for_screen("transfer")
    seat.wait(lambda: bank.ask("payment", "SELECT failure_code FROM batches") == [("abandoned",)])
    seat.page.go_to("bulk")
    seat.wait(lambda: "None of the payments" in seat.bulk.text("unknown"))
