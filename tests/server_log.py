"""Reads a server's log, which another process writes, a moment after what it tells of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import uuid4

from tests.faults.observing import until

if TYPE_CHECKING:
    from pathlib import Path


def read_to_now(cursor: Any, path: Path, start: int = 0) -> str:
    """Return a server's log from `start` on, once all is there that was logged before this call."""
    end = f"end {uuid4()}"
    cursor.execute(f"DO $$ BEGIN RAISE LOG '{end}'; END $$")
    is_written = until(lambda: end.encode() in path.read_bytes()[start:], patience_s=15)
    assert is_written, "the log's writer has stopped"
    return path.read_bytes()[start:].decode()
