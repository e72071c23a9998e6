"""A time for which the bank takes no password, counted down."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from ui import clock

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_TICK_MS = 250


class Pause(QObject):
    """Counts whole seconds down, several times a second so that none is told late.

    Signals:
        ticked(int): so many seconds are left; 0 once, when it is over.

    """

    ticked = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._until = 0.0
        self._tick = QTimer(self)
        self._tick.setInterval(_TICK_MS)
        self._tick.timeout.connect(self._on_tick)

    @property
    def seconds_left(self) -> int:
        """How many whole seconds are left; 0 when there is no pause."""
        return max(0, math.ceil(self._until - clock.seconds()))

    def begin(self, seconds: float) -> None:
        """Count down from so many seconds."""
        self._until = clock.seconds() + seconds
        self._tick.start()

    def stop(self) -> None:
        """Count no more; what is left is still known."""
        self._tick.stop()

    def _on_tick(self) -> None:
        left = self.seconds_left
        if not left:
            self._tick.stop()
        self.ticked.emit(left)
