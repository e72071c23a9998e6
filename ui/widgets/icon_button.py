"""A button that is an icon only, with a name for whoever cannot see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QToolButton, QWidget

from ui import icons, properties, theme

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
        self._name: IconName = name
        self._role: theme.ColourRole = role
        self._size = int(size)
        self.setIconSize(QSize(self._size, self._size))
        theme.mark(self, role="icon")
        properties.put(self, focusPolicy="StrongFocus")
        theme.changed.connect(self.update)
        self.say(name, text)

    def say(self, name: IconName, text: str) -> None:
        """Show another icon with another meaning."""
        self._name = name
        self.setToolTip(text)
        self.setAccessibleName(text)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the icon over the button's ground."""
        super().paintEvent(event)
        place = QRectF(0, 0, self._size, self._size)
        place.moveCenter(QRectF(self.rect()).center())
        # To a whole pixel, as Qt places icons: a line between two would be blurred.
        place.moveTo(place.topLeft().toPoint())
        ink: theme.ColourRole = self._role if self.isEnabled() else "disabled_text"
        icons.paint(QPainter(self), self._name, place, theme.colour(ink))
