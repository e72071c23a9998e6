"""What an earlier server of the same data directory has left: processes and its lock file.

Only called by who holds the cluster's lock, so whatever still runs there has lost its owner.
"""

from __future__ import annotations

import logging
import os
import signal
import subprocess
import time
from pathlib import Path
from typing import TYPE_CHECKING

from app.postgres.private_files import write_private

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.postgres.server_account import ServerAccount

_log = logging.getLogger(__name__)

_LOCK_FILE = "postmaster.pid"
_PROC = Path("/proc")
_HAS_PROC = (_PROC / "self" / "cwd").is_symlink()
_POLL_S = 0.02
#: How long each kind of ending may take before the next, harder one.
_FAST_S = 10.0
_IMMEDIATE_S = 5.0
#: How long the log's writer may take to put down the last words of a server that has stopped.
_LAST_WORDS_S = 2.0


def clear_leftovers(data_dir: Path, socket_dir: Path | None, account: ServerAccount | None) -> None:
    """End what still runs on `data_dir`; make lock files that name another process harmless."""
    pid = locked_by(data_dir)
    if pid is None:
        return
    if is_alive(pid) and _is_server_of(pid, data_dir):
        _end_server(pid, data_dir)
    _end_backends(data_dir)
    pid = locked_by(data_dir)
    if pid is not None and is_alive(pid) and not _is_server_of(pid, data_dir):
        _take_over_lock_file(data_dir, account)
    if socket_dir is not None:
        # The directory is this server's alone, and no server of it runs.
        for left in socket_dir.glob(".s.PGSQL.*"):
            left.unlink(missing_ok=True)


def _end_server(pid: int, data_dir: Path) -> None:
    """Stop a postmaster that is not our child; on Linux its guardian's death already began it."""
    _log.warning("stopping the server %d that lost its guardian", pid)
    for number, patience_s in ((signal.SIGINT, _FAST_S), (signal.SIGQUIT, _IMMEDIATE_S)):
        _end([pid], number, lambda: _is_server_of(pid, data_dir), patience_s)


def locked_by(data_dir: Path) -> int | None:
    """Return the process named in postmaster.pid; None when there is no such file or number."""
    try:
        lines = (data_dir / _LOCK_FILE).read_text(encoding="utf-8", errors="replace").splitlines()
        return abs(int(lines[0]))
    except (OSError, ValueError, IndexError):
        return None


def status_of(data_dir: Path, pid: int) -> str:
    """Return what the postmaster `pid` says of itself: starting, ready, stopping; "" before."""
    try:
        lines = (data_dir / _LOCK_FILE).read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return ""
    # Line 1 is its number, line 8 its state: the format pg_ctl relies on, since Postgres 10.
    return lines[7].strip() if len(lines) > 7 and lines[0].strip() == str(pid) else ""  # noqa: PLR2004


def is_alive(pid: int) -> bool:
    """Tell whether a process of that number exists, whoever's it is."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def processes_on(data_dir: Path) -> list[int]:
    """Return Postgres's processes that work in `data_dir`; always none where /proc is missing."""
    found = []
    for entry in _PROC.glob("[0-9]*"):
        try:
            inside = (entry / "cwd").readlink() == data_dir
            if inside and (entry / "exe").readlink().name.startswith("postgres"):
                found.append(int(entry.name))
        except OSError:
            continue  # gone meanwhile, or another person's
    return found


def await_last(data_dir: Path) -> None:
    """Wait until nothing works in `data_dir`: Postgres's log writer outlives its postmaster."""
    resolved = data_dir.resolve()
    _wait_while(lambda: bool(processes_on(resolved)), _LAST_WORDS_S)


def _is_server_of(pid: int, data_dir: Path) -> bool:
    """Tell whether `pid` is a Postgres on `data_dir`, and not a later process of that number."""
    if _HAS_PROC:
        return pid in processes_on(data_dir.resolve())
    answer = subprocess.run(  # noqa: S603 (a number)
        ["/bin/ps", "-ww", "-o", "command=", "-p", str(pid)],
        capture_output=True,
        text=True,
        check=False,
    )
    return "postgres" in answer.stdout and str(data_dir) in answer.stdout


def _end_backends(data_dir: Path) -> None:
    """End backends whose postmaster was killed: a busy one may not notice for long by itself."""
    resolved = data_dir.resolve()
    for number, patience_s in ((signal.SIGQUIT, _IMMEDIATE_S), (signal.SIGKILL, _IMMEDIATE_S)):
        left = processes_on(resolved)
        if left:
            _log.warning("ending %d processes whose postmaster is gone", len(left))
            _end(left, number, lambda: bool(processes_on(resolved)), patience_s)


def _end(
    pids: list[int], number: signal.Signals, is_there: Callable[[], bool], patience_s: float
) -> None:
    """Signal `pids` and wait until `is_there` denies or the patience ends."""
    if not is_there():
        return
    for pid in pids:
        try:
            os.kill(pid, number)
        except ProcessLookupError:
            continue
    _wait_while(is_there, patience_s)


def _wait_while(is_there: Callable[[], bool], patience_s: float) -> None:
    deadline = time.monotonic() + patience_s
    while is_there() and time.monotonic() < deadline:
        time.sleep(_POLL_S)


def _take_over_lock_file(data_dir: Path, account: ServerAccount | None) -> None:
    """Put our number into the lock file of a server whose number another program now has.

    Postgres passes over its parent's number, and still checks the shared memory named further down
    in the file; removing the file would remove that check.
    """
    path = data_dir / _LOCK_FILE
    lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    _log.warning("the lock file names process %s, which is another program", lines[0])
    write_private(path, "\n".join([str(os.getpid()), *lines[1:]]) + "\n", account)
