"""What the tests of the private server start, wait for and look at."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psycopg2

from app.postgres.announcement import read_announcement
from app.postgres.leftovers import processes_on
from app.postgres.placement import POINTER, SYSTEM_ROOT
from app.postgres.server_secrets import require_secrets

if TYPE_CHECKING:
    from collections.abc import Callable

#: Template clones and throw-away clusters do not outlive a power cut.
FAST = {
    "fsync": "off",
    "full_page_writes": "off",
    "synchronous_commit": "off",
    # Shared memory of killed servers stays; there it goes with the folder.
    "dynamic_shared_memory_type": "mmap",
}

SCRIPT = Path(__file__).with_name("programs.py")
ROOT = Path(__file__).parents[2]


def environment() -> dict[str, str]:
    """Return ours, with the checkout first among the places of modules."""
    places = [str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(places)}


def until(condition: Callable[[], bool], *, patience_s: float) -> bool:
    """Wait until `condition` holds; tell whether it came to."""
    deadline = time.monotonic() + patience_s
    while not condition():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.02)
    return True


def is_running(pid: int) -> bool:
    """Tell whether a process runs; one that only waits to be reaped does not."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state != "Z"


def all_gone(pids: list[int]) -> bool:
    return not any(is_running(pid) for pid in pids)


def data_dir_of(home: Path) -> Path:
    try:
        identifier = json.loads((home / POINTER).read_text())["id"]
    except FileNotFoundError:
        return home / "postgres" / "data"
    return SYSTEM_ROOT / str(identifier) / "data"


def guardian_of(home: Path) -> int:
    """Return the process of the guardian that spoke last."""
    announcement = read_announcement(home)
    assert announcement is not None
    return announcement.guardian_pid


def postmaster_of(home: Path) -> int:
    return int((data_dir_of(home) / "postmaster.pid").read_text().splitlines()[0])


def server_processes(home: Path) -> list[int]:
    """Return everything that runs on the databases of `home`."""
    return processes_on(data_dir_of(home).resolve())


def processes_naming(place: Path) -> list[int]:
    """Return the processes whose command line names `place`: programs, guardians, Postgres (by its title)."""
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            command = (entry / "cmdline").read_bytes()
        except OSError:
            continue  # gone meanwhile
        if os.fsencode(place) in command:
            found.append(int(entry.name))
    return found


def connect(port: int, password: str, *, host: str = "127.0.0.1") -> Any:
    return psycopg2.connect(
        host=host,
        port=port,
        user="instapay_admin",
        password=password,
        dbname="postgres",
        connect_timeout=5,
    )


def answers(home: Path) -> bool:
    """Tell whether the server of `home` answers where its guardian says."""
    announcement = read_announcement(home)
    if announcement is None or announcement.port is None:
        return False
    try:
        connect(announcement.port, require_secrets(home).admin_password).close()
    except psycopg2.OperationalError:
        return False
    return True


@dataclass
class Program:
    """A child that uses the server; what it prints arrives in `words`, a JSON object a line."""

    process: subprocess.Popen[str]
    words: list[dict[str, Any]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    @property
    def pid(self) -> int:
        return self.process.pid

    def first_word(self, name: str, *, patience_s: float = 30) -> Any:
        """Return the value of the first line that has `name`."""
        assert until(
            lambda: self._find(name) is not None or not self._reader.is_alive(),
            patience_s=patience_s,
        ), f"no {name!r} in {self.words}"
        found = self._find(name)
        assert found is not None, f"ended without {name!r}: {self.words}"
        return found[name]

    def leave(self) -> int:
        """Let it leave by itself; return its exit code."""
        assert self.process.stdin is not None
        self.process.stdin.close()
        return self.process.wait(20)

    def kill(self, number: signal.Signals = signal.SIGKILL) -> int:
        self.process.send_signal(number)
        return self.process.wait(20)

    def _find(self, name: str) -> dict[str, Any] | None:
        return next((word for word in list(self.words) if name in word), None)

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.words.append(json.loads(line))
        self.process.stdout.close()


class Programs:
    """Starts programs on one home."""

    def __init__(self, home: Path) -> None:
        self._home = home
        self._started: list[Program] = []

    def start(self, role: str, *options: str, before: tuple[str, ...] = ()) -> Program:
        """Start `programs.py` in `role`, behind the command `before` where one is given."""
        return self.run([*before, sys.executable, str(SCRIPT), role, str(self._home), *options])

    def run(self, command: list[str]) -> Program:
        """Start any command that uses the home."""
        process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
            env={**environment(), "INSTAPAY_HOME": str(self._home)},
        )
        program = Program(process)
        self._started.append(program)
        return program

    def join(self, *options: str) -> Program:
        """Start a program and return it once its server is ready."""
        program = self.start("program", *options)
        program.first_word("port")
        return program

    def end_all(self) -> None:
        for program in self._started:
            if program.process.poll() is None:
                program.kill()
            if program.process.stdin is not None:
                program.process.stdin.close()
