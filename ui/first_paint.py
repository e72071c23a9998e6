"""Tells when a window has been painted once: whatever else a start has to do can wait for that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


_PATIENCE_MS = 1000


class FirstPaint(QObject):
    """Waits for the first paint of one window.

    Signals:
        done(): painted; emitted once, from the event loop.

    """

    done = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._is_done = False
        window.installEventFilter(self)
        # A window that is covered whole gets no paint event of its own; nothing may wait for ever.
        QTimer.singleShot(_PATIENCE_MS, self._tell)

    def _tell(self) -> None:
        if not self._is_done:
            self._is_done = True
            self._window.removeEventFilter(self)
            self.done.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look for the first paint event; never swallow one."""
        if event.type() is QEvent.Type.Paint:
            watched.removeEventFilter(self)
            # Behind the paint events of the window's children.
            QTimer.singleShot(0, self._tell)
        return False
