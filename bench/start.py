"""How long until the sign-in page is painted, beside a bare PySide6 window, in the same run.

Both are processes of their own, measured from before the interpreter starts until the window's first
paint has reached the screen; in turn, so that whatever else the machine does falls on both. The
private server is warm, as it is from the second start on.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

_ROOT = Path(__file__).parents[1]
RUNS = 15

#: Prints the clock when a window has been painted for the first time, and leaves. It looks at the
#: events of that one window only: a filter on the application has PySide make a Python object of
#: everything that gets an event, which costs whoever has more of it.
_PROBE = """
import os, sys, time

def watch(window):
    from PySide6.QtCore import QEvent, QObject, QTimer

    class Probe(QObject):
        def eventFilter(self, watched, event):
            if event.type() is QEvent.Type.Paint:
                watched.removeEventFilter(self)
                # Behind the paint events that are under way.
                QTimer.singleShot(0, self.leave)
            return False
        def leave(self):
            print(time.monotonic(), flush=True)
            os._exit(0)

    window.probe = Probe()
    window.installEventFilter(window.probe)
"""

_BARE = (
    _PROBE
    + """
from PySide6.QtWidgets import QApplication, QWidget
app = QApplication(sys.argv)
window = QWidget()
window.resize(1280, 800)
watch(window)
window.show()
app.exec()
"""
)

#: As main.py does it; the probe comes in where the window is shown.
_OURS = (
    _PROBE
    + """
from app import cli
load = cli._command
def loaded(name):
    command = load(name)
    show = command.MainWindow.show
    def shown(window):
        watch(window)
        show(window)
    command.MainWindow.show = shown
    return command
cli._command = loaded
cli.main(["run", "--demo"])
"""
)


def measure(home: Path) -> dict[str, Any]:
    """Return `start_vs_bare_window` for the offscreen platform, and for X11 where there is a screen."""
    results: dict[str, Any] = {}
    environment = os.environ | {"INSTAPAY_HOME": str(home)}
    with _warm(environment):
        for name, platform in _platforms():
            runs: dict[str, list[float]] = {"ours": [], "bare": []}
            for _ in range(RUNS):
                for which, code in (("bare", _BARE), ("ours", _OURS)):
                    runs[which].append(_once(code, environment | {"QT_QPA_PLATFORM": platform}))
            ours, bare = (statistics.median(runs[which]) for which in ("ours", "bare"))
            results[name] = {
                "value": round(ours, 4),
                "unit": "s",
                "peer": f"bare PySide6 window, {platform}: {bare:.4f} s",
                "ratio": round(ours / bare, 3),
                "runs": [runs["ours"], runs["bare"]],
            }
    return results


def _platforms() -> Iterator[tuple[str, str]]:
    yield "start_vs_bare_window", "offscreen"
    if os.environ.get("DISPLAY"):
        yield "start_vs_bare_window_x11", "xcb"


def _once(code: str, environment: dict[str, str]) -> float:
    start = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=_ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return float(done.stdout.split()[-1]) - start


@contextmanager
def _warm(environment: dict[str, str]) -> Iterator[None]:
    """Keep a private demo server up, as another window would."""
    server = subprocess.Popen(
        [sys.executable, "main.py", "serve", "--demo"],
        cwd=_ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert server.stdout is not None
        assert server.stdout.readline().startswith("{")
        # One window marks the demo as added.
        subprocess.run(
            [sys.executable, "-c", _OURS],
            cwd=_ROOT,
            env=environment | {"QT_QPA_PLATFORM": "offscreen"},
            check=True,
            capture_output=True,
            timeout=60,
        )
        yield
    finally:
        server.terminate()
        server.wait(30)
