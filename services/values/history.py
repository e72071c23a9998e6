"""An account's history: payments in pages by key, and what a person looks for among them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from services.values.money import Money

if TYPE_CHECKING:
    from datetime import date, datetime
    from uuid import UUID


class Direction(Enum):
    """Which payments a filter lets through; the values are the database's words.

    Attributes:
        ALL: whatever moved money, in or out.
        IN: money came in.
        OUT: money went out.
        NOT_MADE: payments from here that were refused, cancelled or have run out: no money moved.

    """

    ALL = "all"
    IN = "in"
    OUT = "out"
    NOT_MADE = "not_made"


@dataclass(frozen=True, slots=True)
class HistoryFilter:
    """What a history is narrowed to; all of it holds at once.

    Attributes:
        text: each of its words stands in the other side's name or the note, or begins the amount (with
            or without its fee). Letters count without case, marks and Arabic variants, digits of
            either script are one; at most MAX_TEXT characters.
        start: the first day on this computer's calendar, or None for the account's first.
        end: the last day, itself included, or None for today. None before `start`.

    """

    text: str = ""
    start: date | None = None
    end: date | None = None
    direction: Direction = Direction.ALL

    @property
    def is_empty(self) -> bool:
        """Nothing is narrowed."""
        return self == HistoryFilter()


#: The longest text of a filter, in characters.
MAX_TEXT = 100


class Status(Enum):
    """How a payment stands; the values are the database's words."""

    POSTED = "COMPLETED"
    WAITING = "PENDING"
    REFUSED = "FAILED"
    CANCELLED = "CANCELLED"
    EXPIRED = "EXPIRED"


@dataclass(frozen=True, slots=True)
class Line:
    """What one payment did to one account, or would have: the amount and its fee together.

    Attributes:
        first_sequence: key of its first entry in the account's ledger, None where it is not posted.
        sequence: key of its last entry: the fee's, where there is one.
        at: when it was posted; for one that is not, when it was begun. UTC.
        kind: TRANSFER, OPENING …: why money moved.
        counterparty: masked name of the other side, or the name of an own account.
        amount: signed, the fee included: what came in is positive, what went out negative.
        fee: the part of it that is a fee: positive where it was taken, negative where it was returned.
        balance_after: the account's balance once all of it was posted, None where it is not.
        failure_code: why it was refused, such as ``insufficient_funds``.
        expires_at: until when it waits, UTC.

    """

    account_id: UUID
    transaction_id: UUID
    first_sequence: int | None
    sequence: int | None
    at: datetime
    kind: str
    counterparty: str
    note: str
    amount: Money
    fee: Money
    balance_after: Money | None
    status: Status = Status.POSTED
    failure_code: str | None = None
    expires_at: datetime | None = None

    @property
    def without_fee(self) -> Money:
        """Signed: what the other side got or gave."""
        return Money(self.amount.amount + self.fee.amount, self.amount.currency)


@dataclass(frozen=True, slots=True)
class Cursor:
    """Where the next older page begins; made and read by the service alone.

    Attributes:
        sequence: older than this entry.
        at, transaction_id: older than this payment, among those that were not made.

    """

    sequence: int | None = None
    at: datetime | None = None
    transaction_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class HistoryPage:
    """Lines newest first.

    A call looks at so many entries and no more, so that a page may be short, or even empty, with
    older ones to come.

    Attributes:
        next: where the next older page begins; None at the end.
        searched_to: how far back this page has looked, UTC; None at the end.

    """

    lines: tuple[Line, ...]
    next: Cursor | None
    searched_to: datetime | None = None


@dataclass(frozen=True, slots=True)
class Waiting:
    """Payments from an account that are held and wait, newest first.

    Attributes:
        lines: those that the filter lets through.
        hidden: how many more wait that it does not.

    """

    lines: tuple[Line, ...]
    hidden: int


@dataclass(frozen=True, slots=True)
class Entry:
    """One posted ledger entry of one account: a leg of a payment, or its fee.

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
class EntryPage:
    """Entries newest first; `next_before` is the key of the next older page, None at the end."""

    entries: tuple[Entry, ...]
    next_before: int | None
