"""Moments in the person's own time zone."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from ui import date_text

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


pytestmark = pytest.mark.usefixtures("egypt")


def at(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)  # type: ignore[misc, arg-type]  # parts are year … minute


def test_utc_is_shown_in_local_time_with_or_without_its_zone() -> None:
    assert date_text.time_of_day(at(2026, 11, 22, 8, 42)) == "10:42"
    assert date_text.time_of_day(datetime(2026, 11, 22, 8, 42)) == "10:42"  # noqa: DTZ001 (as stored)


def test_the_year_is_shown_only_when_it_differs() -> None:
    assert date_text.moment_text(at(2026, 11, 21, 16, 5), now=NOW) == "21 Nov 18:05"
    assert date_text.moment_text(at(2025, 11, 21, 16, 5), now=NOW) == "21 Nov 2025 18:05"


def test_a_late_evening_in_utc_is_already_the_next_day_here() -> None:
    assert date_text.calendar_day(at(2025, 12, 31, 23, 30), now=NOW) == "1 Jan"


def test_the_last_two_days_are_named() -> None:
    assert date_text.day(at(2026, 11, 21, 22, 30), now=NOW) == "Today"
    assert date_text.day(at(2026, 11, 21, 21, 30), now=NOW) == "Yesterday"
    assert date_text.day(at(2026, 11, 20, 12, 0), now=NOW) == "20 Nov"
    assert date_text.day(at(2025, 11, 22, 12, 0), now=NOW) == "22 Nov 2025"


def test_days_change_at_local_midnight() -> None:
    assert date_text.is_same_day(at(2026, 11, 21, 22, 0), at(2026, 11, 22, 21, 59))
    assert not date_text.is_same_day(at(2026, 11, 21, 21, 59), at(2026, 11, 21, 22, 0))


def test_no_day_is_wider_than_the_room_set_aside() -> None:
    aside = date_text.widest_days(with_year=True)
    longest = max(len(text) for text in aside)
    for month in range(1, 13):
        for day in (1, 28):
            assert len(date_text.day(at(2025, month, day, 12, 0), now=NOW)) <= longest
    assert "Yesterday" in aside
