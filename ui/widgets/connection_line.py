"""A dot and a word that say whether the bank can be reached."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui import theme
from ui.widgets.labels import label
from ui.widgets.tone import INK_OF, Tone


class _Dot(QWidget):
    """A filled circle in the colour of a meaning."""

    def __init__(self) -> None:
        super().__init__()
        self.tone = Tone.NEUTRAL
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(theme.Control.DOT, theme.Control.DOT)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        ink: theme.ColourRole = "muted" if self.tone is Tone.NEUTRAL else INK_OF[self.tone]
        painter.setBrush(theme.colour(ink))
        painter.drawEllipse(QRectF(self.rect()))


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
        self._dot.tone = tone
        self._dot.update()
        self.setAccessibleName(text)
