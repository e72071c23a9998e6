"""The sign-in page, as somebody uses it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from tests.pages.finding import PATIENCE_MS, find, plain, press, type_into, wait_for
from ui.widgets.banner import Banner
from ui.widgets.connection_line import ConnectionLine
from ui.widgets.inline_error import InlineError

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


class LoginPage:
    """Sign in, or ask for an account."""

    def __init__(self, qtbot: QtBot, window: QWidget) -> None:
        self._qtbot = qtbot
        self._window = window

    # Signing in

    def sign_in(self, email: str, password: str) -> None:
        """Type both, press the button and wait for the bank to let this person in."""
        self.submit(email, password)
        wait_for(self._qtbot, self._window, "shell.account")

    def refuse(self, email: str, password: str) -> str:
        """Type both, press the button and return why the bank says no."""
        self.submit(email, password)
        return self.error()

    def submit(self, email: str, password: str) -> None:
        """Type both and press the button."""
        type_into(self._window, "login.email", email)
        type_into(self._window, "login.password", password)
        press(self._window, "login.submit")

    def choose_demo_person(self, first_name: str) -> None:
        """Let one click fill the form."""
        press(self._window, f"login.demo.{first_name.lower()}")

    def press_submit(self) -> None:
        """Press the button with what stands in the fields."""
        press(self._window, "login.submit")

    def is_shown(self) -> bool:
        """Tell whether the form is on screen."""
        return find(self._window, QLineEdit, "login.email").isVisible()

    def wait(self) -> None:
        """Wait until the form is on screen."""
        wait_for(self._qtbot, self._window, "login.email")

    def error(self) -> str:
        """Wait for the error and return its sentence."""
        wait_for(self._qtbot, self._window, "login.error")
        return plain(find(self._window, InlineError, "login.error").text)

    def has_error(self) -> bool:
        """Tell whether an error is on screen."""
        return find(self._window, InlineError, "login.error").isVisible()

    def notice(self) -> str:
        """Return why this page is shown again; empty when it is not said."""
        banner = find(self._window, Banner, "login.notice")
        return plain(banner.text) if banner.isVisible() else ""

    def email(self) -> str:
        """Return what stands in the email field."""
        return find(self._window, QLineEdit, "login.email").text()

    def password(self) -> str:
        """Return what stands in the password field."""
        return find(self._window, QLineEdit, "login.password").text()

    def can_submit(self) -> bool:
        """Tell whether the button can be pressed."""
        return find(self._window, QPushButton, "login.submit").isEnabled()

    def show_password(self) -> None:
        """Press the eye."""
        press(self._window, "login.show_password")

    def connection(self) -> str:
        """Return what is said of the connection."""
        return plain(find(self._window, ConnectionLine, "login.connection").text)

    def wait_for_connection(self, text: str) -> None:
        """Wait until that is said of the connection."""
        self._qtbot.waitUntil(lambda: self.connection() == text, timeout=PATIENCE_MS)

    # Asking for an account

    def open_sign_up(self) -> None:
        """Go to the form for a new account."""
        press(self._window, "login.create_account")
        wait_for(self._qtbot, self._window, "signup.email")

    def sign_up(self, full_name: str, email: str, password: str) -> None:
        """Fill the form for a new account and press its button."""
        type_into(self._window, "signup.full_name", full_name)
        type_into(self._window, "signup.email", email)
        type_into(self._window, "signup.password", password)
        press(self._window, "signup.submit")

    def received(self) -> str:
        """Wait for the receipt of the application and return what it says."""
        wait_for(self._qtbot, self._window, "signup.received")
        return plain(find(self._window, Banner, "signup.received").text)

    def sign_up_error(self) -> str:
        """Wait for the error and return its sentence."""
        wait_for(self._qtbot, self._window, "signup.error")
        return plain(find(self._window, InlineError, "signup.error").text)

    def back_to_sign_in(self) -> None:
        """Leave the form for a new account."""
        press(self._window, "signup.back")
        self.wait()
