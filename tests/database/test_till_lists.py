"""Which tills somebody is told of: their own that are closed, and those of others that wait to be taken over."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from tests.caller import refused
from tests.database.counter import Counter

if TYPE_CHECKING:
    from tests.bank import Bank

pytestmark = pytest.mark.system_postgres


@pytest.fixture
def counter(bank: Bank) -> Counter:
    return Counter(bank)


def test_a_counted_till_is_offered_to_others_without_its_amounts(counter: Counter) -> None:
    other = counter.add_teller("Omar Teller")
    assert other.rows("tills_to_take_over") == []
    counter.as_teller("count_till", counter.till, {"200": 25})
    for caller in (other, counter.as_supervisor):
        (till,) = caller.rows("tills_to_take_over")
        assert set(till) == {"id", "number", "teller", "currency", "business_day", "counted_at"}
        assert (till["id"], till["teller"], till["currency"]) == (
            str(counter.till),
            "Mona Teller",
            "EGP",
        )
    # Nobody takes their own over.
    assert counter.as_teller.rows("tills_to_take_over") == []
    other("take_over_till", uuid4(), counter.till, {"200": 25}, None)
    for caller in (other, counter.as_supervisor, counter.as_teller):
        assert caller.rows("tills_to_take_over") == []


def test_one_s_own_closed_tills_are_listed_for_a_week(counter: Counter) -> None:
    other = counter.add_teller("Omar Teller")
    assert counter.as_teller.rows("my_closed_tills") == []
    counter.close({"200": 25})
    (till,) = counter.as_teller.rows("my_closed_tills")
    assert till["id"] == str(counter.till)
    assert till["closed_at"] > till["opened_at"]
    assert other.rows("my_closed_tills") == []
    counter.ask("UPDATE till_sessions SET business_day = business_day - 6")
    assert len(counter.as_teller.rows("my_closed_tills")) == 1
    counter.ask("UPDATE till_sessions SET business_day = business_day - 1")
    assert counter.as_teller.rows("my_closed_tills") == []


def test_only_tellers_and_supervisors_are_told(counter: Counter) -> None:
    auditor = counter.add_teller("Amal Audit", "AUDITOR")
    for caller in (counter.as_salma, auditor):
        for function in ("my_closed_tills", "tills_to_take_over"):
            with refused("IP004"):
                caller.rows(function)


def test_the_sheet_says_who_accepted_what_differed(counter: Counter) -> None:
    counter.close({"200": 24}, "not found")
    sheet = counter.as_teller("till_sheet", counter.till)
    assert (sheet["approved_at"], sheet["accepted_by"]) == (None, None)
    counter.as_supervisor("accept_variance", counter.till)
    sheet = counter.as_teller("till_sheet", counter.till)
    assert sheet["approved_at"] is not None
    assert sheet["accepted_by"] == "Nadia Super"
