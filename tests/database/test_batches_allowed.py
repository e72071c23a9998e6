"""Who may send batches: accounts that a supervisor has admitted, as limits of batches are a payroll's."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from tests.caller import refused
from tests.database.desk import Desk
from tests.database.sheet import sheet_of

if TYPE_CHECKING:
    from tests.bank import Bank

pytestmark = pytest.mark.system_postgres


@pytest.fixture
def desk(bank: Bank) -> Desk:
    made = Desk(bank)
    made.ask("UPDATE accounts SET batches_allowed = DEFAULT")
    return made


def test_a_batch_is_no_way_round_the_limits_of_single_payments(desk: Desk) -> None:
    desk.ask("UPDATE limits SET per_day = 50 WHERE kind = 'TRANSFER'")
    assert desk.transfer("50.01")["failure_code"] == "over_day_limit"
    sheet = sheet_of(desk, (desk.karim.account_id, "50.01"))
    assert sheet.quote()["failure_code"] == "batch_not_offered"
    answer = sheet.send()
    assert (answer["status"], answer["failure_code"]) == ("FAILED", "batch_not_offered")
    assert desk.bank.balance(desk.salma.account_id) == 1000
    desk.check_books()


def test_a_supervisor_admits_and_takes_back(desk: Desk) -> None:
    account = desk.salma.account_id
    for allowed, outcome in ((True, "COMPLETED"), (False, "FAILED"), (None, "FAILED")):
        for _ in range(2):
            desk.as_supervisor("allow_batches", account, allowed, "a contract")
        assert sheet_of(desk, (desk.karim.account_id, "5")).send()["status"] == outcome
    assert desk.ask(
        "SELECT payload, actor FROM audit_logs WHERE event = 'batches_allowed' ORDER BY id"
    ) == [
        (
            {"account_id": str(account), "allowed": allowed, "reason": "a contract"},
            str(desk.as_supervisor.user_id),
        )
        for allowed in (True, False)
    ]


def test_nobody_else_admits(desk: Desk) -> None:
    account = desk.salma.account_id
    for caller in (desk.as_salma, desk.as_teller):
        with refused("IP004"):
            caller("allow_batches", account, True, "a contract")
    own = desk.bank.caller(desk.salma.user_id, "SUPERVISOR")
    with refused("IP004"):
        own("allow_batches", account, True, "a contract")
    with refused("IP216"):
        desk.as_supervisor("allow_batches", account, True, " ")
    with refused("IP203"):
        desk.as_supervisor("allow_batches", uuid4(), True, "a contract")
    desk.as_karim("close_account", desk.karim.account_id)
    with refused("IP203"):
        desk.as_supervisor("allow_batches", desk.karim.account_id, True, "a contract")
    assert desk.ask("SELECT 1 FROM accounts WHERE batches_allowed") == []


def test_limits_are_those_of_customers(desk: Desk) -> None:
    with refused("23514"):
        _of_another_role(desk)


def _of_another_role(desk: Desk) -> None:
    # As an administrator, whose own row may be told.
    desk.ask(
        "DO $$ BEGIN INSERT INTO public.limits (kind, role, account_kind, currency)"
        " VALUES ('OWN', 'TELLER', 'CUSTOMER', 'EGP'); EXCEPTION WHEN check_violation THEN"
        " RAISE EXCEPTION USING ERRCODE = 'check_violation'; END $$"
    )
