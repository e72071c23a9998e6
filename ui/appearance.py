"""Which palette is worn on this computer: chosen in one place, kept over restarts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from ui import theme

if TYPE_CHECKING:
    from ui.preferences import Preferences

_SCHEME = "window/theme"


def chosen_scheme(preferences: Preferences) -> theme.Scheme:
    """Return the palette that was chosen on this computer; as the system has it at first."""
    kept = preferences.text(_SCHEME, theme.Scheme.SYSTEM.value)
    return theme.Scheme(kept) if kept in set(theme.Scheme) else theme.Scheme.SYSTEM


def choose_scheme(preferences: Preferences, scheme: theme.Scheme) -> None:
    """Remember the palette."""
    preferences.set_text(_SCHEME, scheme.value)


def wear(preferences: Preferences, scheme: theme.Scheme) -> None:
    """Remember the palette and put it on at once."""
    choose_scheme(preferences, scheme)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, scheme)
