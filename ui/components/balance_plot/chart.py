"""The plot as a control: pointer and arrow keys read it day by day."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import bidi, clock, date_text, money_text, theme
from ui.components.balance_plot import picture, scale
from ui.widgets.announce import announce

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent

    from ui.components.balance_plot.days import DayBalance

HEIGHT = 116
#: How far Page up and Page down move.
_PAGE_DAYS = 30
#: From here to there in days, as time runs: from left to right in Arabic too.
_MOVES = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_PageUp: -_PAGE_DAYS,
    Qt.Key.Key_PageDown: _PAGE_DAYS,
}


class BalanceChart(QWidget):
    """Balances by day. Time runs from left to right in Arabic too, as in charts there.

    Attributes:
        place: the day that is read, counted from the first; None while none is.

    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.place: int | None = None
        self._plot: picture.Plot | None = None
        self._is_masked = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Balance over time"))
        theme.changed.connect(self.update)

    @property
    def days(self) -> Sequence[DayBalance]:
        """What is plotted."""
        return () if self._plot is None else self._plot.days

    @property
    def figures(self) -> list[str]:
        """What is written beside it, from the lowest on."""
        if self._plot is None or self._is_masked:
            return []
        return [bidi.plain(each) for each in picture.figures_of(self._plot)]

    @property
    def reading(self) -> str:
        """What is read at the point: a day and its balance; empty while there is none."""
        return "" if self.place is None else ", ".join(bidi.plain(each) for each in self._words())

    def show_days(self, days: Sequence[DayBalance], *, count: int) -> None:
        """Show balances of days that follow each other; there is room for `count` up to the last."""
        first = days[-1].day - timedelta(days=max(count, len(days)) - 1)
        amounts = [each.balance.amount for each in days]
        self._plot = picture.Plot(
            days,
            scale.span(first, max(count, len(days))),
            scale.ticks(min(amounts), max(amounts)),
            date_text.local(clock.now()).year,
            self._is_masked,
        )
        self._point_at(self.place)
        self._describe()

    def set_masked(self, *, masked: bool) -> None:
        """Hide or show every figure. The line stays: without figures it tells no amount."""
        self._is_masked = masked
        if self._plot is not None:
            plot = self._plot
            self._plot = picture.Plot(plot.days, plot.span, plot.ticks, plot.year, masked)
            self._describe()

    def _point_at(self, place: int | None) -> None:
        last = len(self.days) - 1
        moved = None if place is None or last < 0 else min(max(place, 0), last)
        if moved != self.place:
            self.place = moved
            self.update()

    def _words(self) -> list[str]:
        assert self.place is not None
        assert self._plot is not None
        read = self._plot.days[self.place]
        day = date_text.date_day(read.day, with_year=read.day.year != self._plot.year)
        amount = money_text.masked() if self._is_masked else money_text.with_currency(read.balance)
        return [bidi.own(day), bidi.ltr(amount)]

    def _describe(self) -> None:
        """Say in words what the line shows."""
        self.update()
        if self._plot is None:
            return
        days, year = self._plot.days, self._plot.year
        spoken = {
            "first": date_text.date_day(days[0].day, with_year=days[0].day.year != year),
            "last": date_text.date_day(days[-1].day, with_year=days[-1].day.year != year),
        }
        if self._is_masked:
            pattern = self.tr("From {first} to {last}. Amounts are hidden.")
        else:
            pattern = self.tr(
                "From {first} to {last}: lowest {lowest}, highest {highest}, at last {now}."
                " Arrow keys read it day by day."
            )
            balances = sorted((each.balance for each in days), key=lambda each: each.amount)
            spoken["lowest"] = money_text.with_currency(balances[0])
            spoken["highest"] = money_text.with_currency(balances[-1])
            spoken["now"] = money_text.with_currency(days[-1].balance)
        self.setAccessibleDescription(pattern.format(**spoken))

    # Qt's own

    def sizeHint(self) -> QSize:
        """Return the height of a plot that reads well beside a history."""
        return QSize(0, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the plot, then the point."""
        del event
        if self._plot is None:
            return
        painter = QPainter(self)
        frame = picture.paint(painter, self._plot, QRectF(self.rect()))
        if self.place is not None:
            picture.paint_point(painter, self._plot, frame, self.place, self._words())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the point; Esc takes it away."""
        key = Qt.Key(event.key())
        last = len(self.days) - 1
        at = last if self.place is None else self.place
        if key in _MOVES:
            # The first key shows where it is: at the newest day.
            at = at + _MOVES[key] if self.place is not None else last
        elif key == Qt.Key.Key_Home:
            at = 0
        elif key == Qt.Key.Key_End:
            at = last
        elif key == Qt.Key.Key_Escape and self.place is not None:
            self._point_at(None)
            return
        else:
            super().keyPressEvent(event)
            return
        self._point_at(at)
        if self.place is not None:
            announce(self, self.reading)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Read the day under the pointer."""
        if self._plot is not None:
            frame = picture.Frame(self._plot, QRectF(self.rect()))
            self._point_at(frame.place_at(event.position().x()))

    def leaveEvent(self, event: QEvent) -> None:
        """Take the point away with the pointer."""
        super().leaveEvent(event)
        self._point_at(None)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the point away with focus."""
        super().focusOutEvent(event)
        self._point_at(None)
