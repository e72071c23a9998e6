"""The queue follows without a click: what comes, what goes, and what the side bar says of it."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from tests.database.counter import Counter
    from tests.ui.approvals.conftest import Seat

pytestmark = pytest.mark.usefixtures("at_work")


def test_what_is_made_and_decided_elsewhere_shows_within_a_second(
    counter: Counter, seat: Seat, qtbot: QtBot
) -> None:
    page = seat.approvals
    page.wait_for_rows(0)
    begun = time.monotonic()
    pending = counter.cash("CASH_OUT", "20001")["id"]
    page.wait_for_rows(1)
    page.wait_for_waiting(1)
    assert time.monotonic() - begun < 1
    hani = counter.add_teller("Hani Super", "SUPERVISOR")
    begun = time.monotonic()
    hani("approve", pending)
    page.wait_for_rows(0)
    page.wait_for_waiting(0)
    assert time.monotonic() - begun < 1
    (note,) = seat.page.notes()
    assert note == (
        "Cash out, 20,001.00 EGP, Salma Hassan: this waits no longer."
        " It was decided, cancelled, or has run out."
    )


def test_two_supervisors_and_one_decision(
    counter: Counter, seat: Seat, open_seat: Callable[[str, str], Seat], qtbot: QtBot
) -> None:
    counter.bank.add_staff("Hani Super", "hani@demo.eg", "SUPERVISOR")
    other = open_seat("hani@demo.eg", "approvals")
    pending = counter.cash("CASH_OUT", "20001")["id"]
    for each in (seat, other):
        each.approvals.wait_for_rows(1)
    other.approvals.approve()
    for each in (seat, other):
        each.approvals.wait_for_rows(0)
    assert counter.payment(pending, "status") == ("COMPLETED",)
    told = counter.as_supervisor("approve", pending)
    assert (told["decided_by"], told["is_mine"]) == ("Hani Super", False)


def test_the_side_bar_counts_while_another_screen_is_shown(counter: Counter, seat: Seat) -> None:
    seat.page.go_to("settings")
    counter.cash("CASH_OUT", "20001")
    counter.cash("CASH_OUT", "20001")
    seat.approvals.wait_for_waiting(2)


def test_an_auditor_has_the_overview_and_no_approvals(
    counter: Counter, open_seat: Callable[[str, str], Seat]
) -> None:
    counter.bank.add_staff("Aya Auditor", "aya@demo.eg", "AUDITOR")
    seat = open_seat("aya@demo.eg", "overview")
    assert "approvals" not in seat.page.screens()
    seat.overview.wait_for_tills(1)
    seat.overview.wait_for_till(0, cash_in="90,000.00")
    counter.cash("CASH_IN", "5")
    seat.overview.wait_for_till(0, cash_in="90,005.00", drawer="95,005.00")
