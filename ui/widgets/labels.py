"""Words on screen: always plain text, in one of the theme's kinds."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui import theme

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
        self._wanted = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wraps)
        theme.mark(self, kind=kind)
        self.setAlignment(self._wanted)

    def setAlignment(self, alignment: Qt.AlignmentFlag) -> None:  # noqa: N802 (Qt's name)
        """Align by the direction of reading: left means leading, right trailing."""
        self._wanted = alignment
        sides = alignment & (Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignRight)
        # Not by QStyle.visualAlignment: loading QStyle's enums costs 9 ms before the first paint.
        if sides and self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            alignment ^= Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignRight
        super().setAlignment(alignment | Qt.AlignmentFlag.AlignAbsolute)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the direction of reading."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self.setAlignment(self._wanted)


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
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        """Ask for the height of a line and no width."""
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw as much as fits."""
        del event
        room = self.contentsRect()
        shown = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, room.width()
        )
        self.setToolTip("" if shown == self.text() else self.text())
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(room, self.alignment(), shown)
