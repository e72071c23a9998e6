"""Small files of a fixed size that are written over in place: what is put into one lasts at once.

Making, growing or removing a file has the file system write its journal; writing over blocks that are
already there does not, and takes a sixth of the time until it is on the disk.
"""

from __future__ import annotations

import fcntl
import os
from contextlib import suppress
from typing import TYPE_CHECKING
from uuid import uuid4

if TYPE_CHECKING:
    from pathlib import Path

#: One block: a payment with a note of 140 letters of any script takes under half of it.
SIZE = 4096
_BLANK = b" " * SIZE
#: macOS has no fdatasync.
_sync = getattr(os, "fdatasync", os.fsync)


class Slot:
    """One file, held (flock) by this program for as long as the slot is open."""

    def __init__(self, folder: Path) -> None:
        """Make a blank slot that lasts. Raises OSError."""
        self.path = folder / f"{uuid4()}.json"
        self._name = str(self.path)
        unready = folder / f".{self.path.stem}.new"
        self._descriptor = os.open(unready, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600)
        try:
            # Locked before others can find it: they remove blank slots that nobody holds.
            fcntl.flock(self._descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            self._overwrite(_BLANK)
            os.fsync(self._descriptor)
            unready.rename(self.path)
            _sync_folder(folder)
        except OSError:
            os.close(self._descriptor)
            for each in (unready, self.path):
                with suppress(OSError):
                    each.unlink(missing_ok=True)
            raise

    def write(self, octets: bytes) -> None:
        """Put something in, for good. Raises OSError, and then the slot is of no use any more."""
        if len(octets) > SIZE:
            raise OSError(f"{len(octets)} octets do not fit into {SIZE}")
        if not os.access(self._name, os.F_OK):
            # Somebody removed it: what is written would be gone with this program. Asked by its name, as
            # looking at its times has Linux write finer ones with the next octets, through the journal.
            raise FileNotFoundError(self.path)
        self._overwrite(octets.ljust(SIZE))
        _sync(self._descriptor)

    def blank(self) -> None:
        """Take it out again. Not forced to the disk: what a crash brings back is only asked about."""
        self._overwrite(_BLANK)

    def close(self, *, keep: bool) -> None:
        """Let go of the file; `keep` it for whoever comes next, or remove it."""
        if not keep:
            with suppress(OSError):
                self.path.unlink(missing_ok=True)
        # Of a disk that is no longer there: it is closed all the same, and what comes after goes on.
        with suppress(OSError):
            os.close(self._descriptor)

    def _overwrite(self, octets: bytes) -> None:
        at = 0
        # On a disk that is filling up one write may take a part only.
        while at < SIZE:
            at += os.pwrite(self._descriptor, octets[at:], at)


def is_held(path: Path) -> bool:
    """Whether some program has this slot open; also when that cannot be told."""
    descriptor = _taken(path)
    if descriptor is None:
        return True
    os.close(descriptor)
    return False


def remove_blank(path: Path) -> None:
    """Remove a slot that a program left behind with nothing in it."""
    descriptor = _taken(path)
    if descriptor is None:
        return
    with suppress(OSError):
        if not os.pread(descriptor, SIZE, 0).strip():
            path.unlink(missing_ok=True)
    os.close(descriptor)


def _taken(path: Path) -> int | None:
    try:
        descriptor = os.open(path, os.O_RDONLY)
    except OSError:
        return None
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(descriptor)
        return None
    return descriptor


def _sync_folder(folder: Path) -> None:
    """Make the file's name last too, not only what is in it."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
