"""The usual periods of a history."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from ui import bidi, clock
from ui.components.history import periods
from ui.components.history.periods import Period


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: datetime(2026, 3, 31, 12, tzinfo=UTC))


@pytest.mark.parametrize(
    ("name", "start", "end"),
    [
        ("all", None, None),
        ("today", date(2026, 3, 31), date(2026, 3, 31)),
        ("week", date(2026, 3, 25), date(2026, 3, 31)),
        ("month", date(2026, 3, 1), date(2026, 3, 31)),
        ("last_month", date(2026, 2, 1), date(2026, 2, 28)),
        ("quarter", date(2026, 1, 1), date(2026, 3, 31)),
        ("year", date(2026, 1, 1), date(2026, 3, 31)),
        ("last_year", date(2025, 1, 1), date(2025, 12, 31)),
    ],
)
def test_usual_periods(name: str, start: date | None, end: date | None) -> None:
    assert periods.usual(name) == Period(start, end)


def test_a_period_is_told_by_its_name_or_its_days() -> None:
    assert periods.text(Period()) == "All dates"
    assert periods.text(periods.usual("last_month")) == "Last month"
    told = {
        Period(date(2026, 3, 2), date(2026, 3, 9)): "2 Mar to 9 Mar",
        Period(date(2025, 3, 2), date(2026, 3, 9)): "2 Mar 2025 to 9 Mar",
        Period(date(2026, 3, 2), date(2026, 3, 2)): "2 Mar",
        Period(date(2026, 3, 2), None): "From 2 Mar",
        Period(None, date(2026, 3, 2)): "Until 2 Mar",
    }
    for period, words in told.items():
        assert bidi.plain(periods.text(period)) == words
