"""A dot and a word that say whether the bank can be reached."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui import theme
from ui.widgets.labels import label
from ui.widgets.tone import Tone


class _Dot(QFrame):
    """A filled circle in the colour of a meaning."""

    def __init__(self) -> None:
        super().__init__()
        self.tone = Tone.NEUTRAL
        self.setFixedSize(theme.Control.DOT, theme.Control.DOT)
        theme.mark(self, surface="dot", tone=self.tone.value)

    def mean(self, tone: Tone) -> None:
        """Change its meaning."""
        self.tone = tone
        theme.mark(self, tone=tone.value)


class ConnectionLine(QWidget):
    """Says it in a word; the dot only repeats it in colour."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dot = _Dot()
        self._label = label("", "caption")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.Spacing.S)
        row.addWidget(self._dot)
        row.addWidget(self._label)
        row.addStretch(1)

    @property
    def text(self) -> str:
        """What it says."""
        return self._label.text()

    @property
    def tone(self) -> Tone:
        """What its dot means."""
        return self._dot.tone

    def say(self, text: str, tone: Tone) -> None:
        """Show a state."""
        self._label.setText(text)
        self._dot.mean(tone)
        self.setAccessibleName(text)
