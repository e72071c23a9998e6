"""Whether anybody still needs the server."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from app.postgres.locks import IN_USE, LockFile

if TYPE_CHECKING:
    from pathlib import Path

    from app.postgres.stop_request import StopRequest

_ASK_S = 0.3
_POLL_S = 0.05


class Need:
    """Asks the two things that end a guardian: a signal, and that no program is left.

    The second shows when the exclusive lock on `in-use` can be had twice in a row, 300 ms apart: a
    program that is only just coming is not overlooked. From then on the lock is kept, so that a
    program which comes during the stop waits for it to end. `is_certain` leaves only the signal.
    """

    def __init__(self, home: Path, stop: StopRequest, *, is_certain: bool) -> None:
        self._stop = stop
        self._lock = None if is_certain else LockFile(home / IN_USE)
        self._asked_at = time.monotonic()
        self._was_free = False
        self._is_unused = False

    @property
    def why_over(self) -> str:
        """Why nobody needs it, for the log."""
        return "asked by a signal" if self._stop.is_made else "no program is left"

    def is_over(self) -> bool:
        """Tell whether the server should stop; cheap enough to be asked in every loop."""
        if self._stop.is_made or self._is_unused:
            return True
        if self._lock is None or time.monotonic() - self._asked_at < _ASK_S:
            return False
        self._asked_at = time.monotonic()
        is_free = self._lock.take(shared=False)
        self._is_unused = is_free and self._was_free
        self._was_free = is_free
        if is_free and not self._is_unused:
            self._lock.release()
        return self._is_unused

    def outlasts(self, pause_s: float) -> bool:
        """Wait `pause_s` seconds; return False as soon as the server should stop."""
        deadline = time.monotonic() + pause_s
        while not self.is_over():
            left_s = deadline - time.monotonic()
            if left_s <= 0:
                return True
            time.sleep(min(left_s, _POLL_S))
        return False

    def close(self) -> None:
        """Let go of the lock."""
        if self._lock is not None:
            self._lock.close()
