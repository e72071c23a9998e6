"""The administration screen: who works here, and the rules that payments and tellers go by."""

from __future__ import annotations

from ui.screens.administration.screen import AdministrationScreen

__all__ = ["AdministrationScreen"]
