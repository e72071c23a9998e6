"""The private server itself, on every Postgres of this machine."""

from __future__ import annotations

import os
import signal
import socket
import stat
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psycopg2
import pytest

from app.postgres.binaries import find_binaries
from app.postgres.children import CancelledError
from app.postgres.cluster import Cluster
from app.postgres.ports import free_port
from services.errors import ServerFault
from tests.faults.observing import FAST, connect, processes_naming, server_processes, until

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.postgres.binaries import Binaries


@pytest.fixture(scope="module")
def running(binaries: Binaries, session_ground: Path) -> Iterator[Cluster]:
    """One server for the tests that only look at it."""
    home = session_ground / f"looked at ﷼ {binaries.major} {binaries.source}"
    with Cluster(home, binaries, extra_settings=FAST) as started:
        yield started


def ask(cluster: Cluster, question: str, database: str = "postgres") -> list[Any]:
    connection = psycopg2.connect(cluster.url(database))
    try:
        connection.autocommit = True
        with connection.cursor() as cursor:
            cursor.execute(question)
            return cursor.fetchall() if cursor.description else []
    finally:
        connection.close()


def only(cluster: Cluster, question: str) -> Any:
    return ask(cluster, question)[0][0]


def test_the_server_is_of_the_chosen_binaries(running: Cluster, binaries: Binaries) -> None:
    assert only(running, "show server_version_num")[:2] == str(binaries.major)
    assert running.is_running()


def test_databases_are_unicode_with_checksums(running: Cluster) -> None:
    assert ask(
        running,
        "select pg_encoding_to_char(encoding), datcollate, datctype, datlocprovider"
        " from pg_database where datname = 'template1'",
    ) == [("UTF8", "C.UTF-8", "C.UTF-8", "c")]
    assert only(running, "show data_checksums") == "on"


def test_settings_are_as_designed_and_extra_ones_win(running: Cluster) -> None:
    expected = {
        "listen_addresses": "127.0.0.1",
        "fsync": "off",
        "jit": "off",
        "TimeZone": "UTC",
        "log_timezone": "UTC",
        "log_statement": "none",
        "log_min_error_statement": "error",
        "log_parameter_max_length": "0",
        "log_parameter_max_length_on_error": "0",
        "password_encryption": "scram-sha-256",
        "max_connections": "100",
        "shared_buffers": "128MB",
        "logging_collector": "on",
        "lc_messages": "C",
    }
    assert {name: only(running, f"show {name}") for name in expected} == expected


def test_without_extra_settings_commits_are_synced(home: Path) -> None:
    with Cluster(home, find_binaries()) as started:
        assert only(started, "show fsync") == "on"
        assert only(started, "show synchronous_commit") == "on"
        assert only(started, "show full_page_writes") == "on"


@pytest.mark.parametrize("password", ["", "wrong"])
def test_a_connection_without_the_right_password_is_refused(
    running: Cluster, password: str
) -> None:
    with pytest.raises(psycopg2.OperationalError, match="password"):
        connect(running.port, password)


@pytest.mark.parametrize("password", ["", "wrong"])
def test_the_socket_wants_the_password_too(running: Cluster, password: str) -> None:
    assert running.socket_dir is not None
    place = str(running.socket_dir)
    connect(running.port, running.secrets.admin_password, host=place).close()
    with pytest.raises(psycopg2.OperationalError, match="password"):
        connect(running.port, password, host=place)


def test_access_rules_know_scram_and_nothing_else(running: Cluster) -> None:
    rules = ask(running, "select type, database, address, auth_method from pg_hba_file_rules")
    assert rules == [
        ("local", ["all"], None, "scram-sha-256"),
        ("host", ["all"], "127.0.0.1", "scram-sha-256"),
    ]
    assert "trust" not in (running.data_dir / "pg_hba.conf").read_text()
    stored = ask(running, "select rolname from pg_authid where rolpassword !~ '^SCRAM-SHA-256'")
    assert stored == []


def test_a_replication_connection_is_refused(running: Cluster) -> None:
    password = running.secrets.admin_password
    with pytest.raises(psycopg2.OperationalError, match=r"no pg_hba\.conf entry for replication"):
        psycopg2.connect(
            f"host=127.0.0.1 port={running.port} user=instapay_admin password={password}"
            " replication=true"
        )


def test_nobody_else_can_read_or_enter_anything(running: Cluster) -> None:
    """Directories 0700, files 0600; root's may let the group of the server's account pass."""
    outsiders, group_reads = stat.S_IRWXO, stat.S_IRGRP | stat.S_IWGRP
    seen = 0
    for path in (running.home, *running.home.rglob("*")):
        mode = path.lstat().st_mode
        if stat.S_ISLNK(mode) or stat.S_ISSOCK(mode):
            continue
        seen += 1
        forbidden = outsiders | group_reads
        if not stat.S_ISDIR(mode) or os.geteuid() != 0:
            forbidden |= stat.S_IXGRP
        assert not mode & forbidden, f"{path}: {stat.filemode(mode)}"
        if path.suffix == ".json":
            assert stat.S_IMODE(mode) == 0o600
    assert seen > 900
    assert stat.S_IMODE(running.data_dir.stat().st_mode) == 0o700


def test_passwords_are_long_and_in_no_other_file(running: Cluster) -> None:
    words = running.secrets
    passwords = {words.admin_password, words.desktop_password, words.worker_password}
    assert len(passwords) == 3
    assert all(len(bytes.fromhex(password)) == 32 for password in passwords)
    holding = [
        path.name
        for path in running.home.rglob("*")
        if path.is_file() and any(word.encode() in path.read_bytes() for word in passwords)
    ]
    assert holding == ["server-secrets.json"]
    assert words.admin_password not in repr(words)
    assert words.admin_password not in repr(running.address)


def test_the_postmaster_is_not_root(running: Cluster) -> None:
    status = Path(f"/proc/{running.pid}/status").read_text().splitlines()
    values = {name: value.split() for name, _, value in (line.partition(":") for line in status)}
    assert "0" not in values["Uid"]
    assert "0" not in values["Gid"]
    assert running.data_dir.stat().st_uid == int(values["Uid"][0])


@pytest.mark.skipif(os.geteuid() != 0, reason="only root has groups to lay down")
def test_the_postmaster_has_none_of_our_groups(home: Path) -> None:
    ours = os.getgroups()
    os.setgroups([*ours, 4242])
    try:
        with Cluster(home, find_binaries(), extra_settings=FAST) as started:
            status = Path(f"/proc/{started.pid}/status").read_text()
    finally:
        os.setgroups(ours)
    (groups,) = (line for line in status.splitlines() if line.startswith("Groups:"))
    assert groups.split() == ["Groups:"]


def test_the_log_is_where_people_look_for_it(running: Cluster) -> None:
    ask(running, "do $$ begin raise log 'written for جمعية'; end $$")
    assert until(lambda: "written for جمعية" in running.log_file.read_text(), patience_s=5)
    assert running.log_file == running.home / "logs" / "postgres.log"


def test_a_log_that_grew_too_long_is_set_aside(running: Cluster) -> None:
    with running.log_file.resolve().open("a") as file:
        file.write("x" * 6 * 1024 * 1024)
    running.bound_log()
    ask(running, "do $$ begin raise log 'after the change'; end $$")
    assert until(
        lambda: running.log_file.exists() and "after the change" in running.log_file.read_text(),
        patience_s=5,
    )
    assert running.log_file.stat().st_size < 100_000
    assert running.log_file.resolve().with_name("postgres.log.1").stat().st_size > 6_000_000


def test_data_and_port_survive_a_restart(new_home: Path) -> None:
    with Cluster(new_home, find_binaries(), extra_settings=FAST) as first:
        port = first.port
        ask(first, "create table kept as select 42 as answer")
        password = first.secrets.admin_password
    assert not server_processes(new_home)
    with Cluster(new_home, find_binaries(), extra_settings=FAST) as second:
        assert second.port == port
        assert second.secrets.admin_password == password
        assert only(second, "select answer from kept") == 42


def test_another_port_is_taken_when_the_remembered_one_is_in_use(home: Path) -> None:
    with Cluster(home, find_binaries(), extra_settings=FAST) as first:
        port = first.port
    with socket.socket() as other:
        # The first server's connections may still be winding down on it.
        other.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        other.bind(("127.0.0.1", port))
        other.listen()
        with Cluster(home, find_binaries(), extra_settings=FAST) as second:
            assert second.port != port
            assert only(second, "select answer from kept") == 42


def test_a_port_lost_to_another_at_the_last_moment_is_replaced(
    binaries: Binaries, home_of_each: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        taken = other.getsockname()[1]
        answers = iter([taken, taken])
        monkeypatch.setattr(
            "app.postgres.cluster.free_port",
            lambda wanted: next(answers, None) or free_port(wanted),
        )
        with Cluster(home_of_each, binaries, extra_settings=FAST) as started:
            assert started.port != taken
            assert next(answers, None) is None
            assert only(started, "select answer from kept") == 42


def test_backends_of_a_killed_postmaster_do_not_stop_the_next_start(
    binaries: Binaries, home_of_each: Path
) -> None:
    with Cluster(home_of_each, binaries, extra_settings=FAST) as started:
        busy = psycopg2.connect(started.url("postgres"), async_=True)
        assert until(lambda: busy.poll() == psycopg2.extensions.POLL_OK, patience_s=5)
        # A loop that never waits, so that it does not notice the postmaster's end by itself.
        busy.cursor().execute("do $$ begin loop end loop; end $$")
        running = "select count(*) from pg_stat_activity where query like 'do%' and state='active'"
        assert until(lambda: only(started, running) == 1, patience_s=5)
        killed = started.pid
        assert killed is not None
        os.kill(killed, signal.SIGKILL)
        assert until(lambda: not started.is_running(), patience_s=5)
        assert server_processes(home_of_each)
        started.start()
        assert only(started, "select answer from kept") == 42
        busy.close()


def test_a_stop_waits_for_what_a_killed_postmaster_left(home: Path) -> None:
    started = Cluster(home, find_binaries(), extra_settings=FAST)
    started.start()
    killed = started.pid
    assert killed is not None
    (writer,) = set(server_processes(home)).intersection(processes_naming(Path("logger")))
    os.kill(writer, signal.SIGSTOP)
    os.kill(killed, signal.SIGKILL)
    assert until(lambda: not started.is_running(), patience_s=5)
    threading.Timer(0.3, os.kill, (writer, signal.SIGCONT)).start()
    started.stop()
    assert not server_processes(home)


def test_an_immediate_stop_is_recovered_from(home: Path) -> None:
    settings = {**FAST, "synchronous_commit": "on"}
    started = Cluster(home, find_binaries(), extra_settings=settings)
    started.start()
    ask(started, "create table written as select 43 as answer")
    started.stop("immediate")
    assert not started.is_running()
    with started:
        assert only(started, "select answer from written") == 43


def test_a_start_that_nobody_wants_any_more_leaves_no_cluster(new_home: Path) -> None:
    making = new_home / "postgres"
    with pytest.raises(CancelledError):
        Cluster(new_home, find_binaries(), extra_settings=FAST).start(
            is_cancelled=lambda: bool(list(making.glob("making-*/data/base")))
        )
    assert not processes_naming(new_home)
    assert {path.name for path in making.iterdir()} <= {"logs", "socket"}


def test_a_start_cancelled_while_waiting_leaves_nothing_running(home: Path) -> None:
    started = Cluster(home, find_binaries(), extra_settings=FAST)
    with pytest.raises(CancelledError):
        started.start(is_cancelled=lambda: True)
    assert not started.is_running()
    assert not processes_naming(home)
    assert not server_processes(home)
    with started:
        assert only(started, "select answer from kept") == 42


def test_a_second_owner_is_refused_and_the_first_unharmed(home: Path) -> None:
    with Cluster(home, find_binaries(), extra_settings=FAST) as first:
        with pytest.raises(ServerFault) as refusal:
            Cluster(home, find_binaries(), extra_settings=FAST).start()
        assert refusal.value.code == "server_start_failed"
        assert "another process runs this server" in str(refusal.value.data["reason"])
        assert only(first, "select 1") == 1
