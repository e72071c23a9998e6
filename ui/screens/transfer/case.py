"""One payment at the desk, and what is shown about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from services.values.transfers import Payment
    from ui.components.payment import Delivery
    from ui.screens.transfer.outcome_panel import OutcomePanel


@dataclass(frozen=True, slots=True)
class Case:
    """A payment that left the form, or that another window or an earlier run left unanswered.

    Attributes:
        is_from_form: it left the form, which holds it until the bank has taken it.

    """

    delivery: Delivery
    panel: OutcomePanel
    is_from_form: bool

    @property
    def payment(self) -> Payment:
        """What is paid."""
        payment: Payment = self.delivery.payment
        return payment

    @property
    def is_sending(self) -> bool:
        """It has left the form, and there is no word of it yet."""
        return self.delivery.is_open and not self.delivery.is_checking

    @property
    def is_unanswered(self) -> bool:
        """Nobody knows yet whether it was made, whether or not that is still asked."""
        return self.delivery.is_open or self.panel.outcome == "checking"

    @property
    def is_receipt(self) -> bool:
        """It was made, and its receipt is shown."""
        return self.panel.outcome == "sent"

    @property
    def is_taken(self) -> bool:
        """The bank has made it, or has it wait: it must not be sent again."""
        return self.panel.outcome in {"sent", "waiting"}

    def put_away(self) -> None:
        """Ask no more, and show nothing more of it."""
        self.delivery.stop()
        self.panel.hide()
        for part in (self.delivery, self.panel):
            part.deleteLater()
