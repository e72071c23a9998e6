"""One person's unsent forms on the disk: theirs alone, until they are sent or the person signs out."""

from __future__ import annotations

import json
import logging
import os
import threading
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    Drafts = dict[str, dict[str, str]]

_log = logging.getLogger(__name__)
#: No form of ours holds more; what is longer was not written by us.
_MOST_OCTETS = 65_536


class DraftFile:
    """A file a person, readable by this account only. Safe to use from several threads.

    A disk that cannot be written costs the drafts of this run, and nothing else. No password and no
    token is ever in a draft: screens leave them out of what `draft` returns.
    """

    def __init__(self, folder: Path, user_id: UUID) -> None:
        self._path = folder / f"{user_id.hex}.json"
        self._lock = threading.Lock()
        self._wanted = b""
        self._written: bytes | None = None
        self._is_told = False

    def read(self) -> Drafts:
        """Return what was kept, by screen; nothing where there is none or it cannot be understood."""
        try:
            with self._path.open("rb") as file:
                found = json.loads(file.read(_MOST_OCTETS))
        except (OSError, ValueError):
            return {}
        if not isinstance(found, dict):
            return {}
        return {
            screen: draft
            for screen, draft in found.items()
            if isinstance(draft, dict) and all(isinstance(each, str) for each in draft.values())
        }

    def want(self, drafts: Drafts) -> None:
        """Have this written by the next `write`; nothing at all removes the file."""
        self._wanted = json.dumps(drafts).encode() if drafts else b""

    def write(self) -> bool:
        """Write what is wanted now; tell whether it is on the disk."""
        with self._lock:
            wanted = self._wanted
            if wanted != self._written:
                try:
                    self._put(wanted)
                except OSError as error:
                    self._tell(error)
                    return False
                self._written = wanted
        return True

    def _put(self, octets: bytes) -> None:
        if not octets:
            self._path.unlink(missing_ok=True)
            return
        self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        unready = self._path.with_suffix(".new")
        with suppress(FileNotFoundError):
            unready.unlink()
        descriptor = os.open(unready, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(octets)
        unready.replace(self._path)

    def _tell(self, error: OSError) -> None:
        if not self._is_told:
            self._is_told = True
            _log.warning("drafts cannot be kept: %s", error)
