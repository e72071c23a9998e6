"""The form for a new password, as somebody uses it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton, QWidget

from tests.pages.finding import find, plain, press, type_into, wait_for
from ui.components.password.rules import PasswordRules
from ui.widgets.inline_error import InlineError

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


class PasswordPage:
    """`prefix` is the host's: ``settings.``, or nothing on the page after a first sign-in."""

    def __init__(self, qtbot: QtBot, window: QWidget, prefix: str = "") -> None:
        self._qtbot = qtbot
        self._window = window
        self._prefix = f"{prefix}password."

    def wait(self) -> None:
        """Wait until the form is on screen."""
        wait_for(self._qtbot, self._window, f"{self._prefix}new")

    def is_shown(self) -> bool:
        """Tell whether the form is on screen."""
        found = self._window.findChild(QWidget, f"{self._prefix}new")
        return found is not None and found.isVisible()

    def fill(self, new: str, again: str | None = None, *, current: str = "") -> None:
        """Type a new password twice, and the current one where it is asked for."""
        if current:
            type_into(self._window, f"{self._prefix}current", current)
        type_into(self._window, f"{self._prefix}new", new)
        type_into(self._window, f"{self._prefix}again", new if again is None else again)

    def change(self, new: str, again: str | None = None, *, current: str = "") -> None:
        """Fill in the form and press its button."""
        self.fill(new, again, current=current)
        press(self._window, f"{self._prefix}submit")

    def refuse(self, new: str, again: str | None = None, *, current: str = "") -> str:
        """Fill in the form, press its button and return what is wrong."""
        self.change(new, again, current=current)
        return self.error()

    def error(self) -> str:
        """Wait for the error and return its sentence."""
        wait_for(self._qtbot, self._window, f"{self._prefix}error")
        return plain(find(self._window, InlineError, f"{self._prefix}error").text)

    def rules_kept(self) -> tuple[bool, bool, bool]:
        """Return which rules are ticked: length, bytes, newness."""
        return find(self._window, PasswordRules, f"{self._prefix}rules").kept

    def can_submit(self) -> bool:
        """Tell whether the button can be pressed."""
        return find(self._window, QPushButton, f"{self._prefix}submit").isEnabled()

    def wait_until_cancellable(self) -> None:
        """Wait until it takes so long that one need not wait for it."""
        wait_for(self._qtbot, self._window, f"{self._prefix}cancel")

    def cancel(self) -> None:
        """Wait for the bank no longer."""
        press(self._window, f"{self._prefix}cancel")

    def back(self) -> None:
        """Go back to signing in; only where a change is asked for there."""
        press(self._window, "password.back")
        wait_for(self._qtbot, self._window, "login.email")
