"""How everything looks: hands out the tokens, builds the palette and the style sheet from them.

Vocabulary of dynamic properties, which the style sheet selects by (set them with `mark`):

=============  ==================================================================================
QLabel         ``kind`` = title | heading | strong | body | muted | caption | figure | field |
               danger | warn | credit (no ``kind``: body)
QPushButton    ``role`` = primary | danger | quiet | link | chip (none: plain, with a border);
               ``busy`` = true while it works
QToolButton    ``role`` = icon | nav
QFrame         ``surface`` = page | card | side | banner | badge | toast | error | selected;
               ``tone`` = neutral | accent | credit | warn | danger (banner, badge, toast)
QLineEdit …    ``invalid`` = true beside an error; ``size`` = large for an amount
QScrollArea    ``surface`` = page (no frame, the page's ground)
=============  ==================================================================================

Words of buttons stay the same height everywhere: `Control.BUTTON` and `Control.FIELD`.
"""

from __future__ import annotations

import os
from dataclasses import asdict
from enum import StrEnum
from string import Template

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QWidget

import resources
from ui import fonts
from ui.tokens import (
    DARK,
    LIGHT,
    ColourRole,
    Control,
    Palette,
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
    "mark",
    "prepare",
    "scheme",
]


_STYLE = "Fusion"
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
        self.steady = False
        self.follows_system = False

    def on_system_scheme(self) -> None:
        """Follow the desktop, unless a palette was chosen."""
        app = QApplication.instance()
        if self.scheme is Scheme.SYSTEM and isinstance(app, QApplication):
            _put_on(app)


_state = _State()
#: Emitted after another palette was put on: what paints by itself paints again.
changed = _state.changed


def prepare() -> None:
    """Choose the style before the QApplication is made, which is 9 ms faster than after."""
    os.environ[_STYLE_VARIABLE] = _STYLE


def apply(app: QApplication, scheme: Scheme = Scheme.SYSTEM, *, steady: bool = False) -> None:
    """Put on fonts, style, palette and style sheet; call again to switch at run time.

    `steady` switches hinting off, so that pictures are the same on every machine.
    """
    _state.scheme = scheme
    _state.steady = steady
    fonts.load()
    app.setFont(font())
    if os.environ.get(_STYLE_VARIABLE) != _STYLE:
        app.setStyle(_STYLE)
    hints = app.styleHints()
    hints.setColorScheme(_QT_SCHEMES[scheme])
    if not _state.follows_system:
        hints.colorSchemeChanged.connect(_state.on_system_scheme)
        _state.follows_system = True
    _put_on(app)


_QT_SCHEMES = {
    Scheme.SYSTEM: Qt.ColorScheme.Unknown,
    Scheme.LIGHT: Qt.ColorScheme.Light,
    Scheme.DARK: Qt.ColorScheme.Dark,
}


def _put_on(app: QApplication) -> None:
    dark = _state.scheme is Scheme.DARK or (
        # Unknown (bare X11 tells nothing) is taken as light.
        _state.scheme is Scheme.SYSTEM and app.styleHints().colorScheme() is Qt.ColorScheme.Dark
    )
    palette = DARK if dark else LIGHT
    if palette is _state.palette and app.styleSheet():
        return
    _state.palette = palette
    app.setPalette(_qt_palette(palette))
    app.setStyleSheet(style_sheet(palette))
    _state.changed.emit()


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
    made.setFamilies(list(fonts.FAMILIES))
    made.setPixelSize(int(size))
    made.setWeight(QFont.Weight(int(weight)))
    if _state.steady:
        made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


def mark(widget: QWidget, **properties: str | bool) -> None:
    """Set dynamic properties that the style sheet selects by, and let them take effect."""
    before = {name: widget.property(name) for name in properties}
    if before == properties:
        return
    for name, value in properties.items():
        widget.setProperty(name, value)
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        # What is inside may be chosen by this widget's property too.
        for each in (widget, *widget.findChildren(QWidget)):
            style = each.style()
            style.unpolish(each)
            style.polish(each)
            each.update()


def style_sheet(palette: Palette) -> str:
    """Return the style sheet with the tokens of `palette` in it."""
    values = {name: _as_qss(value) for name, value in asdict(palette).items()}
    for kind in (Spacing, Radius, TypeSize, Control):
        values |= {f"{kind.__name__.lower()}_{m.name.lower()}": f"{m.value}px" for m in kind}
    images = "dark" if palette is DARK else "light"
    values["chevron"] = resources.style_image(f"chevron-{images}").as_posix()
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
