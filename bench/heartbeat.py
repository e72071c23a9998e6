"""How long the GUI thread is away from its event loop, and what it is at meanwhile.

A timer of two milliseconds beats in the GUI thread; what lies between two beats is time in which the
window answers nobody. A second thread looks at the GUI thread's Python stack while a beat is late, so
that whoever mends a stall knows where to look; pauses of the collector are told by Python itself.
"""

from __future__ import annotations

import faulthandler
import gc
import os
import signal
import tempfile
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

from PySide6.QtCore import QObject, Qt, QTimer

_BEAT_MS = 2
#: A beat that is this late is looked into.
_LATE_S = 0.012
_LOOK_EVERY_S = 0.005
#: So long the GUI thread has for writing its stack.
_WRITTEN_AFTER_S = 0.001
_SIGNAL = signal.SIGUSR1
_ROOT = str(Path(__file__).parents[1])
#: Frames that say nothing: the journey itself, and libraries.
_OWN = ("/bench/", "/.venv/", "/commands/run.py")


@dataclass
class Stall:
    """One time away from the loop: how long (ms), in which phase, and what was seen of it.

    `cpu_ms` is what the GUI thread computed meanwhile, `queued_ms` how long it could have and no processor
    was free (Linux; 0 elsewhere); the rest it waited: for another thread of ours, or for a disk.
    """

    ms: float
    cpu_ms: float
    queued_ms: float
    phase: str
    seen: list[str] = field(default_factory=list)


class Heartbeat(QObject):
    """Beats in the GUI thread from `start` on.

    Attributes:
        stalls: those of more than twelve milliseconds.

    """

    def __init__(self) -> None:
        super().__init__()
        self.stalls: list[Stall] = []
        self._phase = ""
        self._last = 0.0
        self._last_cpu = 0.0
        self._last_queued = 0.0
        self._schedule = _schedule_of(threading.get_native_id())
        self._stacks: Counter[str] = Counter()
        self._collected_ms = 0.0
        self._collecting_since = 0.0
        self._gui = threading.get_ident()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(_BEAT_MS)
        self._timer.timeout.connect(self._on_beat)

    def start(self, phase: str) -> None:
        """Begin with this phase."""
        self._phase = phase
        self._last, self._last_cpu = time.perf_counter(), time.thread_time()
        self._last_queued = self._queued_s()
        gc.callbacks.append(self._on_collection)
        self._timer.start()
        threading.Thread(target=self._look, name="heartbeat", daemon=True).start()

    def enter(self, phase: str) -> None:
        """Go on with another phase."""
        self._phase = phase

    def longest(self) -> dict[str, Stall]:
        """Return the longest stall of each phase."""
        found: dict[str, Stall] = {}
        for stall in self.stalls:
            if stall.phase not in found or stall.ms > found[stall.phase].ms:
                found[stall.phase] = stall
        return found

    def _on_beat(self) -> None:
        now, cpu = time.perf_counter(), time.thread_time()
        away_s, self._last = now - self._last, now
        cpu_s, self._last_cpu = cpu - self._last_cpu, cpu
        queued = self._queued_s()
        queued_s, self._last_queued = queued - self._last_queued, queued
        if away_s > _LATE_S:
            seen = [f"{times}x {stack}" for stack, times in self._stacks.most_common(4)]
            if self._collected_ms > 1:
                seen.append(f"collector {self._collected_ms:.0f} ms")
            self.stalls.append(
                Stall(away_s * 1000, cpu_s * 1000, queued_s * 1000, self._phase, seen)
            )
        self._stacks = Counter()
        self._collected_ms = 0.0

    def _queued_s(self) -> float:
        if self._schedule is None:
            return 0.0
        return int(os.pread(self._schedule, 64, 0).split()[1]) / 1e9

    def _on_collection(self, phase: str, _told: dict[str, Any]) -> None:
        if phase == "start":
            self._collecting_since = time.perf_counter()
        else:
            self._collected_ms += (time.perf_counter() - self._collecting_since) * 1000

    def _look(self) -> None:
        with tempfile.TemporaryFile("w+", encoding="utf-8") as dump:
            # The GUI thread writes its own stack, in the signal's handler. When this thread wrote that of
            # everybody, it kept the interpreter from the GUI thread for up to 6 ms; and whoever holds a
            # frame (`sys._current_frames`) keeps its painter alive, which Qt wants gone after painting.
            faulthandler.register(_SIGNAL, dump, all_threads=False)
            while True:
                time.sleep(_LOOK_EVERY_S)
                if time.perf_counter() - self._last > _LATE_S:
                    self._stacks[self._seen(dump)] += 1

    def _seen(self, dump: IO[str]) -> str:
        """Return where the GUI thread is."""
        dump.seek(0)
        dump.truncate()
        signal.pthread_kill(self._gui, _SIGNAL)
        time.sleep(_WRITTEN_AFTER_S)
        dump.seek(0)
        frames = [
            line.split(_ROOT, 1)[1].replace('", line ', ":").replace(" in ", " ")
            for line in dump.read().splitlines()
            if _ROOT in line and not any(own in line for own in _OWN)
        ]
        return " < ".join(frames[:4]) or "(no code of ours)"


def _schedule_of(thread: int) -> int | None:
    """Return a descriptor that tells how long a thread ran and was queued, ns; None where none does."""
    try:
        return os.open(f"/proc/self/task/{thread}/schedstat", os.O_RDONLY)
    except OSError:
        return None
