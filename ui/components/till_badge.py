"""A small label of a teller's till and what its drawer holds, for the head of a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui import bidi, money_text, tasks
from ui.widgets.badge import Badge
from ui.widgets.tone import Tone

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from services.errors import InstaPayError
    from services.tills import TillService
    from services.values.tills import OpenTill

_DEADLINE_S = 10.0


class TillBadge(Badge):
    """Says which till is open, that none is, or that one of an earlier day is not settled.

    Hidden until that is known, and for whoever has no till.
    """

    def __init__(self, tills: TillService, parent: QWidget | None = None) -> None:
        super().__init__("", Tone.NEUTRAL, parent=parent)
        self.setObjectName("till.badge")
        self._tills = tills
        self._task: tasks.Task | None = None
        self.hide()

    def look(self) -> None:
        """Ask how the person's till stands now."""
        self._task = tasks.run(
            self,
            self._tills.mine,
            on_success=self.show_tills,
            on_failure=self._on_failure,
            deadline_s=_DEADLINE_S,
            replaces=self._task,
        )

    def show_tills(self, mine: tuple[OpenTill, ...]) -> None:
        """Show the first of one's own tills, as `TillService.mine` gives them."""
        self.show()
        if not mine:
            self.say(self.tr("No till open"), Tone.NEUTRAL, "till")
            return
        till = mine[0]
        number = bidi.ltr(str(till.number))
        if not till.is_of_today:
            self.say(self.tr("Till {number} is not settled").format(number=number), Tone.WARN)
        elif till.counted is not None:
            self.say(self.tr("Till {number} was counted").format(number=number), Tone.WARN)
        else:
            words = self.tr("Till {number} · drawer {amount}").format(
                number=number, amount=money_text.in_sentence(till.drawer)
            )
            self.say(words, Tone.ACCENT, "till")

    def _on_failure(self, error: InstaPayError) -> None:
        # Whatever else is wrong, the page below says.
        if error.code == "not_permitted":
            self.hide()
