"""Tills: a teller's drawer in a currency, from its opening to its closing."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime
    from uuid import UUID

    from services.values.money import Money
    from services.values.transfers import TransferStatus

#: Notes and coins that a drawer may hold, the largest first, by the currencies that the bank offers.
DENOMINATIONS: Mapping[str, tuple[Decimal, ...]] = {
    "EGP": tuple(map(Decimal, ("200", "100", "50", "20", "10", "5", "1", "0.50", "0.25"))),
    "USD": tuple(
        map(
            Decimal,
            ("100", "50", "20", "10", "5", "2", "1", "0.50", "0.25", "0.10", "0.05", "0.01"),
        )
    ),
    "EUR": tuple(
        map(
            Decimal,
            (
                "500", "200", "100", "50", "20", "10", "5", "2", "1", "0.50", "0.20", "0.10",
                "0.05", "0.02", "0.01",
            ),
        )
    ),
}  # fmt: skip
#: The most pieces of one denomination that a count may hold.
MAX_PIECES = 1_000_000


class VaultMove(StrEnum):
    """Which way cash goes between a drawer and the vault; the values are the database's words."""

    FROM_VAULT = "FROM_VAULT"
    TO_VAULT = "TO_VAULT"


@dataclass(frozen=True, slots=True)
class OpenTill:
    """A till of one's own that is not closed yet. Times are aware, UTC.

    Attributes:
        id: of this opening; the drawer has another one each day.
        number: the drawer's, which stays the same.
        business_day: the bank's day on which it was opened.
        drawer: what should be in it now.
        counted: what was found; None until it was counted, as are the next two.
        expected: what should have been found.
        needs_approval: a supervisor has to look at what differs.
        is_of_today: it was opened on the bank's present day.

    """

    id: UUID
    number: int
    currency: str
    business_day: date
    opened_at: datetime
    opening_float: Money
    drawer: Money
    counted: Money | None
    expected: Money | None
    needs_approval: bool
    is_of_today: bool


@dataclass(frozen=True, slots=True)
class TillToTakeOver:
    """Somebody else's till that was counted and waits to be taken over or closed. No amount is told."""

    id: UUID
    number: int
    teller: str
    currency: str
    business_day: date
    counted_at: datetime


@dataclass(frozen=True, slots=True)
class ClosedTill:
    """A till of one's own that was closed, for its sheet. Times are aware, UTC."""

    id: UUID
    number: int
    currency: str
    business_day: date
    opened_at: datetime
    closed_at: datetime


@dataclass(frozen=True, slots=True)
class Count:
    """What a count came to. `needs_approval`: a supervisor has to look at what differs."""

    counted: Money
    expected: Money
    needs_approval: bool

    @property
    def variance(self) -> Money:
        """What is there too much (positive) or too little (negative)."""
        return self.counted - self.expected


@dataclass(frozen=True, slots=True)
class Slip:
    """What was done at a till, with the number of its slip. Times are aware, UTC.

    Attributes:
        kind: CASH_IN, CASH_OUT, CASH_CORRECTION or COUNTER (from account to account).
        failure_code: why it was not made, such as ``declined``; None unless FAILED.
        decline_reason: what the supervisor said who declined it.
        expires_at: until when it waits for approval.
        customer: whose account was paid into or from; of COUNTER the payer's.
        iban: of that account.
        payee: of COUNTER, the one who is paid.
        corrected_by: the payment that took it back; None where none did.

    """

    number: int
    transaction_id: UUID
    kind: str
    amount: Money
    fee: Money
    status: TransferStatus
    failure_code: str | None
    decline_reason: str | None
    made_at: datetime
    decided_at: datetime | None
    expires_at: datetime | None
    customer: str
    iban: str
    payee: str | None
    identification: str
    note: str
    corrected_by: UUID | None


@dataclass(frozen=True, slots=True)
class SlipPage:
    """Slips newest first; `next_before` is the key of the next older page, None at the end."""

    slips: tuple[Slip, ...]
    next_before: int | None


@dataclass(frozen=True, slots=True)
class TillSheet:
    """The figures of one till from its opening to its closing, or until now. Times are aware, UTC.

    Attributes:
        corrections: what corrections changed in the drawer, signed.
        from_vault: what came from the vault, the opening float too.
        handed_over: what came from another till, less what went to one.
        drawer: what should be in it; nothing once it is closed.
        counts: how many of each denomination were counted; None until then.
        accepted_by: the supervisor who has looked at what differs, at `accepted_at`.
        was_taken_over: its float came from another till, not from the vault.
        was_handed_on: its cash went to another till as it closed, not to the vault.

    """

    id: UUID
    teller: str
    number: int
    currency: str
    business_day: date
    opened_at: datetime
    closed_at: datetime | None
    opening_float: Money
    cash_in_count: int
    cash_in: Money
    cash_out_count: int
    cash_out: Money
    correction_count: int
    corrections: Money
    from_vault: Money
    to_vault: Money
    handed_over: Money
    drawer: Money
    counted: Money | None
    expected: Money | None
    counts: Mapping[Decimal, int] | None
    variance_reason: str | None
    needs_approval: bool
    accepted_at: datetime | None
    accepted_by: str | None
    was_taken_over: bool
    was_handed_on: bool

    @property
    def variance(self) -> Money | None:
        """What was there too much (positive) or too little (negative); None until it was counted."""
        if self.counted is None or self.expected is None:
            return None
        return self.counted - self.expected


@dataclass(frozen=True, slots=True)
class TillState:
    """One of all tills, as supervisors and auditors see them. Times are aware, UTC.

    Attributes:
        drawer: what should be in it now; nothing once it is closed.
        cash_in: what customers paid in there; `cash_out` what they took out.
        accepted_at: when a supervisor has looked at what differs; None where nobody has, or need not.

    """

    id: UUID
    number: int
    teller: str
    currency: str
    business_day: date
    opened_at: datetime
    closed_at: datetime | None
    opening_float: Money
    cash_in: Money
    cash_out: Money
    drawer: Money
    counted: Money | None
    expected: Money | None
    variance_reason: str | None
    needs_approval: bool
    accepted_at: datetime | None

    @property
    def variance(self) -> Money | None:
        """What was there too much (positive) or too little (negative); None until it was counted."""
        if self.counted is None or self.expected is None:
            return None
        return self.counted - self.expected

    @property
    def waits_for_supervisor(self) -> bool:
        """It is closed, and a supervisor has to look at what differs."""
        return self.needs_approval and self.closed_at is not None and self.accepted_at is None
