"""Makes every call behind the window late, to find tests that count on a quick machine.

`python -m pytest -p tests.late_answers --late-ms=150 tests/ui` begins each call in a worker thread, and
brings each answer and each ring home, up to that many milliseconds later: by chance, so in another order
than they were asked for too. A test that fails under it, and would pass if it waited for what it looks at,
is one that fails now and then on a busy machine.
"""

from __future__ import annotations

import random
import time
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """Take how late a call may be."""
    parser.getgroup("bank").addoption(
        "--late-ms", type=int, default=150, help="milliseconds a call may begin, and end, late"
    )


def pytest_sessionstart(session: pytest.Session) -> None:
    """Have the one way out of the GUI thread dawdle."""
    # Once conftest.py has said which platform Qt is for.
    from ui import tasks  # noqa: PLC0415

    longest_s = session.config.getoption("--late-ms") / 1000
    outcome, ring = tasks._outcome, tasks._Bell.ring

    def late_outcome(number: int, call: Callable[[], Any]) -> tasks._Answer:
        time.sleep(random.uniform(0, longest_s))  # noqa: S311 (no secret)
        answer = outcome(number, call)
        time.sleep(random.uniform(0, longest_s))  # noqa: S311 (no secret)
        return answer

    def late_ring(bell: tasks._Bell) -> None:
        time.sleep(random.uniform(0, longest_s))  # noqa: S311 (no secret)
        ring(bell)

    tasks._outcome = late_outcome
    tasks._Bell.ring = late_ring  # type: ignore[assignment, method-assign]
