"""Paints a plot of balances: grid and figures, the line, and what stands at the point."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QLinearGradient, QPainter, QPainterPath, QPen

from ui import bidi, date_text, theme
from ui.components.balance_plot import scale

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from decimal import Decimal

    from ui.components.balance_plot.days import DayBalance

_LINE_WIDTH = 2
_DOT = 4
#: Between two days or months that are written below, at least, in logical pixels.
_DAY_WIDTH, _MONTH_WIDTH = 88, 62
_ROOM = theme.Spacing.S
_FIGURES = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_MIDDLE = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Plot:
    """What is plotted.

    Attributes:
        days: balances of days that follow each other, the last of them at the end of `span`.
        span: all days that there is room for.
        ticks: amounts written beside it, from the lowest on.
        year: the current one; days of others are written with theirs.

    """

    days: Sequence[DayBalance]
    span: Sequence[date]
    ticks: Sequence[Decimal]
    year: int
    is_masked: bool

    @property
    def first_place(self) -> int:
        """Where within `span` the first balance is."""
        return len(self.span) - len(self.days)


class Frame:
    """Where the days and amounts of a plot lie within `room`, in logical pixels.

    Attributes:
        inner: what the line lies in, without figures and days.

    """

    def __init__(self, plot: Plot, room: QRectF) -> None:
        metrics = QFontMetricsF(theme.font(theme.TypeSize.CAPTION))
        figures = [] if plot.is_masked else figures_of(plot)
        widest = max((metrics.horizontalAdvance(each) for each in figures), default=0.0)
        gutter = widest + _ROOM if figures else 0.0
        above = metrics.height() / 2
        below = metrics.height() + theme.Spacing.XS
        self.inner = room.adjusted(gutter, above, -_DOT, -below)
        self._plot = plot

    def left_of(self, place: int) -> float:
        """Return where the day at a place of the span begins."""
        return self.inner.left() + self.inner.width() * place / len(self._plot.span)

    def height_of(self, amount: Decimal) -> float:
        """Return where an amount lies, from the top."""
        low, high = self._plot.ticks[0], self._plot.ticks[-1]
        share = float((amount - low) / (high - low))
        return self.inner.bottom() - self.inner.height() * share

    def place_at(self, x: float) -> int:
        """Return the day nearest to `x`, counted from the first that has a balance."""
        place = int((x - self.inner.left()) * len(self._plot.span) / max(1.0, self.inner.width()))
        return min(max(place - self._plot.first_place, 0), len(self._plot.days) - 1)


def figures_of(plot: Plot) -> list[str]:
    """Return what is written beside the plot."""
    return [scale.figure(each, among=plot.ticks) for each in plot.ticks]


def paint(painter: QPainter, plot: Plot, room: QRectF) -> Frame:
    """Paint grid, figures, days and the line into `room`; return where things are."""
    frame = Frame(plot, room)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    # Time and amounts run as they do in Latin script; words keep their own direction.
    painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    painter.setFont(theme.font(theme.TypeSize.CAPTION))
    _paint_grid(painter, plot, frame)
    _paint_days(painter, plot, frame, room)
    _paint_line(painter, plot, frame)
    return frame


def paint_point(painter: QPainter, plot: Plot, frame: Frame, place: int, words: list[str]) -> None:
    """Paint the point on one day, and `words` (a day, an amount) in a small plate beside it."""
    shown = plot.first_place + place
    x = (frame.left_of(shown) + frame.left_of(shown + 1)) / 2
    y = frame.height_of(plot.days[place].balance.amount)
    painter.setPen(QPen(theme.colour("control_line"), 1))
    painter.drawLine(QLineF(x, frame.inner.top(), x, frame.inner.bottom()))
    painter.setPen(QPen(theme.colour("surface"), _LINE_WIDTH))
    painter.setBrush(theme.colour("accent"))
    painter.drawEllipse(QPointF(x, y), _DOT + 1, _DOT + 1)
    _paint_plate(painter, frame.inner, x, words)


def _paint_grid(painter: QPainter, plot: Plot, frame: Frame) -> None:
    inner = frame.inner
    height = QFontMetricsF(painter.font()).height()
    figures = [""] * len(plot.ticks) if plot.is_masked else figures_of(plot)
    for amount, words in zip(plot.ticks, figures, strict=True):
        y = round(frame.height_of(amount)) + 0.5
        painter.setPen(QPen(theme.colour("control_line" if not amount else "line"), 1))
        painter.drawLine(QLineF(inner.left(), y, inner.right(), y))
        painter.setPen(theme.colour("muted"))
        beside = QRectF(0, y - height / 2, inner.left() - _ROOM, height)
        painter.drawText(beside, _FIGURES, words)


def _paint_days(painter: QPainter, plot: Plot, frame: Frame, room: QRectF) -> None:
    metrics = QFontMetricsF(painter.font())
    by_month = scale.is_by_month(plot.span)
    least = _MONTH_WIDTH if by_month else _DAY_WIDTH
    places = scale.day_ticks(plot.span, most=max(2, int(frame.inner.width() // least)))
    painter.setPen(theme.colour("muted"))
    for place in places:
        words = bidi.own(_day_words(plot, place, by_month=by_month))
        width = metrics.horizontalAdvance(words) + 2
        middle = frame.left_of(place) if by_month else frame.left_of(place) + _half_day(frame)
        left = min(max(middle - width / 2, frame.inner.left()), room.right() - width)
        below = QRectF(left, room.bottom() - metrics.height(), width, metrics.height())
        painter.drawText(below, _MIDDLE, words)


def _day_words(plot: Plot, place: int, *, by_month: bool) -> str:
    day = plot.span[place]
    if by_month:
        # Twelve of them have each name once; January says which year begins.
        return date_text.month(day, with_year=day.month == 1)
    return date_text.date_day(day, with_year=day.year != plot.year)


def _half_day(frame: Frame) -> float:
    return (frame.left_of(1) - frame.left_of(0)) / 2


def _paint_line(painter: QPainter, plot: Plot, frame: Frame) -> None:
    line = QPainterPath()
    first = plot.first_place
    for place, each in enumerate(plot.days, start=first):
        corner = QPointF(frame.left_of(place), frame.height_of(each.balance.amount))
        if place == first:
            line.moveTo(corner)
        else:
            line.lineTo(corner.x(), line.currentPosition().y())
            line.lineTo(corner)
    line.lineTo(frame.inner.right(), line.currentPosition().y())
    zero = frame.height_of(plot.ticks[0] * 0)
    ground = QPainterPath(line)
    ground.lineTo(frame.inner.right(), zero)
    ground.lineTo(frame.left_of(first), zero)
    ground.closeSubpath()
    painter.fillPath(ground, _fill(frame, zero))
    pen = QPen(theme.colour("accent"), _LINE_WIDTH)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(line)


def _fill(frame: Frame, zero: float) -> QLinearGradient:
    """Return what is under the line: fading towards 0, from above and, of a debt, from below."""
    tint = theme.colour("plot_fill")
    none = QColor(tint)
    none.setAlpha(0)
    inner = frame.inner
    fill = QLinearGradient(0, inner.top(), 0, inner.bottom())
    fill.setColorAt(0, tint)
    share = (zero - inner.top()) / max(1.0, inner.height())
    fill.setColorAt(min(max(share, 0.0), 1.0), none)
    if share < 1:
        fill.setColorAt(1, tint)
    return fill


def _paint_plate(painter: QPainter, inner: QRectF, x: float, words: list[str]) -> None:
    day_font = theme.font(theme.TypeSize.CAPTION)
    amount_font = theme.font(theme.TypeSize.BODY, theme.Weight.SEMIBOLD)
    fonts = (day_font, amount_font)
    metrics = [QFontMetricsF(font) for font in fonts]
    sizes = list(zip(metrics, words, strict=True))
    width = max(each.horizontalAdvance(text) for each, text in sizes) + 2 * theme.Spacing.M
    height = sum(each.height() for each in metrics) + 2 * theme.Spacing.XS
    left = x + theme.Spacing.M
    if left + width > inner.right():
        left = x - theme.Spacing.M - width
    plate = QRectF(max(left, inner.left()), inner.top(), width, height)
    painter.setPen(QPen(theme.colour("control_line"), 1))
    painter.setBrush(theme.colour("surface"))
    painter.drawRoundedRect(plate, theme.Radius.SMALL, theme.Radius.SMALL)
    top = plate.top() + theme.Spacing.XS
    for font, each, text, role in zip(fonts, metrics, words, ("muted", "text"), strict=True):
        painter.setFont(font)
        painter.setPen(theme.colour(role))  # type: ignore[arg-type]  # both are roles
        painter.drawText(QRectF(plate.left(), top, width, each.height()), _MIDDLE, text)
        top += each.height()
