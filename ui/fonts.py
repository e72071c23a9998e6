"""The bundled fonts: nothing of ours is drawn with a font that a machine may lack."""

from __future__ import annotations

import logging

from PySide6.QtGui import QFontDatabase

import resources

_log = logging.getLogger(__name__)

#: Latin first, Arabic for what the first one lacks. All digits in both are equally wide.
FAMILIES = ("IBM Plex Sans", "IBM Plex Sans Arabic")

#: All six are loaded before the first paint: after the font database is up (which any text needs)
#: each costs 0.4 ms, less than drawing the first page twice would.
FILES = (
    "IBMPlexSans-Regular",
    "IBMPlexSans-Medium",
    "IBMPlexSans-SemiBold",
    "IBMPlexSansArabic-Regular",
    "IBMPlexSansArabic-Medium",
    "IBMPlexSansArabic-SemiBold",
)

_loaded: list[int] = []


def load() -> None:
    """Make the bundled fonts known to Qt, once a process; needs a QGuiApplication."""
    if _loaded:
        return
    for name in FILES:
        font_id = QFontDatabase.addApplicationFont(str(resources.font(name)))
        if font_id < 0:
            _log.error("a bundled font cannot be read", extra={"font": name})
        _loaded.append(font_id)
