"""What a history asks the bank for: a first page, and what is newer than a table that was filled."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from services.values.history import Direction

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from services.values.history import Cursor, HistoryFilter, HistoryPage, Line, Waiting

#: More new lines than this many pages hold, and the table starts again from the newest.
MAX_PAGES = 5


class HistorySource(Protocol):
    """`services.history`: blocks, raises `services.errors`."""

    def page(
        self, *, account_id: UUID, wanted: HistoryFilter, cursor: Cursor | None, limit: int
    ) -> HistoryPage:
        """Return the newest lines, or those that come after `cursor`."""

    def waiting(self, *, account_id: UUID, wanted: HistoryFilter) -> Waiting:
        """Return what is held."""


@dataclass(frozen=True, slots=True)
class Known:
    """What a table shows already.

    Attributes:
        sequence: of its newest line, 0 without one.
        searched_to: how far its first page looked back, None where that was to the end.
        first: the lines of its first page.

    """

    sequence: int = 0
    searched_to: datetime | None = None
    first: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Newest:
    """What is newer than what is known.

    Attributes:
        lines: newest first.
        joins: they follow on what is known without a gap; else they replace what was shown.
        page: where they replace it, the last page that they are from.

    """

    lines: tuple[Line, ...]
    joins: bool
    page: HistoryPage


def load_newest(
    source: HistorySource, *, account_id: UUID, wanted: HistoryFilter, known: Known, limit: int
) -> Newest:
    """Load what has a sequence above the known one, in pages of `limit` lines."""

    def load(cursor: Cursor | None) -> HistoryPage:
        return source.page(account_id=account_id, wanted=wanted, cursor=cursor, limit=limit)

    page = load(None)
    if wanted.direction is Direction.NOT_MADE:
        # Payments that run out get in among the others: all of it is read again where it has changed.
        return Newest(page.lines, joins=page.lines == known.first, page=page)
    is_new_to_all = known.sequence == 0 and known.searched_to is None
    if is_new_to_all or (page.lines and _sequence(page.lines[0]) < known.sequence):
        # Nothing to join on to; or the bank was restored from a copy older than what is shown.
        return Newest(page.lines, joins=False, page=page)
    collected: list[Line] = []
    for number in range(1, MAX_PAGES + 1):
        fresh = [line for line in page.lines if _sequence(line) > known.sequence]
        collected += fresh
        if len(fresh) < len(page.lines) or _meets(page, known):
            return Newest(tuple(collected), joins=True, page=page)
        if number < MAX_PAGES:
            page = load(page.next)
    return Newest(tuple(collected), joins=False, page=page)


def _meets(page: HistoryPage, known: Known) -> bool:
    """Tell whether a page has looked as far back as the first page that is known."""
    if page.next is None or page.searched_to is None:
        return True
    return known.searched_to is not None and page.searched_to <= known.searched_to


def _sequence(line: Line) -> int:
    return line.sequence or 0
