"""The usual periods of a history, as days on this computer's calendar."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QCoreApplication

from ui import bidi, clock, date_text
from ui.marking import QT_TRANSLATE_NOOP

_DECEMBER = 12


@dataclass(frozen=True, slots=True)
class Period:
    """From a day to a day, both included; None is no bound."""

    start: date | None = None
    end: date | None = None


#: By the name that a test finds its button by. lupdate finds these because the context is written out.
WORDS = {
    "all": QT_TRANSLATE_NOOP("history", "All dates"),
    "today": QT_TRANSLATE_NOOP("history", "Today"),
    "week": QT_TRANSLATE_NOOP("history", "Last 7 days"),
    "month": QT_TRANSLATE_NOOP("history", "This month"),
    "last_month": QT_TRANSLATE_NOOP("history", "Last month"),
    "quarter": QT_TRANSLATE_NOOP("history", "Last 90 days"),
    "year": QT_TRANSLATE_NOOP("history", "This year"),
    "last_year": QT_TRANSLATE_NOOP("history", "Last year"),
}


def usual(name: str) -> Period:
    """Return a usual period as of today. Raises KeyError for another name."""
    today = date_text.local(clock.now()).date()
    first = today.replace(day=1)
    last_of_month = first - timedelta(days=1)
    return {
        "all": Period(),
        "today": Period(today, today),
        "week": Period(today - timedelta(days=6), today),
        "month": Period(first, today),
        "last_month": Period(last_of_month.replace(day=1), last_of_month),
        "quarter": Period(today - timedelta(days=89), today),
        "year": Period(today.replace(month=1, day=1), today),
        "last_year": Period(date(today.year - 1, 1, 1), date(today.year - 1, _DECEMBER, 31)),
    }[name]


def words(name: str) -> str:
    """Return what a usual period is called."""
    return QCoreApplication.translate("history", WORDS[name])


def text(period: Period) -> str:
    """Return a period in words: by its usual name, or by its days: ``24 Aug to 22 Nov``."""
    for name in WORDS:
        if usual(name) == period:
            return words(name)
    start, end = period.start, period.end
    if start is not None and end is not None:
        if start == end:
            return _day(start)
        pattern = QCoreApplication.translate("history", "{start} to {end}")
        return pattern.format(start=_day(start), end=_day(end))
    if start is not None:
        return QCoreApplication.translate("history", "From {start}").format(start=_day(start))
    assert end is not None
    return QCoreApplication.translate("history", "Until {end}").format(end=_day(end))


def _day(day: date) -> str:
    noon = datetime.combine(day, time(12)).astimezone()
    return bidi.own(date_text.calendar_day(noon))
