"""What the screen asks for at once: one's own tills, and of the one that is shown its figures and slips."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from services.errors import Refused

if TYPE_CHECKING:
    from uuid import UUID

    from services.tills import TillService
    from services.values.tills import ClosedTill, OpenTill, SlipPage, TillSheet, TillToTakeOver

#: Slips of the first page, and the most that the bank gives at once.
_FIRST, _MOST = 100, 500


@dataclass(frozen=True, slots=True)
class Loaded:
    """How everything stands.

    Attributes:
        mine: one's own open tills, oldest first.
        shown: the one of them that is shown; None where there is none.
        gone: the figures of a till that was shown and is not open any more.

    """

    mine: tuple[OpenTill, ...]
    waiting: tuple[TillToTakeOver, ...]
    closed: tuple[ClosedTill, ...]
    shown: OpenTill | None
    figures: TillSheet | None
    slips: SlipPage | None
    gone: TillSheet | None


def load(tills: TillService, wanted: UUID | None, slips: int) -> Loaded:
    """Ask for all of it; blocks. `wanted` is the till to show, `slips` how many are shown of it.

    Raises what the service raises.
    """
    mine = tills.mine()
    taken = {each.currency for each in mine}
    # Nobody has two tills of a currency.
    waiting = tuple(each for each in tills.to_take_over() if each.currency not in taken)
    shown = next((each for each in mine if each.id == wanted), None)
    gone = None
    if shown is None and wanted is not None:
        gone = _gone(tills, wanted)
    if shown is None and mine:
        shown = mine[0]
    figures = page = None
    if shown is not None:
        figures = tills.sheet(shown.id)
        count = min(max(slips, _FIRST), _MOST) if shown.id == wanted else _FIRST
        page = tills.slips(till_id=shown.id, currency=shown.currency, limit=count)
    return Loaded(mine, waiting, tills.closed(), shown, figures, page, gone)


def _gone(tills: TillService, till_id: UUID) -> TillSheet | None:
    try:
        return tills.sheet(till_id)
    except Refused as error:
        # Another person's, from before this one signed in.
        if error.code == "till_unknown":
            return None
        raise
