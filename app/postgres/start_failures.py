"""Why Postgres did not start, read from what it wrote."""

from __future__ import annotations

import re
from enum import Enum, auto

_SEVERITY = re.compile(r"\b(?:FATAL|PANIC):\s+(.*)")
_INITDB = re.compile(r"^(?:initdb|postgres): (?:error|fatal): (.*)", re.MULTILINE)


class StartFailure(Enum):
    """What the caller can do about it."""

    PORT_TAKEN = auto()
    STILL_IN_USE = auto()
    DISK_FULL = auto()
    UNWRITABLE = auto()
    DAMAGED = auto()
    OTHER = auto()


#: First match wins. The texts are those of Postgres 15 to 18 in English.
_SIGNS: tuple[tuple[StartFailure, tuple[str, ...]], ...] = (
    (StartFailure.DISK_FULL, ("No space left on device", "Disk quota exceeded")),
    (StartFailure.PORT_TAKEN, ("could not create any TCP/IP sockets",)),
    (
        StartFailure.STILL_IN_USE,
        (
            "pre-existing shared memory block",
            'lock file "postmaster.pid" already exists',
            'lock file "postmaster.pid" is empty',
        ),
    ),
    (StartFailure.UNWRITABLE, ("Read-only file system",)),
    (
        StartFailure.DAMAGED,
        (
            "pg_control",
            "incorrect checksum in control file",
            "database files are incompatible with server",
            "could not find the database system",
            "is not a valid data directory",
            "could not locate a valid checkpoint record",
            "could not locate required checkpoint record",
            "invalid primary checkpoint record",
            "invalid checkpoint record",
            'WAL directory "pg_wal" does not exist',
            "could not read file",
            "could not access status of transaction",
            "control file contains invalid data",
            "invalid data in file",
            "invalid page in block",
            "could not open directory",
            "could not open critical system index",
        ),
    ),
)


def classify(text: str) -> StartFailure:
    """Return what the log lines of a failed start amount to."""
    for failure, signs in _SIGNS:
        if any(sign in text for sign in signs):
            return failure
    return StartFailure.OTHER


def has_reason(text: str) -> bool:
    """Tell whether a line of `text` says why Postgres ended."""
    return _SEVERITY.search(text) is not None


def reason(text: str) -> str:
    """Return the one line that tells a person why: the last fatal one, else the last at all."""
    told = _SEVERITY.findall(text) or _INITDB.findall(text)
    if told:
        return str(told[-1]).strip()
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return lines[-1] if lines else "Postgres ended without a word"
