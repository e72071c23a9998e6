"""Whether the bank's books balance."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime


@dataclass(frozen=True, slots=True)
class BooksState:
    """What the bank's last proof said: that all balances of each currency sum to zero, and when (UTC)."""

    balanced: bool
    proved_at: datetime
