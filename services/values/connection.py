"""Whether the bank can be reached."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reachability:
    """Which of the two databases answered just now."""

    auth: bool
    payment: bool

    @property
    def all(self) -> bool:
        """Both answered."""
        return self.auth and self.payment
