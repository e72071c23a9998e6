"""What a page shows where there is nothing to show, or nothing to be had."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.icon_label import IconLabel
from ui.widgets.labels import label

if TYPE_CHECKING:
    from ui.icons import IconName

_TEXT_WIDTH = 380


class EmptyState(QWidget):
    """An icon, a heading, a sentence and perhaps one button, in the middle.

    Signals:
        acted(): the button was pressed.
    """

    acted = Signal()

    def __init__(
        self,
        icon: IconName = "info",
        heading: str = "",
        text: str = "",
        *,
        action: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon = IconLabel(icon, "muted", theme.Control.ICON_LARGE)
        self._heading = label("", "heading", wraps=True)
        self._text = label("", "muted", wraps=True)
        self.button = QPushButton(self)
        self.button.clicked.connect(self.acted)
        # A wrapping label that a layout aligns gets the height of one line; between two stretches it
        # gets what it needs.
        words = QWidget(self)
        words.setFixedWidth(_TEXT_WIDTH)
        lines = QVBoxLayout(words)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(theme.Spacing.S)
        for line in (self._heading, self._text):
            line.setAlignment(Qt.AlignmentFlag.AlignCenter)
            lines.addWidget(line)
        column = QVBoxLayout(self)
        column.setContentsMargins(
            theme.Spacing.XL, theme.Spacing.XL, theme.Spacing.XL, theme.Spacing.XL
        )
        column.setSpacing(theme.Spacing.S)
        column.addStretch(1)
        column.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(theme.Spacing.XS)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(words)
        row.addStretch()
        column.addLayout(row)
        column.addSpacing(theme.Spacing.S)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        self.say(icon, heading, text, action=action)

    @property
    def text(self) -> str:
        """All it says."""
        return "\n".join(filter(None, (self._heading.text(), self._text.text())))

    def say(self, icon: IconName, heading: str, text: str = "", *, action: str = "") -> None:
        """Show something else."""
        self._icon.show_icon(icon, "muted")
        self._heading.setText(heading)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        self.button.setText(action)
        self.button.setVisible(bool(action))
        self.setAccessibleName(self.text)
