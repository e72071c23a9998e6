"""One run of the server: start it, wait until it answers, stop it."""

from __future__ import annotations

import logging
import signal
import subprocess
import time
from typing import TYPE_CHECKING, Literal

import psycopg2

from app.postgres.children import CancelledError, start_child
from app.postgres.leftovers import status_of
from app.postgres.private_files import PRIVATE_FILE
from app.postgres.start_failures import has_reason

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.postgres.address import ServerAddress
    from app.postgres.binaries import Binaries
    from app.postgres.placement import Placement

_log = logging.getLogger(__name__)

StopMode = Literal["fast", "immediate"]

_POLL_S = 0.01
#: How long a start may take, and how long when Postgres says that it recovers from a crash.
_START_S = 30.0
_RECOVERY_S = 120.0
#: How long a fast stop may take (it writes everything out) before it is cut short.
_FAST_STOP_S = 20.0
_IMMEDIATE_STOP_S = 5.0
_CONNECT_S = 5
_LAST_WORDS_S = 1.0
_LOG_TAIL_BYTES = 16 * 1024


class StartFailedError(Exception):
    """Postgres did not come up; the text is what it wrote meanwhile."""


class Postmaster:
    """A running Postgres, our own child."""

    def __init__(self, placement: Placement, binaries: Binaries) -> None:
        self._placement = placement
        self._log = placement.log_dir / "postgres.log"
        self._first_words = placement.home / "logs" / "postgres-start.log"
        self._log_start = self._log_size()
        with self._first_words.open("wb") as output:
            self._first_words.chmod(PRIVATE_FILE)
            self._child = start_child(
                [binaries.bin_dir / "postgres", "-D", placement.data_dir],
                account=placement.account,
                output=output,
                death_signal=signal.SIGINT,
            )

    @property
    def pid(self) -> int:
        """Process number of the postmaster."""
        return self._child.pid

    def is_running(self) -> bool:
        """Tell whether it still runs; a dead one is reaped."""
        return self._child.poll() is None

    def wait_ready(self, address: ServerAddress, is_cancelled: Callable[[], bool]) -> None:
        """Return once the administrator can connect.

        Raises `StartFailedError`, after which the process is gone, or `CancelledError`.
        """
        began = time.monotonic()
        refused = ""
        while not is_cancelled():
            status = status_of(self._placement.data_dir, self.pid)
            if not self.is_running():
                raise StartFailedError(self._last_words())
            if status == "ready":
                try:
                    psycopg2.connect(address.url("postgres"), connect_timeout=_CONNECT_S).close()
                except psycopg2.OperationalError as error:
                    refused = f"FATAL:  {error}"
                else:
                    return
            patience_s = _RECOVERY_S if status == "starting" else _START_S
            if time.monotonic() - began > patience_s:
                self.stop("immediate")
                raise StartFailedError(refused or f"FATAL:  not ready after {patience_s:.0f} s")
            time.sleep(_POLL_S if not refused else 10 * _POLL_S)
        raise CancelledError

    def stop(self, mode: StopMode) -> None:
        """End the server: ``fast`` ends connections and writes all out, ``immediate`` only ends."""
        if mode == "fast" and self._ended_by(signal.SIGINT, _FAST_STOP_S):
            return
        if self._ended_by(signal.SIGQUIT, _IMMEDIATE_STOP_S):
            return
        _log.error("the server did not stop by itself")
        self._child.kill()
        self._child.wait()

    def reopen_log(self) -> None:
        """Let it open its log by name again, after the file was renamed."""
        (self._placement.data_dir / "logrotate").touch(PRIVATE_FILE)
        self._child.send_signal(signal.SIGUSR1)

    def _ended_by(self, number: signal.Signals, patience_s: float) -> bool:
        self._child.send_signal(number)
        try:
            self._child.wait(patience_s)
        except subprocess.TimeoutExpired:
            return False
        return True

    def _log_size(self) -> int:
        try:
            return self._log.stat().st_size
        except FileNotFoundError:
            return 0

    def _last_words(self) -> str:
        """Return what a dead one wrote; its log's writer, another process, may lag behind."""
        deadline = time.monotonic() + _LAST_WORDS_S
        while not has_reason(words := self._words()) and time.monotonic() < deadline:
            time.sleep(_POLL_S)
        return words

    def _words(self) -> str:
        """Return what this run has written: before its log was open, then to the log."""
        return _tail(self._first_words, 0) + _tail(self._log, self._log_start)


def _tail(path: Path, start: int) -> str:
    try:
        with path.open("rb") as file:
            size = file.seek(0, 2)
            file.seek(max(start, size - _LOG_TAIL_BYTES))
            return file.read().decode("utf-8", "replace")
    except FileNotFoundError:
        return ""
