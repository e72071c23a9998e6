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
