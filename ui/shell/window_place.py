"""Where the window stands, kept over restarts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray

from ui import theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.preferences import Preferences

_GEOMETRY = "window/geometry"


def restore(window: QWidget, preferences: Preferences) -> None:
    """Stand where the window stood last time; at first in the usual size, as the screen allows."""
    window.setMinimumSize(theme.Control.WINDOW_MIN_WIDTH, theme.Control.WINDOW_MIN_HEIGHT)
    room = window.screen().availableGeometry()
    # A window manager puts a frame around it, about as high as a button.
    height = room.height() - theme.Control.BUTTON
    window.resize(
        min(theme.Control.WINDOW_WIDTH, room.width()), min(theme.Control.WINDOW_HEIGHT, height)
    )
    place = preferences.blob(_GEOMETRY)
    if place:
        window.restoreGeometry(QByteArray(place))


def keep(window: QWidget, preferences: Preferences) -> None:
    """Remember where the window stands."""
    preferences.set_blob(_GEOMETRY, bytes(window.saveGeometry().data()))
    preferences.save()
