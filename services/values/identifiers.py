"""Identifiers that the desktop makes itself."""

from __future__ import annotations

import secrets
import time
from uuid import UUID

_RANDOM_A_BITS = 12
_RANDOM_B_BITS = 62


def new_uuid7() -> UUID:
    """Return a UUIDv7: 48 bits of Unix time in ms, then 74 random bits (RFC 9562, 5.7).

    Time first, so that new transactions land at the end of their primary key's index.
    """
    value = (time.time_ns() // 1_000_000) & ((1 << 48) - 1)
    value = (value << 4) | 0x7
    value = (value << _RANDOM_A_BITS) | secrets.randbits(_RANDOM_A_BITS)
    value = (value << 2) | 0b10
    value = (value << _RANDOM_B_BITS) | secrets.randbits(_RANDOM_B_BITS)
    return UUID(int=value)
