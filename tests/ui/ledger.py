"""A ledger in memory that a history can be loaded from, as from `services.accounts.history`."""

from __future__ import annotations

import threading
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING
from uuid import UUID

from services.values.history import Entry, EntryPage
from services.values.money import Money

if TYPE_CHECKING:
    from services.errors import InstaPayError

ACCOUNT = UUID(int=1)
OTHER = UUID(int=2)
NEWEST_AT = datetime(2026, 11, 22, 8, 42, tzinfo=UTC)
#: Waiting longer than this for a gate means that the test has failed, in seconds.
_PATIENCE_S = 10


def entry(sequence: int, *, amount: str = "-4504.50", at: datetime = NEWEST_AT) -> Entry:
    """Return a ledger entry."""
    return Entry(
        account_id=ACCOUNT,
        sequence=sequence,
        transaction_id=UUID(int=sequence),
        posted_at=at,
        kind="TRANSFER",
        counterparty="Mona A••••",
        note="rent November",
        amount=Money(Decimal(amount), "EGP"),
        balance_after=Money(Decimal("24860.40"), "EGP"),
    )


class Ledger:
    """Entries of any account; answers by key as the bank does.

    Attributes:
        asked: (account, before, limit) of each call, in order.
        failure: what the next calls raise; None for an answer.
        gate: while it is clear, calls wait.

    """

    def __init__(self, length: int) -> None:
        self.entries = [
            entry(
                number,
                amount="180.00" if number % 2 else "-4504.50",
                at=NEWEST_AT - timedelta(hours=9 * (length - number)),
            )
            for number in range(1, length + 1)
        ]
        self.asked: list[tuple[UUID, int | None, int]] = []
        self.failure: InstaPayError | None = None
        self.gate = threading.Event()
        self.gate.set()

    def post(self, count: int) -> None:
        """Post so many more entries."""
        for _ in range(count):
            self.entries.append(entry(len(self.entries) + 1, amount="50.00"))

    def load(self, *, account_id: UUID, before: int | None, limit: int) -> EntryPage:
        """Answer as `services.accounts.history`."""
        self.asked.append((account_id, before, limit))
        assert self.gate.wait(_PATIENCE_S)
        if self.failure is not None:
            raise self.failure
        older = [each for each in self.entries if before is None or each.sequence < before]
        page = tuple(reversed(older[-limit:]))
        is_last = len(page) == len(older)
        return EntryPage(page, None if is_last else page[-1].sequence)
