"""Where a statement's facts come from, and how far fetching them has got."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from services.errors import InstaPayError
from ui import clock, date_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date, datetime

    from services.values.accounts import Account, StatementPeriod
    from services.values.history import HistoryFilter, HistoryPage, Waiting


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


class LeftOff(InstaPayError):  # noqa: N818 (somebody's wish, not an error)
    """Nobody waits for it any more: what was begun leaves no trace."""

    def __init__(self) -> None:
        super().__init__("left_off")


class Progress:
    """How far a worker thread has got, for the window to look at, and the wish that it leaves off.

    Attributes:
        lines: how many lines there are so far.
        share: how much of the work is done, 0 to 1; None while nobody can tell.

    """

    def __init__(self) -> None:
        self.lines = 0
        self.share: float | None = None
        self._newest: int | None = None
        self._cancelled = threading.Event()

    def cancel(self) -> None:
        """Wish that it leaves off at the next page."""
        self._cancelled.set()

    def check(self) -> None:
        """Go on, unless it is to be left off: raises LeftOff."""
        if self._cancelled.is_set():
            raise LeftOff

    def count(self, page: HistoryPage, *, whole: float = 1.0) -> None:
        """Take a page in; with the last one `whole` of the work is done. Raises LeftOff."""
        self.check()
        self.lines += len(page.lines)
        if page.next is None:
            self.share = whole
            return
        # Entries are numbered from 1; of payments that were not made nobody knows how many there are.
        left = page.next.sequence
        if left is None:
            return
        if self._newest is None:
            self._newest = page.lines[0].sequence if page.lines else left
        newest = self._newest or left
        self.share = whole * min(1.0, max(0.0, 1 - left / newest))
