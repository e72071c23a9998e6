"""Whether somebody sits before the window, for whatever must not count as told to nobody."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from collections.abc import Callable


class Presence(QObject):
    """Of the one window of this program."""

    def __init__(self) -> None:
        super().__init__()
        self._is_away = False
        self._due: list[Callable[[], object]] = []

    def once_seen(self, call: Callable[[], object]) -> None:
        """Call it now or, behind the lock, once that is gone; never where the session ends there."""
        if self._is_away:
            self._due.append(call)
        else:
            call()

    def leave(self) -> None:
        """Note that the window is being locked."""
        self._is_away = True

    def come_back(self) -> None:
        """Note that its person has unlocked it."""
        self._is_away = False
        due, self._due = self._due, []
        for call in due:
            call()

    def end(self) -> None:
        """Note that the session ended behind the lock: nobody has seen what happened there."""
        self._is_away = False
        self._due = []


@cache
def presence() -> Presence:
    """Return the program's one."""
    return Presence()
