"""A full or read-only disk, a damaged cluster: a code that has a sentence, and nothing lost."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from app.postgres.binaries import Binaries, find_binaries
from app.postgres.cluster import Cluster
from services.errors import ServerFault
from tests.faults.observing import (
    FAST,
    SCRIPT,
    Programs,
    data_dir_of,
    environment,
    processes_naming,
    until,
)

IS_ROOT = os.geteuid() == 0
#: Runs the command behind it where `prepare` has changed the mounts, for it alone.
IN_OWN_MOUNTS = ("unshare", "--mount", "sh", "-ec", 'prepare=$1; shift; eval "$prepare"; exec "$@"')


def with_mounts(prepare: str) -> tuple[str, ...]:
    return (*IN_OWN_MOUNTS, "sh", prepare)


def can_mount() -> bool:
    tried = subprocess.run(
        [*with_mounts("mount -t tmpfs none /mnt"), "true"], capture_output=True, check=False
    )
    return IS_ROOT and tried.returncode == 0


CAN_MOUNT = can_mount()
NO_MOUNTS = "the system lets us mount nothing"
needs_mounts = pytest.mark.skipif(not CAN_MOUNT, reason=NO_MOUNTS)


def content_of(directory: Path) -> dict[str, bytes]:
    """Return every file below `directory`, but for what each start writes anew."""
    own = {"postgresql.conf", "pg_hba.conf", "postmaster.pid", "postmaster.opts"}
    return {
        str(path.relative_to(directory)): path.read_bytes()
        for path in directory.rglob("*")
        if path.is_file() and path.name not in own
    }


def fault_of_start(home: Path, binaries: Binaries | None = None) -> ServerFault:
    with pytest.raises(ServerFault) as fault:
        Cluster(home, binaries or find_binaries(), extra_settings=FAST).start()
    assert not processes_naming(home)
    return fault.value


def garble(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[8:64] = b"\xff" * 56
    path.write_bytes(content)


@pytest.mark.parametrize("role", ["program", "cluster"])
def test_a_home_that_cannot_be_written_is_told(home: Path, programs: Programs, role: str) -> None:
    if IS_ROOT:
        # Root may write anywhere but on a read-only disk.
        if not CAN_MOUNT:
            pytest.skip(NO_MOUNTS)
        mounts = f'mount --bind "{home}" "{home}"; mount -o remount,bind,ro "{home}"'
        program = programs.start(role, before=with_mounts(mounts))
    else:
        home.chmod(0o500)
        program = programs.start(role)
    try:
        assert program.first_word("fault") == "server_home_unwritable"
        assert program.first_word("data")["path"].startswith(str(home))
        assert until(lambda: not processes_naming(home), patience_s=5)
    finally:
        home.chmod(0o700)


def test_a_home_that_is_a_file_is_told(new_home: Path) -> None:
    new_home.write_text("not a folder")
    assert fault_of_start(new_home).code == "server_home_unwritable"
    assert new_home.read_text() == "not a folder"


@needs_mounts
def test_a_disk_too_small_for_a_new_cluster_is_told_and_left_clean(
    new_home: Path, new_programs: Programs
) -> None:
    new_home.mkdir(mode=0o755)
    mounts = f'mount -t tmpfs -o size=12m,mode=755 none "{new_home}"'
    program = new_programs.start("program", before=with_mounts(mounts))
    assert program.first_word("fault") == "server_disk_full"
    assert until(lambda: not processes_naming(new_home), patience_s=5)


@needs_mounts
def test_an_initdb_that_ran_out_of_disk_leaves_nothing_half_made(
    new_home: Path, ground: Path
) -> None:
    new_home.mkdir(mode=0o755)
    left = ground / "left"
    subprocess.run(
        [
            *with_mounts(f'mount -t tmpfs -o size=12m,mode=755 none "{new_home}"'),
            *("sh", "-c", 'home=$1 left=$2; shift 2; "$@"; find "$home/postgres" > "$left"', "sh"),
            *(new_home, left, sys.executable, SCRIPT, "cluster", new_home),
        ],
        cwd="/",
        env=environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        check=True,
    )
    names = {Path(line).name for line in left.read_text().splitlines()}
    assert names <= {"postgres", "logs", "socket"}


@needs_mounts
@pytest.mark.parametrize("role", ["program", "cluster"])
def test_a_disk_that_is_full_when_the_server_starts_is_told(
    home: Path, programs: Programs, role: str
) -> None:
    mounts = (
        "kept=$(mktemp -d); "
        'mount -t tmpfs -o size=80m,mode=755 none "$kept"; '
        f'cp -a "{home}/." "$kept/"; mount --move "$kept" "{home}"; rmdir "$kept"; '
        f'cat /dev/zero > "{home}/filling" 2> /dev/null || true'
    )
    program = programs.start(role, before=with_mounts(mounts))
    assert program.first_word("fault") == "server_disk_full"
    assert until(lambda: not processes_naming(home), patience_s=5)


def test_a_garbled_control_file_is_told_and_nothing_is_touched(
    binaries: Binaries, home_of_each: Path
) -> None:
    data_dir = data_dir_of(home_of_each)
    garble(data_dir / "global" / "pg_control")
    before = content_of(data_dir)
    fault = fault_of_start(home_of_each, binaries)
    assert fault.code == "server_damaged"
    assert fault.data["path"] == str(data_dir)
    assert fault.data["log"] == str(home_of_each / "logs" / "postgres.log")
    assert content_of(data_dir) == before


def test_a_missing_control_file_is_told_and_nothing_is_touched(
    binaries: Binaries, home_of_each: Path
) -> None:
    data_dir = data_dir_of(home_of_each)
    (data_dir / "global" / "pg_control").unlink()
    before = content_of(data_dir)
    assert fault_of_start(home_of_each, binaries).code == "server_damaged"
    assert content_of(data_dir) == before


def test_missing_log_segments_are_told(home: Path) -> None:
    for segment in (data_dir_of(home) / "pg_wal").glob("0000*"):
        segment.unlink()
    assert fault_of_start(home).code == "server_damaged"


@pytest.mark.parametrize("version", ["14\n", "", "garbage"])
def test_a_cluster_of_another_postgres_is_told(home: Path, version: str) -> None:
    (data_dir_of(home) / "PG_VERSION").write_text(version)
    before = content_of(data_dir_of(home))
    fault = fault_of_start(home)
    assert fault.code == "server_damaged"
    assert fault.data["found"] == version.strip()
    assert content_of(data_dir_of(home)) == before


def test_a_cluster_that_vanished_is_told_and_not_made_anew(home: Path) -> None:
    with Cluster(home, find_binaries(), extra_settings=FAST):
        pass
    shutil.rmtree(data_dir_of(home))
    assert fault_of_start(home).code == "server_damaged"
    assert not data_dir_of(home).exists()


@pytest.mark.parametrize("content", [None, "", "{}", '{"admin_password": ""}'])
def test_a_cluster_whose_passwords_are_lost_is_told(home: Path, content: str | None) -> None:
    path = home / "server-secrets.json"
    if content is None:
        path.unlink()
    else:
        path.write_text(content)
    fault = fault_of_start(home)
    assert fault.code == "server_damaged"
    assert fault.data["path"] == str(path)


def test_a_setting_that_postgres_refuses_is_told_with_its_reason(home: Path) -> None:
    with pytest.raises(ServerFault) as told:
        Cluster(home, find_binaries(), extra_settings={"max_connections": "many"}).start()
    assert told.value.code == "server_start_failed"
    assert "contains errors" in str(told.value.data["reason"])


def test_a_program_hears_what_is_wrong_with_the_cluster(home: Path, programs: Programs) -> None:
    garble(data_dir_of(home) / "global" / "pg_control")
    program = programs.start("program")
    assert program.first_word("fault") == "server_damaged"
    assert program.first_word("data")["log"] == str(home / "logs" / "postgres.log")
    assert program.process.wait(5) == 1
    assert until(lambda: not processes_naming(home), patience_s=5)


def test_a_program_hears_that_there_is_no_postgres(home: Path, programs: Programs) -> None:
    program = programs.start("program", "nowhere")
    assert program.first_word("fault") == "server_binaries_missing"
    assert until(lambda: not processes_naming(home), patience_s=5)
