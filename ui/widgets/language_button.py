"""The way to the other language, in words of that language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from ui import language, theme
from ui.language import Language

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class LanguageButton(QPushButton):
    """Whoever needs it cannot read the rest of the page.

    Signals:
        chosen(Language): speak that one.

    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        spoken = language.current()
        self._other = Language.ARABIC if spoken is Language.ENGLISH else Language.ENGLISH
        self.setText(language.NAMES[self._other])
        self.setAutoDefault(True)
        theme.mark(self, role="link")
        self.clicked.connect(lambda _checked=False: self.chosen.emit(self._other))
