"""What a page shows where there is nothing to show, or nothing to be had."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.icon_label import IconLabel
from ui.widgets.labels import label

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from ui.icons import IconName

_TEXT_WIDTH = 380


class EmptyState(QWidget):
    """An icon, a heading, a sentence and perhaps one button, in the middle.

    Its parts are made when it is first seen: every page has some of these, and few are ever shown.

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
        button_name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """`button_name` is the button's object name."""
        super().__init__(parent)
        self._button_name = button_name
        self._parts: _Parts | None = None
        self.say(icon, heading, text, action=action)

    @property
    def text(self) -> str:
        """All it says."""
        return "\n".join(filter(None, (self._said.heading, self._said.text)))

    @property
    def button(self) -> QPushButton:
        """The button, hidden where there is nothing to press."""
        return self._made().button

    def say(self, icon: IconName, heading: str, text: str = "", *, action: str = "") -> None:
        """Show something else."""
        self._said = _Said(icon, heading, text, action)
        self.setAccessibleName(self.text)
        if self._parts is not None:
            self._parts.tell(self._said)

    def showEvent(self, event: QShowEvent) -> None:
        """Make what is to be seen."""
        self._made()
        super().showEvent(event)

    def _made(self) -> _Parts:
        if self._parts is None:
            self._parts = _Parts(self)
            self._parts.button.setObjectName(self._button_name)
            self._parts.button.clicked.connect(self.acted)
            self._parts.tell(self._said)
        return self._parts


class _Said(NamedTuple):
    icon: IconName
    heading: str
    text: str
    action: str


class _Parts:
    """What an empty state is made of, laid out in `page`."""

    def __init__(self, page: QWidget) -> None:
        self._icon = IconLabel("info", "muted", theme.Control.ICON_LARGE, page)
        # A wrapping label that a layout aligns gets the height of one line; between two stretches it
        # gets what it needs.
        self._words = QWidget(page)
        self._words.setFixedWidth(_TEXT_WIDTH)
        self._heading = label("", "heading", wraps=True, parent=self._words)
        self._text = label("", "muted", wraps=True, parent=self._words)
        self.button = QPushButton(page)
        lines = QVBoxLayout(self._words)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(theme.Spacing.S)
        for line in (self._heading, self._text):
            line.setAlignment(Qt.AlignmentFlag.AlignCenter)
            lines.addWidget(line)
        column = QVBoxLayout(page)
        column.setContentsMargins(
            theme.Spacing.XL, theme.Spacing.XL, theme.Spacing.XL, theme.Spacing.XL
        )
        column.setSpacing(theme.Spacing.S)
        column.addStretch(1)
        column.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(theme.Spacing.XS)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(self._words)
        row.addStretch()
        column.addLayout(row)
        column.addSpacing(theme.Spacing.S)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        # Qt shows by itself what is put into a page that is seen, but only in its next turn.
        for part in (self._icon, self._words, self._heading):
            part.show()

    def tell(self, said: _Said) -> None:
        self._icon.show_icon(said.icon, "muted")
        self._heading.setText(said.heading)
        self._text.setText(said.text)
        self._text.setVisible(bool(said.text))
        self.button.setText(said.action)
        self.button.setVisible(bool(said.action))
