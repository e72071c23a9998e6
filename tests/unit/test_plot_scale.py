"""The figures and days beside a plot of balances."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.values.accounts import BalancePoint
from services.values.money import MAX_AMOUNT, Money
from ui import bidi
from ui.components.balance_plot import days, scale

_AMOUNTS = st.decimals(-MAX_AMOUNT, MAX_AMOUNT, places=2)


@given(_AMOUNTS, _AMOUNTS)
def test_ticks_are_few_round_and_around_everything(one: Decimal, other: Decimal) -> None:
    low, high = min(one, other), max(one, other)
    ticks = scale.ticks(low, high)
    assert 2 <= len(ticks) <= 6
    assert ticks[0] <= min(low, Decimal(0))
    assert ticks[-1] >= max(high, Decimal(0))
    assert 0 in ticks
    steps = {after - before for before, after in pairwise(ticks)}
    assert len(steps) == 1
    assert str(steps.pop().normalize().as_tuple().digits) in {"(1,)", "(2,)", "(5,)"}


@pytest.mark.parametrize(
    ("low", "high", "figures"),
    [
        ("12400", "28500", ["0", "10,000", "20,000", "30,000"]),
        ("0", "0", ["0", "1"]),
        ("0", "0.03", ["0", "0.01", "0.02", "0.03"]),
        ("0", "3.27", ["0", "1", "2", "3", "4"]),
        ("-150", "420", ["−200", "0", "200", "400", "600"]),
        ("-9", "-1", ["−10", "−5", "0"]),
        ("0", "1900000", ["0", "0.5 M", "1 M", "1.5 M", "2 M"]),
        ("0", "12000000000", ["0", "5 bn", "10 bn", "15 bn"]),
        (str(-MAX_AMOUNT), str(MAX_AMOUNT), ["−10,000 tn", "−5,000 tn", "0", "5,000 tn", "10,000 tn"]),
    ],
)  # fmt: skip
def test_figures(low: str, high: str, figures: list[str]) -> None:
    ticks = scale.ticks(Decimal(low), Decimal(high))
    assert [bidi.plain(scale.figure(each, among=ticks)) for each in ticks] == figures


@given(st.integers(1, 400), st.integers(2, 12))
def test_no_more_days_are_written_than_fit(count: int, most: int) -> None:
    span = scale.span(date(2025, 11, 23), count)
    places = scale.day_ticks(span, most=most)
    assert 0 < len(places) <= most
    if scale.is_by_month(span):
        assert {span[place].day for place in places} == {1}


@pytest.mark.usefixtures("egypt")
def test_days_end_by_the_calendar_also_where_clocks_change() -> None:
    moments = days.moments(3, now=datetime(2026, 4, 25, 9, tzinfo=UTC))
    # 24 April begins at 01:00, which is when the 23rd ends.
    assert moments == [
        datetime(2026, 4, 22, 22, tzinfo=UTC),
        datetime(2026, 4, 23, 22, tzinfo=UTC),
        datetime(2026, 4, 24, 21, tzinfo=UTC),
        datetime(2026, 4, 25, 21, tzinfo=UTC),
    ]
    points = [BalancePoint(each, Money(Decimal(5), "EGP")) for each in moments]
    found = days.by_day(points, opened_at=datetime(2026, 4, 22, 9, tzinfo=UTC))
    assert [each.day for each in found] == [date(2026, 4, day) for day in (22, 23, 24, 25)]


def _points(*amounts: int) -> list[BalancePoint]:
    """Return balances at the ends of days from 1 March 2026 on."""
    ends = days.moments(len(amounts) - 1, now=datetime(2026, 3, len(amounts), 12, tzinfo=UTC))
    return [
        BalancePoint(at, Money(Decimal(amount), "EGP"))
        for at, amount in zip(ends, amounts, strict=True)
    ]


def test_days_before_an_account_was_there_are_left_out() -> None:
    opened = datetime(2026, 3, 3, 12, tzinfo=UTC)
    assert [each.day.day for each in days.by_day(_points(0, 0, 0, 7, 0), opened_at=opened)] == [
        3,
        4,
        5,
    ]
    # Money that is older than the account came with another bank's books.
    assert [each.day.day for each in days.by_day(_points(0, 9, 9, 9), opened_at=opened)] == [
        2,
        3,
        4,
    ]
    long_ago = opened - timedelta(days=900)
    assert len(days.by_day(_points(0, 0, 0), opened_at=long_ago)) == 3
