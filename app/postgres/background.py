"""Calls that run beside the guardian's loop, so that a slow or hung one never holds it up."""

from __future__ import annotations

import logging
import threading
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_log = logging.getLogger(__name__)

_TICK_S = 0.2
#: The same job failing again is told this seldom.
_COMPLAINT_S = 60.0


class BackgroundCall:
    """One call in a daemon thread.

    Attributes:
        error: what it raised; None while it runs or when it succeeded.

    """

    def __init__(self, call: Callable[[], None]) -> None:
        self.error: Exception | None = None
        self._call = call
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def is_done(self, patience_s: float) -> bool:
        """Tell whether it has ended, waiting for that up to `patience_s` seconds."""
        self._thread.join(patience_s)
        return not self._thread.is_alive()

    def _run(self) -> None:
        try:
            self._call()
        except Exception as error:  # noqa: BLE001 (handed to who asks for it)
            self.error = error


class Ticker:
    """Calls `tick` about every 200 ms in a daemon thread of its own, while `is_on`.

    Attributes:
        is_on: set by the owner; a call under way is not interrupted.

    """

    def __init__(self, tick: Callable[[], None]) -> None:
        self.is_on = False
        self._tick = tick
        self._ended = threading.Event()
        self._complained_at: float | None = None
        self._thread = threading.Thread(target=self._run, name="ticker", daemon=True)
        self._thread.start()

    def end(self) -> None:
        """Call no more; does not wait for a call under way."""
        self.is_on = False
        self._ended.set()

    def _run(self) -> None:
        while not self._ended.wait(_TICK_S):
            if self.is_on:
                self._tick_once()

    def _tick_once(self) -> None:
        try:
            self._tick()
        except Exception as error:  # noqa: BLE001 (a job ends neither the jobs nor the server)
            self._complain(error)
        else:
            self._complained_at = None

    def _complain(self, error: Exception) -> None:
        """Log a failure that had no excuse (the server was up), and a lasting one once a minute."""
        now = time.monotonic()
        last = self._complained_at
        if self.is_on and (last is None or now - last > _COMPLAINT_S):
            self._complained_at = now
            _log.error("a job failed", exc_info=error)
