"""The proofs of the books: true of a bank at work, and each names what it was made to prove."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from app.provisioning.checks import OK, examine
from tests.bank import PASSWORD
from tests.database.desk import Desk

if TYPE_CHECKING:
    from tests.bank import Bank, Customer

pytestmark = pytest.mark.system_postgres

_PROOFS = (
    "books_balance", "ledger_matches_balances", "sequences_without_gaps", "entries_in_pairs",
    "entries_of_their_payments", "fees_have_accounts",
)  # fmt: skip
_LEDGER, _SEQUENCES, _PAIRS, _SIDES, _FEES = _PROOFS[1:]


def _wrong(bank: Bank) -> dict[str, str]:
    found = examine(bank.auth_owner_url, bank.payment_owner_url)
    return {name: found[name] for name in _PROOFS if found[name] != OK}


@pytest.fixture
def salma(bank: Bank) -> Customer:
    """Return somebody with an opening entry and three payments made."""
    made = bank.add_customer(balance=1000)
    karim = bank.add_customer("Karim Samir", "karim@demo.eg")
    bank.pay_past(made.account_id, karim.account_id, ["1.25", "2.50", "3.75"])
    return made


def test_a_bank_at_work_is_proven(bank: Bank, salma: Customer) -> None:
    karim = bank.ask("payment", "SELECT id FROM accounts WHERE name = 'Everyday' AND id <> %s",
                     str(salma.account_id))[0][0]  # fmt: skip
    bank.add_staff("Mona Adel", "mona@demo.eg", "SUPERVISOR")
    tokens = []
    for email in (salma.email, "mona@demo.eg"):
        services = bank.services()
        services.identity.sign_in(email=email, password=PASSWORD)
        tokens.append(services.identity._access.token())
    paid, held, reversal = str(uuid4()), str(uuid4()), str(uuid4())
    people = (str(salma.account_id), karim)
    tomorrow = datetime.now(UTC).replace(tzinfo=None) + timedelta(days=1)
    with bank.as_desktop("payment") as desktop:
        cursor = desktop.cursor()
        for call, arguments in (
            ("transfer(%s, %s, %s, %s, 250.75, 'EGP', '')", (tokens[0], paid, *people)),
            ("hold(%s, %s, %s, %s, 10, 'EGP', '', %s)", (tokens[0], held, *people, tomorrow)),
            ("reverse(%s, %s, %s, 'A mistake of the bank', false)", (tokens[1], reversal, paid)),
        ):
            cursor.execute(f"SELECT status FROM api.{call}", arguments)
            assert cursor.fetchone()[0] in {"COMPLETED", "PENDING"}, call
    assert bank.ask("payment", "SELECT count(*) FROM ledger_entries WHERE leg = 2") == [(4,)]
    assert bank.ask("payment", "SELECT held > 10 FROM accounts WHERE id = %s", people[0]) == [
        (True,)
    ]
    assert _wrong(bank) == {}


_LAST = "account_id = '{account}' AND sequence = 4"
_SECOND = "account_id = '{account}' AND sequence = 2"


@pytest.mark.parametrize(
    ("change", "proofs"),
    [
        ("UPDATE accounts SET balance = balance + 1 WHERE id = '{account}'",
         {"books_balance", _LEDGER}),
        ("UPDATE accounts SET last_sequence = 5 WHERE id = '{account}'", {_LEDGER}),
        ("UPDATE accounts SET held = 1 WHERE id = '{account}'", {_LEDGER}),
        ("UPDATE transactions SET status = 'PENDING'"
         " WHERE id = (SELECT transaction_id FROM ledger_entries WHERE " + _LAST + ")",
         {_LEDGER, _PAIRS}),
        ("DELETE FROM ledger_entries WHERE " + _LAST, {_LEDGER, _PAIRS}),
        ("DELETE FROM ledger_entries WHERE " + _SECOND, {_LEDGER, _SEQUENCES, _PAIRS}),
        ("UPDATE ledger_entries SET sequence = 7 WHERE " + _LAST, {_LEDGER, _SEQUENCES}),
        ("UPDATE ledger_entries SET sequence = 0 WHERE account_id = '{account}' AND sequence = 1",
         {_SEQUENCES}),
        ("UPDATE ledger_entries SET balance_after = balance_after + 1 WHERE " + _SECOND,
         {_SEQUENCES}),
        ("UPDATE ledger_entries SET balance_after = balance_after + 1 WHERE " + _LAST,
         {_LEDGER, _SEQUENCES}),
        ("UPDATE ledger_entries SET amount = amount - 1 WHERE " + _SECOND,
         {_LEDGER, _SEQUENCES, _PAIRS}),
        ("UPDATE ledger_entries SET transaction_id = gen_random_uuid() WHERE " + _SECOND, {_PAIRS}),
        ("UPDATE ledger_entries SET leg = 2 WHERE " + _SECOND, {_PAIRS}),
        ("UPDATE ledger_entries SET account_id = gen_random_uuid() WHERE " + _LAST,
         {_LEDGER, _SEQUENCES}),
        (("DELETE FROM ledger_entries USING transactions AS t WHERE t.id = transaction_id"
         " AND t.amount = 2.50"), {_LEDGER, _SEQUENCES, _PAIRS}),
        ("DELETE FROM transactions WHERE amount = 2.50", {_PAIRS}),
        ("UPDATE transactions SET amount = amount + 1 WHERE amount = 2.50", {_PAIRS}),
        ("UPDATE transactions SET fee = 0.5 WHERE amount = 2.50", {_PAIRS}),
        ("UPDATE transactions SET status = 'CANCELLED' WHERE amount = 2.50", {_PAIRS}),
        (("INSERT INTO transactions (from_account_id, to_account_id, amount, currency, status)"
         " SELECT from_account_id, to_account_id, 5, currency, 'COMPLETED' FROM transactions LIMIT 1"),
         {_PAIRS}),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named(bank: Bank, salma: Customer, change: str, proofs: set[str]) -> None:
    assert _wrong(bank) == {}
    bank.ask("payment", change.format(account=salma.account_id))
    wrong = _wrong(bank)
    # Where an entry is not as its pair, it is not as its payment either.
    assert set(wrong) - {_SIDES} == proofs
    if "WHERE id = '{account}'" in change:
        assert str(salma.account_id) in wrong[_LEDGER]


_NOT_A_NUMBER = (
    "UPDATE ledger_entries SET amount = 'NaN', balance_after = 'NaN' WHERE sequence = 1;"
    " UPDATE accounts SET balance = 'NaN' WHERE last_sequence = 1 AND kind <> 'FEES'"
)
_PAID = "WHERE id = '{paid}'"
_ENTRY = "WHERE transaction_id = '{paid}' AND leg = 1 AND amount < 0"


@pytest.mark.parametrize(
    ("change", "proofs"),
    [
        ("UPDATE transactions SET to_account_id = '{other}' " + _PAID, {_SIDES}),
        ("UPDATE transactions SET payer_sequence = payer_sequence + 1 " + _PAID, {_SIDES}),
        ("UPDATE transactions SET payee_sequence = NULL " + _PAID, {_SIDES}),
        ("UPDATE transactions SET payer_balance_after = 0 " + _PAID, {_SIDES}),
        ("UPDATE transactions SET payer_balance_after = NULL " + _PAID, {_SIDES}),
        ("UPDATE transactions SET fee_account_id = NULL " + _PAID, {_SIDES}),
        ("UPDATE transactions SET fee_account_id = '{other}' " + _PAID, {_SIDES}),
        ("UPDATE transactions SET fee_account_id = NULL WHERE kind = 'REVERSAL'", {_SIDES}),
        ("UPDATE ledger_entries SET created_at = created_at - interval '1 day' " + _ENTRY,
         {_SEQUENCES, _SIDES}),
        ("UPDATE transactions SET completed_at = completed_at + interval '1 s' " + _PAID, {_SIDES}),
        (_NOT_A_NUMBER,
         {"books_balance", _LEDGER, _SEQUENCES, _PAIRS, _SIDES}),
        ("DELETE FROM fee_accounts WHERE currency = 'EGP'", {_FEES}),
        ("UPDATE fee_accounts SET account_id = '{other}' WHERE currency = 'EGP' AND stripe = 0",
         {_FEES}),
    ],
)  # fmt: skip
def test_what_payments_say_of_themselves_is_proven(
    bank: Bank, change: str, proofs: set[str]
) -> None:
    desk = Desk(bank)
    other = bank.add_customer("Mona Adel", "mona@demo.eg")
    paid = desk.transfer("100")["id"]
    back = desk.transfer("50")["id"]
    desk.as_supervisor("reverse", uuid4(), back, "a mistake", False)
    assert _wrong(bank) == {}
    bank.ask("payment", change.format(paid=paid, other=other.account_id))
    assert set(_wrong(bank)) >= proofs
    if proofs in ({_SIDES}, {_FEES}):
        assert set(_wrong(bank)) == proofs
