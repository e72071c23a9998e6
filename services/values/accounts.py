"""Accounts as their owner sees them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from services.values.money import Money


@dataclass(frozen=True, slots=True)
class Account:
    """One account. `available` = `balance` less `held`; all three in the account's currency.

    Attributes:
        name: what its owner calls it; None for an account nobody named.
        iban: 29 characters without blanks (EG, two check digits, 25 digits).
        address: payment address such as ``salma@instapay``, or None.
        opened_at: UTC.
        frozen: DEBITS, CREDITS or ALL while the bank has stopped them; `frozen_until` UTC, or None.
        closed_at: UTC; None while it is open.

    """

    id: UUID
    name: str | None
    iban: str
    address: str | None
    currency: str
    balance: Money
    held: Money
    available: Money
    opened_at: datetime
    frozen: str | None = None
    frozen_until: datetime | None = None
    closed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class BalancePoint:
    """What an account had at a moment (UTC), entries of that very moment not counted."""

    at: datetime
    balance: Money


@dataclass(frozen=True, slots=True)
class StatementPeriod:
    """Between which balances and entries a period of an account lies.

    `first_sequence` and `last_sequence` are keys of entries; both are None where there are none.
    """

    opening_balance: Money
    closing_balance: Money
    first_sequence: int | None
    last_sequence: int | None
