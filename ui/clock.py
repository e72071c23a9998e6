"""What time it is for the window: the one place that a test sets to another time.

Only what a person sees goes by it: dates, "as of", idle time, pauses counted down. Payments and
sessions go by the databases' clocks, which nobody sets.
"""

from __future__ import annotations

import time
from datetime import UTC, datetime


def now() -> datetime:
    """Return this moment, in UTC with its zone."""
    return datetime.now(UTC)


def seconds() -> float:
    """Return a count of seconds that also runs while the computer sleeps, where the system has one."""
    boot_time = getattr(time, "CLOCK_BOOTTIME", None)
    return time.monotonic() if boot_time is None else time.clock_gettime(boot_time)
