"""The same with the real window: `main.py run --demo`, without a screen."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.faults.observing import (
    ROOT,
    answers,
    environment,
    guardian_of,
    is_running,
    server_processes,
    until,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


@pytest.fixture
def open_window(home: Path) -> Iterator[Callable[[], subprocess.Popen[bytes]]]:
    """Return what starts one more window on the home and waits until its server answers."""
    opened: list[subprocess.Popen[bytes]] = []

    def open_one() -> subprocess.Popen[bytes]:
        variables = environment() | {"INSTAPAY_HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
        window = subprocess.Popen(
            [sys.executable, str(ROOT / "main.py"), "run", "--demo"], env=variables, cwd=ROOT
        )
        opened.append(window)
        assert until(lambda: _opened(home) == len(opened), patience_s=60)
        return window

    yield open_one
    for window in opened:
        if window.poll() is None:
            window.kill()
        window.wait(10)


def test_a_second_window_joins_and_outlives_the_first(
    home: Path, open_window: Callable[[], subprocess.Popen[bytes]]
) -> None:
    first = open_window()
    guardian = guardian_of(home)
    second = open_window()
    first.send_signal(signal.SIGTERM)
    first.wait(10)
    assert not until(lambda: guardian_of(home) != guardian, patience_s=2)
    assert answers(home)
    second.kill()
    assert until(lambda: not is_running(guardian), patience_s=10)
    assert not server_processes(home)


def test_a_window_heals_when_its_guardian_is_killed_and_leaves_nothing_when_killed_itself(
    home: Path, open_window: Callable[[], subprocess.Popen[bytes]]
) -> None:
    window = open_window()
    killed = guardian_of(home)
    os.kill(killed, signal.SIGKILL)
    assert until(lambda: _has_other_guardian(home, killed) and answers(home), patience_s=20)
    guardian = guardian_of(home)
    window.kill()
    assert until(lambda: not is_running(guardian), patience_s=10)
    assert not server_processes(home)


def test_what_a_window_writes_is_its_users_alone(
    home: Path, open_window: Callable[[], subprocess.Popen[bytes]]
) -> None:
    open_window()
    assert until((home / "logs" / "desktop.log").exists, patience_s=10)
    for path in (home / "logs").iterdir():
        if not path.is_symlink():
            assert path.stat().st_mode & 0o077 == 0, path


def _opened(home: Path) -> int:
    """Return how many windows of this home have said that the bank is open."""
    log = home / "logs" / "desktop.log"
    return log.read_text(encoding="utf-8").count("the bank is open") if log.exists() else 0


def _has_other_guardian(home: Path, killed: int) -> bool:
    try:
        return guardian_of(home) != killed
    except (AssertionError, KeyError, OSError, TypeError, ValueError):
        return False
