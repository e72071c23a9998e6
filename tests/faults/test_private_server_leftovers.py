"""What an earlier run left behind stops nobody: lock files, half-made clusters, lost servers."""

from __future__ import annotations

import os
import signal
import subprocess
from typing import TYPE_CHECKING

import pytest

from app.postgres.binaries import find_binaries
from app.postgres.cluster import Cluster
from app.postgres.server_account import server_account
from tests.faults.observing import (
    FAST,
    Programs,
    all_gone,
    connect,
    data_dir_of,
    is_running,
    postmaster_of,
    processes_naming,
    server_processes,
    until,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def stranger(home: Path) -> Iterator[int]:
    """A living process that is no Postgres, of the account that runs the server."""
    account = server_account(home / "postgres" / "data")
    process = subprocess.Popen(
        ["sleep", "600"], user=account.uid if account else None, cwd="/", start_new_session=True
    )
    yield process.pid
    assert process.poll() is None, "an unrelated process was ended"
    process.kill()
    process.wait()


def write_lock_file(home: Path, first_line: str) -> None:
    path = data_dir_of(home) / "postmaster.pid"
    path.write_text(f"{first_line}\n{data_dir_of(home)}\n1700000000\n5432\n\n127.0.0.1\n")
    owner = data_dir_of(home).stat()
    os.chown(path, owner.st_uid, owner.st_gid)
    path.chmod(0o600)


def starts(home: Path) -> bool:
    with Cluster(home, find_binaries(), extra_settings=FAST) as cluster:
        connect(cluster.port, cluster.secrets.admin_password).close()
    return True


def test_a_lock_file_of_a_dead_process_does_not_stop_a_start(home: Path) -> None:
    gone = subprocess.Popen(["true"])
    gone.wait()
    write_lock_file(home, str(gone.pid))
    assert starts(home)


def test_a_lock_file_of_a_number_that_another_program_now_has_does_not_stop_a_start(
    home: Path, stranger: int
) -> None:
    write_lock_file(home, str(stranger))
    assert starts(home)


def test_a_socket_lock_of_a_number_that_another_program_now_has_does_not_stop_a_start(
    home: Path, stranger: int
) -> None:
    with Cluster(home, find_binaries(), extra_settings=FAST) as cluster:
        port, socket_dir = cluster.port, cluster.socket_dir
    assert socket_dir is not None
    write_lock_file(home, str(stranger))
    lock = socket_dir / f".s.PGSQL.{port}.lock"
    lock.write_text(f"{stranger}\n{data_dir_of(home)}\n1700000000\n{port}\n{socket_dir}\n")
    owner = data_dir_of(home).stat()
    os.chown(lock, owner.st_uid, owner.st_gid)
    assert starts(home)


def test_a_server_whose_owner_was_killed_dies_with_it(home: Path, programs: Programs) -> None:
    owner = programs.start("cluster")
    owner.first_word("port")
    postmaster = postmaster_of(home)
    owner.kill()
    assert until(lambda: all_gone([postmaster]), patience_s=10)
    assert until(lambda: not server_processes(home), patience_s=10)


def test_a_server_that_outlived_its_owner_is_stopped_by_the_next(
    home: Path, programs: Programs
) -> None:
    # Started by a second thread, it does not hear of the death: as on systems without that signal.
    owner = programs.start("threaded_cluster")
    owner.first_word("port")
    postmaster = postmaster_of(home)
    owner.kill()
    assert is_running(postmaster)
    log = home / "logs" / "postgres.log"
    written = log.stat().st_size
    with Cluster(home, find_binaries(), extra_settings=FAST) as cluster:
        assert not is_running(postmaster)
        assert cluster.pid != postmaster
        assert b"received fast shutdown request" in log.read_bytes()[written:]


def test_a_killed_initdb_is_done_again(new_home: Path, new_programs: Programs) -> None:
    owner = new_programs.start("cluster")
    making = new_home / "postgres"
    assert until(lambda: bool(list(making.glob("making-*/data/base"))), patience_s=10)
    owner.kill(signal.SIGKILL)
    assert until(lambda: not processes_naming(new_home), patience_s=5)
    assert list(making.glob("making-*"))
    assert not data_dir_of(new_home).exists()
    assert starts(new_home)
    assert not list(making.glob("making-*"))
