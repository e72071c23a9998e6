"""How everything looks: hands out the tokens, builds the palette and the style sheet from them.

Vocabulary of dynamic properties, which the style sheet selects by (set them with `mark`):

=============  ==================================================================================
QLabel         ``kind`` = title | heading | strong | body | muted | caption | figure | field |
               danger | warn | credit (no ``kind``: body)
QPushButton    ``role`` = primary | danger | quiet | link | chip | segment (one of a few, side by
               side; none: plain, with a border);
               ``busy`` = true while it works
QToolButton    ``role`` = icon | nav
QFrame         ``surface`` = page | card | side | drawer | popup | banner | badge | dot | toast |
               error | selected;
               ``tone`` = neutral | accent | credit | warn | danger (banner, badge, dot, toast)
QLineEdit …    ``invalid`` = true beside an error; ``size`` = large for an amount
QScrollArea    ``surface`` = page (no frame, the page's ground)
=============  ==================================================================================

Words of buttons stay the same height everywhere: `Control.BUTTON` and `Control.FIELD`.
"""

from __future__ import annotations

import os
from enum import StrEnum
from string import Template
from typing import get_args

from PySide6 import QtCore
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QWidget

import resources
from ui import fonts, properties
from ui.tokens import (
    DARK,
    LIGHT,
    ColourRole,
    Control,
    Palette,
    Paper,
    PaperSize,
    Radius,
    RowHeight,
    Spacing,
    TypeSize,
    Weight,
)

__all__ = [
    "DARK",
    "LIGHT",
    "ColourRole",
    "Control",
    "Palette",
    "Paper",
    "PaperSize",
    "Radius",
    "RowHeight",
    "Scheme",
    "Spacing",
    "TypeSize",
    "Weight",
    "apply",
    "changed",
    "colour",
    "current",
    "font",
    "is_dark",
    "lay_ground",
    "mark",
    "paper_font",
    "prepare",
    "put_on_sheet",
    "renew_font",
    "scheme",
]


_STYLE = "Fusion"
#: Drawings that only a style sheet can place: one for each palette.
_PICTURES = ("chevron", "tick", "chosen")
_STYLE_VARIABLE = "QT_STYLE_OVERRIDE"


class Scheme(StrEnum):
    """Which palette somebody wants."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class _State(QObject):
    """What is in force, and who wants to know when it changes."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.scheme = Scheme.SYSTEM
        self.palette = LIGHT
        #: Whose colours are in the style sheet that is on; None before the first one.
        self.worn: Palette | None = None
        self.steady = False
        self.follows_system = False

    def on_system_scheme(self) -> None:
        """Follow the desktop, unless a palette was chosen."""
        app = QApplication.instance()
        if self.scheme is Scheme.SYSTEM and isinstance(app, QApplication):
            apply(app)


_state = _State()
#: Emitted after another palette was put on: what paints by itself paints again.
changed = _state.changed


def prepare() -> None:
    """Choose the style before the QApplication is made, which is 9 ms faster than after."""
    os.environ[_STYLE_VARIABLE] = _STYLE


def lay_ground(
    app: QApplication, scheme: Scheme = Scheme.SYSTEM, *, steady: bool | None = None
) -> None:
    """Put on fonts, style and palette, without the style sheet.

    Widgets take these over as they are made: until the event loop runs, Qt tells those that exist
    nothing of a new font. `steady` draws letters the same everywhere, for pictures: without hinting
    and whatever this screen's colours of a pixel are; None leaves that as it was.
    """
    fonts.load()
    if steady is not None:
        _state.steady = steady
    app.setFont(font())
    if os.environ.get(_STYLE_VARIABLE) != _STYLE:
        app.setStyle(_STYLE)
    _state.palette = DARK if _wants_dark(app, scheme) else LIGHT
    app.setPalette(_qt_palette(_state.palette))


def renew_font(app: QApplication) -> None:
    """Put the font on again: another language is drawn with another family first."""
    app.setFont(font())


def apply(app: QApplication, scheme: Scheme = Scheme.SYSTEM, *, steady: bool | None = None) -> None:
    """Put on everything; call again to switch at run time."""
    lay_ground(app, scheme, steady=steady)
    put_on_sheet(app)


def put_on_sheet(app: QApplication) -> None:
    """Put on the style sheet that goes with the palette.

    Widgets that are put together under a style sheet are styled again at each step: a first window
    is built between `lay_ground` and this.
    """
    if _state.worn is _state.palette:
        return
    _state.worn = _state.palette
    app.setStyleSheet(style_sheet(_state.palette))
    _state.changed.emit()


#: As Qt.ColorScheme has them.
_QT_SCHEMES = {Scheme.SYSTEM: "Unknown", Scheme.LIGHT: "Light", Scheme.DARK: "Dark"}


def _wants_dark(app: QApplication, scheme: Scheme) -> bool:
    """Tell Qt what was chosen, and tell whether that is the dark palette now."""
    hints = app.styleHints()
    is_first = not _state.follows_system
    if is_first:
        hints.colorSchemeChanged.connect(_state.on_system_scheme)
        _state.follows_system = True
    if scheme is not _state.scheme:
        _state.scheme = scheme
        properties.put(hints, colorScheme=_QT_SCHEMES[scheme])
    if scheme is not Scheme.SYSTEM:
        return scheme is Scheme.DARK
    if is_first:
        # The palette is still the desktop's: asking it spares the Qt namespace (`ui.properties`).
        worn = app.palette()
        return worn.windowText().color().lightness() > worn.window().color().lightness()
    # Unknown (bare X11 tells nothing) is taken as light.
    return hints.colorScheme() is QtCore.Qt.ColorScheme.Dark


def current() -> Palette:
    """Return the palette that is in force."""
    return _state.palette


def scheme() -> Scheme:
    """Return what was chosen (which may be: as the system has it)."""
    return _state.scheme


def is_dark() -> bool:
    """Tell whether the dark palette is in force."""
    return _state.palette is DARK


def colour(role: ColourRole) -> QColor:
    """Return the colour that `role` has now; ask again after `changed`."""
    return QColor(getattr(_state.palette, role))


def font(size: TypeSize = TypeSize.BODY, weight: Weight = Weight.REGULAR) -> QFont:
    """Return the bundled font at `size` logical pixels."""
    made = QFont()
    made.setFamilies(fonts.families())
    made.setPixelSize(int(size))
    made.setWeight(QFont.Weight(int(weight)))
    if _state.steady:
        made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        made.setStyleStrategy(QFont.StyleStrategy.NoSubpixelAntialias)
    return made


def paper_font(size: PaperSize, weight: Weight, *, unit: float) -> QFont:
    """Return the bundled font at `size` points, where a point is `unit` dots of a printer or a picture."""
    made = QFont()
    made.setFamilies(fonts.families())
    made.setPixelSize(round(size * unit))
    made.setWeight(QFont.Weight(int(weight)))
    # Dots are fine: glyphs stand where they are designed to.
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


def mark(widget: QWidget, **properties: str | bool) -> None:
    """Set dynamic properties that the style sheet selects by, and let them take effect."""
    before = {name: widget.property(name) for name in properties}
    if before == properties:
        return
    for name, value in properties.items():
        widget.setProperty(name, value)
    # Before there is a sheet, nothing is styled yet.
    if _state.worn is not None and widget.testAttribute(
        QtCore.Qt.WidgetAttribute.WA_WState_Polished
    ):
        # What is inside may be chosen by this widget's property too.
        for each in (widget, *widget.findChildren(QWidget)):
            style = each.style()
            style.unpolish(each)
            style.polish(each)
            each.update()


def style_sheet(palette: Palette) -> str:
    """Return the style sheet with the tokens of `palette` in it."""
    values = {role: _as_qss(getattr(palette, role)) for role in get_args(ColourRole)}
    for kind in (Spacing, Radius, TypeSize, Control):
        values |= {f"{kind.__name__.lower()}_{m.name.lower()}": f"{m.value}px" for m in kind}
    images = "dark" if palette is DARK else "light"
    for picture in _PICTURES:
        values[picture] = resources.style_image(f"{picture}-{images}").as_posix()
    return Template(resources.style_sheet().read_text(encoding="utf-8")).substitute(values)


def _as_qss(value: str) -> str:
    made = QColor(value)
    return f"rgba({made.red()}, {made.green()}, {made.blue()}, {made.alpha()})"


def _qt_palette(palette: Palette) -> QPalette:
    """Return our colours by Qt's roles, for what the style sheet does not reach."""
    role = QPalette.ColorRole
    made = QPalette()
    for qt_role, value in (
        (role.Window, palette.bg),
        (role.WindowText, palette.text),
        (role.Base, palette.surface),
        (role.AlternateBase, palette.hover),
        (role.Text, palette.text),
        (role.Button, palette.surface),
        (role.ButtonText, palette.text),
        (role.BrightText, palette.danger),
        (role.Highlight, palette.accent_soft),
        (role.HighlightedText, palette.text),
        (role.Link, palette.accent),
        (role.LinkVisited, palette.accent),
        (role.PlaceholderText, palette.muted),
        (role.ToolTipBase, palette.text),
        (role.ToolTipText, palette.surface),
        (role.Accent, palette.accent),
        (role.Light, palette.surface),
        (role.Midlight, palette.hover),
        (role.Mid, palette.line),
        (role.Dark, palette.control_line),
        (role.Shadow, palette.muted),
    ):
        made.setColor(qt_role, QColor(value))
    for qt_role in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, qt_role, QColor(palette.disabled_text))
    return made
