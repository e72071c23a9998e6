"""Advisory locks on files (flock): the system lets go of them when their holder dies, however."""

from __future__ import annotations

import fcntl
import os
import time
from typing import TYPE_CHECKING, Self

from app.postgres.placement import make_home
from app.postgres.private_files import PRIVATE_FILE, faults_told
from services.errors import ServerFault

if TYPE_CHECKING:
    from pathlib import Path

#: Every program that uses the private server holds this one, shared, for its life.
IN_USE = "in-use"
#: The guardian holds this one alone.
GUARDIAN = "guardian.lock"
#: Whoever runs the server's processes holds this one alone.
CLUSTER = "cluster.lock"

_POLL_S = 0.02


class LockFile:
    """One open lock file. The descriptor is never inherited, so a child never keeps the lock."""

    def __init__(self, path: Path) -> None:
        self._descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, PRIVATE_FILE)

    def take(self, *, shared: bool, patience_s: float = 0.0) -> bool:
        """Take the lock, or give up after `patience_s` and return False."""
        kind = fcntl.LOCK_SH if shared else fcntl.LOCK_EX
        deadline = time.monotonic() + patience_s
        while True:
            try:
                fcntl.flock(self._descriptor, kind | fcntl.LOCK_NB)
            except BlockingIOError:
                if time.monotonic() >= deadline:
                    return False
                time.sleep(_POLL_S)
            else:
                return True

    def note(self, text: str) -> None:
        """Write `text` into the file, for who reads what the holder says of itself."""
        os.ftruncate(self._descriptor, os.pwrite(self._descriptor, text.encode(), 0))

    def release(self) -> None:
        """Let go of the lock; the file stays open."""
        fcntl.flock(self._descriptor, fcntl.LOCK_UN)

    def close(self) -> None:
        """Let go of the lock and the file; may be called again."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1


def read_note(path: Path) -> str:
    """Return what the last holder wrote into its lock file."""
    return path.read_text(encoding="utf-8")


def is_held_alone(path: Path) -> bool:
    """Tell whether somebody holds the lock exclusively right now."""
    lock = LockFile(path)
    try:
        return not lock.take(shared=True)
    finally:
        lock.close()


class InUse:
    """A program's word that it uses the server of `home`: the guardian keeps it up meanwhile.

    Raises `ServerFault` on entering: ``server_home_unwritable`` or ``server_disk_full`` when the
    lock cannot be had, ``server_start_failed`` when a server that is stopping holds it for over
    `patience_s` seconds.
    """

    def __init__(self, home: Path, *, patience_s: float = 30.0) -> None:
        self._home = home
        self._patience_s = patience_s
        self._lock: LockFile | None = None

    def __enter__(self) -> Self:
        """Take the lock, shared with other programs."""
        with faults_told(self._home):
            make_home(self._home)
            lock = LockFile(self._home / IN_USE)
        if not lock.take(shared=True, patience_s=self._patience_s):
            lock.close()
            reason = "an earlier server is still stopping"
            raise ServerFault(
                "server_start_failed",
                reason=reason,
                log=str(self._home / "logs" / "guardian.log"),
            )
        self._lock = lock
        return self

    def __exit__(self, *_: object) -> None:
        """Let go."""
        self.release()

    def release(self) -> None:
        """Let go; may be called again."""
        if self._lock is not None:
            self._lock.close()
            self._lock = None
