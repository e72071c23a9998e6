"""One large text to give away, and a button that copies it."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ui import bidi, icons, theme
from ui.widgets.announce import announce
from ui.widgets.button import button
from ui.widgets.labels import label

_SHOWN_MS = 2000


class CopyTextButton(QPushButton):
    """Copies one text, and says for a moment that it did; its width stays."""

    def __init__(self, name: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAutoDefault(True)
        self._words = words
        self._copied = self.tr("Copied")
        self._text = ""
        self._back = QTimer(self)
        self._back.setSingleShot(True)
        self._back.setInterval(_SHOWN_MS)
        self._back.timeout.connect(self._on_back)
        self.clicked.connect(self._on_clicked)
        self._on_back()

    def set_text_to_copy(self, text: str) -> None:
        """Copy that from now on, without direction marks."""
        self._text = bidi.plain(text)

    def _on_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self._text)
        # Nothing beside it moves.
        self.setMinimumWidth(self.width())
        self.setText(self._copied)
        icons.assign(self, "check", "accent")
        announce(self, self._copied)
        self._back.start()

    def _on_back(self) -> None:
        self.setText(self._words)
        icons.assign(self, "copy", "text")


class FactRow(QWidget):
    """A muted heading, the text in large type, and its button at the far end.

    Attributes:
        copy: the button.
        value: the label that holds the text.

    """

    def __init__(self, name: str, heading: str, copy: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = heading
        self.value = label("", "title", wraps=True)
        self.value.setObjectName(name)
        self.value.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.copy = CopyTextButton(f"{name}.copy", copy)
        words = QVBoxLayout()
        words.setSpacing(theme.Spacing.XS)
        words.addWidget(label(heading, "muted"))
        words.addWidget(self.value)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.Spacing.L)
        row.addLayout(words, 1)
        row.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_text(self, shown: str, copied: str) -> None:
        """Show one text and copy it, perhaps without the blanks that it is shown with."""
        self.value.setText(bidi.ltr(shown))
        self.value.setAccessibleName(f"{self._heading}: {bidi.plain(shown)}")
        self.copy.set_text_to_copy(copied)


def give_up_button(text: str) -> QPushButton:
    """Return the button that begins to give an address up."""
    made = button(text, "link")
    made.setObjectName("receive.give_up")
    return made
