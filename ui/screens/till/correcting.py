"""How a mistaken cash payment is taken back from here: by the counter's service, where it can."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from uuid import UUID

from services.values.tills import Slip

if TYPE_CHECKING:
    from services.bank import Services

#: Takes a slip's payment back, for a reason, under an id that makes it once; returns the outcome.
Correct = Callable[[Slip, str, UUID], Any]


def correcting(services: Services) -> Correct | None:
    """Return what takes cash back; None where nothing does, and then nobody is offered it."""
    correct = getattr(getattr(services, "counter", None), "correct", None)
    if correct is None:
        return None
    return lambda slip, reason, id_: correct(original=slip.transaction_id, reason=reason, id=id_)
