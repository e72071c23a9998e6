from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from app.postgres.locks import IN_USE, InUse, LockFile, is_held_alone
from app.postgres.need import Need
from app.postgres.stop_request import StopRequest
from services.errors import ServerFault

if TYPE_CHECKING:
    from pathlib import Path


def test_shared_holders_share_and_keep_an_exclusive_one_out(tmp_path: Path) -> None:
    first, second, alone = (LockFile(tmp_path / "lock") for _ in range(3))
    assert first.take(shared=True)
    assert second.take(shared=True)
    assert not alone.take(shared=False)
    first.close()
    assert not alone.take(shared=False)
    second.release()
    assert alone.take(shared=False)
    assert is_held_alone(tmp_path / "lock")
    alone.close()
    alone.close()
    assert not is_held_alone(tmp_path / "lock")


def test_a_child_does_not_inherit_the_lock(tmp_path: Path) -> None:
    lock = LockFile(tmp_path / "lock")
    assert lock.take(shared=False)
    with subprocess.Popen(
        [sys.executable, "-c", "input()"], stdin=subprocess.PIPE, close_fds=False
    ) as child:
        lock.close()
        other = LockFile(tmp_path / "lock")
        # A moment's patience: the system closes files late in an exec.
        assert other.take(shared=False, patience_s=5)
        other.close()
        assert child.poll() is None
        child.communicate(b"\n")


def test_two_programs_use_the_server_until_both_have_left(tmp_path: Path) -> None:
    home = tmp_path / "new home"
    alone = None
    with InUse(home) as first:
        assert (home / IN_USE).stat().st_mode & 0o777 == 0o600
        alone = LockFile(home / IN_USE)
        with InUse(home):
            assert not alone.take(shared=False)
        assert not alone.take(shared=False)
        first.release()
        assert alone.take(shared=False)
        alone.close()
    assert home.stat().st_mode & 0o777 in {0o700, 0o710}


def test_a_program_that_comes_while_the_server_stops_waits_then_says_so(tmp_path: Path) -> None:
    stopping = LockFile(tmp_path / IN_USE)
    assert stopping.take(shared=False)
    with pytest.raises(ServerFault) as fault, InUse(tmp_path, patience_s=0.1):
        pass
    assert fault.value.code == "server_start_failed"
    stopping.close()
    with InUse(tmp_path, patience_s=0.1):
        pass


def test_a_server_is_needed_while_a_program_uses_it_and_two_looks_longer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = 100.0
    monkeypatch.setattr("app.postgres.need.time.monotonic", lambda: now)
    need = Need(tmp_path, StopRequest(), is_certain=False)
    looks = []
    with InUse(tmp_path):
        for _ in range(3):
            now += 1
            looks.append(need.is_over())
    now += 1
    looks.append(need.is_over())
    with InUse(tmp_path):  # between two looks a program came
        now += 1
        looks.append(need.is_over())
    assert looks == [False] * 5
    now += 1
    assert not need.is_over()
    now += 0.1
    assert not need.is_over(), "looked again too soon"
    now += 1
    assert need.is_over()
    assert is_held_alone(tmp_path / IN_USE), "a program that comes now waits for the end"
    assert need.why_over == "no program is left"
    need.close()


def test_a_server_in_the_foreground_is_needed_until_a_signal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = 100.0
    monkeypatch.setattr("app.postgres.need.time.monotonic", lambda: now)
    with StopRequest() as stop:
        need = Need(tmp_path, stop, is_certain=True)
        for _ in range(3):
            now += 1
            assert not need.is_over()
        os.kill(os.getpid(), 15)
        assert need.is_over()
        assert need.why_over == "asked by a signal"
        assert not need.outlasts(60)
