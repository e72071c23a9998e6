"""From one teller to another: both count the same cash."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.pages.finding import press, type_into

if TYPE_CHECKING:
    from tests.bank import Bank
    from tests.database.counter import Counter
    from tests.ui.till.conftest import OpenSeat, Seat

FULL = {"200": 25}


@pytest.fixture
def hala(bank: Bank, counter: Counter, seat: Seat, open_seat: OpenSeat) -> Seat:
    """Hala, who comes to Mona's counted till."""
    del counter
    seat.page.count(FULL, purpose="hand_over")
    assert seat.page.variance() == "Nothing differs"
    bank.add_staff("Hala Teller", "hala@demo.eg", "TELLER")
    made = open_seat("hala@demo.eg")
    made.page.begin_take_over()
    return made


def test_a_till_goes_from_one_to_the_other(seat: Seat, hala: Seat, counter: Counter) -> None:
    # Counted for handing over, it is not closed by itself.
    assert "waits for whoever" in seat.page.banner("till.handover")
    assert "Mona Teller" in hala.page.offered()
    hala.page.take_over(FULL)
    hala.page.wait_for_drawer("5,000.00 EGP")
    seat.screen.refresh()
    seat.page.wait_for("till.closed")
    assert counter.as_teller.rows("my_tills") == []
    counter.check_books()


def test_counts_that_differ_are_said_beside_the_count(seat: Seat, hala: Seat) -> None:
    del seat
    hala.page.take_over({"200": 24})
    hala.page.wait_for("till.count_error")
    assert "differ" in hala.page.said("till.count_error")
    hala.page.take_over(FULL)
    hala.page.wait_for_drawer("5,000.00 EGP")


def test_nobody_is_told_how_much_it_is(seat: Seat, hala: Seat) -> None:
    del seat
    assert "5,000" not in hala.page.offered()
    press(hala.screen, "till.take_over.back")
    hala.page.wait_for("till.float")


def test_what_the_other_till_lacks_takes_a_reason(
    bank: Bank, counter: Counter, open_seat: OpenSeat
) -> None:
    counter.as_teller("count_till", counter.till, {"200": 24})
    bank.add_staff("Hala Teller", "hala@demo.eg", "TELLER")
    hala = open_seat("hala@demo.eg")
    hala.page.begin_take_over()
    assert not hala.page.shows("till.take_over.reason")
    hala.page.take_over({"200": 24})
    hala.page.wait_for("till.take_over.reason")
    press(hala.screen, "till.take_over.take")
    type_into(hala.screen, "till.take_over.reason", "200 not found")
    press(hala.screen, "till.take_over.take")
    hala.page.wait_for_drawer("4,800.00 EGP")
    assert hala.page.figure("float") == "+4,800.00"
    assert counter.cash_of("VARIANCE") == 200
    counter.check_books()


def test_the_one_who_hands_over_may_close_instead(seat: Seat, counter: Counter) -> None:
    seat.page.count(FULL, purpose="hand_over")
    seat.page.variance()
    seat.page.close()
    assert counter.as_teller.rows("my_tills") == []
