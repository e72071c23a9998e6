"""What a coloured note means, and the icon and the colour that say so."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.icons import IconName
    from ui.theme import ColourRole


class Tone(StrEnum):
    """The meaning of a banner, badge or toast."""

    NEUTRAL = "neutral"
    ACCENT = "accent"
    CREDIT = "credit"
    WARN = "warn"
    DANGER = "danger"


ICON_OF: dict[Tone, IconName] = {
    Tone.NEUTRAL: "info",
    Tone.ACCENT: "info",
    Tone.CREDIT: "check",
    Tone.WARN: "warning",
    Tone.DANGER: "error",
}

INK_OF: dict[Tone, ColourRole] = {
    Tone.NEUTRAL: "text",
    Tone.ACCENT: "accent",
    Tone.CREDIT: "credit",
    Tone.WARN: "warn",
    Tone.DANGER: "danger",
}
