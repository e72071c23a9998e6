"""What the forms at the counter need of the service that serves there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from services.values.counter import Slip


class Counter(Protocol):
    """Part of `services.counter`: all block and raise `services.errors`."""

    @property
    def send(self) -> Callable[..., Any]:
        """Send a ``payment``."""

    @property
    def check(self) -> Callable[..., Any]:
        """Tell what became of the one with that ``transfer_id``."""

    def slip(self, *, payment_id: UUID) -> Slip:
        """Return the slip of a payment as it stands now."""
