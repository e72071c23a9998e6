"""The books of the bank as plain Python keeps them, for a model of its answers."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from uuid import UUID

ZERO = Decimal("0.00")
_CENT = Decimal("0.01")
#: What NUMERIC(18,2) holds.
MOST = Decimal("9999999999999999.99")


class Refusal(Exception):  # noqa: N818 (what the bank raises is no fault of the model's)
    """A call that raises and changes nothing, by its SQLSTATE."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class Outcome(NamedTuple):
    status: str | None
    failure_code: str | None
    balance_after: Decimal | None
    fee: Decimal | None
    row_errors: tuple[tuple[int, str], ...] = ()


class Terms(NamedTuple):
    """A row of `limits` with its row of `tariffs`; None is no limit."""

    per_payment: Decimal | None
    per_day: Decimal | None
    per_month: Decimal | None
    confirm_from: Decimal | None
    rate: Decimal
    minimum: Decimal
    maximum: Decimal

    def fee(self, amount: Decimal) -> Decimal:
        part = (amount * self.rate).quantize(_CENT, ROUND_HALF_UP)
        return min(max(part, self.minimum), self.maximum)

    def asks(self, amount: Decimal) -> bool:
        return self.confirm_from is not None and amount >= self.confirm_from


@dataclass
class Counter:
    """What was paid on a day and in its month."""

    on: date | None = None
    day: Decimal = ZERO
    month: Decimal = ZERO

    def after(self, today: date, amount: Decimal) -> Counter:
        same_month = self.on is not None and (self.on.year, self.on.month) == (
            today.year,
            today.month,
        )
        return Counter(
            today,
            amount + (self.day if self.on == today else ZERO),
            amount + (self.month if same_month else ZERO),
        )

    def take_back(self, counted_on: date, amount: Decimal) -> None:
        if self.on is None:
            return
        if self.on == counted_on:
            self.day -= amount
        if (self.on.year, self.on.month) == (counted_on.year, counted_on.month):
            self.month -= amount

    def over(self, terms: Terms) -> str | None:
        if terms.per_day is not None and self.day > terms.per_day:
            return "over_day_limit"
        if terms.per_month is not None and self.month > terms.per_month:
            return "over_month_limit"
        return None

    def as_row(self) -> tuple[date | None, Decimal, Decimal]:
        return self.on, self.day, self.month


@dataclass
class Account:
    owner: str
    currency: str
    balance: Decimal
    held: Decimal = ZERO
    frozen: str | None = None
    frozen_until: datetime | None = None
    is_closed: bool = False
    spent: Counter = field(default_factory=Counter)
    batched: Counter = field(default_factory=Counter)

    def is_frozen(self, side: str | None = None) -> bool:
        runs = self.frozen_until is None or self.frozen_until > now()
        return (
            runs and self.frozen is not None and side in {None, self.frozen} | _sides(self.frozen)
        )

    def can_receive(self, amount: Decimal) -> bool:
        return not (self.is_closed or self.is_frozen("CREDITS") or self.balance + amount > MOST)


def _sides(frozen: str) -> set[str]:
    return {"DEBITS", "CREDITS"} if frozen == "ALL" else {frozen}


@dataclass
class Payment:
    """A row of `transactions`. An abandoned one has only id, actor and outcome."""

    actor: str
    kind: str
    status: str
    failure_code: str | None = None
    payer: UUID | None = None
    payee: UUID | None = None
    amount: Decimal = ZERO
    fee: Decimal = ZERO
    note: str = ""
    expires_at: datetime | None = None
    counted_on: date | None = None
    balance_after: Decimal | None = None
    batch: UUID | None = None
    reverses: UUID | None = None

    def outcome(self) -> Outcome:
        return Outcome(self.status, self.failure_code, self.balance_after, self.fee)

    def is_late(self) -> bool:
        return self.expires_at is not None and self.expires_at <= now()


@dataclass
class Batch:
    actor: str
    content: object
    result: Outcome


@dataclass
class Books:
    """All that changes, so that a refused call can be undone as a whole."""

    accounts: dict[UUID, Account]
    payments: dict[UUID, Payment] = field(default_factory=dict)
    batches: dict[UUID, Batch] = field(default_factory=dict)
    reversed: set[UUID] = field(default_factory=set)
    fees: dict[str, Decimal] = field(default_factory=lambda: {"EGP": ZERO, "USD": ZERO})
    bank: dict[str, Decimal] = field(default_factory=lambda: {"EGP": ZERO, "USD": ZERO})


def now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None)


def abandoned(actor: str) -> Payment:
    return Payment(actor, "TRANSFER", "FAILED", "abandoned")


def repeated(first: Payment, actor: str, wanted: Payment) -> Outcome:
    is_same = (first.kind, first.batch, first.payer, first.payee, first.amount, first.note,
        first.expires_at) == ("TRANSFER", None, wanted.payer, wanted.payee, wanted.amount,
        wanted.note, wanted.expires_at)  # fmt: skip
    if first.actor != actor or not (is_same or first.failure_code == "abandoned"):
        raise Refusal("IP206")
    return first.outcome()


def repeated_reversal(first: Payment, actor: str, wanted: Payment) -> Outcome:
    is_same = (first.kind, first.payer, first.reverses) == (
        "REVERSAL", wanted.payer, wanted.reverses)  # fmt: skip
    if first.actor != actor or not (is_same or first.failure_code == "abandoned"):
        raise Refusal("IP206")
    return first.outcome()
