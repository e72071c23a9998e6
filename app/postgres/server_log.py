"""Keeping the server's log bounded. Its name stays, so that people and tools find it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

#: A log is set aside beyond this size, and so many earlier ones are kept.
LONGEST_BYTES = 5 * 1024 * 1024
EARLIER_KEPT = 3


def set_aside(log: Path) -> bool:
    """Rename a log that has grown too long to ``….1``, older ones one further; tell if it was."""
    if not log.exists() or log.stat().st_size <= LONGEST_BYTES:
        return False
    for number in range(EARLIER_KEPT, 0, -1):
        newer = log if number == 1 else _earlier(log, number - 1)
        if newer.exists():
            newer.replace(_earlier(log, number))
    return True


def _earlier(log: Path, number: int) -> Path:
    return log.with_name(f"{log.name}.{number}")
