"""A balance at the end of each day, and which moments to ask the bank about for that."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from ui import date_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from services.values.accounts import BalancePoint
    from services.values.money import Money

_DAY = timedelta(days=1)
_SHORTEST = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class DayBalance:
    """What an account had when a day was over on this computer's calendar; of today, so far."""

    day: date
    balance: Money


def moments(count: int, *, now: datetime) -> list[datetime]:
    """Return the ends (UTC) of `count` days up to today and of today, from the oldest on."""
    today = date_text.local(now).date()
    return [_end_of(today - _DAY * back) for back in range(count, -1, -1)]


def by_day(points: Sequence[BalancePoint], *, opened_at: datetime) -> list[DayBalance]:
    """Return balances by their days. Days before the account was opened are left out.

    Where it had money before that, an older bank's books were taken over: then all stay.
    """
    opened = date_text.local(opened_at).date()
    days = [
        DayBalance(date_text.local(each.at - _SHORTEST).date(), each.balance) for each in points
    ]
    begun = next(
        (place for place, each in enumerate(days) if each.day >= opened or each.balance.amount), 0
    )
    return days[begun:]


def _end_of(day: date) -> datetime:
    """Return when the next day begins: by the calendar, as not every day has 24 hours."""
    midnight = datetime.combine(day + _DAY, time())
    ends = midnight.astimezone(UTC)
    if date_text.local(ends).date() == day:
        # Clocks go forward at midnight, which they never show: the later of the two readings is meant.
        ends = midnight.replace(fold=1).astimezone(UTC)
    return ends
