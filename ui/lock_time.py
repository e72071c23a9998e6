"""After how long without key or mouse the window locks; kept over restarts."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.preferences import Preferences

_NAME = "lock/minutes"
#: What can be chosen, in minutes.
CHOICES = (1, 2, 5, 10, 15)
_USUAL = 5


def minutes(preferences: Preferences) -> int:
    """Return what this person has chosen on this computer; 5 at first, or where it is spoilt."""
    kept = preferences.text(_NAME)
    return next((each for each in CHOICES if str(each) == kept), _USUAL)


def choose(preferences: Preferences, minutes: int) -> None:
    """Keep another time; it holds at once. Raises ValueError for one that is no choice."""
    if minutes not in CHOICES:
        raise ValueError(minutes)
    preferences.set_text(_NAME, str(minutes))
