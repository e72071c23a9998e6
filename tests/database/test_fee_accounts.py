"""Fees of payments side by side: more backends than fee accounts, so some want the same one at once."""

from __future__ import annotations

from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING

import pytest

from services.values.identifiers import new_uuid7
from tests.database.desk import Desk, at_once
from tests.database.sheet import sheet_of

if TYPE_CHECKING:
    from tests.bank import Bank, Customer
    from tests.caller import Caller

pytestmark = pytest.mark.system_postgres

#: Of seventeen and more process ids two are the same modulo sixteen.
_BACKENDS = 20
_ROUNDS = 8


@pytest.fixture
def desk(bank: Bank) -> Desk:
    return Desk(bank)


def _pay(caller: Caller, payer: Customer, payee: Customer) -> list[str]:
    return [
        caller("transfer", new_uuid7(), payer.account_id, payee.account_id, 1, "EGP", "")["status"]
        for _ in range(_ROUNDS)
    ]


def test_fees_that_meet_in_one_account_are_all_there(desk: Desk) -> None:
    people = [
        desk.bank.add_customer(f"Payer {n}", f"payer{n}@demo.eg", balance=100)
        for n in range(2 * _BACKENDS)
    ]
    pairs = zip(people[:_BACKENDS], people[_BACKENDS:], strict=True)
    callers = [desk.bank.caller(each.user_id) for each in people[:_BACKENDS]]
    outcomes = at_once(
        *(partial(_pay, caller, *pair) for caller, pair in zip(callers, pairs, strict=True))
    )
    assert outcomes == [["COMPLETED"] * _ROUNDS] * _BACKENDS
    fees = desk.ask(
        "SELECT count(*), sum(a.balance), sum(a.last_sequence) FROM accounts AS a"
        " WHERE a.kind = 'FEES' AND a.last_sequence > 0"
    )[0]
    used, total, entries = fees
    assert used <= 16
    assert (total, entries) == (Decimal("0.50") * _BACKENDS * _ROUNDS, _BACKENDS * _ROUNDS)
    desk.check_books()


def test_a_fee_without_an_account_to_go_to_stops_the_payment(desk: Desk) -> None:
    desk.ask("DELETE FROM fee_accounts")
    refusal = desk.transfer("10")
    assert (refusal["status"], refusal["failure_code"]) == ("FAILED", "currency_not_offered")
    desk.check_books()


def test_with_one_fee_account_left_every_backend_pays_into_it(desk: Desk) -> None:
    desk.ask("DELETE FROM fee_accounts WHERE stripe > 0")
    callers = [desk.bank.caller(desk.salma.user_id) for _ in range(3)]
    for caller in callers:
        assert desk.transfer("10", caller=caller)["status"] == "COMPLETED"
    assert desk.ask(
        "SELECT count(*), sum(balance) FROM accounts WHERE kind = 'FEES' AND balance <> 0"
    ) == [(1, Decimal("1.50"))]
    desk.check_books()


def test_a_batch_pays_its_fee_into_what_there_is(desk: Desk) -> None:
    desk.ask("DELETE FROM fee_accounts WHERE stripe < 15")
    for _ in range(2):
        caller = desk.bank.caller(desk.salma.user_id)
        assert sheet_of(desk, (desk.karim.account_id, "10")).send(caller)["status"] == "COMPLETED"
    held = desk.hold("10")["id"]
    assert desk.as_salma("post_held", held)["status"] == "COMPLETED"
    desk.ask("DELETE FROM fee_accounts")
    sheet = sheet_of(desk, (desk.karim.account_id, "10"))
    assert sheet.quote()["failure_code"] == sheet.send()["failure_code"] == "currency_not_offered"
    desk.check_books()
