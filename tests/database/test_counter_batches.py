"""Batches that staff make for a customer at the counter: who may, up to what, and what is kept of it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest

from tests.caller import refused
from tests.database.counter import Counter
from tests.database.desk import fee_of
from tests.database.sheet import Sheet, sheet_of, three_rows

if TYPE_CHECKING:
    from tests.bank import Bank
    from tests.caller import Caller

pytestmark = pytest.mark.system_postgres

_CARD = "national card 29001011234567"


@pytest.fixture
def counter(bank: Bank) -> Counter:
    return Counter(bank)


@pytest.fixture
def three(counter: Counter) -> Sheet:
    return three_rows(counter)


def _send(sheet: Sheet, caller: Caller, identification: str | None = _CARD) -> dict[str, Any]:
    answer: dict[str, Any] = caller(
        "counter_transfer_many", sheet.id, sheet.payer, sheet.ids, sheet.payees, sheet.amounts,
        sheet.currency, identification, sheet.notes,
    )  # fmt: skip
    return answer


def _quote(sheet: Sheet, caller: Caller) -> dict[str, Any]:
    answer: dict[str, Any] = caller(
        "counter_quote_many", sheet.payer, sheet.payees, sheet.amounts, sheet.currency, sheet.notes
    )
    return answer


def test_a_teller_makes_a_batch_for_an_open_customer(counter: Counter, three: Sheet) -> None:
    quoted = _quote(three, counter.as_teller)
    fee = fee_of("100") + fee_of("600.5") + fee_of("50.25")
    # The customer is identified by staff: nobody at the counter has the customer's password.
    assert (quoted["failure_code"], quoted["fee"], quoted["needs_confirmation"]) == (
        None,
        fee,
        False,
    )
    done = _send(three, counter.as_teller)
    assert (done["status"], done["row_errors"], done["fee"]) == ("COMPLETED", None, fee)
    assert done["balance_after"] == 1000 - Decimal("750.75") - fee
    teller = str(counter.as_teller.user_id)
    assert counter.ask("SELECT initiated_by, identification, status FROM batches") == [
        (teller, _CARD, "COMPLETED")
    ]
    assert counter.ask(
        "SELECT actor, payload ->> 'identification' FROM audit_logs WHERE event = 'batch'"
    ) == [(teller, _CARD)]
    # Told to the customer, whose account paid.
    assert [event for event, _ in counter.notices(counter.salma.user_id)] == ["batch_sent"]
    assert _send(three, counter.as_teller) == done
    assert counter.as_teller("settle_batch", three.id)["status"] == "COMPLETED"
    counter.check_books()


def test_one_that_its_owner_sends_has_no_identification(counter: Counter, three: Sheet) -> None:
    assert three.send()["status"] == "COMPLETED"
    assert counter.ask("SELECT identification FROM batches") == [(None,)]
    assert counter.ask(
        "SELECT payload ? 'identification' FROM audit_logs WHERE event = 'batch'"
    ) == [(False,)]


@pytest.mark.parametrize("role", ["CUSTOMER", "AUDITOR", "ADMIN"])
def test_only_tellers_and_supervisors_make_batches_for_others(
    counter: Counter, three: Sheet, role: str
) -> None:
    somebody = counter.add_teller("Hani Nour", role)
    counter.ask(
        "INSERT INTO customer_openings (staff_id, session_id, customer_id, reason, closes_at)"
        " VALUES (%s, gen_random_uuid(), %s, 'a reason', 'infinity')",
        somebody.user_id,
        counter.salma.user_id,
    )
    for ask in (_quote, _send):
        with refused("IP004"):
            ask(three, somebody)
    assert counter.ask("SELECT 1 FROM batches") == []


def test_a_customer_who_is_not_open_cannot_be_served(counter: Counter, three: Sheet) -> None:
    colleague = counter.add_teller("Aya Said")
    for ask in (_quote, _send):
        with refused("IP262"):
            ask(three, colleague)
    counter.ask("UPDATE customer_openings SET closes_at = private.utc_now() - interval '1 s'")
    with refused("IP262"):
        _send(three, counter.as_teller)
    assert counter.ask("SELECT 1 FROM batches") == []


def test_staff_neither_pay_from_their_own_account_nor_into_it(bank: Bank) -> None:
    counter = Counter(bank)
    both = counter.bank.add_account(counter.as_teller.user_id, balance=100)
    counter.ask("UPDATE accounts SET batches_allowed = true WHERE id = %s", both)
    for payer, state in ((both, "IP004"), (uuid4(), "IP203"), (None, "IP203")):
        sheet = sheet_of(counter, (counter.karim.account_id, "1"))
        sheet.payer = payer
        for ask in (_quote, _send):
            with refused(state):
                ask(sheet, counter.as_teller)
    sheet = sheet_of(counter, (counter.karim.account_id, "1"), (both, "2"))
    expected = [{"row": 2, "code": "payee_is_maker"}]
    assert _quote(sheet, counter.as_teller)["row_errors"] == expected
    assert _send(sheet, counter.as_teller)["row_errors"] == expected
    assert counter.ask("SELECT 1 FROM batches") == []
    # A colleague may, and so may the customer.
    assert sheet.send()["status"] == "COMPLETED"


def test_the_bank_s_own_accounts_pay_no_batches(counter: Counter) -> None:
    (vault,) = counter.ask("SELECT id FROM accounts WHERE kind = 'VAULT' LIMIT 1")[0]
    sheet = sheet_of(counter, (counter.karim.account_id, "1"))
    sheet.payer = vault
    with refused("IP203"):
        _send(sheet, counter.as_teller)


def test_above_what_the_role_may_do_alone_somebody_with_more_makes_it(counter: Counter) -> None:
    counter.ask(
        "UPDATE counter_limits SET alone_up_to = 300 WHERE kind = 'COUNTER' AND role = 'TELLER'"
    )
    karim = counter.karim.account_id
    just = sheet_of(counter, (karim, "150"), (karim, "150"))
    assert _quote(just, counter.as_teller)["failure_code"] is None
    over = sheet_of(counter, (karim, "150"), (karim, "150.01"))
    assert _quote(over, counter.as_teller)["failure_code"] == "batch_over_limit"
    told = _send(over, counter.as_teller)
    assert (told["status"], told["failure_code"]) == ("FAILED", "batch_over_limit")
    assert counter.bank.balance(counter.salma.account_id) == 1000
    # The refused id stays refused, also for the supervisor; a new one goes through.
    counter.open_customers(counter.as_supervisor)
    with refused("IP206"):
        _send(over, counter.as_supervisor)
    again = sheet_of(counter, (karim, "150"), (karim, "150.01"))
    assert _send(again, counter.as_supervisor)["status"] == "COMPLETED"
    counter.ask("UPDATE counter_limits SET alone_up_to = 1 WHERE kind = 'COUNTER'")
    last = sheet_of(counter, (karim, "2"))
    assert _send(last, counter.as_supervisor)["failure_code"] == "batch_over_limit"
    # Its owner's batches are none of the counter's.
    assert sheet_of(counter, (karim, "2")).send()["status"] == "COMPLETED"
    counter.check_books()


def test_the_batches_own_rules_hold_at_the_counter_too(counter: Counter) -> None:
    karim = counter.karim.account_id
    sheet = sheet_of(counter, (karim, "999.99"), (karim, "0.02"))
    assert _send(sheet, counter.as_teller)["failure_code"] == "insufficient_funds"
    counter.ask(
        "UPDATE accounts SET batches_allowed = false WHERE id = %s", counter.salma.account_id
    )
    sheet = sheet_of(counter, (karim, "1"))
    assert _send(sheet, counter.as_teller)["failure_code"] == "batch_not_offered"
    faulty = sheet_of(counter, (karim, "NaN"), (uuid4(), "1"), (None, "1"), (karim, "-1"))
    assert [each["code"] for each in _send(faulty, counter.as_teller)["row_errors"]] == [
        "amount_invalid",
        "payee_unknown",
        "payee_unknown",
        "amount_invalid",
    ]
    counter.check_books()


@pytest.mark.parametrize("shown", [None, "", "   ", "x" * 201, "two\nlines"])
def test_the_customer_is_identified(counter: Counter, three: Sheet, shown: str | None) -> None:
    with refused("IP216"):
        _send(three, counter.as_teller, shown)
    assert counter.ask("SELECT 1 FROM batches") == []


def test_a_customer_s_batch_is_not_a_teller_s_to_repeat(counter: Counter, three: Sheet) -> None:
    three.send()
    with refused("IP206"):
        _send(three, counter.as_teller)
    with refused("IP206"):
        counter.as_teller("settle_batch", three.id)
