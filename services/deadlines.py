"""A bound on how long a call may wait for a server, kept on this side.

`statement_timeout` does not interrupt a commit that waits for a standby, and a server that hangs
answers nothing at all. So a watchdog shuts the socket of a call that is overdue; libpq then reports a
lost connection in the thread that waits. It costs a call two dictionary operations and no round trip.
"""

from __future__ import annotations

import os
import socket
import threading
import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator

_TICK_S = 0.2


class _HasFileno(Protocol):
    def fileno(self) -> int: ...


class Watchdog:
    """Watches calls in progress from one daemon thread, which starts with the first call.

    One serves the whole program (`WATCHDOG`).
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._due: dict[int, tuple[float, _HasFileno]] = {}
        self._thread: threading.Thread | None = None
        self._next_key = 0

    def begin(self, connection: _HasFileno, limit_s: float) -> int:
        """Shut the connection's socket unless `end` is called within `limit_s` seconds; return its key."""
        with self._lock:
            self._next_key += 1
            self._due[self._next_key] = (time.monotonic() + limit_s, connection)
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="call-watchdog", daemon=True)
                self._thread.start()
            return self._next_key

    def end(self, key: int) -> None:
        """Watch no longer over what `begin` returned `key` for."""
        with self._lock:
            self._due.pop(key, None)

    @contextmanager
    def watch(self, connection: _HasFileno, limit_s: float) -> Iterator[None]:
        """Shut the connection's socket unless the block ends within `limit_s` seconds."""
        key = self.begin(connection, limit_s)
        try:
            yield
        finally:
            self.end(key)

    def _run(self) -> None:
        while True:
            time.sleep(_TICK_S)
            now = time.monotonic()
            with self._lock:
                overdue = [key for key, (due, _) in self._due.items() if due <= now]
                for key in overdue:
                    # Under the lock the call is still in progress, so the descriptor is still its own.
                    _shut(self._due.pop(key)[1])


def _shut(connection: _HasFileno) -> None:
    # Whatever a connection that is just being closed raises must not end the watch over the others.
    with suppress(Exception):
        duplicate = socket.socket(fileno=os.dup(connection.fileno()))
        with duplicate:
            duplicate.shutdown(socket.SHUT_RDWR)


WATCHDOG = Watchdog()
