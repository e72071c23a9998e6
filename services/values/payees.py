"""People that somebody pays again and again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from services.values.transfers import Payee


@dataclass(frozen=True, slots=True)
class Contact:
    """An account that its keeper pays, under a name that only the keeper sees.

    Attributes:
        payee: whom it reaches, as it was found; to be paid without asking again. The masked name is
            the owner's present one.
        is_closed: the account was closed since: payments to it are refused.

    """

    id: UUID
    name: str
    payee: Payee
    is_closed: bool


@dataclass(frozen=True, slots=True)
class RecentPayee:
    """Somebody else's account that was paid lately.

    Attributes:
        payee: to be paid without asking again; `reached_by` is empty: the bank keeps it with contacts
            only.
        paid_at: UTC, the last time.

    """

    payee: Payee
    paid_at: datetime
