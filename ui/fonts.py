"""The bundled fonts: nothing of ours is drawn with a font that a machine may lack."""

from __future__ import annotations

import logging

from PySide6.QtGui import QFontDatabase

import resources

_log = logging.getLogger(__name__)

_LATIN, _ARABIC = "IBM Plex Sans", "IBM Plex Sans Arabic"

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
_families: list[str] = [_LATIN, _ARABIC]


def load() -> None:
    """Make the bundled fonts known to Qt, once a process; needs a QGuiApplication."""
    if _loaded:
        return
    for name in FILES:
        font_id = QFontDatabase.addApplicationFont(str(resources.font(name)))
        if font_id < 0:
            _log.error("a bundled font cannot be read", extra={"font": name})
        _loaded.append(font_id)


def families() -> list[str]:
    """Return both families; the second has what the first one lacks.

    The first one tells how high a line is, and Arabic letters want more room. All digits in both
    are equally wide.
    """
    return list(_families)


def prefer_arabic(preferred: bool) -> None:  # noqa: FBT001 (a setter like Qt's own)
    """Draw with the Arabic family first, or with the Latin one."""
    _families.sort(key=lambda name: (name == _ARABIC) is not preferred)
