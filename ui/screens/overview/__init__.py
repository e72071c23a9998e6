"""The bank's day at a glance: tills, money, vault, books."""

from __future__ import annotations

from ui.screens.overview.screen import OverviewScreen

__all__ = ["OverviewScreen"]
