"""The teller's own till, from its opening to its closing."""

from __future__ import annotations

from ui.screens.till.screen import TillScreen

__all__ = ["TillScreen"]
