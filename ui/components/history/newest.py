"""Which entries were posted since a table was filled."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from uuid import UUID

    from services.values.history import Entry, EntryPage

#: More new entries than this many pages hold, and the table starts again from the newest.
MAX_PAGES = 5


class LoadHistory(Protocol):
    """`services.accounts.history`: blocks, raises `services.errors`."""

    def __call__(self, *, account_id: UUID, before: int | None, limit: int) -> EntryPage:
        """Return the newest entries, or those older than `before`."""


@dataclass(frozen=True, slots=True)
class Newest:
    """What is newer than a known entry.

    Attributes:
        entries: newest first.
        joins: they follow on the known entry without a gap; else they replace what was shown.
        next_before: the key of the next older page, for when they replace it.

    """

    entries: tuple[Entry, ...]
    joins: bool
    next_before: int | None


def load_newest(load: LoadHistory, *, account_id: UUID, known: int, page: int) -> Newest:
    """Load what has a sequence above `known` (0: nothing is known), in pages of `page` entries."""
    collected: list[Entry] = []
    before: int | None = None
    for _ in range(MAX_PAGES):
        got = load(account_id=account_id, before=before, limit=page)
        newest = got.entries[0].sequence if got.entries else 0
        if known == 0 or newest < known:
            # Nothing to join on to; or the bank was restored from a copy older than what is shown.
            return Newest(got.entries, joins=False, next_before=got.next_before)
        fresh = [entry for entry in got.entries if entry.sequence > known]
        collected += fresh
        before = got.next_before
        if before is None or not fresh or fresh[-1].sequence == known + 1:
            return Newest(tuple(collected), joins=True, next_before=None)
        if len(fresh) < len(got.entries):
            return Newest(tuple(collected), joins=True, next_before=None)
    return Newest(tuple(collected), joins=False, next_before=before)
