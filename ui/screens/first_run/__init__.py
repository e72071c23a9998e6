"""The first page of a computer that knows no bank yet: try the demo, or connect."""

from ui.screens.first_run.screen import Connecting, FirstRunScreen

__all__ = ["Connecting", "FirstRunScreen"]
