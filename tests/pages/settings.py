"""The settings screen, as somebody uses it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QPushButton, QWidget

from tests.pages.finding import PATIENCE_MS, find, plain, press, wait_for
from tests.pages.password import PasswordPage
from ui.screens.settings.place_row import PlaceRow
from ui.widgets.banner import Banner

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.theme import Scheme


class SettingsPage:
    """Places, password, theme and lock time. Places by their number, counted from 1."""

    def __init__(self, qtbot: QtBot, window: QWidget) -> None:
        self._qtbot = qtbot
        self._window = window
        self.password = PasswordPage(qtbot, window, "settings.")

    # Where somebody is signed in

    def places(self) -> list[str]:
        """Return what a screen reader says of each place."""
        rows = self._window.findChildren(PlaceRow)
        return [plain(row.accessibleName()) for row in rows if row.isVisible()]

    def wait_for_places(self, count: int) -> None:
        """Wait until so many places are listed."""
        self._qtbot.waitUntil(lambda: len(self.places()) == count, timeout=PATIENCE_MS)

    def end(self, number: int) -> None:
        """Sign out at a place."""
        press(self._window, f"settings.place.{number}.sign_out")

    def end_others(self) -> None:
        """Sign out everywhere but here."""
        press(self._window, "settings.end_others")

    def can_end_others(self) -> bool:
        """Tell whether there is another place to sign out."""
        return find(self._window, QPushButton, "settings.end_others").isEnabled()

    def ask_to_end_all(self) -> None:
        """Press Sign out everywhere, and wait for the question whether that is meant."""
        self._qtbot.waitUntil(lambda: find(self._window, QWidget, "settings.end_all").isEnabled())
        press(self._window, "settings.end_all")
        wait_for(self._qtbot, self._window, "settings.end_all_question.cancel")

    def end_all(self, *, sure: bool = True) -> None:
        """Press Sign out everywhere and answer the question."""
        self.ask_to_end_all()
        press(self._window, "settings.end_all_question." + ("yes" if sure else "cancel"))

    # The password

    def wait_until_changed(self) -> str:
        """Wait until the password is changed and return what is said."""
        wait_for(self._qtbot, self._window, "settings.password.changed")
        return plain(find(self._window, Banner, "settings.password.changed").text)

    # This computer

    def choose_theme(self, scheme: Scheme) -> None:
        """Choose a palette."""
        press(self._window, f"settings.theme.{scheme.value}")

    def lock_after(self) -> str:
        """Return after how long the window locks."""
        return plain(self._minutes.currentText())

    def choose_lock_after(self, text: str) -> None:
        """Choose after how long the window locks, such as ``1 minute``."""
        texts = [plain(self._minutes.itemText(n)) for n in range(self._minutes.count())]
        self._minutes.setCurrentIndex(texts.index(text))

    @property
    def _minutes(self) -> QComboBox:
        return find(self._window, QComboBox, "settings.lock_after")
