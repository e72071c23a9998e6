"""The page of staff whose own screens are not part of this version."""

from ui.screens.home.screen import HomeScreen

__all__ = ["HomeScreen"]
