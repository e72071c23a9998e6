"""Words on screen: always plain text, in one of the theme's kinds."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Literal

from PySide6 import QtCore, QtWidgets
from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from ui import properties, theme

if TYPE_CHECKING:
    from PySide6.QtCore import Qt

Kind = Literal[
    "title",
    "heading",
    "strong",
    "body",
    "muted",
    "caption",
    "figure",
    "field",
    "danger",
    "warn",
    "credit",
]


class Label(QLabel):
    """Plain text at the leading edge of the layout.

    Qt would put a Latin name in an Arabic window at the left edge, away from its heading: it goes
    by the text's direction. Here the page decides.
    """

    def __init__(
        self,
        text: str = "",
        kind: Kind = "body",
        *,
        wraps: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._wanted: Qt.AlignmentFlag | None = None
        self.setWordWrap(wraps)
        theme.mark(self, kind=kind)
        properties.put(self, textFormat="PlainText")
        self._align()

    def setAlignment(self, alignment: Qt.AlignmentFlag) -> None:  # noqa: N802 (Qt's name)
        """Align by the direction of reading: left means leading, right trailing."""
        self._wanted = alignment
        self._align()

    def _align(self) -> None:
        if self._wanted is None:
            edge = "AlignRight" if self.isRightToLeft() else "AlignLeft"
            properties.put(self, alignment=f"AlignAbsolute|AlignVCenter|{edge}")
            return
        flag, alignment = QtCore.Qt.AlignmentFlag, self._wanted
        if alignment & (flag.AlignLeft | flag.AlignRight) and self.isRightToLeft():
            alignment ^= flag.AlignLeft | flag.AlignRight
        super().setAlignment(alignment | flag.AlignAbsolute)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the direction of reading."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self._align()


def label(
    text: str, kind: Kind = "body", *, wraps: bool = False, parent: QWidget | None = None
) -> Label:
    """Return a label of plain text; `wraps` breaks it into lines."""
    return Label(text, kind, wraps=wraps, parent=parent)


def field_label(text: str, buddy: QWidget) -> Label:
    """Return the label above a field: its Alt letter goes there, its text names it."""
    made = label(text, "field")
    made.setBuddy(buddy)
    if not buddy.accessibleName():
        buddy.setAccessibleName(text.replace("&", ""))
    return made


class ElidedLabel(Label):
    """One line that ends in … where there is no room; the whole text is its tool tip."""

    def __init__(self, text: str = "", kind: Kind = "body", parent: QWidget | None = None) -> None:
        super().__init__(text, kind, parent=parent)
        policy = QtWidgets.QSizePolicy.Policy
        self.setSizePolicy(policy.Ignored, policy.Fixed)

    def sizeHint(self) -> QSize:
        """Ask for a line of the label's own font, whatever other one lends it a character."""
        margins = self.contentsMargins()
        ascent, descent = _whole(QFontMetricsF(self.font()))
        height = ascent + descent + margins.top() + margins.bottom()
        return QSize(super().sizeHint().width(), height)

    def minimumSizeHint(self) -> QSize:
        """Ask for the height of a line and no width."""
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw as much as fits, on the line of the label's own font."""
        del event
        room, metrics = self.contentsRect(), self.fontMetrics()
        shown = metrics.elidedText(self.text(), QtCore.Qt.TextElideMode.ElideRight, room.width())
        self.setToolTip("" if shown == self.text() else self.text())
        ascent, descent = _whole(QFontMetricsF(self.font()))
        size = QSize(metrics.horizontalAdvance(shown), ascent + descent)
        left_to_right = QtCore.Qt.LayoutDirection.LeftToRight
        place = QtWidgets.QStyle.alignedRect(left_to_right, self.alignment(), size, room)
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(place.left(), place.top() + ascent, shown)


def _whole(metrics: QFontMetricsF) -> tuple[int, int]:
    """Return how far letters reach above and below their line, in whole pixels."""
    return math.ceil(metrics.ascent()), math.ceil(metrics.descent())
