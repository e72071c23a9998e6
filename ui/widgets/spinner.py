"""A small turning arc: something is under way."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import theme

_FRAME_MS = 50
_STEP_DEGREES = 20
_ARC_DEGREES = 100
_SIXTEENTHS = 16  # QPainter counts sixteenths of a degree
_STROKE = 2
#: How much of the arc's colour the ring has.
_TRACK = 0.2


class Spinner(QWidget):
    """Turns while it is visible, and costs nothing while it is not."""

    def __init__(
        self,
        role: theme.ColourRole = "accent",
        size: int = theme.Control.ICON_SMALL,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._role: theme.ColourRole = role
        self._size = int(size)
        self._angle = 90
        self._timer = QTimer(self)
        self._timer.setInterval(_FRAME_MS)
        self._timer.timeout.connect(self._on_frame)
        self.setFixedSize(self._size, self._size)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def _on_frame(self) -> None:
        self._angle = (self._angle - _STEP_DEGREES) % 360
        self.update()

    def sizeHint(self) -> QSize:
        """Return its size."""
        return QSize(self._size, self._size)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to turn."""
        super().showEvent(event)
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest."""
        super().hideEvent(event)
        self._timer.stop()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the arc, on a faint ring that it runs along."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QRectF(self.rect()).adjusted(_STROKE, _STROKE, -_STROKE, -_STROKE)
        track = theme.colour(self._role)
        track.setAlphaF(_TRACK)
        painter.setPen(QPen(track, _STROKE))
        painter.drawEllipse(room)
        pen = QPen(theme.colour(self._role), _STROKE)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawArc(room, self._angle * _SIXTEENTHS, _ARC_DEGREES * _SIXTEENTHS)
