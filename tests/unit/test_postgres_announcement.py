from __future__ import annotations

import errno
from pathlib import Path

import pytest

from app.postgres import announcement as announcement_module
from app.postgres.announcement import (
    FILE,
    Announcement,
    Phase,
    announce,
    read_announcement,
    tellable,
    withdraw,
    word_of_guardian,
)
from app.postgres.locks import GUARDIAN, LockFile
from services.errors import SchemaMismatch, ServerFault


def test_an_announcement_is_read_as_it_was_made(tmp_path: Path) -> None:
    made = Announcement(Phase.READY, "run", 7, port=5000, socket_dir=Path("/run/حساب"))
    announce(tmp_path, made)
    assert read_announcement(tmp_path) == made
    assert (tmp_path / FILE).stat().st_mode & 0o777 == 0o600
    withdraw(tmp_path)
    assert read_announcement(tmp_path) is None
    withdraw(tmp_path)


@pytest.mark.parametrize("content", ["", "{", "[]", "{}", '{"phase": "asleep"}'])
def test_what_is_no_announcement_is_none(tmp_path: Path, content: str) -> None:
    (tmp_path / FILE).write_text(content)
    assert read_announcement(tmp_path) is None


@pytest.mark.parametrize(
    "error",
    [
        ServerFault("server_disk_full", path="/حساب"),
        SchemaMismatch("schema_newer", database="auth", found="9", expected="1"),
    ],
)
def test_a_failure_comes_out_as_it_went_in(
    tmp_path: Path, error: ServerFault | SchemaMismatch
) -> None:
    told = tellable(error, tmp_path)
    assert told is error
    kind = type(error).__name__
    announce(
        tmp_path,
        Announcement(
            Phase.FAILED, "r", 7, error_kind=kind, error_code=error.code, error_data=error.data
        ),
    )
    read = read_announcement(tmp_path)
    assert read is not None
    arrived = read.error()
    assert type(arrived) is type(error)
    assert (arrived.code, arrived.data) == (error.code, error.data)


def test_a_fault_of_ours_is_told_as_a_failed_start_with_its_name(tmp_path: Path) -> None:
    told = tellable(KeyError("auth"), tmp_path / "guardian.log")
    assert type(told) is ServerFault
    assert told.code == "server_start_failed"
    assert told.data == {"reason": "KeyError: 'auth'", "log": str(tmp_path / "guardian.log")}


def test_only_the_guardian_that_holds_the_lock_is_listened_to(tmp_path: Path) -> None:
    announce(tmp_path, Announcement(Phase.READY, "killed", 7, port=5000))
    lock = LockFile(tmp_path / GUARDIAN)
    lock.note("a much longer name than the next")
    assert word_of_guardian(tmp_path) is None
    lock.note("living")
    assert word_of_guardian(tmp_path) is None
    announce(tmp_path, Announcement(Phase.READY, "living", 8, port=5000))
    heard = word_of_guardian(tmp_path)
    assert heard is not None
    assert heard.guardian_pid == 8
    lock.close()


def test_on_a_full_disk_the_earlier_announcement_is_written_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_space(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    announce(tmp_path, Announcement(Phase.STARTING, "a rather long name of a run", 7))
    monkeypatch.setattr(announcement_module, "write_private_json", no_space)
    announce(tmp_path, Announcement(Phase.FAILED, "r", 7, error_code="server_disk_full"))
    read = read_announcement(tmp_path)
    assert read is not None
    assert read.error().code == "server_disk_full"
    withdraw(tmp_path)
    with pytest.raises(OSError, match="No space"):
        announce(tmp_path, Announcement(Phase.STARTING, "r", 7))
