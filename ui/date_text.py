"""Moments and days as text, in the person's own time zone and language.

Values carry UTC. Month names come from the translation, not from the system's locale, so that
one window never shows two languages; digits are Latin in every language.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from PySide6.QtCore import QCoreApplication

from ui import clock
from ui.marking import QT_TRANSLATE_NOOP

_MONTHS = (
    QT_TRANSLATE_NOOP("date_text", "Jan"),
    QT_TRANSLATE_NOOP("date_text", "Feb"),
    QT_TRANSLATE_NOOP("date_text", "Mar"),
    QT_TRANSLATE_NOOP("date_text", "Apr"),
    QT_TRANSLATE_NOOP("date_text", "May"),
    QT_TRANSLATE_NOOP("date_text", "Jun"),
    QT_TRANSLATE_NOOP("date_text", "Jul"),
    QT_TRANSLATE_NOOP("date_text", "Aug"),
    QT_TRANSLATE_NOOP("date_text", "Sep"),
    QT_TRANSLATE_NOOP("date_text", "Oct"),
    QT_TRANSLATE_NOOP("date_text", "Nov"),
    QT_TRANSLATE_NOOP("date_text", "Dec"),
)


def local(moment: datetime) -> datetime:
    """Return `moment` (UTC, with or without its zone) in this computer's time zone."""
    aware = moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)
    return aware.astimezone()


def time_of_day(moment: datetime) -> str:
    """Return the local time: ``10:42``."""
    return f"{local(moment):%H:%M}"


def day(moment: datetime, *, now: datetime | None = None) -> str:
    """Return ``Today``, ``Yesterday``, ``22 Nov`` or, in another year, ``22 Nov 2025``."""
    shown = local(moment).date()
    today = _today(now)
    if shown == today:
        return _today_word()
    if shown == today - timedelta(days=1):
        return _yesterday()
    return calendar_day(moment, now=now)


def calendar_day(moment: datetime, *, now: datetime | None = None) -> str:
    """Return ``22 Nov``, with the year when it is not this one."""
    return date_day(local(moment).date(), with_year=not is_this_year(moment, now=now))


def date_day(shown: date, *, with_year: bool) -> str:
    """Return a day of the calendar: ``22 Nov`` or ``22 Nov 2025``."""
    pattern = _pattern(with_year=with_year)
    return pattern.format(day=shown.day, month=_month(shown.month), year=shown.year)


def month(shown: date, *, with_year: bool) -> str:
    """Return a day's month: ``Nov`` or ``Nov 2025``."""
    if not with_year:
        return _month(shown.month)
    pattern = QCoreApplication.translate("date_text", "{month} {year}")
    return pattern.format(month=_month(shown.month), year=shown.year)


def moment_text(moment: datetime, *, now: datetime | None = None) -> str:
    """Return day and time: ``22 Nov 10:42``, with the year when it is not this one."""
    return f"{calendar_day(moment, now=now)} {time_of_day(moment)}"


def widest_days(*, with_year: bool) -> list[str]:
    """Return what `day` may answer at its widest, for setting aside room.

    Figures of the bundled fonts are equally wide, so one day and one year stand for all.
    """
    pattern = _pattern(with_year=with_year)
    dates = [pattern.format(day=30, month=_month(month), year=2000) for month in range(1, 13)]
    return [*dates, _yesterday(), _today_word()]


def is_this_year(moment: datetime, *, now: datetime | None = None) -> bool:
    """Tell whether `moment` falls into the current year, so that its day needs no year."""
    return local(moment).year == _today(now).year


def is_same_day(one: datetime, other: datetime) -> bool:
    """Tell whether two moments fall on one day on this computer's calendar."""
    return local(one).date() == local(other).date()


def _today(now: datetime | None) -> date:
    return local(now if now is not None else clock.now()).date()


def _today_word() -> str:
    return QCoreApplication.translate("date_text", "Today")


def _yesterday() -> str:
    return QCoreApplication.translate("date_text", "Yesterday")


def _pattern(*, with_year: bool) -> str:
    if with_year:
        return QCoreApplication.translate("date_text", "{day} {month} {year}")
    return QCoreApplication.translate("date_text", "{day} {month}")


def _month(number: int) -> str:
    return QCoreApplication.translate("date_text", _MONTHS[number - 1])
