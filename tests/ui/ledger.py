"""A ledger in memory that a history can be loaded from, as from `services.history`."""

from __future__ import annotations

import threading
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING
from uuid import UUID

from services.values.history import (
    Cursor,
    Direction,
    HistoryFilter,
    HistoryPage,
    Line,
    Waiting,
)
from services.values.money import Money
from services.values.transfers import TransferStatus

if TYPE_CHECKING:
    from services.errors import InstaPayError

ACCOUNT = UUID(int=1)
OTHER = UUID(int=2)
NEWEST_AT = datetime(2026, 11, 22, 8, 42, tzinfo=UTC)
#: Waiting longer than this for a gate means that the test has failed, in seconds.
_PATIENCE_S = 10


def line(sequence: int, *, amount: str = "-4504.50", at: datetime = NEWEST_AT) -> Line:
    """Return a posted payment without a fee."""
    return Line(
        account_id=ACCOUNT,
        transaction_id=UUID(int=sequence),
        first_sequence=sequence,
        sequence=sequence,
        at=at,
        kind="TRANSFER",
        counterparty="Mona A••••",
        note="rent November",
        amount=Money(Decimal(amount), "EGP"),
        fee=Money(Decimal(0), "EGP"),
        balance_after=Money(Decimal("24860.40"), "EGP"),
    )


def unposted(
    number: int,
    status: TransferStatus = TransferStatus.PENDING,
    *,
    note: str = "a chair",
    failure_code: str | None = None,
    at: datetime = NEWEST_AT,
) -> Line:
    """Return a payment that is held, or was not made."""
    return Line(
        account_id=ACCOUNT,
        transaction_id=UUID(int=10_000_000 + number),
        first_sequence=None,
        sequence=None,
        at=at,
        kind="TRANSFER",
        counterparty="Karim S••••",
        note=note,
        amount=Money(Decimal("-250.50"), "EGP"),
        fee=Money(Decimal("0.50"), "EGP"),
        balance_after=None,
        status=status,
        failure_code=failure_code,
        expires_at=None if status is TransferStatus.FAILED else at + timedelta(days=3),
    )


class Ledger:
    """Payments of any account; answers by key as the bank does.

    Attributes:
        lines: posted, oldest first.
        held: what waits, newest first.
        not_made: newest first.
        looks_at: so many lines a call at most, as the bank does.
        asked: (account, sequence of the cursor, limit) of each page, in order.
        filters: the filter of each page, in order.
        failure: what the next calls raise; None for an answer.
        gate: while it is clear, calls wait.
        passes: so many pages more, and the gate closes by itself; None for any number.

    """

    def __init__(self, length: int) -> None:
        self.lines = [
            line(
                number,
                amount="180.00" if number % 2 else "-4504.50",
                at=NEWEST_AT - timedelta(hours=9 * (length - number)),
            )
            for number in range(1, length + 1)
        ]
        self.held: list[Line] = []
        self.not_made: list[Line] = []
        self.looks_at = 10_000
        self.asked: list[tuple[UUID, int | None, int]] = []
        self.filters: list[HistoryFilter] = []
        self.failure: InstaPayError | None = None
        self.gate = threading.Event()
        self.gate.set()
        self.passes: int | None = None

    def post(self, count: int) -> None:
        """Post so many more payments."""
        for _ in range(count):
            self.lines.append(line(len(self.lines) + 1, amount="50.00"))

    def page(
        self, *, account_id: UUID, wanted: HistoryFilter, cursor: Cursor | None, limit: int
    ) -> HistoryPage:
        """Answer as `services.history.page`."""
        before = cursor.sequence if cursor is not None else None
        self.asked.append((account_id, before, limit))
        self.filters.append(wanted)
        if self.passes is not None:
            self.passes -= 1
            if self.passes < 0:
                self.passes = None
                self.gate.clear()
        assert self.gate.wait(_PATIENCE_S)
        if self.failure is not None:
            raise self.failure
        if wanted.direction is Direction.NOT_MADE:
            return HistoryPage(
                tuple(each for each in self.not_made if _lets_through(wanted, each)), None
            )
        older = [each for each in self.lines if before is None or (each.sequence or 0) < before]
        found: list[Line] = []
        looked_at = 0
        for each in reversed(older):
            looked_at += 1
            if _lets_through(wanted, each):
                found.append(each)
            if len(found) == limit or looked_at == self.looks_at:
                break
        if looked_at == len(older):
            return HistoryPage(tuple(found), None)
        last = older[-looked_at]
        return HistoryPage(tuple(found), Cursor(sequence=last.sequence), last.at)

    def waiting(self, *, account_id: UUID, wanted: HistoryFilter) -> Waiting:
        """Answer as `services.history.waiting`."""
        del account_id
        if self.failure is not None:
            raise self.failure
        lets_through = wanted.direction in {Direction.ALL, Direction.OUT}
        shown = [each for each in self.held if lets_through and _lets_through(wanted, each)]
        return Waiting(tuple(shown), len(self.held) - len(shown))


def _lets_through(wanted: HistoryFilter, each: Line) -> bool:
    """Tell plainly what a filter lets through."""
    day, is_credit = each.at.astimezone().date(), each.amount.amount > 0
    return (
        wanted.text.lower() in f"{each.counterparty} {each.note} {each.amount.amount}".lower()
        and (wanted.start is None or wanted.start <= day)
        and (wanted.end is None or day <= wanted.end)
        and wanted.direction is not (Direction.OUT if is_credit else Direction.IN)
    )
