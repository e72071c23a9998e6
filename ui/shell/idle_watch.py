"""Knows for how long nobody has touched this program's windows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from ui import clock, lock_time

if TYPE_CHECKING:
    from PySide6.QtGui import QWindow

    from ui.preferences import Preferences

#: How often it looks. It is also how late it may be.
LOOK_EVERY_MS = 1000
_SECONDS_IN_MINUTE = 60
_TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.InputMethod,
    }
)


class IdleWatch(QObject):
    """Looks every second whether the chosen time has passed since the last key or mouse move.

    Signals:
        idle(): it has; emitted once, until `start` is called again.

    """

    idle = Signal()

    def __init__(self, preferences: Preferences, parent: QObject) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._touched_at = clock.seconds()
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.focusWindowChanged.connect(self._on_window)
        self._on_window(app.focusWindow())

    def start(self) -> None:
        """Count from now."""
        self._touched_at = clock.seconds()
        self._timer.start()

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()

    def look(self) -> bool:
        """Tell, by signal too, whether nobody has been there for the whole time."""
        if not self._timer.isActive():
            return False
        limit_s = lock_time.minutes(self._preferences) * _SECONDS_IN_MINUTE
        if clock.seconds() - self._touched_at < limit_s:
            return False
        self.stop()
        self.idle.emit()
        return True

    def _on_window(self, window: QWindow | None) -> None:
        # Keys and clicks reach the window before any widget: few events, seen once.
        if window is not None:
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Learn that somebody is there; swallow what comes after the time, as after a sleep."""
        del watched
        if event.type() not in _TOUCHES:
            return False
        # What came too late was meant for a page that is not to be seen any more.
        if self.look():
            return True
        self._touched_at = clock.seconds()
        return False
