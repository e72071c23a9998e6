"""What the forms at the counter need of the service that serves there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from ui.components.payment.delivery import Transfers

if TYPE_CHECKING:
    from uuid import UUID

    from services.values.counter import Slip


class Counter(Transfers, Protocol):
    """Part of `services.counter`: all block and raise `services.errors`."""

    def slip(self, *, payment_id: UUID) -> Slip:
        """Return the slip of a payment as it stands now."""
