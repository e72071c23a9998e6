"""Runs the program's commands as they are typed."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
LIMIT_S = 60
UNREADABLE = "postgresql://station:unspeakable@[::1/bank"


def run_main(
    home: Path, *arguments: str, environment: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "main.py", *arguments],
        cwd=ROOT,
        env=os.environ | {"INSTAPAY_HOME": str(home)} | (environment or {}),
        capture_output=True,
        text=True,
        timeout=LIMIT_S,
        check=False,
    )


class Serving:
    """A `serve --demo` that has said it is ready."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.process = subprocess.Popen(
            [sys.executable, "main.py", "serve", "--demo", "--json"],
            cwd=ROOT,
            env=os.environ | {"INSTAPAY_HOME": str(home)},
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self.process.stdout is not None
        self.told: dict[str, Any] = json.loads(self.process.stdout.readline())

    def stop(self) -> int:
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        code = self.process.wait(20)
        assert self.process.stdout is not None
        self.process.stdout.close()
        return code
