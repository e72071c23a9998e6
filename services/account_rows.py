"""Rows of accounts as the databases' functions give them, as values."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING, Any
from uuid import UUID

from services.values.accounts import Account
from services.values.money import Money

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from decimal import Decimal


def utc_or_none(moment: datetime | None) -> datetime | None:
    """Return a moment of the databases', which is UTC, as an aware one."""
    return None if moment is None else moment.replace(tzinfo=UTC)


def account_of(row: Mapping[str, Any]) -> Account:
    """Return a row of `api.my_accounts`, or of one with the same columns, as an account."""

    def money(amount: Decimal) -> Money:
        return Money(amount, row["currency"])

    return Account(
        id=UUID(str(row["id"])),
        name=row["name"],
        iban=row["iban"],
        address=row["address"],
        currency=row["currency"],
        balance=money(row["balance"]),
        held=money(row["held"]),
        available=money(row["balance"] - row["held"]),
        opened_at=row["created_at"].replace(tzinfo=UTC),
        frozen=row["frozen"],
        frozen_until=utc_or_none(row["frozen_until"]),
        closed_at=utc_or_none(row["closed_at"]),
    )
