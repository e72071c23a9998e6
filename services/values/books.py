"""Whether the bank's books balance, and what it did on a day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime

    from services.values.money import Money


@dataclass(frozen=True, slots=True)
class BooksState:
    """What the bank's last proof said: that all balances of each currency sum to zero, and when (UTC)."""

    balanced: bool
    proved_at: datetime


@dataclass(frozen=True, slots=True)
class BooksTotal:
    """All accounts of a kind in a currency: how many, how many entries they have, and their balances' sum.

    `kind` is CUSTOMER, TILL, VAULT, FEES, VARIANCE or BANK.
    """

    kind: str
    accounts: int
    entries: int
    balance: Money


@dataclass(frozen=True, slots=True)
class Books:
    """The bank's last proof in full.

    Attributes:
        state: what it came to; None before the first.
        totals: by currency and kind; empty before the first.
        checked: how many of the newest payments were looked at just now.
        unbalanced: of how many of those the entries do not match.

    """

    state: BooksState | None
    totals: tuple[BooksTotal, ...]
    checked: int
    unbalanced: int


@dataclass(frozen=True, slots=True)
class Tally:
    """How many payments, and what they come to."""

    count: int
    amount: Money


@dataclass(frozen=True, slots=True)
class DayMoney:
    """What the bank did in a currency on one of its days.

    Attributes:
        fees: less what was given back; the count is of payments that cost something.
        refused: what the bank did not make, or declined.
        waiting: what waits for approval now, whatever the day.
        vault: the cash in the vault now.
        drawers: the cash in all drawers now.

    """

    currency: str
    day: date
    transfers: Tally
    cash_in: Tally
    cash_out: Tally
    fees: Tally
    refused: Tally
    waiting: Tally
    vault: Money
    drawers: Money
