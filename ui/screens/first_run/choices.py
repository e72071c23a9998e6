"""The first question: the demo bank, or one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.button import button
from ui.widgets.card import hairline
from ui.widgets.icon_label import IconLabel
from ui.widgets.labels import label

if TYPE_CHECKING:
    from ui.icons import IconName


class Choices(QWidget):
    """Two ways to begin, each in a sentence, and its button beside it.

    Signals:
        demo_chosen(): the demo bank.
        connect_chosen(): a bank of one's own.

    """

    demo_chosen = Signal()
    connect_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.demo = button(self.tr("Try the &demo"), "primary")
        self.demo.setObjectName("first_run.demo")
        self.demo.clicked.connect(self.demo_chosen)
        self._connect = button(self.tr("&Connect"))
        self._connect.setObjectName("first_run.connect")
        self._connect.clicked.connect(self.connect_chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.Spacing.L)
        heading = QVBoxLayout()
        heading.setSpacing(theme.Spacing.XS)
        heading.addWidget(label(self.tr("Welcome to Mini-InstaPay"), "title", wraps=True))
        heading.addWidget(label(self.tr("How would you like to begin?"), "muted", wraps=True))
        column.addLayout(heading)
        column.addWidget(hairline())
        column.addLayout(
            _choice(
                "accounts",
                self.tr("The demo bank"),
                self.tr(
                    "A bank that lives on this computer alone, with made-up people and three months of"
                    " payments. It needs nothing and moves no real money."
                ),
                self.demo,
            )
        )
        column.addWidget(hairline())
        column.addLayout(
            _choice(
                "lock",
                self.tr("Your bank"),
                self.tr(
                    "Your bank has given you the addresses of its two databases. They are tried before"
                    " anything is kept."
                ),
                self._connect,
            )
        )


def _choice(icon: IconName, heading: str, text: str, act: QPushButton) -> QHBoxLayout:
    words = QVBoxLayout()
    words.setSpacing(theme.Spacing.XS)
    words.addWidget(label(heading, "heading", wraps=True))
    words.addWidget(label(text, "muted", wraps=True))
    row = QHBoxLayout()
    row.setSpacing(theme.Spacing.L)
    row.addWidget(IconLabel(icon, "accent", theme.Control.ICON_LARGE), 0, Qt.AlignmentFlag.AlignTop)
    row.addLayout(words, 1)
    row.addWidget(act, 0, Qt.AlignmentFlag.AlignVCenter)
    return row
