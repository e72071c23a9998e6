from __future__ import annotations

import errno
import json
from typing import TYPE_CHECKING

import pytest

from app.postgres.private_files import (
    fault_of,
    faults_told,
    make_private_directory,
    prove_writable,
    read_json,
    write_private,
    write_private_json,
)
from app.postgres.server_log import EARLIER_KEPT, LONGEST_BYTES, set_aside
from app.postgres.server_secrets import make_secrets, read_secrets, require_secrets
from services.errors import ServerFault

if TYPE_CHECKING:
    from pathlib import Path


def names_in(directory: Path) -> set[str]:
    return {path.name for path in directory.iterdir()}


def test_a_file_is_private_whatever_it_was_before(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_text("earlier")
    path.chmod(0o644)
    write_private(path, "حساب")
    assert path.read_text(encoding="utf-8") == "حساب"
    assert path.stat().st_mode & 0o777 == 0o600
    assert names_in(tmp_path) == {"file"}


def test_a_link_in_the_files_place_is_replaced_and_not_followed(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").write_text("kept")
    (tmp_path / "file").symlink_to(tmp_path / "elsewhere")
    write_private(tmp_path / "file", "new")
    assert (tmp_path / "elsewhere").read_text() == "kept"
    assert not (tmp_path / "file").is_symlink()


def test_a_write_that_fails_leaves_the_earlier_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_space(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    write_private(tmp_path / "file", "earlier")
    monkeypatch.setattr("app.postgres.private_files.os.fsync", no_space)
    with pytest.raises(OSError, match="No space"):
        write_private(tmp_path / "file", "new")
    assert (tmp_path / "file").read_text() == "earlier"
    assert names_in(tmp_path) == {"file"}


def test_directories_are_private_whatever_they_were_before(tmp_path: Path) -> None:
    path = tmp_path / "directory"
    path.mkdir(mode=0o755)
    make_private_directory(path)
    assert path.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "server_disk_full"),
        (errno.EDQUOT, "server_disk_full"),
        (errno.EROFS, "server_home_unwritable"),
        (errno.EACCES, "server_home_unwritable"),
        (errno.ENOTDIR, "server_home_unwritable"),
        (errno.EIO, "server_start_failed"),
    ],
)
def test_a_failed_write_becomes_a_fault_with_its_path(
    tmp_path: Path, number: int, code: str
) -> None:
    fault = fault_of(OSError(number, "words"), tmp_path)
    assert fault.code == code
    if code == "server_start_failed":
        assert "words" in str(fault.data["reason"])
        assert fault.data["log"] == str(tmp_path / "logs" / "postgres.log")
    else:
        assert fault.data == {"path": str(tmp_path)}


def test_faults_pass_and_other_errors_too(tmp_path: Path) -> None:
    with pytest.raises(ServerFault, match="server_damaged"), faults_told(tmp_path):
        raise ServerFault("server_damaged")
    with pytest.raises(KeyError), faults_told(tmp_path):
        raise KeyError


def test_a_probe_of_a_place_that_can_be_written_leaves_nothing(tmp_path: Path) -> None:
    prove_writable(tmp_path)
    assert names_in(tmp_path) == set()
    (tmp_path / "file").touch()
    with pytest.raises(ServerFault) as fault:
        prove_writable(tmp_path / "file")
    assert fault.value.code == "server_home_unwritable"


@pytest.mark.parametrize("content", ["", "[1]", "{", "7"])
def test_json_that_is_no_object_is_none(tmp_path: Path, content: str) -> None:
    (tmp_path / "file").write_text(content)
    assert read_json(tmp_path / "file") is None
    assert read_json(tmp_path / "missing") is None
    assert read_json(tmp_path / "file" / "below") is None


def test_secrets_are_kept_and_never_shown(tmp_path: Path) -> None:
    assert read_secrets(tmp_path) is None
    with pytest.raises(ServerFault, match="server_damaged"):
        require_secrets(tmp_path)
    made = make_secrets(tmp_path)
    assert read_secrets(tmp_path) == made
    assert require_secrets(tmp_path) == made
    assert (tmp_path / "server-secrets.json").stat().st_mode & 0o777 == 0o600
    assert made.worker_password not in repr(made)
    assert make_secrets(tmp_path) != made


def test_secrets_with_one_missing_are_none(tmp_path: Path) -> None:
    make_secrets(tmp_path)
    path = tmp_path / "server-secrets.json"
    content = json.loads(path.read_text())
    del content["worker_password"]
    write_private_json(path, content)
    assert read_secrets(tmp_path) is None


def test_a_log_is_set_aside_only_when_long_and_few_are_kept(tmp_path: Path) -> None:
    log = tmp_path / "postgres.log"
    assert not set_aside(log)
    log.write_bytes(b"x" * LONGEST_BYTES)
    assert not set_aside(log)
    for number in range(EARLIER_KEPT + 2):
        log.write_bytes(b"x" * LONGEST_BYTES + str(number).encode())
        assert set_aside(log)
        assert not log.exists()
    assert names_in(tmp_path) == {"postgres.log.1", "postgres.log.2", "postgres.log.3"}
    assert (tmp_path / "postgres.log.1").read_bytes().endswith(b"x4")
    assert (tmp_path / "postgres.log.3").read_bytes().endswith(b"x2")
