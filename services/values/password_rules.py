"""What a new password has to be; the databases see hashes only, so the desktop holds these."""

from __future__ import annotations

MIN_CHARACTERS = 12
#: In UTF-8; bcrypt reads no more.
MAX_OCTETS = 72
