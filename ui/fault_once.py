"""Tells a fault of ours once, not again with each poll that meets it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from services.errors import Unexpected
from ui import messages

if TYPE_CHECKING:
    from services.errors import InstaPayError


class FaultOnce:
    """Passes the first `Unexpected` of a row of failures on to `messages`."""

    def __init__(self) -> None:
        self._is_told = False

    def meet(self, error: InstaPayError) -> None:
        """Tell a fault, unless one was told since the last success; other errors are no faults."""
        if isinstance(error, Unexpected) and not self._is_told:
            self._is_told = True
            messages.fault(error)

    def succeed(self) -> None:
        """Have the next fault told again."""
        self._is_told = False
