"""Transfers that answer what a test writes down: lost answers are hard to have from a real bank."""

from __future__ import annotations

import threading
from datetime import UTC, datetime
from decimal import Decimal
from typing import TYPE_CHECKING
from uuid import UUID

from services.values.money import Money
from services.values.transfers import Payee, Payment, TransferOutcome, TransferStatus

if TYPE_CHECKING:
    from collections.abc import Callable

Answer = TransferOutcome | Exception


def payment(note: str = "rent November") -> Payment:
    """Return a new payment of 4,500.00 EGP to Mona."""
    payee = Payee(UUID(int=9), "Mona A••••", "EGP", "mona@instapay", is_own=False)
    return Payment(UUID(int=1), payee, Money(Decimal("4500.00"), "EGP"), note)


def made(sent: Payment) -> TransferOutcome:
    """Return that the bank has made it."""
    left = Money(Decimal("20360.40"), "EGP")
    return TransferOutcome(sent.id, TransferStatus.COMPLETED, None, datetime.now(UTC), left)


def failed(sent: Payment, code: str) -> TransferOutcome:
    """Return that the bank has refused it."""
    return TransferOutcome(sent.id, TransferStatus.FAILED, code, datetime.now(UTC), None)


class ScriptedTransfers:
    """Answers of `send` and `check`, in order; the last one is given again and again.

    Attributes:
        sent: ids of the payments that were sent.
        checked: ids that were asked after.
        gate: while it is clear, sending waits.

    """

    def __init__(self, *, send: list[Answer], check: list[Answer] | None = None) -> None:
        self._answers: dict[str, list[Answer]] = {"send": send, "check": check or []}
        self.sent: list[UUID] = []
        self.checked: list[UUID] = []
        self.gate = threading.Event()
        self.gate.set()

    def send(self, *, payment: Payment) -> TransferOutcome:
        """Answer as written down."""
        self.sent.append(payment.id)
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
