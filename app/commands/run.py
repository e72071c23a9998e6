"""The window. It paints first; the bank comes from a worker thread."""

from __future__ import annotations

import gc
import logging
import os
import signal
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from app import settings
from app.provisioning.demo_people import DEMO_PEOPLE
from services.errors import Unexpected
from ui import messages, tasks, theme
from ui.main_window import MainWindow
from ui.preferences import Preferences

if TYPE_CHECKING:
    import argparse
    from types import TracebackType

    from PySide6.QtWidgets import QWidget

    from app.bootstrap import OpenBank
    from app.settings import Settings
    from services.errors import InstaPayError

_log = logging.getLogger(__name__)

#: A first start makes two databases; a damaged server may recover for a while.
_START_DEADLINE_S = 180.0
#: How long a closed window waits for calls that are still on their way.
_LEAVING_S = 1.0


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("--demo", action="store_true", help="the private demo bank")
    parser.add_argument("--auth-url", help="libpq URL of Auth for this station's login")
    parser.add_argument("--payment-url", help="the same for Payment")


def execute(options: argparse.Namespace) -> int:
    """Show the window; return when it is closed."""
    told = settings.load(auth_url=options.auth_url, payment_url=options.payment_url)
    # Nothing of a start is garbage; the collector would look through it all the same.
    gc.disable()
    theme.prepare()
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Mini-InstaPay")
    # Qt's loop runs no Python handlers; locks fall with the process, so nothing needs one.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    sys.excepthook = _tell_fault
    window = MainWindow(
        preferences=Preferences(told.home / "desktop.ini"),
        demo_people=DEMO_PEOPLE if options.demo else (),
    )
    opening = Opening(window, told, is_demo=options.demo)
    first_paint = FirstPaint(window)
    first_paint.done.connect(opening.begin)
    window.show()
    code = app.exec()
    if not tasks.shut_down(wait_s=_LEAVING_S):
        # A server hangs, and Qt would wait for its threads without end.
        opening.close()
        os._exit(code)
    opening.close()
    return code


class FirstPaint(QObject):
    """Waits for a window to be painted once: whatever else a start has to do can wait for that.

    Signals:
        done(): painted; emitted once, from the event loop.

    """

    done = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look for the first paint event; never swallow one."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            # Behind the paint events of the window's children.
            QTimer.singleShot(0, self.done.emit)
        return False


class Opening(QObject):
    """Brings the bank to the window, again when somebody asks for it after a failure.

    Signals:
        phase(str): what the start is at, from the worker thread.

    """

    phase = Signal(str)

    def __init__(self, window: MainWindow, told: Settings, *, is_demo: bool) -> None:
        super().__init__(window)
        self._window = window
        self._settings = told
        self._is_demo = is_demo
        self._bank: OpenBank | None = None
        self.phase.connect(window.show_startup_phase)
        window.retry_requested.connect(self.start)
        window.demo_requested.connect(self._start_demo)

    def begin(self) -> None:
        """Start the log, then the bank."""
        from app import logs  # noqa: PLC0415 (8 ms of imports that the first paint need not wait for)

        logs.start(
            self._settings.home / "logs", "desktop", is_verbose=self._settings.is_log_verbose
        )
        gc.enable()
        self.start()

    def start(self) -> None:
        """Open the bank in a worker thread."""
        from app import bootstrap  # noqa: PLC0415

        tasks.run(
            self,
            lambda: bootstrap.open_bank(
                self._settings, is_demo=self._is_demo, on_phase=self.phase.emit
            ),
            on_success=self._on_open,
            on_failure=self._on_failure,
            deadline_s=_START_DEADLINE_S,
        )

    def _start_demo(self) -> None:
        """Open the demo bank instead of one that nobody has configured."""
        self._is_demo = True
        self._window.show_demo_people(DEMO_PEOPLE)
        self.start()

    def close(self) -> None:
        """Let go of the bank."""
        if self._bank is not None:
            self._bank.close()

    def _on_open(self, bank: OpenBank) -> None:
        self._bank = bank
        bank.watch()
        self._window.attach(bank.services)

    def _on_failure(self, error: InstaPayError) -> None:
        _log.error("start failed: %r", error)
        self._window.show_startup_failure(error)


def _tell_fault(
    kind: type[BaseException], error: BaseException, traceback: TracebackType | None
) -> None:
    """Log what no code of ours expected, and tell it once, with a reference to the log."""
    reference = tasks.new_reference()
    _log.critical(
        "unexpected fault", exc_info=(kind, error, traceback), extra={"reference": reference}
    )
    messages.fault(Unexpected("unexpected", reference=reference))
