"""What stands twice so that a payment looks it up once follows what it is a copy of."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from app.provisioning.checks import OK, examine
from tests.database.desk import Desk

if TYPE_CHECKING:
    from tests.bank import Bank

pytestmark = pytest.mark.system_postgres


@pytest.fixture
def desk(bank: Bank) -> Desk:
    return Desk(bank)


def _finding(bank: Bank) -> str:
    return examine(bank.auth_owner_url, bank.payment_owner_url)["copies_agree"]


_OFFER = (
    "INSERT INTO limits (kind, role, account_kind, currency)"
    " VALUES ('TRANSFER', 'CUSTOMER', 'CUSTOMER', 'GBP')"
)
_RULE = (
    "SELECT per_payment, rate, time_zone, cardinality(fee_account_ids)"
    " FROM private.payment_rules WHERE kind = 'TRANSFER' AND currency = %s"
)


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE limits SET per_payment = 7 WHERE kind = 'TRANSFER'",
        "UPDATE tariffs SET rate = 0.5 WHERE kind = 'TRANSFER'",
        "DELETE FROM tariffs WHERE kind = 'TRANSFER'",
        "UPDATE private.settings SET value = 'Asia/Tokyo' WHERE name = 'time_zone'",
        "DELETE FROM fee_accounts WHERE currency = 'EGP' AND stripe = 15",
        "DELETE FROM limits WHERE kind = 'TRANSFER'",
        _OFFER,
    ],
)
def test_rules_follow_what_an_administrator_changes(bank: Bank, change: str) -> None:
    count = "SELECT count(*) FROM private.payment_rules"
    before = bank.ask("payment", _RULE, "EGP") + bank.ask("payment", count)
    bank.ask("payment", change)
    assert bank.ask("payment", _RULE, "EGP") + bank.ask("payment", count) != before
    assert _finding(bank) == OK


def test_a_currency_that_is_offered_anew_has_its_fee_accounts_in_its_rule(bank: Bank) -> None:
    bank.ask("payment", _OFFER)
    assert bank.ask("payment", _RULE, "GBP") == [(None, None, "Africa/Cairo", 16)]


def test_a_new_name_is_what_the_next_payee_sees(desk: Desk) -> None:
    stated = {"typ": "holder", "sub": str(desk.salma.user_id), "full_name": "Salma Samir Adel"}
    statement = desk.bank.ask("auth", "SELECT private.sign(%s::jsonb)", json.dumps(stated))[0][0]
    with desk.bank.as_desktop("payment") as desktop:
        desktop.cursor().execute("SELECT api.accept(%s)", (statement,))
    assert desk.transfer("10")["status"] == "COMPLETED"
    seen = (
        "SELECT DISTINCT counterparty FROM ledger_entries WHERE kind = 'TRANSFER' AND amount = 10"
    )
    assert desk.bank.ask("payment", seen) == [("Salma S••••",)]
    assert _finding(desk.bank) == OK


def test_a_copy_that_is_wrong_is_found(desk: Desk) -> None:
    for wrong, right in (
        ("UPDATE private.payment_rules SET rate = 0", "UPDATE tariffs SET rate = rate"),
        ("UPDATE accounts SET shown_as = 'Somebody else' WHERE user_id IS NOT NULL", None),
    ):
        assert _finding(desk.bank) == OK
        desk.bank.ask("payment", wrong)
        assert "not up to date" in _finding(desk.bank)
        if right is not None:
            desk.bank.ask("payment", right)
