"""What a till's sheet is made of: its figures, and every slip."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from ui import clock

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from services.values.money import Money
    from services.values.tills import Slip, SlipPage, TillSheet
    from ui.components.saving.progress import Progress

#: As many as the bank gives in one call.
_PAGE = 500
#: Slips and figures are asked for one after the other; where cash came or went meanwhile, once more.
_TRIES = 5


class Tills(Protocol):
    """The calls of the service that a sheet needs."""

    def sheet(self, till_id: UUID) -> TillSheet:
        """Return the figures of a till."""

    def slips(
        self, *, till_id: UUID, currency: str, before: int | None = None, limit: int = 100
    ) -> SlipPage:
        """Return slips, newest first, by key."""


@dataclass(frozen=True, slots=True)
class DaySheet:
    """A till's figures and its slips in the order of their numbers; `made_at` is aware, UTC."""

    figures: TillSheet
    slips: tuple[Slip, ...]
    made_at: datetime

    def effect(self, slip: Slip) -> Money:
        """Return what a slip does to the drawer, signed; of one that moves no cash, its amount."""
        takes_back_cash_in = any(
            each.kind == "CASH_IN" and each.corrected_by == slip.transaction_id
            for each in self.slips
        )
        return -slip.amount if slip.kind == "CASH_OUT" or takes_back_cash_in else slip.amount


def gather(tills: Tills, till_id: UUID, progress: Progress) -> DaySheet:
    """Ask for all of it; blocks. Raises LeftOff where `progress` is cancelled, and as the service."""
    figures = tills.sheet(till_id)
    for _try in range(_TRIES):
        slips = _slips(tills, till_id, figures.currency, progress)
        before, figures = figures, tills.sheet(till_id)
        if figures == before:
            break
    return DaySheet(figures, slips, clock.now())


def _slips(tills: Tills, till_id: UUID, currency: str, progress: Progress) -> tuple[Slip, ...]:
    found: list[Slip] = []
    before: int | None = None
    while True:
        page = tills.slips(till_id=till_id, currency=currency, before=before, limit=_PAGE)
        progress.check()
        found += page.slips
        progress.lines = max(progress.lines, len(found))
        before = page.next_before
        if before is None:
            return tuple(reversed(found))
