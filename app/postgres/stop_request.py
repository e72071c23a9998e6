"""Signals that ask a process to end, turned into a question the loop asks."""

from __future__ import annotations

import signal
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from types import FrameType

_ASKING = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)


class StopRequest:
    """While entered, SIGTERM, SIGINT and SIGHUP only set `is_made`. For the main thread.

    A plain attribute: taking any lock in a handler could stop the very thread that holds it.
    """

    def __init__(self) -> None:
        self.is_made = False
        self._earlier: dict[signal.Signals, object] = {}

    def __enter__(self) -> Self:
        """Take over the signals."""
        for number in _ASKING:
            self._earlier[number] = signal.signal(number, self._on_signal)
        return self

    def __exit__(self, *_: object) -> None:
        """Give the signals back."""
        for number, handler in self._earlier.items():
            if callable(handler) or isinstance(handler, signal.Handlers):
                signal.signal(number, handler)
            else:
                signal.signal(number, signal.SIG_DFL)  # one that was not set from Python

    def _on_signal(self, _number: int, _frame: FrameType | None) -> None:
        self.is_made = True
