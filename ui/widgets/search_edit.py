"""A field for words to look for, with a cross that empties it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QCursor, QPainter

from ui import icons, theme
from ui.widgets.icon_button import IconButton
from ui.widgets.leading_edit import LeadingEdit

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

_ICON = theme.Control.ICON_SMALL
#: From the field's edge to its icon, in logical pixels.
_INSET = theme.Spacing.M


class SearchEdit(LeadingEdit):
    """Esc empties it; where it is empty already, Esc is somebody else's.

    Attributes:
        clear_button: inside the field, at its end, while there is something to clear.

    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.clear_button = IconButton("close", self.tr("Clear (Esc)"), size=_ICON, parent=self)
        self.clear_button.setObjectName(f"{name}.clear")
        # By key it is Esc; Tab has better places to go to.
        self.clear_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # The plain arrow, over a field that has the cursor for text.
        self.clear_button.setCursor(QCursor())
        self.clear_button.hide()
        self.clear_button.clicked.connect(self.clear)
        self.textChanged.connect(lambda text: self.clear_button.setVisible(bool(text)))
        theme.changed.connect(self.update)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Empty the field at Esc."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the field, then the glass before its text."""
        super().paintEvent(event)
        left = self.width() - _INSET - _ICON if self.isRightToLeft() else _INSET
        place = QRectF(left, (self.height() - _ICON) // 2, _ICON, _ICON)
        icons.paint(QPainter(self), "search", place, theme.colour("muted"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep both in their places."""
        super().resizeEvent(event)
        room = self.clear_button.sizeHint()
        inset = (self.height() - room.height()) // 2
        before, after = _ICON + theme.Spacing.XS, room.width() - theme.Spacing.XS
        if self.isRightToLeft():
            self.setTextMargins(after, 0, before, 0)
            left = inset
        else:
            self.setTextMargins(before, 0, after, 0)
            left = self.width() - inset - room.width()
        self.clear_button.setGeometry(left, inset, room.width(), room.height())
