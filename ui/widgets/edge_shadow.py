"""The shadow that something lying over a page throws on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter
from PySide6.QtWidgets import QWidget

from ui import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_WIDTH = int(theme.Control.SHADOW)


class EdgeShadow(QWidget):
    """Falls on the parent of `thrower`, along its leading edge, and goes wherever that goes.

    Painted, as Qt's own effect would draw the whole thrower once more at each of its paints.
    """

    def __init__(self, thrower: QWidget) -> None:
        super().__init__(thrower.parentWidget())
        self._thrower = thrower
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        theme.changed.connect(self.update)
        thrower.installEventFilter(self)

    def _follow(self) -> None:
        edge = self._thrower.geometry()
        left = edge.left() + edge.width() if self.isRightToLeft() else edge.left() - _WIDTH
        self.setGeometry(QRect(left, edge.top(), _WIDTH, edge.height()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Come, go and move with what throws it."""
        kind = event.type()
        if kind in {QEvent.Type.Move, QEvent.Type.Resize}:
            self._follow()
        elif kind is QEvent.Type.Show:
            self._follow()
            self.stackUnder(self._thrower)
            self.show()
        elif kind is QEvent.Type.ZOrderChange:
            self.stackUnder(self._thrower)
        elif kind is QEvent.Type.Hide:
            self.hide()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fade away from the edge."""
        near, far = QPointF(self.width(), 0), QPointF(0, 0)
        if self.isRightToLeft():
            near, far = far, near
        shade = theme.colour("shadow")
        gone, half = QColor(shade), QColor(shade)
        gone.setAlpha(0)
        # Shadows end softly: a straight fade shows where it stops.
        half.setAlpha(shade.alpha() // 3)
        gradient = QLinearGradient(near, far)
        for place, colour in ((0, shade), (0.4, half), (1, gone)):
            gradient.setColorAt(place, colour)
        QPainter(self).fillRect(event.rect(), gradient)
