"""Makes every call behind the window late, to find what counts on a quick machine.

`make late` begins each call in a worker thread, and brings each answer and each ring home, up to
`--late-ms` later, by chance: most of them soon and a few very late, so that they also overtake each other.
A test that fails under it and would pass if it waited for what it looks at fails now and then on a busy
machine too; one that fails all the same has found what a slow disk or a slow bank does to somebody.
"""

from __future__ import annotations

import random
import time
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest

#: A fifth of all calls are later than a third of the longest, half of them no later than a thirtieth.
_SKEW = 5


def pytest_addoption(parser: pytest.Parser) -> None:
    """Take how late a call may be."""
    parser.getgroup("bank").addoption(
        "--late-ms", type=int, default=1200, help="milliseconds a call may begin, and end, late"
    )


def pytest_sessionstart(session: pytest.Session) -> None:
    """Have the one way out of the GUI thread dawdle."""
    # Once conftest.py has said which platform Qt is for.
    from ui import tasks  # noqa: PLC0415

    longest_s = session.config.getoption("--late-ms") / 1000
    outcome, ring = tasks._outcome, tasks._Bell.ring

    def dawdle() -> None:
        time.sleep(longest_s * random.random() ** _SKEW)  # noqa: S311 (no secret)

    def late_outcome(number: int, call: Callable[[], Any]) -> tasks._Answer:
        dawdle()
        answer = outcome(number, call)
        dawdle()
        return answer

    def late_ring(bell: tasks._Bell) -> None:
        dawdle()
        ring(bell)

    tasks._outcome = late_outcome
    tasks._Bell.ring = late_ring  # type: ignore[assignment, method-assign]
