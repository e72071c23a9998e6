"""A button that is an icon only, with a name for whoever cannot see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton, QWidget

from ui import icons, theme

if TYPE_CHECKING:
    from ui.icons import IconName


class IconButton(QToolButton):
    """A quiet square button of 28 px; `text` is its tool tip and its accessible name."""

    def __init__(
        self,
        name: IconName,
        text: str,
        *,
        role: theme.ColourRole = "muted",
        size: int = theme.Control.ICON,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._role: theme.ColourRole = role
        self._size = int(size)
        theme.mark(self, role="icon")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.say(name, text)

    def say(self, name: IconName, text: str) -> None:
        """Show another icon with another meaning."""
        icons.assign(self, name, self._role, self._size)
        self.setToolTip(text)
        self.setAccessibleName(text)
