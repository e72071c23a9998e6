"""Where a statement's facts come from, and how far a page of them has got."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ui import clock, date_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date, datetime

    from services.values.accounts import Account, StatementPeriod
    from services.values.history import HistoryFilter, HistoryPage, Waiting
    from ui.components.saving.progress import Progress


@dataclass(frozen=True, slots=True)
class Source:
    """Calls of the services; all block and raise `services.errors`.

    Attributes:
        pages: `services.history.pages`.
        waiting: `services.history.waiting`.
        period: `services.accounts.statement`.
        holder: `services.accounts.holder`.

    """

    pages: Callable[..., Iterator[HistoryPage]]
    waiting: Callable[..., Waiting]
    period: Callable[..., StatementPeriod]
    holder: Callable[[], str]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be exported: an account and what its history is narrowed to.

    Attributes:
        first_day, last_day: of the period, both included.
        made_at: when it was asked for, UTC.

    """

    account: Account
    filter: HistoryFilter
    made_at: datetime = field(default_factory=clock.now)

    @property
    def first_day(self) -> date:
        """The filter's first day, or the one on which the account was opened."""
        return self.filter.start or min(
            date_text.local(self.account.opened_at).date(), self.last_day
        )

    @property
    def last_day(self) -> date:
        """The filter's last day, or today."""
        return self.filter.end or date_text.local(self.made_at).date()


def count(progress: Progress, page: HistoryPage, *, whole: float = 1.0) -> None:
    """Take a page in; with the last one `whole` of the work is done. Raises LeftOff."""
    progress.count(
        len(page.lines),
        first=page.lines[0].sequence if page.lines else None,
        # Of payments that were not made nobody knows how many there are.
        left=None if page.next is None else page.next.sequence,
        is_last=page.next is None,
        whole=whole,
    )
