"""Sends a batch once, and asks after one until its outcome is known, as payments are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.components.payment import Delivery

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from PySide6.QtCore import QObject

    from services.batches import BatchService
    from services.values.batches import BatchOrder, BatchOutcome, UnknownBatch

#: Longer than the service's own limit for ten thousand payments. Asked before, the bank would give up a
#: batch that a thin line is still bringing there.
_DEADLINE_S = 70.0


class _AsTransfers:
    """The service of batches in the words of a delivery."""

    def __init__(self, batches: BatchService) -> None:
        self._batches = batches

    def hold(self, *, transfer_id: UUID) -> None:
        """Keep a batch until `told`."""
        self._batches.hold(batch_id=transfer_id)

    def told(self, *, transfer_id: UUID) -> Callable[[], None]:
        """Ask no more after a batch whose outcome was told; return what drops it, and blocks."""
        return self._batches.told(batch_id=transfer_id)

    def send(self, *, payment: BatchOrder, confirmation: str | None = None) -> BatchOutcome:
        """Send a batch. Blocks."""
        return self._batches.send(order=payment, confirmation=confirmation)

    def check(self, *, transfer_id: UUID) -> BatchOutcome:
        """Tell what became of one. Blocks."""
        return self._batches.check(batch_id=transfer_id)


def delivery(
    batches: BatchService,
    order: BatchOrder | UnknownBatch,
    parent: QObject,
    *,
    confirmation: str | None = None,
) -> Delivery:
    """Return what sends a batch, or asks after one that an earlier window has sent.

    Its `decided` brings a `BatchOutcome`.
    """
    return Delivery(
        _AsTransfers(batches),
        order,  # type: ignore[arg-type] # the same
        parent,
        confirmation=confirmation,
        deadline_s=_DEADLINE_S,
    )
