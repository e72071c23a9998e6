"""A count that was begun is there again, for its own till, and never over what is typed by then."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.pages.finding import PATIENCE_MS

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.ui.till.conftest import OpenSeat, Seat


def refresh(seat: Seat) -> None:
    """Load everything anew, as news and the poll do, and let it be heard."""
    seat.screen.refresh()
    assert QThreadPool.globalInstance().waitForDone(PATIENCE_MS)
    QApplication.processEvents()


@pytest.fixture
def draft(seat: Seat) -> dict[str, str]:
    """What an earlier run left: one note of 200 and two of 50 counted in the till in EGP."""
    seat.page.begin_count()
    seat.page.type_counts({"200": 1, "50": 2})
    return seat.screen.draft()


@pytest.fixture
def counting(draft: dict[str, str], open_seat: OpenSeat) -> Seat:
    """A later run that has begun to count before it knows of that."""
    del draft
    made = open_seat()
    made.page.wait_for("till.drawer")
    made.page.begin_count()
    return made


@pytest.fixture
def in_dollars(seat: Seat) -> dict[str, str]:
    """What is left of a session that ended while the second till was counted."""
    seat.page.press("till.another")
    seat.page.open("0", "USD")
    seat.page.wait_for_drawer("0.00 USD")
    seat.page.begin_count()
    seat.page.type_counts({"100": 37}, "USD")
    return seat.screen.draft()


def test_a_draft_that_comes_late_never_writes_over_a_count(
    counting: Seat, draft: dict[str, str]
) -> None:
    counting.screen.restore(draft)
    counting.page.type_counts({"200": 37, "50": 0, "20": 3})
    refresh(counting)
    assert counting.page.total() == "7,460.00 EGP"
    refresh(counting)
    assert json.loads(counting.screen.draft()["counts"]) == {"200": "37", "50": "0", "20": "3"}


def test_what_is_typed_counts_more_than_a_draft(counting: Seat, draft: dict[str, str]) -> None:
    counting.page.type_counts({"20": 3})
    counting.screen.restore(draft)
    refresh(counting)
    assert counting.page.total() == "60.00 EGP"


def test_a_draft_that_comes_before_anything_is_typed_is_gone_on_with(
    counting: Seat, draft: dict[str, str]
) -> None:
    counting.screen.restore(draft)
    assert counting.page.total() == "300.00 EGP"
    assert counting.screen.draft() == draft
    # Whoever types on without looking up means a number of their own, not one more digit.
    QTest.keyClicks(counting.page.field(1), "37")
    assert counting.page.field(1).text() == "37"


def test_the_second_till_is_counted_on_after_signing_in_again(
    in_dollars: dict[str, str], open_seat: OpenSeat
) -> None:
    made = open_seat()
    made.screen.restore(in_dollars)
    made.page.wait_for("till.count.1")
    assert made.page.total() == "3,700.00 USD"
    refresh(made)
    assert made.page.total() == "3,700.00 USD"
    assert made.screen.draft() == in_dollars


def test_a_count_waits_until_its_till_is_chosen(
    in_dollars: dict[str, str], open_seat: OpenSeat
) -> None:
    made = open_seat()
    made.page.wait_for_drawer("5,000.00 EGP")
    made.screen.restore(in_dollars)
    refresh(made)
    assert made.page.shows("till.drawer")
    # What is counted at the other till is kept beside it.
    made.page.begin_count()
    made.page.type_counts({"200": 24})
    both = made.screen.draft()
    refresh(made)
    assert made.page.total() == "4,800.00 EGP"
    made.page.press("till.count_back")
    made.page.wait_for("till.drawer")
    assert made.screen.draft() == in_dollars
    made.page.press("till.shown.usd")
    made.page.wait_for("till.count.1")
    assert made.page.total() == "3,700.00 USD"
    # A later run gets both.
    later = open_seat()
    later.screen.restore(both)
    later.page.wait_for("till.count.1")
    assert later.page.total() == "4,800.00 EGP"
    later.page.press("till.count_back")
    later.page.wait_for("till.drawer")
    later.page.press("till.shown.usd")
    later.page.wait_for("till.count.1")
    assert later.page.total() == "3,700.00 USD"


def test_a_till_that_is_not_open_any_more_has_no_count(
    seat: Seat, open_seat: OpenSeat, qtbot: QtBot
) -> None:
    made = open_seat()
    made.screen.restore({"till": str(uuid4()), "counts": '{"200": "1"}'})
    made.page.wait_for("till.drawer")
    qtbot.waitUntil(lambda: made.screen.draft() == {}, timeout=PATIENCE_MS)
    del seat


@pytest.mark.parametrize("spoilt", ["", "[1]", "{", "{}"])
def test_a_spoilt_count_is_none(seat: Seat, draft: dict[str, str], spoilt: str) -> None:
    seat.page.press("till.count_back")
    seat.screen.restore({"till": draft["till"], "counts": spoilt, "elsewhere": "1"})
    refresh(seat)
    assert seat.page.shows("till.drawer")
    assert seat.screen.draft() == {}
