from __future__ import annotations

import socket
import threading

import psycopg2
import pytest

from services import deadlines
from services.deadlines import Watchdog


@pytest.fixture(autouse=True)
def _fast(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(deadlines, "_TICK_S", 0.02)


def test_an_overdue_connection_is_shut_and_others_are_left_alone() -> None:
    watchdog = Watchdog()
    (ours, theirs), (calm, other) = socket.socketpair(), socket.socketpair()
    with ours, theirs, calm, other, watchdog.watch(calm, 60):
        theirs.settimeout(5)
        with watchdog.watch(ours, 0.05):
            assert theirs.recv(1) == b""
        calm.sendall(b"x")
        assert other.recv(1) == b"x"


def test_a_connection_that_is_just_being_closed_does_not_end_the_watch() -> None:
    class Closed:
        def __init__(self) -> None:
            self.asked = threading.Event()

        def fileno(self) -> int:
            self.asked.set()
            raise psycopg2.InterfaceError("connection already closed")

    watchdog = Watchdog()
    closed = Closed()
    with watchdog.watch(closed, 0.0):
        assert closed.asked.wait(5)
    ours, theirs = socket.socketpair()
    with ours, theirs, watchdog.watch(ours, 0.05):
        theirs.settimeout(5)
        assert theirs.recv(1) == b""


def test_one_thread_watches_for_the_whole_program() -> None:
    watchdog = Watchdog()
    ours, theirs = socket.socketpair()
    with ours, theirs:
        before = _watching()
        for _ in range(5):
            with watchdog.watch(ours, 60):
                pass
        assert _watching() == before + 1


def _watching() -> int:
    return sum(thread.name == "call-watchdog" for thread in threading.enumerate())
