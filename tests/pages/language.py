"""The language of a window: chosen as somebody does, and read back from all that is on screen."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QWidget

from tests.pages.finding import PATIENCE_MS, find, plain, press
from ui import language

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from ui.language import Language


class LanguagePage:
    """Switches on the sign-in page, the first-run page and in the settings."""

    def __init__(self, qtbot: QtBot, window: QWidget) -> None:
        self._qtbot = qtbot
        self._window = window

    def switch(self, page: str = "login") -> None:
        """Press the name of the other language on the page ``login`` or ``first_run``."""
        before = language.current()
        press(self._window, f"{page}.language")
        self._wait(lambda: language.current() is not before)

    def choose(self, wanted: Language) -> None:
        """Choose it in the settings, which are shown."""
        press(self._window, f"settings.language.{wanted.value}")
        self._wait(lambda: language.current() is wanted)

    def is_chosen(self, wanted: Language) -> bool:
        """Tell whether the settings, which are shown, have that one ticked."""
        return find(self._window, QAbstractButton, f"settings.language.{wanted.value}").isChecked()

    def is_mirrored(self) -> bool:
        """Tell whether the window reads from right to left."""
        return self._window.layoutDirection() is Qt.LayoutDirection.RightToLeft

    def texts(self) -> list[str]:
        """Return every text on screen, what a screen reader hears too."""
        found: list[str] = []
        for each in self._window.findChildren(QWidget):
            if not each.isVisible():
                continue
            found += [each.accessibleName(), each.accessibleDescription(), each.toolTip()]
            if isinstance(each, QLabel | QAbstractButton):
                found.append(each.text())
            elif isinstance(each, QLineEdit):
                found.append(each.placeholderText())
            elif isinstance(each, QComboBox):
                found += [each.itemText(n) for n in range(each.count())]
        return [plain(text) for text in found if text]

    def alt_letters(self) -> list[str]:
        """Return the letters that Alt goes with, each as often as it is on screen."""
        shown = [
            each.text()
            for each in self._window.findChildren(QWidget)
            if isinstance(each, QLabel | QAbstractButton) and each.isVisible()
        ]
        return [found.upper() for text in shown for found in re.findall(r"&(\w)", text)]

    def _wait(self, condition: Callable[[], bool]) -> None:
        self._qtbot.waitUntil(condition, timeout=PATIENCE_MS)
