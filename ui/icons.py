"""The bundled icons, drawn once in one colour and tinted from the palette in force."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from PySide6 import QtCore, QtGui
from PySide6.QtCore import QByteArray, QObject, QRectF, QSize
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPixmap
from PySide6.QtWidgets import QPushButton

import resources
from ui import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon
    from PySide6.QtSvg import QSvgRenderer
    from PySide6.QtWidgets import QAbstractButton

IconName = Literal[
    "accounts",
    "arrow-down-left",
    "arrow-up-right",
    "audit",
    "bulk",
    "calendar",
    "check",
    "chevron-down",
    "chevron-left",
    "chevron-right",
    "chevron-up",
    "clock",
    "close",
    "contacts",
    "copy",
    "counter",
    "document",
    "dot",
    "error",
    "export",
    "eye",
    "eye-off",
    "freeze",
    "info",
    "lock",
    "note",
    "notifications",
    "offline",
    "overview",
    "plus",
    "receive",
    "refresh",
    "search",
    "settings",
    "sign-out",
    "till",
    "transfer",
    "user",
    "warning",
]

#: What points somewhere along the line of reading points the other way in Arabic. Money that
#: comes in or goes out (the two slanted arrows) does not: down is in, up is out, in both.
MIRRORED = frozenset({"chevron-left", "chevron-right", "sign-out"})

_GAP = 6
_INK = "currentColor"


def _renderer(name: str, ink: str) -> QSvgRenderer:
    from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415 (the first icon pays for it, not the import)

    drawing = resources.icon(name).read_bytes().replace(_INK.encode(), ink.encode())
    renderer = QSvgRenderer(QByteArray(drawing))
    if not renderer.isValid():
        raise ValueError(f"the icon {name} cannot be drawn")
    return renderer


def paint(painter: QPainter, name: IconName, rect: QRectF, colour: QColor) -> None:
    """Draw an icon into `rect` (logical pixels) in `colour`, mirrored where reading is."""
    ratio = painter.device().devicePixelRatio()
    painter.drawPixmap(
        rect, _drawn(name, round(rect.width()), ratio, colour.rgba(), _is_mirrored(name)), QRectF()
    )


def pixmap(name: IconName, role: theme.ColourRole = "text", size: int = 20) -> QPixmap:
    """Return an icon in the colour of `role`, `size` logical pixels wide, for the finest screen."""
    app = QGuiApplication.instance()
    ratio = app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0
    return _drawn(name, size, ratio, theme.colour(role).rgba(), _is_mirrored(name))


def icon(name: IconName, role: theme.ColourRole = "text", size: int = 20) -> QIcon:
    """Return an icon with a disabled look. It keeps its colour: see `assign`."""
    made = QtGui.QIcon(pixmap(name, role, size))
    made.addPixmap(pixmap(name, "disabled_text", size), QtGui.QIcon.Mode.Disabled)
    return made


def assign(
    button: QAbstractButton, name: IconName, role: theme.ColourRole = "text", size: int = 20
) -> None:
    """Give `button` an icon that is tinted again whenever the palette changes.

    Call it again with another name or role to change the icon.
    """
    tint = button.findChild(_Tint, options=QtCore.Qt.FindChildOption.FindDirectChildrenOnly)
    if tint is None:
        tint = _Tint(button)
    tint.wear(name, role, size)


class _Tint(QObject):
    """Keeps the icon of one button in the palette's colours."""

    def __init__(self, button: QAbstractButton) -> None:
        super().__init__(button)
        self._button = button
        self._icon: tuple[IconName, theme.ColourRole, int] = ("info", "text", 20)
        theme.changed.connect(self._on_changed)

    def wear(self, name: IconName, role: theme.ColourRole, size: int) -> None:
        """Put on that icon."""
        self._icon = (name, role, size)
        self._on_changed()

    def _on_changed(self) -> None:
        name, role, size = self._icon
        # Qt leaves 4 px between icon and words; the design wants more, so the icon brings it along.
        gap = _GAP if isinstance(self._button, QPushButton) and self._button.text() else 0
        made = QtGui.QIcon(_with_gap(pixmap(name, role, size), gap))
        disabled = _with_gap(pixmap(name, "disabled_text", size), gap)
        made.addPixmap(disabled, QtGui.QIcon.Mode.Disabled)
        self._button.setIconSize(QSize(size + gap, size))
        self._button.setIcon(made)


def _with_gap(drawn: QPixmap, gap: int) -> QPixmap:
    """Return `drawn` with `gap` logical pixels after it, in the direction of reading."""
    if not gap:
        return drawn
    ratio = drawn.devicePixelRatio()
    made = QPixmap(drawn.width() + round(gap * ratio), drawn.height())
    made.fill(QColor(0, 0, 0, 0))
    mirrored = QGuiApplication.isRightToLeft()
    painter = QPainter(made)
    painter.drawPixmap(
        QRectF(made.width() - drawn.width() if mirrored else 0, 0, drawn.width(), drawn.height()),
        drawn,
        QRectF(drawn.rect()),
    )
    painter.end()
    made.setDevicePixelRatio(ratio)
    return made


def _is_mirrored(name: str) -> bool:
    return name in MIRRORED and QGuiApplication.isRightToLeft()


@lru_cache(maxsize=512)
def _drawn(name: str, size: int, ratio: float, rgba: int, mirrored: bool) -> QPixmap:  # noqa: FBT001
    made = QPixmap(round(size * ratio), round(size * ratio))
    made.fill(QColor(0, 0, 0, 0))
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if mirrored:
        painter.translate(made.width(), 0)
        painter.scale(-1, 1)
    colour = QColor.fromRgba(rgba)
    painter.setOpacity(colour.alphaF())
    _renderer(name, colour.name()).render(painter, QRectF(made.rect()))
    painter.end()
    made.setDevicePixelRatio(ratio)
    return made
