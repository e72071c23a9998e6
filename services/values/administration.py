"""What an administrator looks after: people, and the rules that payments and tellers go by."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime, timedelta
    from decimal import Decimal
    from uuid import UUID

    from services.values.money import Money
    from services.values.people import Role


class Setting(StrEnum):
    """A setting of the bank that can be changed from a window."""

    TIME_ZONE = "time_zone"
    APPROVAL_HOURS = "approval_hours"
    TILL_VARIANCE_ALONE = "till_variance_alone"


@dataclass(frozen=True, slots=True)
class LastChange:
    """When a rule was changed last (aware, UTC), and by whom.

    `at` is None for what nobody has changed; `by` where it was no person of this bank's windows.
    """

    at: datetime | None
    by: str | None


@dataclass(frozen=True, slots=True)
class LimitRule:
    """What customers may pay by one kind of payment in one currency; None is no limit.

    `confirm_from` is the amount from which on the password is asked for.
    """

    kind: str
    account_kind: str
    currency: str
    per_payment: Money | None
    per_day: Money | None
    per_month: Money | None
    confirm_from: Money | None
    changed: LastChange


@dataclass(frozen=True, slots=True)
class TariffRule:
    """The fee of one kind of payment in one currency. `rate` is a part of the amount, 0 to 1."""

    kind: str
    account_kind: str
    currency: str
    rate: Decimal
    minimum: Money
    maximum: Money
    changed: LastChange


@dataclass(frozen=True, slots=True)
class CounterRule:
    """Up to which amount a role acts at the counter without somebody else's approval."""

    role: Role
    kind: str
    currency: str
    alone_up_to: Money
    changed: LastChange


@dataclass(frozen=True, slots=True)
class SettingRule:
    """A setting of the bank, as text."""

    setting: Setting
    value: str
    changed: LastChange


@dataclass(frozen=True, slots=True)
class Rules:
    """All of them, as the bank has them now."""

    limits: tuple[LimitRule, ...]
    tariffs: tuple[TariffRule, ...]
    counter: tuple[CounterRule, ...]
    settings: tuple[SettingRule, ...]


@dataclass(frozen=True, slots=True)
class TimeZone:
    """A place's zone by its name (``Africa/Cairo``), and what it is ahead of UTC now."""

    name: str
    ahead: timedelta


@dataclass(frozen=True, slots=True)
class FoundUser:
    """Somebody who has an access to this bank. `is_own`: it is who asks."""

    user_id: UUID
    email: str
    full_name: str
    roles: frozenset[Role]
    is_locked: bool
    is_own: bool


@dataclass(frozen=True, slots=True)
class UserPage:
    """Some of them by email; `next_after` asks for those behind, None where there are no more."""

    users: tuple[FoundUser, ...]
    next_after: str | None
