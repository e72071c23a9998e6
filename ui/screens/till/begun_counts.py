"""Counts of drawers that were begun and are not on the page."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import TYPE_CHECKING
from uuid import UUID

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

#: In a draft, the till and the count that come first; those of other tills are there by till.
_TILL, _COUNTS = "till", "counts"


class BegunCounts:
    """What was typed, by till: each is there until its till is counted on, or is not open any more."""

    def __init__(self) -> None:
        self._typed: dict[UUID, dict[str, str]] = {}

    @property
    def first(self) -> UUID | None:
        """The till that was being counted last; None where there is none."""
        return next(iter(self._typed), None)

    def holds(self, till_id: UUID) -> bool:
        """Tell whether a count of that till was begun."""
        return till_id in self._typed

    def take(self, till_id: UUID) -> dict[str, str]:
        """Return what was typed for a till and forget it; empty where nothing was."""
        return self._typed.pop(till_id, {})

    def keep_only(self, till_ids: Collection[UUID]) -> None:
        """Forget those of other tills than these, which are still to be counted."""
        self._typed = {till: typed for till, typed in self._typed.items() if till in till_ids}

    def draft(self, till_id: UUID | None, typed: Mapping[str, str]) -> dict[str, str]:
        """Return all of it as text, with what is typed for a till just now as the first."""
        now = {till_id: dict(typed)} if till_id is not None and typed else {}
        others = {till: each for till, each in self._typed.items() if till not in now}
        texts = {str(till): json.dumps(each) for till, each in (now | others).items()}
        if not texts:
            return {}
        first = next(iter(texts))
        return {_TILL: first, _COUNTS: texts.pop(first), **texts}

    def restore(self, draft: Mapping[str, str]) -> None:
        """Have what `draft` returned once."""
        texts = {draft.get(_TILL, ""): draft.get(_COUNTS, ""), **draft}
        for till, text in texts.items():
            # A draft of another version is no draft.
            with suppress(ValueError):
                till_id, typed = UUID(till), json.loads(text)
                if isinstance(typed, dict) and typed:
                    self._typed[till_id] = {str(each): str(n) for each, n in typed.items()}
