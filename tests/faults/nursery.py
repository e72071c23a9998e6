"""Client processes (clients.py), as a test starts, hears and ends them."""

from __future__ import annotations

import itertools
import json
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

from tests.faults.observing import ROOT, all_gone, environment, until

_SCRIPT = Path(__file__).with_name("clients.py")
_numbers = itertools.count()


class Nursery:
    """The program that clients are forked from (clients.py)."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, str(_SCRIPT)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
            env=environment(),
        )
        self._clients: dict[int, Client] = {}
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def start(self, role: str, **order: object) -> Client:
        """Let a client begin; it may not have signed in yet."""
        number = next(_numbers)
        client = self._clients[number] = Client()
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps({"role": role, "number": number, **order}) + "\n")
        self._process.stdin.flush()
        return client

    def close(self) -> None:
        """End the program, and with it what is left of its clients."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait(20)
        self._reader.join(20)

    def _read(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            word = json.loads(line)
            self._clients[word["client"]].words.append(word)
        self._process.stdout.close()


class Client:
    """A process of clients.py, by what it says: `words`, an object a line."""

    def __init__(self) -> None:
        self.words: list[dict[str, Any]] = []

    @property
    def pid(self) -> int:
        return int(self.first("pid"))

    def said(self, name: str) -> list[Any]:
        """Return the values of all lines that have `name`."""
        return [word[name] for word in list(self.words) if name in word]

    def first(self, name: str, *, patience_s: float = 60) -> Any:
        """Return the first value it says under `name`; fails when it has died of an error."""
        until(lambda: bool(self.said(name) or self.said("died")), patience_s=patience_s)
        found = self.said(name)
        assert found, f"no {name!r}: {self.said('died') or self.words[-5:]}"
        return found[0]

    def count(self, name: str) -> int:
        return len(self.said(name))

    def end_soon(self) -> None:
        """Ask it to end between two payments."""
        os.kill(self.pid, signal.SIGTERM)

    def has_ended(self) -> bool:
        return bool(self.said("pid")) and all_gone([self.pid])

    def wait_until_ended(self) -> None:
        self.first("ended")
        assert until(self.has_ended, patience_s=10)

    def kill(self) -> None:
        pid = self.pid
        os.kill(pid, signal.SIGKILL)
        assert until(lambda: all_gone([pid]), patience_s=10)
