"""Customers as staff see them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from services.values.accounts import Account
    from services.values.people import Role

#: Fewer letters would find half of the bank.
MIN_SEARCH = 2
#: A search answers so many at most.
MOST_FOUND = 50
#: A note about a customer has so many characters at most.
MAX_NOTE = 1000
#: So long an opened customer can be read; opening again begins it anew.
OPEN_FOR = timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class FoundCustomer:
    """One answer of a search: who it may be.

    `account_count` is of accounts that are open; None where it is not known, as of who was found by email.
    """

    user_id: UUID
    full_name: str
    account_count: int | None


@dataclass(frozen=True, slots=True)
class CustomerIdentity:
    """Who a customer is and how their access stands. Times are aware, UTC.

    Attributes:
        roles: what else the person may do.
        must_change_password: a one-time password was handed out and not yet changed.
        locked_at: since when the person is locked out, with `locked_reason`; None for who is not.
        paused_until: after wrong passwords, when the next try counts; None for nobody paused.

    """

    user_id: UUID
    email: str
    full_name: str
    joined_at: datetime
    roles: frozenset[Role]
    must_change_password: bool
    locked_at: datetime | None
    locked_reason: str | None
    paused_until: datetime | None


@dataclass(frozen=True, slots=True)
class CustomerAccount:
    """An account with what only staff are told of it: why it is frozen, and whether it may send batches."""

    account: Account
    frozen_reason: str | None
    batches_allowed: bool


@dataclass(frozen=True, slots=True)
class CustomerNote:
    """What staff wrote about a customer; `written_at` is aware, UTC."""

    id: UUID
    author_name: str
    text: str
    written_at: datetime
