"""A window for `bench.change`: signs in, and prints the clock whenever another balance has been painted.

`python -m bench.change_window AUTH_URL PAYMENT_URL EMAIL`
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit

from app.provisioning.demo_people import PASSWORD
from services.bank import open_services
from ui import theme
from ui.main_window import MainWindow
from ui.preferences import Preferences

_LOOK_EVERY_MS = 20


class _Probe(QObject):
    """Watches one label."""

    def __init__(self, label: QLabel) -> None:
        super().__init__(label)
        self._label = label
        self._seen = label.text()
        label.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Print the clock behind the paint of another text."""
        if event.type() is QEvent.Type.Paint and self._label.text() != self._seen:
            self._seen = self._label.text()
            QTimer.singleShot(0, self._tell)
        return super().eventFilter(watched, event)

    @staticmethod
    def _tell() -> None:
        print(time.monotonic(), flush=True)


def main() -> None:
    """Open the window and stay until killed."""
    auth_url, payment_url, email = sys.argv[1:]
    home = Path(os.environ["INSTAPAY_HOME"])
    home.mkdir(parents=True, exist_ok=True)
    theme.prepare()
    app = QApplication(sys.argv[:1])
    window = MainWindow(preferences=Preferences(home / "desktop.ini"))
    window.show()
    window.attach(open_services(lambda: auth_url, lambda: payment_url, home / "outbox"))
    for name, text in (("login.email", email), ("login.password", PASSWORD)):
        field = window.findChild(QLineEdit, name)
        assert field is not None
        field.setText(text)
    submit = window.findChild(QAbstractButton, "login.submit")
    assert submit is not None
    submit.click()
    timer = QTimer(window)

    def look() -> None:
        label = window.findChild(QLabel, "accounts.card.1.balance")
        if label is not None and label.text():
            timer.stop()
            _Probe(label)
            print("ready", flush=True)

    timer.timeout.connect(look)
    timer.start(_LOOK_EVERY_MS)
    app.exec()


if __name__ == "__main__":
    main()
