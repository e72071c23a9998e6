"""Whether the computer tells of news while the window is in the background; kept over restarts."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.preferences import Preferences

_NAME = "background_news"


def are_told(preferences: Preferences) -> bool:
    """Tell whether this person wants that on this computer; at first they do."""
    return preferences.flag(_NAME, default=True)


def tell(preferences: Preferences, *, wanted: bool) -> None:
    """Keep that wish, also for the next start."""
    preferences.set_flag(_NAME, wanted)
