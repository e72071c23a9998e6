"""A page of paper to write on: in points from the leading edge, mirrored in Arabic."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

from ui import bidi, theme
from ui.theme import PaperSize, Weight

#: A4, in points.
WIDTH, HEIGHT = 595, 842
_MARKS = frozenset({bidi.LRI, bidi.FSI, bidi.PDI})


@dataclass(frozen=True, slots=True)
class Ink:
    """How something is written; colours are those of the light palette, as paper is white."""

    size: PaperSize = PaperSize.BODY
    weight: Weight = Weight.REGULAR
    role: theme.ColourRole = "text"


BODY = Ink()
MUTED = Ink(role="muted")
STRONG = Ink(weight=Weight.SEMIBOLD)


def directed(text: str, *, is_rtl: bool) -> tuple[str, bool]:
    """Return a text for a line of paper, and whether the line runs from right to left.

    Marks that keep pieces of text in their own direction are left out where nothing needs them: whoever
    copies from a PDF, or searches it, gets them too.
    """
    plain = bidi.plain(text)
    is_one_piece = text[:1] in {bidi.LRI, bidi.FSI} and text.find(bidi.PDI) == len(text) - 1
    has_rtl = any(unicodedata.bidirectional(each) in {"R", "AL"} for each in plain)
    if is_one_piece:
        return plain, has_rtl and text[0] == bidi.FSI
    return (text, is_rtl) if has_rtl or is_rtl else (plain, False)


@dataclass(slots=True)
class Words:
    """A text laid out into lines of a width, in dots; `height` in points."""

    layout: QTextLayout
    height: float
    ink: Ink


@dataclass(slots=True)
class Sheet:
    """Paper of `width` by `height` points, where a point is `unit` dots.

    Attributes:
        painter: where to paint; None while pages are only being measured.

    """

    unit: float
    is_rtl: bool
    width: float = WIDTH
    height: float = HEIGHT
    painter: QPainter | None = None
    _fonts: dict[tuple[PaperSize, Weight], QFont] = field(default_factory=dict)

    def font(self, ink: Ink) -> QFont:
        """Return a font of that size and weight, in dots."""
        key = (ink.size, ink.weight)
        if key not in self._fonts:
            self._fonts[key] = theme.paper_font(*key, unit=self.unit)
        return self._fonts[key]

    def lay(self, text: str, width: float, ink: Ink = BODY) -> Words:
        """Break a text into lines of at most `width` points, within a word where one is longer."""
        edge = Qt.AlignmentFlag.AlignRight if self.is_rtl else Qt.AlignmentFlag.AlignLeft
        wrap = QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
        return self._laid(text, width, ink, edge, wrap)

    def width_of(self, text: str, ink: Ink = BODY) -> float:
        """Return how wide a text is, in points."""
        return QFontMetricsF(self.font(ink)).horizontalAdvance(text) / self.unit

    def write(self, words: Words, x: float, y: float, width: float) -> None:
        """Write laid-out words, `x` points from the leading edge of the page."""
        painter = self._ready(words.ink)
        words.layout.draw(painter, self._room(x, y, width, words.height).topLeft())

    def line(self, text: str, x: float, y: float, width: float, ink: Ink = BODY) -> None:
        """Write one line at the leading edge of its room."""
        self._draw(text, x, y, width, ink, at_left=not self.is_rtl)

    def end_line(self, text: str, x: float, y: float, width: float, ink: Ink = BODY) -> None:
        """Write one line at the trailing edge of its room."""
        self._draw(text, x, y, width, ink, at_left=self.is_rtl)

    def figure(self, text: str, x: float, y: float, width: float, ink: Ink = BODY) -> None:
        """Write a figure or its head at the right edge, in Arabic too: decimals under each other."""
        self._draw(text, x, y, width, ink, at_left=False)

    def rule(
        self, y: float, *, x: float, width: float, role: theme.ColourRole, thick: float = 0.5
    ) -> None:
        """Draw a line across."""
        self.fill(QRectF(x, y, width, thick), role)

    def fill(self, place: QRectF, role: theme.ColourRole, radius: float = 0) -> None:
        """Fill a place, given in points from the leading edge."""
        painter = self._ready(BODY)
        room = self._room(place.x(), place.y(), place.width(), place.height())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_paper_colour(role))
        dots = radius * self.unit
        painter.drawRoundedRect(room, dots, dots)

    def line_height(self, ink: Ink = BODY) -> float:
        """Return the height of a line, in points."""
        return QFontMetricsF(self.font(ink)).height() / self.unit

    def _draw(
        self, text: str, x: float, y: float, width: float, ink: Ink, *, at_left: bool
    ) -> None:
        edge = Qt.AlignmentFlag.AlignLeft if at_left else Qt.AlignmentFlag.AlignRight
        self.write(self._laid(text, width, ink, edge, QTextOption.WrapMode.NoWrap), x, y, width)

    def _laid(
        self,
        text: str,
        width: float,
        ink: Ink,
        edge: Qt.AlignmentFlag,
        wrap: QTextOption.WrapMode,
    ) -> Words:
        shown, is_rtl = directed(text, is_rtl=self.is_rtl)
        layout = QTextLayout(shown, self.font(ink))
        layout.setFormats(self._formats(shown, ink))
        option = QTextOption(edge | Qt.AlignmentFlag.AlignAbsolute)
        direction = Qt.LayoutDirection
        option.setTextDirection(direction.RightToLeft if is_rtl else direction.LeftToRight)
        option.setWrapMode(wrap)
        layout.setTextOption(option)
        layout.beginLayout()
        top = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width * self.unit)
            line.setPosition(QPointF(0, top))
            top += line.height()
        layout.endLayout()
        return Words(layout, top / self.unit, ink)

    def _formats(self, text: str, ink: Ink) -> list[QTextLayout.FormatRange]:
        """Keep marks of direction in the bundled font: Qt would look for them all over the system."""
        found: list[QTextLayout.FormatRange] = []
        for place, character in enumerate(text):
            if character in _MARKS:
                font = QFont(self.font(ink))
                font.setStyleStrategy(QFont.StyleStrategy.NoFontMerging)
                form = QTextCharFormat()
                form.setFont(font)
                each = QTextLayout.FormatRange()
                each.start, each.length, each.format = place, 1, form
                found.append(each)
        return found

    def _ready(self, ink: Ink) -> QPainter:
        assert self.painter is not None
        direction = Qt.LayoutDirection
        self.painter.setLayoutDirection(
            direction.RightToLeft if self.is_rtl else direction.LeftToRight
        )
        self.painter.setFont(self.font(ink))
        self.painter.setPen(_paper_colour(ink.role))
        return self.painter

    def _room(self, x: float, y: float, width: float, height: float) -> QRectF:
        left = self.width - x - width if self.is_rtl else x
        return QRectF(left * self.unit, y * self.unit, width * self.unit, height * self.unit)


def _paper_colour(role: theme.ColourRole) -> QColor:
    return QColor(getattr(theme.LIGHT, role))
