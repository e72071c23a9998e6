"""The window. It paints first; the bank comes from a worker thread."""

from __future__ import annotations

import gc
import logging
import os
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from app import settings
from app.connecting import Connecting
from app.provisioning.demo_people import DEMO_PEOPLE
from services.errors import SettingsInvalid, Unavailable, Unexpected
from ui import tasks, theme
from ui.main_window import MainWindow
from ui.preferences import Preferences

if TYPE_CHECKING:
    import argparse
    from types import TracebackType

    from app.bootstrap import OpenBank
    from services.errors import InstaPayError

_log = logging.getLogger(__name__)

#: A first start makes two databases; a damaged server may recover for a while.
_START_DEADLINE_S = 180.0
#: Young garbage is collected as ever; all of it, which a long history makes slow, hardly ever by
#: itself: the window has that done when somebody has left.
_COLLECTING = (700, 10, 1_000)
#: How long a closed window waits for calls that are still on their way.
_LEAVING_S = 1.0


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("--demo", action="store_true", help="the private demo bank")
    parser.add_argument("--auth-url", help="libpq URL of Auth for this station's login")
    parser.add_argument("--payment-url", help="the same for Payment")


def execute(options: argparse.Namespace) -> int:
    """Show the window; return when it is closed."""
    # Nothing of a start is garbage; the collector would look through it all the same.
    gc.disable()
    told = settings.load(auth_url=options.auth_url, payment_url=options.payment_url)
    _require_screen()
    theme.prepare()
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Mini-InstaPay")
    sys.excepthook = _tell_fault
    connecting = Connecting(told)
    window = MainWindow(
        preferences=Preferences(told.home / "desktop.ini"),
        demo_people=DEMO_PEOPLE if options.demo else (),
        connecting=None if options.demo else connecting,
        log_folder=told.home / "logs",
    )
    opening = Opening(window, connecting, is_demo=options.demo)
    window.painted.connect(opening.begin)
    if not opening.has_bank:
        window.show_startup_failure(SettingsInvalid("settings_missing"))
    window.show()
    code = app.exec()
    if not tasks.shut_down(wait_s=_LEAVING_S):
        # A server hangs, and Qt would wait for its threads without end.
        opening.close()
        os._exit(code)
    opening.close()
    return code


def _require_screen() -> None:
    """Raise Unavailable (``no_screen``) in a session without a screen, where Qt itself would abort."""
    if sys.platform == "linux" and not any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    ):
        raise Unavailable("no_screen")


class Opening(QObject):
    """Brings the bank to the window, again when somebody asks for it after a failure.

    Signals:
        phase(str): what the start is at, from the worker thread.

    """

    phase = Signal(str)

    def __init__(self, window: MainWindow, connecting: Connecting, *, is_demo: bool) -> None:
        super().__init__(window)
        self._window = window
        self._connecting = connecting
        self._is_demo = is_demo
        self._bank: OpenBank | None = None
        self.phase.connect(window.show_startup_phase)
        window.retry_requested.connect(self.start)
        window.demo_requested.connect(self._start_demo)

    @property
    def has_bank(self) -> bool:
        """It is known which bank to open: nobody has to be asked."""
        return self._is_demo or self._connecting.settings.has_urls

    def begin(self) -> None:
        """Start the log, then the bank."""
        import signal  # noqa: PLC0415 (the first paint need not wait for it)

        from app import logs  # noqa: PLC0415 (8 ms of imports; the same)

        # Qt's loop runs no Python handlers; locks fall with the process, so nothing needs one.
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        told = self._connecting.settings
        logs.start(told.home / "logs", "desktop", is_verbose=told.is_log_verbose)
        if self.has_bank:
            self.start()
        else:
            _let_collect()

    def start(self) -> None:
        """Open the bank in a worker thread."""
        from app import bootstrap  # noqa: PLC0415

        # The first-run page may have changed them.
        told = self._connecting.settings
        tasks.run(
            self,
            lambda: bootstrap.open_bank(told, is_demo=self._is_demo, on_phase=self.phase.emit),
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
        _let_collect()
        self._bank = bank
        bank.watch()
        self._window.attach(bank.services)

    def _on_failure(self, error: InstaPayError) -> None:
        _let_collect()
        _log.error("start failed: %r", error)
        self._window.show_startup_failure(error)


def _let_collect() -> None:
    """Have garbage collected from now on, but not among what stands already.

    That is modules, which stay to the end: looking through SQLAlchemy once takes 60 ms, in which the
    window answers nobody. Nobody has signed in yet, so nothing of theirs is kept by this.
    """
    if not gc.isenabled():
        gc.freeze()
        gc.set_threshold(*_COLLECTING)
        gc.enable()


def _tell_fault(
    kind: type[BaseException], error: BaseException, traceback: TracebackType | None
) -> None:
    """Log what no code of ours expected, and tell it once, with a reference to the log."""
    from ui import messages  # noqa: PLC0415 (hopefully never needed)

    reference = tasks.new_reference()
    _log.critical(
        "unexpected fault", exc_info=(kind, error, traceback), extra={"reference": reference}
    )
    messages.fault(Unexpected("unexpected", reference=reference))
