"""Notices to a person."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from uuid import UUID


#: Unread ones are counted among so many of the newest: a shop that reads none gets thousands a day.
COUNTED = 1000


@dataclass(frozen=True, slots=True)
class Notification:
    """One notice.

    Attributes:
        type: the channel (``IN_APP``).
        message: an English sentence, for readers that know no events.
        event: stable code (``payment_received``, ``payment_sent``, ``account_opened`` …) from which the
            window words the notice in the person's language; None for notices by others.
        details: the event's values as text: amount, currency, counterparty, note; account and account_id
            of an event of an account's; of a freeze, frozen (DEBITS, CREDITS, ALL) and, where it ends by
            itself, until (UTC, ISO 8601).
        transaction_id: what it is about, where it is about a payment.
        created_at: UTC.

    """

    id: UUID
    type: str
    message: str
    is_read: bool
    created_at: datetime
    event: str | None = None
    transaction_id: UUID | None = None
    details: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class NotificationList:
    """The newest notices first, and how many of the newest thousand are unread (also beyond this list)."""

    notifications: tuple[Notification, ...]
    unread: int
