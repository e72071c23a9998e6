"""A till from its opening to its closing: every piece of cash that moves is an entry of its account."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest

from tests.caller import refused
from tests.database.counter import Counter
from tests.database.desk import at_once

if TYPE_CHECKING:
    from tests.bank import Bank

pytestmark = pytest.mark.system_postgres


@pytest.fixture
def counter(bank: Bank) -> Counter:
    return Counter(bank)


def test_a_day_at_the_till_adds_up(counter: Counter) -> None:
    salma = counter.salma.account_id
    assert counter.cash("CASH_IN", "2000.25")["status"] == "COMPLETED"
    assert counter.cash("CASH_OUT", "500")["status"] == "COMPLETED"
    counter.as_teller("move_till_cash", uuid4(), "TO_VAULT", "EGP", "1000", "too much")
    counter.as_teller("move_till_cash", uuid4(), "FROM_VAULT", "EGP", "200", "")
    assert counter.drawer() == Decimal("5700.25")
    assert counter.balance(salma) == Decimal("2500.25")

    sheet = counter.as_teller("till_sheet", counter.till)
    assert {
        name: str(sheet[name])
        for name in (
            "opening_float", "cash_in_count", "cash_in", "cash_out_count", "cash_out", "from_vault",
            "to_vault", "drawer",
        )
    } == {
        "opening_float": "5000.00", "cash_in_count": "1", "cash_in": "2000.25",
        "cash_out_count": "1", "cash_out": "500.00", "from_vault": "5200.00",
        "to_vault": "1000.00", "drawer": "5700.25",
    }  # fmt: skip

    counted = counter.close({"200": 28, "50": 2, "0.25": 1})
    assert counted == {
        "counted": Decimal("5700.25"),
        "expected": Decimal("5700.25"),
        "needs_approval": False,
    }
    assert counter.as_teller.rows("my_tills") == []
    assert counter.cash_of("TILL") == counter.cash_of("VARIANCE") == 0
    assert counter.cash_of("VAULT") == counter.vault_before + 100000 + Decimal("1500.25")
    counter.check_books()


@pytest.mark.parametrize(
    ("counts", "variance", "needs_approval"),
    [
        ({"200": 25, "5": 2}, 10, False),
        ({"200": 24, "50": 3}, -50, False),
        ({"200": 24}, -200, True),
        ({}, -5000, True),
        ({"200": 26}, 200, True),
    ],
)
def test_what_differs_is_booked_and_never_keeps_a_till_open(
    counter: Counter, counts: dict[str, int], variance: int, needs_approval: bool
) -> None:
    counted = counter.as_teller("count_till", counter.till, counts)
    assert counted["counted"] - counted["expected"] == variance
    assert counted["needs_approval"] is needs_approval
    with refused("IP216"):
        counter.as_teller("close_till", counter.till, " ")
    counter.as_teller("close_till", counter.till, "miscounted change")
    assert counter.cash_of("TILL") == 0
    # The account of variances gains what there was too much of.
    assert counter.cash_of("VARIANCE") == -variance
    counter.check_books()

    (till,) = counter.as_supervisor.rows("tills", None)
    assert (till["needs_approval"], till["approved_at"]) == (needs_approval, None)
    if needs_approval:
        counter.as_supervisor("accept_variance", counter.till)
        counter.as_supervisor("accept_variance", counter.till)
        (till,) = counter.as_supervisor.rows("tills", None)
        assert till["approved_at"] is not None
    else:
        with refused("IP272"):
            counter.as_supervisor("accept_variance", counter.till)
    # A new one can be opened at once.
    counter.as_teller("open_till", uuid4(), "EGP", "0")
    assert counter.drawer() == 0


def test_a_count_is_made_once_and_stops_the_till(counter: Counter) -> None:
    with refused("IP279"):
        counter.as_teller("close_till", counter.till, None)
    counts = {"200": 25}
    first = counter.as_teller("count_till", counter.till, counts)
    assert counter.as_teller("count_till", counter.till, counts) == first
    with refused("IP277"):
        counter.as_teller("count_till", counter.till, {"200": 24})
    for call in (
        lambda: counter.cash("CASH_IN", "10"),
        lambda: counter.cash("CASH_OUT", "10"),
        lambda: counter.as_teller("move_till_cash", uuid4(), "TO_VAULT", "EGP", "1", ""),
    ):
        with refused("IP270"):
            call()
    with refused("IP271"):
        counter.as_teller("open_till", uuid4(), "EGP", "0")
    counter.as_teller("close_till", counter.till, None)
    counter.as_teller("close_till", counter.till, None)
    counter.check_books()


@pytest.mark.parametrize(
    "counts",
    [
        "null", "[]", "5", {"200": -1}, {"200": 1.5}, {"200": "1"}, {"0": 1}, {"-5": 1}, {"x": 1},
        {"1e3": 1}, {"0.001": 1}, {"200": 10**7}, {"NaN": 1}, {"": 1}, {str(n): 0 for n in range(1, 60)},
    ],
)  # fmt: skip
def test_a_count_is_of_denominations(counter: Counter, counts: Any) -> None:
    with refused("IP274"):
        counter.as_teller("count_till", counter.till, counts)
    assert counter.drawer() == 5000


def test_a_till_is_opened_once_and_from_cash_that_is_there(counter: Counter) -> None:
    other = counter.add_teller("Omar Teller")
    till = uuid4()
    for _ in range(2):
        assert other("open_till", till, "EGP", "300") == 300
    assert counter.drawer(other) == 300
    for amount, currency in (("301", "EGP"), ("300", "USD")):
        with refused("IP206"):
            other("open_till", till, currency, amount)
    with refused("IP271"):
        other("open_till", uuid4(), "EGP", "300")
    with refused("IP206"):
        counter.as_supervisor("open_till", till, "EGP", "300")
    # A till in another currency is another till, but there are no dollars yet.
    with refused("IP275"):
        other("open_till", uuid4(), "USD", "1")
    other("open_till", uuid4(), "USD", "0")
    assert {each["currency"] for each in other.rows("my_tills")} == {"EGP", "USD"}
    with refused("IP275"):
        other("move_till_cash", uuid4(), "FROM_VAULT", "EGP", "999999999", "")
    with refused("IP276"):
        other("move_till_cash", uuid4(), "TO_VAULT", "EGP", "300.01", "")
    for wrong in ("-1", "NaN", "0.001", None):
        with refused("IP201"):
            counter.as_supervisor("open_till", uuid4(), "EGP", wrong)
    with refused("IP263"):
        counter.as_supervisor("open_till", uuid4(), "XXX", "0")
    counter.check_books()


def test_two_windows_open_one_till(counter: Counter) -> None:
    other = counter.add_teller("Omar Teller")
    twin = other.twin()
    results = at_once(
        lambda: other("open_till", uuid4(), "EGP", "100"),
        lambda: twin("open_till", uuid4(), "EGP", "100"),
    )
    assert sorted(isinstance(each, Exception) for each in results) == [False, True]
    assert counter.drawer(other) == 100


def test_cash_moves_once_by_its_id(counter: Counter) -> None:
    payment = uuid4()
    for _ in range(3):
        assert counter.cash("CASH_IN", "10", id=payment)["status"] == "COMPLETED"
    assert counter.drawer() == 5010
    for changed in ({"note": "x"}, {"account": counter.karim.account_id}):
        with refused("IP206"):
            counter.cash("CASH_IN", "10", id=payment, **changed)
    with refused("IP206"):
        counter.cash("CASH_OUT", "10", id=payment)
    move = uuid4()
    for _ in range(2):
        counter.as_teller("move_till_cash", move, "TO_VAULT", "EGP", "10", "")
    assert counter.drawer() == 5000
    slips = counter.as_teller.rows("till_slips", counter.till, None, None)
    assert [(each["number"], each["kind"], each["status"]) for each in slips] == [
        (1, "CASH_IN", "COMPLETED")
    ]
    counter.check_books()


def test_a_till_is_handed_over_when_both_count_the_same(counter: Counter) -> None:
    other = counter.add_teller("Omar Teller")
    mine, counts = uuid4(), {"200": 25}
    with refused("IP279"):
        other("take_over_till", mine, counter.till, counts, None)
    counter.cash("CASH_IN", "5")
    counter.as_teller("count_till", counter.till, counts)
    with refused("IP280"):
        other("take_over_till", mine, counter.till, {"200": 24}, "why")
    with refused("IP216"):
        other("take_over_till", mine, counter.till, counts, None)
    with refused("IP272"):
        counter.as_teller("take_over_till", mine, counter.till, counts, "mine")
    for _ in range(2):
        assert other("take_over_till", mine, counter.till, counts, "five are missing") == 5000
    assert counter.drawer(other) == 5000
    assert counter.as_teller.rows("my_tills") == []
    assert counter.cash_of("VARIANCE") == 5
    assert other("till_sheet", mine)["handed_over"] == 5000
    with refused("IP272"):
        other("till_sheet", counter.till)
    counter.check_books()


def test_the_vault_is_supplied_by_supervisors(counter: Counter) -> None:
    before = counter.cash_of("VAULT")
    supply = uuid4()
    for _ in range(2):
        counter.as_supervisor("supply_vault", supply, "EGP", "700", "delivery")
    counter.as_supervisor("supply_vault", uuid4(), "EGP", "-200", "returned")
    assert counter.cash_of("VAULT") == before + 500
    with refused("IP275"):
        counter.as_supervisor("supply_vault", uuid4(), "EGP", "-99999999", "all of it")
    with refused("IP004"):
        counter.as_teller("supply_vault", uuid4(), "EGP", "1", "mine")
    counter.check_books()
