"""Whether amounts are hidden from whoever looks over the shoulder; kept over restarts."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.preferences import Preferences

_NAME = "hide_amounts"


def amounts_hidden(preferences: Preferences) -> bool:
    """Tell whether this person wants amounts masked on this computer."""
    return preferences.flag(_NAME)


def hide_amounts(preferences: Preferences, *, hidden: bool) -> None:
    """Keep that wish, also for the next start."""
    preferences.set_flag(_NAME, hidden)
