"""What a person sets for themselves: password, where they are signed in, lock and theme."""

from ui.screens.settings.screen import SettingsScreen

__all__ = ["SettingsScreen"]
