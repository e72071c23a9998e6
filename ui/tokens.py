"""The design's values: colours, spaces, sizes. The only place where a literal of either may stand.

`ui.theme` hands them out; screens name a role (`muted`), never a value.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import Literal

ColourRole = Literal[
    "bg",
    "surface",
    "line",
    "control_line",
    "text",
    "muted",
    "accent",
    "accent_hover",
    "accent_pressed",
    "accent_soft",
    "on_accent",
    "hover",
    "pressed",
    "disabled_bg",
    "disabled_text",
    "focus",
    "credit",
    "danger",
    "danger_soft",
    "danger_pressed",
    "warn",
    "warn_soft",
    "scrim",
    "shadow",
    "plot_fill",
]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Palette:
    """One set of colours, each as ``#RRGGBB`` or, where it lets through, ``#AARRGGBB``.

    Attributes:
        bg: the ground of a page.
        surface: cards, side bar, fields, dialogs.
        line: hairlines between things; tells nothing alone, so needs no contrast.
        control_line: the edge of a field; 3:1 on `surface`.
        muted: secondary text; 4.5:1 on `bg`, `surface`, `hover` and `pressed`.
        accent_soft: the ground of what is selected.
        disabled_text: what cannot be used now; pale on purpose, 2:1 on its ground.
        focus: the ring of keyboard focus; 3:1 on `bg` and `surface`.
        credit: money that came in, and what went well.
        scrim: over the page behind a dialog.
        shadow: on the page beside a drawer, darkest at its edge.
        plot_fill: under the line of a plot.

    """

    bg: str
    surface: str
    line: str
    control_line: str
    text: str
    muted: str
    accent: str
    accent_hover: str
    accent_pressed: str
    accent_soft: str
    on_accent: str
    hover: str
    pressed: str
    disabled_bg: str
    disabled_text: str
    focus: str
    credit: str
    danger: str
    danger_soft: str
    danger_pressed: str
    warn: str
    warn_soft: str
    scrim: str
    shadow: str
    plot_fill: str


LIGHT = Palette(
    bg="#F5F6F8",
    surface="#FFFFFF",
    line="#E2E5EA",
    control_line="#8A96A3",
    text="#14202B",
    muted="#5A6877",
    accent="#0B6E6A",
    accent_hover="#095C59",
    accent_pressed="#074A47",
    accent_soft="#E3F1F0",
    on_accent="#FFFFFF",
    hover="#EEF1F4",
    pressed="#E2E7EC",
    disabled_bg="#EEF1F4",
    disabled_text="#98A3AE",
    focus="#0B6E6A",
    credit="#0A7446",
    danger="#A3271F",
    danger_soft="#FCEBEA",
    danger_pressed="#F6D5D2",
    warn="#8A5A00",
    warn_soft="#FFF4DC",
    scrim="#8014202B",
    shadow="#2414202B",
    plot_fill="#260B6E6A",
)

DARK = Palette(
    bg="#0F151B",
    surface="#171F27",
    line="#28333E",
    control_line="#64727F",
    text="#E9EEF3",
    muted="#9BA9B7",
    accent="#4CC2B8",
    accent_hover="#66D0C7",
    accent_pressed="#38ACA2",
    accent_soft="#17332F",
    on_accent="#06201E",
    hover="#1E2832",
    pressed="#26323D",
    disabled_bg="#1E2832",
    disabled_text="#5F6C79",
    focus="#4CC2B8",
    credit="#5BD39A",
    danger="#FF8A80",
    danger_soft="#3A1D1B",
    danger_pressed="#4A2724",
    warn="#F2C063",
    warn_soft="#33290F",
    scrim="#A6060A0E",
    shadow="#B3060A0E",
    plot_fill="#264CC2B8",
)


class Spacing(IntEnum):
    """Distances, in logical pixels."""

    XS = 4
    S = 8
    M = 12
    L = 16
    XL = 24


class Radius(IntEnum):
    """Corners, in logical pixels."""

    SMALL = 6
    CONTROL = 8
    CARD = 10


class TypeSize(IntEnum):
    """Heights of type, in logical pixels."""

    CAPTION = 12
    BODY = 14
    HEADING = 16
    TITLE = 24
    FIGURE = 30


class Weight(IntEnum):
    """Weights of the bundled fonts (the OpenType scale, as QFont's)."""

    REGULAR = 400
    MEDIUM = 500
    SEMIBOLD = 600


class RowHeight(IntEnum):
    """Heights of a row in a list, in logical pixels."""

    CUSTOMER = 42
    STAFF = 32


class PaperSize(IntEnum):
    """Heights of type on paper, in points."""

    CAPTION = 7
    BODY = 8
    HEADING = 10
    FIGURE = 12
    TITLE = 17


class Paper(IntEnum):
    """Distances on a page of paper, in points."""

    MARGIN = 45
    GAP = 6
    LINE = 12
    COLUMN = 70
    REASON = 110
    DATE = 98


class Control(IntEnum):
    """Heights of controls and widths of fixed parts, in logical pixels."""

    BUTTON = 38
    FIELD = 40
    SIDE_BAR = 208
    SIDE_ITEM = 38
    ICON = 20
    ICON_SMALL = 16
    ICON_LARGE = 40
    FORM = 560
    LOGIN_CARD = 420
    TOAST = 360
    DRAWER = 380
    SHADOW = 24
    DOT = 8
    FOCUS_RING = 2
    FOCUS_GAP = 2
    SCROLL_BAR = 12
    WINDOW_WIDTH = 1280
    WINDOW_HEIGHT = 800
    WINDOW_MIN_WIDTH = 1024
    WINDOW_MIN_HEIGHT = 640
