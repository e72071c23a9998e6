"""An amount of money and the rules that any amount in this bank obeys."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

#: Largest amount a NUMERIC(18,2) column holds.
MAX_AMOUNT = Decimal("9999999999999999.99")
#: What the bank offers accounts in, its own currency first.
CURRENCIES = ("EGP", "USD", "EUR")
#: Every currency of this bank has two decimals.
DECIMALS = 2


@dataclass(frozen=True, slots=True)
class Money:
    """An exact amount, in units of `currency` (ISO 4217, e.g. ``EGP``), at most two decimals."""

    amount: Decimal
    currency: str

    def __neg__(self) -> Money:
        """Return the opposite amount."""
        return Money(-self.amount, self.currency)

    def __sub__(self, other: Money) -> Money:
        """Subtract money of the same currency; raises ValueError for another one."""
        if other.currency != self.currency:
            raise ValueError(f"{other.currency} taken from {self.currency}")
        return Money(self.amount - other.amount, self.currency)
