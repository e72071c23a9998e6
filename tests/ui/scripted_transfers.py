"""Transfers that answer what a test writes down: lost answers are hard to have from a real bank."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from services.values.money import Money
from services.values.transfers import Payee, Payment, Quote, TransferOutcome, TransferStatus

if TYPE_CHECKING:
    from collections.abc import Callable

Answer = TransferOutcome | Exception


def payment(note: str = "rent November") -> Payment:
    """Return a new payment of 4,500.00 EGP to Mona."""
    payee = Payee(UUID(int=9), "Mona A••••", "EGP", "mona@instapay", is_own=False)
    return Payment(UUID(int=1), payee, Money(Decimal("4500.00"), "EGP"), note)


def made(sent: Payment) -> TransferOutcome:
    """Return that the bank has made it."""
    left, fee = Money(Decimal("20355.90"), "EGP"), Money(Decimal("4.50"), "EGP")
    return TransferOutcome(sent.id, TransferStatus.COMPLETED, None, datetime.now(UTC), left, fee)


def failed(sent: Payment, code: str) -> TransferOutcome:
    """Return that the bank has refused it."""
    fee = Money(Decimal("4.50"), "EGP")
    return TransferOutcome(sent.id, TransferStatus.FAILED, code, datetime.now(UTC), None, fee)


def quoted(**changes: object) -> Quote:
    """Return what `payment` would cost: 4.50 EGP, to somebody who was paid before."""
    made = Quote(
        failure_code=None,
        fee=Money(Decimal("4.50"), "EGP"),
        total=Money(Decimal("4504.50"), "EGP"),
        needs_confirmation=False,
        is_first_payment=False,
        available=Money(Decimal("24860.40"), "EGP"),
    )
    return replace(made, **changes)  # type: ignore[arg-type] # a test's own fields


class ScriptedTransfers:
    """Answers of `send` and `check`, in order; the last one is given again and again.

    Attributes:
        sent: ids of the payments that were sent.
        held: ids that are kept until they were told.
        told_of: ids of whose outcome somebody was told.
        dropped: those of them that were dropped from the disk.
        confirmations: what each was sent with.
        checked: ids that were asked after.
        gate: while it is clear, sending waits.

    """

    def __init__(self, *, send: list[Answer], check: list[Answer] | None = None) -> None:
        self._answers: dict[str, list[Answer]] = {"send": send, "check": check or []}
        self.sent: list[UUID] = []
        self.held: list[UUID] = []
        self.told_of: list[UUID] = []
        self.dropped: list[UUID] = []
        self.confirmations: list[str | None] = []
        self.checked: list[UUID] = []
        self.gate = threading.Event()
        self.gate.set()

    def hold(self, *, transfer_id: UUID) -> None:
        """Write it down."""
        self.held.append(transfer_id)

    def told(self, *, transfer_id: UUID) -> Callable[[], None]:
        """Write it down."""
        self.told_of.append(transfer_id)
        return partial(self.dropped.append, transfer_id)

    def send(self, *, payment: Payment, confirmation: str | None = None) -> TransferOutcome:
        """Answer as written down."""
        self.sent.append(payment.id)
        self.confirmations.append(confirmation)
        assert self.gate.wait(10)
        return self._answer("send")

    def check(self, *, transfer_id: UUID) -> TransferOutcome:
        """Answer as written down."""
        self.checked.append(transfer_id)
        return self._answer("check")

    def _answer(self, verb: str) -> TransferOutcome:
        answers = self._answers[verb]
        answer = answers[0] if len(answers) == 1 else answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer


def collect(signal: object) -> list[object]:
    """Return a list that grows with each value of a signal of one value."""
    values: list[object] = []
    connect: Callable[[Callable[[object], None]], object] = signal.connect  # type: ignore[attr-defined]  # a bound signal
    connect(values.append)
    return values
