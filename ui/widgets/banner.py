"""A note over or within a page, with an icon and perhaps one thing to do about it."""

from __future__ import annotations

from PySide6 import QtCore
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.announce import announce
from ui.widgets.icon_label import IconLabel
from ui.widgets.labels import label
from ui.widgets.tone import ICON_OF, INK_OF, Tone


class Banner(QFrame):
    """Says something about the page: a heading, a sentence under it, an optional button.

    Signals:
        acted(): its button was pressed.
    """

    acted = Signal()

    def __init__(
        self, tone: Tone = Tone.NEUTRAL, parent: QWidget | None = None, *, is_narrow: bool = False
    ) -> None:
        """`is_narrow` has the button below the words, for a place that is hardly wider than both."""
        super().__init__(parent)
        self._icon = IconLabel(ICON_OF[tone], INK_OF[tone], theme.Control.ICON)
        self._heading = label("", "strong", wraps=True)
        self._text = label("", wraps=True)
        self.button = QPushButton()
        self.button.clicked.connect(self.acted)
        self.button.hide()
        words = QVBoxLayout()
        words.setSpacing(theme.Spacing.XS)
        words.addWidget(self._heading)
        words.addWidget(self._text)
        for part in (self._heading, self._text):
            part.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.Spacing.L, theme.Spacing.M, theme.Spacing.L, theme.Spacing.M)
        row.setSpacing(theme.Spacing.M)
        row.addWidget(self._icon, 0, QtCore.Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        if is_narrow:
            words.addSpacing(theme.Spacing.XS)
            words.addWidget(self.button)
        else:
            row.addWidget(self.button)
        theme.mark(self, surface="banner")
        self.set_tone(tone)

    @property
    def text(self) -> str:
        """All it says."""
        return "\n".join(filter(None, (self._heading.text(), self._text.text())))

    def set_tone(self, tone: Tone) -> None:
        """Change its meaning."""
        theme.mark(self, tone=tone.value)
        self._icon.show_icon(ICON_OF[tone], INK_OF[tone])

    def say(self, heading: str, text: str = "", *, action: str = "") -> None:
        """Show `heading` and `text`, with a button when `action` names one; read out when new."""
        before = self.text
        self._heading.setText(heading)
        self._heading.setVisible(bool(heading))
        self._text.setText(text)
        self._text.setVisible(bool(text))
        self.button.setText(action)
        self.button.setVisible(bool(action))
        self.setAccessibleName(self.text)
        if self.text != before:
            announce(self, self.text)
