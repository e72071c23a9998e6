"""A small button that copies one text, and says that it did."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QToolTip, QWidget

from ui import bidi, theme
from ui.widgets.announce import announce
from ui.widgets.icon_button import IconButton

_SHOWN_MS = 1500


class CopyButton(IconButton):
    """Copies `text`, without direction marks; `what` names it, such as "Copy the IBAN"."""

    def __init__(self, text: str, what: str, parent: QWidget | None = None) -> None:
        super().__init__("copy", what, size=theme.Control.ICON_SMALL, parent=parent)
        self._text = text
        self._what = what
        self._back = QTimer(self)
        self._back.setSingleShot(True)
        self._back.setInterval(_SHOWN_MS)
        self._back.timeout.connect(self._on_back)
        self.clicked.connect(self._on_clicked)

    def set_text_to_copy(self, text: str) -> None:
        """Copy another text from now on."""
        self._text = text

    def _on_clicked(self) -> None:
        QGuiApplication.clipboard().setText(bidi.plain(self._text))
        done = self.tr("Copied")
        self.say("check", done)
        announce(self, done)
        QToolTip.showText(self.mapToGlobal(self.rect().bottomLeft()), done, self)
        self._back.start()

    def _on_back(self) -> None:
        self.say("copy", self._what)
