"""A locked window, as somebody uses it who comes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget

from tests.pages.finding import PATIENCE_MS, find, plain, press, type_into, wait_for
from ui.widgets.banner import Banner
from ui.widgets.connection_line import ConnectionLine
from ui.widgets.inline_error import InlineError

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.main_window import MainWindow


class LockPage:
    """Lock by key, unlock by password."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self._qtbot = qtbot
        self._window = window

    def lock(self) -> None:
        """Press Ctrl+L and wait for the page."""
        # Behind a dialog that has just closed it need not be active yet.
        self._window.activateWindow()
        self._qtbot.waitUntil(self._window.isActiveWindow)
        QTest.keyClick(self._window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
        self.wait()

    def wait(self) -> None:
        """Wait until the window is locked."""
        wait_for(self._qtbot, self._window, "lock.password")

    def is_shown(self) -> bool:
        """Tell whether the window is locked."""
        found = self._window.findChild(QLineEdit, "lock.password")
        return found is not None and found.isVisible()

    def name(self) -> str:
        """Return whose window it says it is."""
        return plain(find(self._window, QLabel, "lock.name").text())

    def submit(self, password: str) -> None:
        """Type the password and press the button."""
        type_into(self._window, "lock.password", password)
        press(self._window, "lock.submit")

    def unlock(self, password: str) -> None:
        """Type the password, press the button and wait for the screens."""
        self.submit(password)
        wait_for(self._qtbot, self._window, "shell.account")

    def refuse(self, password: str) -> str:
        """Type a password, press the button and return why it does not open."""
        self.submit(password)
        return self.wait_for_error()

    def error(self) -> str:
        """Return what stands below the field; empty when nothing is wrong."""
        shown = find(self._window, InlineError, "lock.error")
        return plain(shown.text) if shown.isVisible() else ""

    def wait_for_error(self) -> str:
        """Wait for a sentence below the field and return it."""
        wait_for(self._qtbot, self._window, "lock.error")
        return self.error()

    def wait_until_offline(self) -> str:
        """Wait until the page says why nothing can be unlocked, and return that."""
        wait_for(self._qtbot, self._window, "lock.offline")
        return plain(find(self._window, Banner, "lock.offline").text)

    def is_offline(self) -> bool:
        """Tell whether the page says that nothing can be unlocked."""
        return find(self._window, QWidget, "lock.offline").isVisible()

    def connection(self) -> str:
        """Return what is said of the connection."""
        return plain(find(self._window, ConnectionLine, "lock.connection").text)

    def can_submit(self) -> bool:
        """Tell whether the button can be pressed."""
        return find(self._window, QPushButton, "lock.submit").isEnabled()

    def wait_until_possible(self) -> None:
        """Wait until the button can be pressed."""
        self._qtbot.waitUntil(self.can_submit, timeout=PATIENCE_MS)

    def sign_out(self) -> None:
        """Leave from here."""
        press(self._window, "lock.sign_out")
        wait_for(self._qtbot, self._window, "login.email")
