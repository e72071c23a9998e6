"""A note that comes, is read out, and goes by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from ui import theme
from ui.widgets.announce import announce
from ui.widgets.button import button
from ui.widgets.icon_button import IconButton
from ui.widgets.icon_label import IconLabel
from ui.widgets.labels import label
from ui.widgets.tone import ICON_OF, INK_OF, Tone

if TYPE_CHECKING:
    from PySide6.QtGui import QEnterEvent

SHOWN_MS = 6000


class Toast(QFrame):
    """One note of plain text. It waits while the pointer is over it.

    Signals:
        closed(): its time is over or somebody closed it.
        acted(): its button was pressed, which it has where `action` words one.
    """

    closed = Signal()
    acted = Signal()

    def __init__(
        self, text: str, tone: Tone, parent: QWidget | None = None, *, action: str = ""
    ) -> None:
        super().__init__(parent)
        self.text = text
        self.setObjectName("message.toast")
        self.setAccessibleName(text)
        words = label(text, wraps=True)
        words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        close = IconButton("close", self.tr("Close"), size=theme.Control.ICON_SMALL)
        close.setObjectName("message.close")
        close.clicked.connect(self.closed)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.Spacing.M, theme.Spacing.S, theme.Spacing.S, theme.Spacing.S)
        row.setSpacing(theme.Spacing.S)
        row.addWidget(IconLabel(ICON_OF[tone], INK_OF[tone]))
        row.addWidget(words, 1)
        if action:
            row.addWidget(self._action_button(action), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        self.setFixedWidth(theme.Control.TOAST)
        theme.mark(self, surface="toast")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.closed)
        self._timer.start(SHOWN_MS)

    def _action_button(self, words: str) -> QPushButton:
        made = button(words, "link")
        made.setObjectName("message.action")
        made.clicked.connect(self.acted)
        made.clicked.connect(self.closed)
        return made

    def fit(self) -> None:
        """Be as high as the words need at this width."""
        self.ensurePolished()
        self.setFixedHeight(self.heightForWidth(self.width()))

    def read_out(self) -> None:
        """Tell screen readers."""
        announce(self, self.text)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Wait while somebody points at it."""
        super().enterEvent(event)
        self._timer.start(SHOWN_MS)
