"""Whether somebody sits before the window, for whatever must not count as told to nobody."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QObject, Signal


class Presence(QObject):
    """Of the one window of this program.

    Attributes:
        is_away: the window is locked.

    Signals:
        back(): it is locked no more, and what happened behind the lock is in view.

    """

    back = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.is_away = False

    def leave(self) -> None:
        """Note that the window is being locked."""
        self.is_away = True

    def come_back(self) -> None:
        """Note that its person has unlocked it."""
        self.is_away = False
        self.back.emit()

    def end(self) -> None:
        """Note that the session ended behind the lock: nobody has seen what happened there."""
        self.is_away = False


@cache
def presence() -> Presence:
    """Return the program's one."""
    return Presence()
