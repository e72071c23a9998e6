"""The window's own program with a journey through it: `python -m bench.driven JOURNEY [OPTION …]`.

A journey is a generator that acts on the window and yields what it waits for: a number of seconds, or
a condition that is asked every few milliseconds. All of it runs in the window's own process, in its own
event loop; what it finds is printed as lines of JSON, for the bench that started the process.
"""

from __future__ import annotations

import importlib
import json
import os
import sys
import time
from typing import TYPE_CHECKING, Any, TypeVar

from app import cli

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QWidget

    Wait = float | Callable[[], object]
    Journey = Callable[["Drive"], Iterator[Wait]]

    _W = TypeVar("_W", bound=QWidget)

_TICK_MS = 5
_PATIENCE_S = 30.0


class Drive:
    """One journey through one window.

    Attributes:
        window: the main window.
        painted_at: when its first paint had reached the screen, by the monotonic clock; 0 before.
        ready_at: when a sign-in could be submitted; 0 before.
        options: what the bench has told, by name.

    """

    def __init__(self, journey: Journey, options: dict[str, str]) -> None:
        self.options = options
        self.window: QWidget
        self.painted_at = 0.0
        self.ready_at = 0.0
        self._steps = journey(self)
        self._wait: Wait = 0.0
        self._since = 0.0

    def begin(self, window: QWidget) -> None:
        """Look for the first paint of `window`, and go on from there."""
        from PySide6.QtCore import QEvent, QObject, Qt, QTimer  # noqa: PLC0415 (as the window does)

        drive = self

        class Probe(QObject):
            def eventFilter(self, watched: QObject, event: QEvent) -> bool:
                if event.type() is QEvent.Type.Paint:
                    watched.removeEventFilter(self)
                    # Behind the paint events that are under way.
                    QTimer.singleShot(0, drive._on_painted)
                return False

        self.window = window
        self._probe = Probe()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_tick)
        window.installEventFilter(self._probe)

    def find(self, name: str) -> Any:  # noqa: ANN401 (whatever stands under that name)
        """Return the visible control of that object name, in any window; None while there is none."""
        from PySide6.QtWidgets import QApplication, QWidget  # noqa: PLC0415

        for top in QApplication.topLevelWidgets():
            found = top if top.objectName() == name else top.findChild(QWidget, name)
            if found is not None and found.isVisible():
                return found
        return None

    def all(self, kind: type[_W], prefix: str) -> list[_W]:
        """Return what is visible of `kind` in the window and named so."""
        return [
            each
            for each in self.window.findChildren(kind)
            if each.objectName().startswith(prefix) and each.isVisible()
        ]

    def first(self, kind: type[_W], prefix: str) -> _W | None:
        """Return the first of `all`."""
        return next(iter(self.all(kind, prefix)), None)

    def can_press(self, name: str) -> Callable[[], bool]:
        """Return the condition that this button is there and can be pressed."""

        def is_there() -> bool:
            found = self.find(name)
            return found is not None and found.isEnabled()

        return is_there

    def tell(self, **found: object) -> None:
        """Print a line for the bench."""
        print(json.dumps(found), flush=True)

    def _on_painted(self) -> None:
        self.painted_at = self._since = time.monotonic()
        self._timer.start(_TICK_MS)

    def _on_tick(self) -> None:
        waited = time.monotonic() - self._since
        if callable(self._wait):
            if not self._wait():
                if waited > _PATIENCE_S:
                    self._leave(f"waited in vain at {_place(self._steps)}")
                return
        elif waited < self._wait:
            return
        try:
            self._wait = next(self._steps)
        except StopIteration:
            self._leave("")
        except Exception as error:  # noqa: BLE001 (a slot would swallow it)
            self._leave(repr(error))
        self._since = time.monotonic()

    def _leave(self, fault: str) -> None:
        if fault:
            print(fault, file=sys.stderr, flush=True)
        # What the program does as it closes is in no figure.
        os._exit(1 if fault else 0)


def _place(steps: Any) -> str:  # noqa: ANN401 (a generator, as the interpreter sees it)
    """Return where a journey stands."""
    while steps.gi_yieldfrom is not None:
        steps = steps.gi_yieldfrom
    return f"{steps.gi_code.co_filename}:{steps.gi_frame.f_lineno}"


def drive(journey: Journey, arguments: list[str], options: dict[str, str]) -> None:
    """Run the program with `arguments` and `journey` in its window, to the end of the process."""
    load = cli._command  # noqa: SLF001 (the window's class is had nowhere else before it is used)
    going = Drive(journey, options)

    def loaded(name: str) -> Any:  # noqa: ANN401 (a module)
        command: Any = load(name)
        kind = command.MainWindow
        show, attach = kind.show, kind.attach

        def shown(window: QWidget) -> None:
            going.begin(window)
            show(window)

        def attached(window: QWidget, services: object) -> None:
            attach(window, services)
            going.ready_at = time.monotonic()

        kind.show, kind.attach = shown, attached
        return command

    cli._command = loaded  # noqa: SLF001 (the same)
    cli.main(arguments)


def main() -> None:
    """Run the journey that is named, with ``name=value`` for itself and all else for the program."""
    name, *given = sys.argv[1:]
    options = dict(each.split("=", 1) for each in given if not each.startswith("-"))
    arguments = [each for each in given if each.startswith("-")]
    journeys = importlib.import_module("bench.journeys")
    drive(journeys.JOURNEYS[name], ["run", *arguments], options)


if __name__ == "__main__":
    main()
