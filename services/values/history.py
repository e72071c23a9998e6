"""Posted ledger entries, in pages by key."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from services.values.money import Money


@dataclass(frozen=True, slots=True)
class Entry:
    """One posted ledger entry of one account.

    Attributes:
        sequence: 1, 2, 3 … within the account, without a gap.
        posted_at: UTC.
        kind: TRANSFER, OPENING …: why money moved.
        counterparty: masked name of the other side, or the name of an own account.
        amount: signed: a credit is positive, a debit negative.
        balance_after: the account's balance once this entry was posted.

    """

    account_id: UUID
    sequence: int
    transaction_id: UUID
    posted_at: datetime
    kind: str
    counterparty: str
    note: str
    amount: Money
    balance_after: Money


@dataclass(frozen=True, slots=True)
class HistoryPage:
    """Entries newest first; `next_before` is the key of the next older page, None at the end."""

    entries: tuple[Entry, ...]
    next_before: int | None
