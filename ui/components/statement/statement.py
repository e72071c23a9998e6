"""A statement of an account: everything that stands on the paper."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from services.errors import InvalidInput
from services.values.history import Direction, HistoryFilter
from services.values.money import Money
from ui.components.statement.source import count

if TYPE_CHECKING:
    from datetime import date

    from services.values.accounts import Account
    from services.values.history import Line
    from ui.components.saving.progress import Progress
    from ui.components.statement.source import Source, Wanted

#: More lines than these are no reading matter: some 300 pages, and a few seconds of work.
MAX_LINES = 10_000
_DAY = timedelta(days=1)
_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Statement:
    """A period of one account.

    Attributes:
        holder: whose account it is.
        filter: what the lines are narrowed to.
        first_day, last_day: of the period, both included, on this computer's calendar.
        opening, closing: the account's balance before and after the period, whatever the lines are
            narrowed to.
        lines: oldest first; of payments that were not made where the filter wants those.
        waiting: what is held and waits, oldest first.
        made_at: UTC.

    """

    holder: str
    account: Account
    filter: HistoryFilter
    first_day: date
    last_day: date
    opening: Money
    closing: Money
    lines: tuple[Line, ...]
    waiting: tuple[Line, ...]
    made_at: datetime

    @property
    def is_whole(self) -> bool:
        """No line of the period is left out, so that each has the balance after it."""
        return self.filter.direction is Direction.ALL and not self.filter.text.strip()

    @property
    def moved_money(self) -> bool:
        """The lines are payments that were made."""
        return self.filter.direction is not Direction.NOT_MADE

    @property
    def money_in(self) -> Money:
        """What the lines brought."""
        return self._sum(1)

    @property
    def money_out(self) -> Money:
        """What the lines took, fees included: positive."""
        return self._sum(-1)

    def _sum(self, sign: int) -> Money:
        amounts = (sign * each.amount.amount for each in self.lines)
        total = sum((each for each in amounts if each > 0), Decimal(0))
        return Money(total, self.account.currency)


def gather(source: Source, wanted: Wanted, progress: Progress) -> Statement:
    """Fetch a statement, which is half of the work; blocks.

    Raises LeftOff where `progress` is cancelled, InvalidInput (statement_too_long, data: most) and
    what the services raise.
    """
    account = wanted.account
    waiting = source.waiting(account_id=account.id, wanted=wanted.filter).lines
    lines: list[Line] = []
    for page in source.pages(account_id=account.id, wanted=wanted.filter):
        lines.extend(page.lines)
        count(progress, page, whole=0.5)
        if len(lines) > MAX_LINES:
            raise InvalidInput("statement_too_long", most=f"{MAX_LINES:,}")
    lines.reverse()
    made = Statement(
        holder=source.holder(),
        account=account,
        filter=wanted.filter,
        first_day=wanted.first_day,
        last_day=wanted.last_day,
        opening=account.balance,
        closing=account.balance,
        lines=tuple(lines),
        waiting=tuple(reversed(waiting)),
        made_at=wanted.made_at,
    )
    opening, closing = _balances(source, made)
    return replace(made, opening=opening, closing=closing)


def _balances(source: Source, made: Statement) -> tuple[Money, Money]:
    """Return what was there before and after: of whole ones from the lines, so that all adds up.

    What is posted while this is fetched would else be in the one and not in the other.
    """
    if made.is_whole and made.lines:
        first, last = made.lines[0], made.lines[-1]
        if first.balance_after is not None and last.balance_after is not None:
            return first.balance_after - first.amount, last.balance_after
    start = _LONG_AGO if made.filter.start is None else _midnight(made.filter.start)
    end = _midnight(made.last_day + _DAY)
    period = source.period(account=made.account, start=start, end=end)
    return period.opening_balance, period.closing_balance


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time()).astimezone()
