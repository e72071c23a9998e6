"""The same with `main.py serve` and the guardian that the product's windows start."""

from __future__ import annotations

import os
import signal
import sys
from typing import TYPE_CHECKING

import psycopg2

from tests.faults.observing import (
    ROOT,
    Programs,
    all_gone,
    answers,
    guardian_of,
    is_running,
    postmaster_of,
    processes_naming,
    server_processes,
    until,
)

if TYPE_CHECKING:
    from pathlib import Path


def test_serve_prints_where_the_databases_are_and_leaves_nothing_when_terminated(
    home: Path, programs: Programs
) -> None:
    serve = programs.run([sys.executable, str(ROOT / "main.py"), "serve"])
    for name in ("auth_url", "payment_url", "auth_owner_url", "payment_owner_url"):
        psycopg2.connect(serve.first_word(name)).close()
    window = programs.start("window")
    window.first_word("port")
    assert guardian_of(home) == serve.pid
    window.leave()
    assert serve.kill(signal.SIGTERM) == 0
    assert not server_processes(home)
    assert not processes_naming(home)


def test_a_killed_serve_leaves_nothing_running(home: Path, programs: Programs) -> None:
    serve = programs.run([sys.executable, str(ROOT / "main.py"), "serve"])
    serve.first_word("auth_url")
    serve.kill()
    assert until(lambda: not server_processes(home), patience_s=10)


def test_a_windows_guardian_is_replaced_when_killed_and_ends_with_the_last_window(
    home: Path, programs: Programs
) -> None:
    window = programs.start("window")
    window.first_word("port")
    killed, postmaster = guardian_of(home), postmaster_of(home)
    os.kill(killed, signal.SIGKILL)
    assert until(lambda: all_gone([killed, postmaster]), patience_s=10)
    assert until(lambda: guardian_of(home) != killed and answers(home), patience_s=10)
    guardian = guardian_of(home)
    assert window.process.poll() is None
    window.kill()
    assert until(lambda: not is_running(guardian), patience_s=5)
    assert not server_processes(home)
