"""An icon that is no button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui import icons, theme

if TYPE_CHECKING:
    from ui.icons import IconName


class IconLabel(QWidget):
    """Draws one icon in the palette's colour; its words stand beside it, so it has no name."""

    def __init__(
        self,
        name: IconName,
        role: theme.ColourRole = "text",
        size: int = theme.Control.ICON,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._name: IconName = name
        self._role: theme.ColourRole = role
        self._size = int(size)
        self.setFixedSize(self._size, self._size)
        self.setAttribute(QtCore.Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        theme.changed.connect(self.update)

    def show_icon(self, name: IconName, role: theme.ColourRole) -> None:
        """Show another icon or colour."""
        self._name, self._role = name, role
        self.update()

    def sizeHint(self) -> QSize:
        """Return the icon's size."""
        return QSize(self._size, self._size)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the icon."""
        del event
        painter = QPainter(self)
        role: theme.ColourRole = self._role if self.isEnabled() else "disabled_text"
        icons.paint(painter, self._name, QRectF(0, 0, self._size, self._size), theme.colour(role))
