"""The window's clock in the hands of a test."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from ui import clock as window_clock

if TYPE_CHECKING:
    import pytest


class Clock:
    """Put it forward, or stop it at a moment. The databases go on by their own clocks."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self._real_now, self._real_seconds = window_clock.now, window_clock.seconds
        self._ahead = timedelta()
        self._stopped_at: datetime | None = None
        self._counted_to: float | None = None
        patch.setattr(window_clock, "now", self.now)
        patch.setattr(window_clock, "seconds", self.seconds)

    def now(self) -> datetime:
        """Return what the window takes for this moment (UTC)."""
        return (self._stopped_at or self._real_now()) + self._ahead

    def seconds(self) -> float:
        """Return what the window counts idle time and pauses by."""
        counted = self._real_seconds() if self._counted_to is None else self._counted_to
        return counted + self._ahead.total_seconds()

    def forward(self, **by: float) -> None:
        """Let time pass: ``clock.forward(minutes=5)``; words as of `timedelta`."""
        self._ahead += timedelta(**by)

    def stop_counting(self) -> None:
        """Let idle time and pauses pass by `forward` alone from now on."""
        self._counted_to = self._real_seconds()

    def stop_at(self, moment: datetime) -> None:
        """Let dates be told as of this moment (UTC) from now on; `forward` still moves them."""
        self._stopped_at = moment.replace(tzinfo=moment.tzinfo or UTC)
        self._ahead = timedelta()
