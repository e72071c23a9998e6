"""What staff decide about accounts."""

from __future__ import annotations

from enum import StrEnum


class Freeze(StrEnum):
    """What is stopped on an account; the values are the database's words."""

    DEBITS = "DEBITS"
    CREDITS = "CREDITS"
    ALL = "ALL"


#: The longest reason, in characters.
MAX_REASON = 200
