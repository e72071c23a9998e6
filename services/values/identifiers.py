"""Identifiers that the desktop makes itself."""

from __future__ import annotations

import os
import time
from uuid import UUID

#: Version (four bits) and variant (two) in a UUID's 128 bits, and what stands there in version 7.
_FIXED_BITS = (0xF << 76) | (0b11 << 62)
_VERSION_7_VARIANT = (0x7 << 76) | (0b10 << 62)


def new_uuid7() -> UUID:
    """Return a UUIDv7: 48 bits of Unix time in ms, then 74 random bits (RFC 9562, 5.7).

    Time first, so that new transactions land at the end of their primary key's index.
    """
    milliseconds = time.time_ns() // 1_000_000
    # The random octets begin with the version and the variant, whose bits are put over theirs.
    octets = milliseconds.to_bytes(6, "big") + os.urandom(10)
    value = int.from_bytes(octets, "big")
    return UUID(int=(value & ~_FIXED_BITS) | _VERSION_7_VARIANT)
