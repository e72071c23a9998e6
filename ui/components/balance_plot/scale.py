"""The figures beside a plot and the days below it."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui import bidi, money_text
from ui.marking import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

#: Steps that people count in.
_NICE = (Decimal(1), Decimal(2), Decimal(5), Decimal(10))
_SMALLEST_STEP = Decimal("0.01")
_MILLION = Decimal(1_000_000)
#: From these amounts on, figures are written as so many of them.
_UNITS = (
    (Decimal(10) ** 12, QT_TRANSLATE_NOOP("balance_plot", "{number} tn")),
    (Decimal(10) ** 9, QT_TRANSLATE_NOOP("balance_plot", "{number} bn")),
    (_MILLION, QT_TRANSLATE_NOOP("balance_plot", "{number} M")),
)
#: Days between two written ones; from the last on, months are written instead.
_STRIDES = (1, 2, 7, 14, 21, 28)
_MONTHS_FROM_DAYS = 180


def ticks(low: Decimal, high: Decimal, *, most: int = 4) -> list[Decimal]:
    """Return round amounts from at most `low` and 0 to at least `high`, in at most `most` steps.

    `low` may be negative. Amounts that are all 0 have one step, of 1.
    """
    low, high = min(low, Decimal(0)), max(high, Decimal(0))
    if low == high:
        return [Decimal(0), Decimal(1)]
    step = _step((high - low) / most)
    while _count(low, high, step) > most:
        step = _step(step * Decimal("1.01"))
    first = (low / step).to_integral_value("ROUND_FLOOR")
    return [(first + place) * step for place in range(_count(low, high, step) + 1)]


def figure(amount: Decimal, *, among: Sequence[Decimal]) -> str:
    """Return an amount of the axis: ``30,000``, ``0.05``, ``1.5 M``; all of an axis in one unit."""
    sign = money_text.MINUS if amount < 0 else ""
    size, step = abs(amount), among[1] - among[0]
    largest = max(abs(each) for each in among)
    if not amount:
        return "0"
    for unit, words in _UNITS:
        if largest >= unit:
            number = f"{(size / unit).normalize():,f}"
            pattern = QCoreApplication.translate("balance_plot", words)
            return pattern.format(number=bidi.ltr(sign + number))
    # Piastres only where the axis counts in them.
    return bidi.ltr(f"{sign}{size:,.{0 if step >= 1 else 2}f}")


def is_by_month(days: Sequence[date]) -> bool:
    """Tell whether so many days are told by their months."""
    return len(days) > _MONTHS_FROM_DAYS


def day_ticks(days: Sequence[date], *, most: int) -> list[int]:
    """Return the places of the days to be written below: `most` of them at most.

    Where days are told by their months, each place is a first of a month, which stands for it.
    """
    if is_by_month(days):
        firsts = [place for place, day in enumerate(days) if day.day == 1]
        return firsts[:: max(1, -(-len(firsts) // most))]
    least = -(-len(days) // most)
    return list(range(0, len(days), next((each for each in _STRIDES if each >= least), least)))


def span(first: date, count: int) -> list[date]:
    """Return `count` days from the first on."""
    return [first + timedelta(days=place) for place in range(count)]


def _step(at_least: Decimal) -> Decimal:
    """Return the smallest nice step that is not below `at_least`."""
    scale = Decimal(10) ** at_least.adjusted()
    step = next(nice * scale for nice in _NICE if nice * scale >= at_least)
    return max(step, _SMALLEST_STEP)


def _count(low: Decimal, high: Decimal, step: Decimal) -> int:
    below = (low / step).to_integral_value("ROUND_FLOOR")
    above = (high / step).to_integral_value("ROUND_CEILING")
    return int(above - below)
