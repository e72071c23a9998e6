"""How much memory the window takes at the accounts screen, beside a bare PySide6 window.

Measured as PSS (`/proc/<pid>/smaps_rollup`): what a process has for itself, and its share of what it
has together with others. Both stand still as it is read, some seconds after their last event.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from app.provisioning.demo_people import DEMO_PEOPLE
from bench.reporting import Figure, compared
from bench.windows import ROOT, driven_window, environment, warm_demo

RUNS = 5
_SETTLING_MS = 2000

_BARE = f"""
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
app = QApplication(sys.argv)
window = QWidget()
window.resize(1280, 800)
window.show()
QTimer.singleShot({_SETTLING_MS}, lambda: print("there", flush=True))
app.exec()
"""


def memory_vs_bare_window() -> dict[str, Figure]:
    """Measure both in turn, each alone."""
    ours: list[float] = []
    bare: list[float] = []
    with warm_demo() as home:
        for _ in range(RUNS):
            bare.append(_bare())
            ours.append(_ours(home))
    return {
        "memory_vs_bare_window": compared(
            ours, bare, unit="MB", peer_name="bare PySide6 window, PSS"
        )
    }


def _ours(home: Path) -> float:
    person = DEMO_PEOPLE[0]
    with driven_window(
        "accounts",
        "--demo",
        env=environment(home),
        email=person.email,
        password=person.password,
    ) as window:
        window.told()
        return pss_mb(window.pid)


def _bare() -> float:
    window = subprocess.Popen(
        [sys.executable, "-c", _BARE],
        cwd=ROOT,
        env=environment(),
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert window.stdout is not None
        assert window.stdout.readline() == "there\n"
        return pss_mb(window.pid)
    finally:
        window.kill()
        window.communicate(timeout=30)


def pss_mb(pid: int) -> float:
    """Return a process's proportional share of memory, in MB of 1,000,000 bytes."""
    rollup = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii")
    kilobytes = next(line.split()[1] for line in rollup.splitlines() if line.startswith("Pss:"))
    return int(kilobytes) * 1024 / 1_000_000
