"""The first page of a computer that knows no bank yet, as somebody uses it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget

from tests.pages.finding import PATIENCE_MS, find, plain, press, type_into, wait_for
from ui.widgets.inline_error import InlineError

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

Place = Literal["auth", "payment", "listen"]


class FirstRunPage:
    """Try the demo, or connect to a bank."""

    def __init__(self, qtbot: QtBot, window: QWidget) -> None:
        self._qtbot = qtbot
        self._window = window

    def wait(self) -> None:
        """Wait until the question is on screen."""
        wait_for(self._qtbot, self._window, "first_run.connect")

    def choose_demo(self) -> None:
        """Take the demo bank."""
        press(self._window, "first_run.demo")

    def choose_connect(self) -> None:
        """Go to the form for the addresses."""
        press(self._window, "first_run.connect")
        wait_for(self._qtbot, self._window, "first_run.auth")

    def fill(self, auth: str, payment: str, *, password: str = "", listen: str = "") -> None:
        """Type the addresses."""
        type_into(self._window, "first_run.auth", auth)
        type_into(self._window, "first_run.payment", payment)
        type_into(self._window, "first_run.password", password)
        type_into(self._window, "first_run.listen", listen)

    def address(self, place: Place) -> str:
        """Return what stands in a field."""
        return find(self._window, QLineEdit, f"first_run.{place}").text()

    def press_test(self) -> None:
        """Have the addresses tried."""
        press(self._window, "first_run.test")

    def test(self) -> None:
        """Have the addresses tried and wait until that is over."""
        self.press_test()
        test = find(self._window, QPushButton, "first_run.test")
        self._qtbot.waitUntil(
            lambda: test.isHidden() or test.isEnabled(), timeout=4 * PATIENCE_MS
        )  # each host may take 3 s

    def is_trying(self) -> bool:
        """Tell whether the addresses are being tried, so that it can be cancelled."""
        return find(self._window, QPushButton, "first_run.cancel").isVisible()

    def cancel(self) -> None:
        """Stop waiting for a test."""
        press(self._window, "first_run.cancel")

    def error(self, place: Place) -> str:
        """Return what is wrong with an address; empty where nothing is."""
        found = find(self._window, InlineError, f"first_run.{place}.error")
        return plain(found.text) if found.isVisible() else ""

    def is_good(self, place: Place) -> bool:
        """Tell whether an address was tried and is good."""
        return find(self._window, QWidget, f"first_run.{place}.good").isVisible()

    def warning(self, place: Place) -> str:
        """Return what is to be minded with a good address; empty where nothing is."""
        found = find(self._window, QLabel, f"first_run.{place}.warning")
        return plain(found.text()) if found.isVisible() else ""

    def can_save(self) -> bool:
        """Tell whether the addresses may be kept."""
        return find(self._window, QPushButton, "first_run.save").isVisible()

    def save(self) -> None:
        """Keep the addresses and go on with them."""
        press(self._window, "first_run.save")

    def back(self) -> None:
        """Leave the form."""
        press(self._window, "first_run.back")
