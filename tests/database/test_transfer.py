"""api.transfer through the service: exactly once, double entry, and every refusal by its code."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import psycopg2
import pytest

from services.errors import InstaPayError, InvalidInput, Refused
from services.values.money import Money
from services.values.transfers import Payee, Payment, TransferOutcome, TransferStatus

if TYPE_CHECKING:
    from services.bank import Services
    from tests.bank import Bank, Customer

pytestmark = pytest.mark.system_postgres


class Pair:
    """Salma, signed in, with money; and Karim."""

    def __init__(self, bank: Bank) -> None:
        self.bank = bank
        self.salma = bank.add_customer(balance="1000.00", address="salma@instapay")
        self.karim = bank.add_customer("Karim Samir", "karim@demo.eg", address="karim@instapay")
        self.services = bank.services()
        self.services.identity.sign_in(email=self.salma.email, password=self.salma.password)

    def payment(self, amount: str, note: str = "lunch", payee: UUID | None = None) -> Payment:
        account = payee or self.karim.account_id
        return Payment(
            self.salma.account_id,
            Payee(account, "Karim S••••", "EGP", "karim@instapay", is_own=False),
            Money(Decimal(amount), "EGP"),
            note,
        )

    def send(self, payment: Payment) -> TransferOutcome:
        return self.services.transfers.send(payment=payment)


@pytest.fixture
def pair(bank: Bank) -> Pair:
    return Pair(bank)


def _sign_in(bank: Bank, who: Customer) -> Services:
    services = bank.services()
    services.identity.sign_in(email=who.email, password=who.password)
    return services


def test_money_moves_once_and_is_seen_on_both_sides(pair: Pair) -> None:
    payment = pair.payment("250.75")
    outcome = pair.send(payment)

    assert outcome.status is TransferStatus.COMPLETED
    assert outcome.failure_code is None
    assert outcome.fee == Money(Decimal("0.50"), "EGP")
    assert outcome.balance_after == Money(Decimal("748.75"), "EGP")
    karim = _sign_in(pair.bank, pair.karim)
    (account,) = karim.accounts.list()
    assert account.balance == account.available == Money(Decimal("250.75"), "EGP")
    (credit,) = karim.accounts.history(account_id=account.id).entries
    assert (credit.amount.amount, credit.counterparty, credit.note, credit.sequence) == (
        Decimal("250.75"),
        "Salma H••••",
        "lunch",
        1,
    )
    fee, debit, _ = pair.services.accounts.history(account_id=pair.salma.account_id).entries
    assert (fee.amount.amount, fee.balance_after.amount, fee.counterparty, fee.sequence) == (
        Decimal("-0.50"),
        Decimal("748.75"),
        "FEES",
        3,
    )
    assert (debit.amount.amount, debit.balance_after.amount, debit.counterparty) == (
        Decimal("-250.75"),
        Decimal("749.25"),
        "Karim S••••",
    )
    assert fee.transaction_id == debit.transaction_id == credit.transaction_id == payment.id
    assert [n.event for n in karim.notifications.list().notifications] == ["payment_received"]
    assert [n.event for n in pair.services.notifications.list().notifications] == ["payment_sent"]
    assert set(pair.bank.books().values()) == {0}


def test_audit_row_names_actor_station_and_session(pair: Pair) -> None:
    payment = pair.payment("10")
    pair.send(payment)
    rows = pair.bank.ask(
        "payment",
        "SELECT event, actor, database_role, session_id IS NOT NULL, payload ->> 'transaction_id'"
        " FROM audit_logs WHERE service = 'payment' AND event LIKE 'transfer%'",
    )
    assert rows == [("transfer", str(pair.salma.user_id), "station_1", True, str(payment.id))]


def test_same_id_again_answers_with_the_first_outcome(pair: Pair) -> None:
    payment = pair.payment("600")
    first = pair.send(payment)
    # Also when the money would no longer do for a second one.
    assert pair.send(payment) == first
    assert pair.bank.balance(pair.salma.account_id) == Decimal("399.40")
    assert pair.bank.ask(
        "payment", "SELECT repeats FROM transactions WHERE id = %s", str(payment.id)
    ) == [(1,)]
    assert (
        len(
            pair.bank.ask(
                "payment", "SELECT 1 FROM ledger_entries WHERE transaction_id = %s", str(payment.id)
            )
        )
        == 4
    )


@pytest.mark.parametrize("change", ["amount", "note", "payee", "actor"])
def test_same_id_with_other_content_is_refused_and_tells_nothing(pair: Pair, change: str) -> None:
    first = pair.payment("10")
    pair.send(first)
    mona = pair.bank.add_customer("Mona Adel", "mona@demo.eg", balance=50)
    services, payer, payee = pair.services, pair.salma.account_id, pair.karim.account_id
    if change == "actor":
        services, payer = _sign_in(pair.bank, mona), mona.account_id
    again = Payment(
        payer,
        Payee(mona.account_id if change == "payee" else payee, "x", "EGP", "x", is_own=False),
        Money(Decimal(11 if change == "amount" else 10), "EGP"),
        "other" if change == "note" else "lunch",
        first.id,
    )
    with pytest.raises(Refused) as caught:
        services.transfers.send(payment=again)
    assert caught.value.code == "id_reused"
    assert pair.bank.balance(pair.karim.account_id) == 10
    assert pair.bank.balance(mona.account_id) == 50


def test_more_than_the_balance_is_a_recorded_refusal(pair: Pair) -> None:
    # A piastre less than the amount and its fee of 1.00 take.
    outcome = pair.send(pair.payment("999.01"))
    assert (outcome.status, outcome.failure_code) == (TransferStatus.FAILED, "insufficient_funds")
    assert pair.bank.balance(pair.salma.account_id) == 1000
    assert pair.bank.ask(
        "payment", "SELECT event FROM audit_logs WHERE event LIKE 'transfer%'"
    ) == [("transfer_refused",)]
    # The payee never sees it.
    karim = _sign_in(pair.bank, pair.karim)
    assert karim.notifications.list().notifications == ()


def test_the_last_piastre_can_be_sent(pair: Pair) -> None:
    assert pair.send(pair.payment("999.00")).balance_after == Money(Decimal("0.00"), "EGP")


def test_payee_that_would_overflow_cannot_receive(pair: Pair) -> None:
    full = pair.bank.add_customer("Mona Adel", "mona@demo.eg")
    pair.bank.ask(
        "payment",
        "UPDATE accounts SET balance = 9999999999999999.98 WHERE id = %s",
        str(full.account_id),
    )
    pair.send(pair.payment("0.01", payee=full.account_id))
    outcome = pair.send(pair.payment("0.01", payee=full.account_id))
    assert (outcome.status, outcome.failure_code) == (TransferStatus.FAILED, "payee_cannot_receive")


@pytest.mark.parametrize(
    ("amount", "code"),
    [
        ("0", "amount_not_positive"),
        ("-5", "amount_not_positive"),
        ("NaN", "amount_not_positive"),
        ("Infinity", "amount_not_positive"),
        ("1e30", "amount_too_large"),
        ("10000000000000000", "amount_too_large"),
        ("0.001", "amount_too_precise"),
    ],
)
def test_absurd_amounts_stop_before_the_wire(pair: Pair, amount: str, code: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        pair.send(pair.payment(amount))
    assert (caught.value.code, caught.value.data["field"]) == (code, "amount")


def _raw_transfer(pair: Pair, **changes: object) -> None:
    """Call api.transfer as the desktop role would in SQL, past everything the services check."""
    token = pair.services.identity._access.token()
    values: dict[str, object] = {
        "token": token,
        "id": str(uuid4()),
        "payer": str(pair.salma.account_id),
        "payee": str(pair.karim.account_id),
        "amount": "10",
        "currency": "EGP",
        "note": "",
    } | changes
    with pair.bank.as_desktop("payment") as desktop:
        desktop.cursor().execute(
            "SELECT * FROM api.transfer(%(token)s, %(id)s, %(payer)s, %(payee)s,"
            " %(amount)s::numeric, %(currency)s, %(note)s)",
            values,
        )


@pytest.mark.parametrize(
    ("changes", "state"),
    [
        *(
            ({"amount": bad}, "IP201")
            for bad in ("NaN", "Infinity", "-Infinity", "1e30", "0", "-1", "0.001", None)
        ),
        ({"id": None}, "IP208"),
        ({"currency": None}, "IP201"),
        ({"currency": "USD"}, "IP205"),
        ({"currency": "EGP "}, "IP205"),
        ({"note": None}, "IP207"),
        ({"note": "x" * 141}, "IP207"),
        ({"note": "two\nlines"}, "IP207"),
        ({"payee": str(uuid4())}, "IP202"),
        ({"payee": None}, "IP202"),
        ({"payer": str(uuid4())}, "IP203"),
        ({"payer": None}, "IP203"),
        ({"token": ""}, "IP001"),
        ({"token": None}, "IP001"),
        ({"token": "a.b.c"}, "IP001"),
    ],
)
def test_malformed_calls_raise_their_own_state_and_change_nothing(
    pair: Pair, changes: dict[str, object], state: str
) -> None:
    with pytest.raises(psycopg2.Error) as caught:
        _raw_transfer(pair, **changes)
    assert caught.value.pgcode == state
    assert caught.value.diag.message_detail is None
    assert pair.bank.ask("payment", "SELECT 1 FROM transactions WHERE kind = 'TRANSFER'") == []
    assert pair.bank.balance(pair.salma.account_id) == 1000


def test_nobody_pays_from_an_account_of_somebody_else(pair: Pair) -> None:
    with pytest.raises(psycopg2.Error) as caught:
        _raw_transfer(pair, payer=str(pair.karim.account_id), payee=str(pair.salma.account_id))
    assert caught.value.pgcode == "IP203"


def test_bank_account_is_no_payee(pair: Pair) -> None:
    vault = pair.bank.ask("payment", "SELECT id FROM accounts WHERE kind = 'VAULT'")[0][0]
    with pytest.raises(psycopg2.Error) as caught:
        _raw_transfer(pair, payee=vault)
    assert caught.value.pgcode == "IP202"


@pytest.mark.parametrize(
    ("payee", "code"), [("own", "payee_is_payer"), ("dollars", "currency_differs")]
)
def test_payee_must_differ_and_take_the_currency(pair: Pair, payee: str, code: str) -> None:
    dollars = pair.bank.add_account(pair.karim.user_id, currency="USD")
    account = pair.salma.account_id if payee == "own" else dollars
    with pytest.raises(InvalidInput) as caught:
        pair.send(pair.payment("10", payee=account))
    assert caught.value.code == code


def test_refuses_inside_a_transaction_that_has_written(pair: Pair) -> None:
    token = pair.services.identity._access.token()
    with pair.bank.as_desktop("payment") as desktop:
        desktop.autocommit = False
        cursor = desktop.cursor()
        cursor.execute("SELECT pg_current_xact_id()")
        with pytest.raises(psycopg2.Error) as caught:
            cursor.execute(
                "SELECT * FROM api.transfer(%s, %s, %s, %s, 1, 'EGP', '')",
                (token, str(uuid4()), str(pair.salma.account_id), str(pair.karim.account_id)),
            )
    assert caught.value.pgcode == "IP005"


def test_two_hundred_calls_with_one_id_make_one_transfer(pair: Pair) -> None:
    payment = pair.payment("7")
    pair.bank.let_wait("payment", "transfer")
    start = threading.Barrier(8)

    def send(_: int) -> TransferOutcome:
        if not start.broken:
            start.wait(30)
        return pair.services.transfers.send(payment=payment)

    with ThreadPoolExecutor(8) as threads:
        outcomes = list(threads.map(send, range(200)))
    assert set(outcomes) == {outcomes[0]}
    assert pair.bank.balance(pair.karim.account_id) == 7


def test_opposite_transfers_neither_deadlock_nor_lose_money(pair: Pair) -> None:
    """Everybody pays everybody at once: locks are taken in one order, so nobody waits in a ring."""
    mona = pair.bank.add_customer("Mona Adel", "mona@demo.eg", balance=1000)
    people = [pair.salma, pair.karim, mona]
    services = [pair.services, _sign_in(pair.bank, pair.karim), _sign_in(pair.bank, mona)]
    pair.send(pair.payment("500"))
    pair.bank.let_wait("payment", "transfer")

    def pay(number: int) -> str:
        payer, payee = number % 3, (number + 1 + number // 3 % 2) % 3
        payment = Payment(
            people[payer].account_id,
            Payee(people[payee].account_id, "x", "EGP", "x", is_own=False),
            Money(Decimal(number % 50 + 1), "EGP"),
        )
        try:
            return services[payer].transfers.send(payment=payment).status.value
        except InstaPayError as error:
            return error.code

    with ThreadPoolExecutor(8) as threads:
        results = set(threads.map(pay, range(240)))
    assert results <= {"COMPLETED", "FAILED"}
    balances = [pair.bank.balance(each.account_id) for each in people]
    fees = pair.bank.ask("payment", "SELECT sum(balance) FROM accounts WHERE kind = 'FEES'")[0][0]
    assert fees > 0
    assert sum(balances) + fees == 2000
    assert min(balances) >= 0
    assert (
        pair.bank.ask(
            "payment",
            "SELECT a.id FROM accounts AS a JOIN LATERAL (SELECT balance_after, sequence FROM"
            " ledger_entries AS e WHERE e.account_id = a.id ORDER BY sequence DESC LIMIT 1) AS l ON true"
            " WHERE l.balance_after <> a.balance OR l.sequence <> a.last_sequence",
        )
        == []
    )


def test_own_accounts_are_named_and_noticed_once(pair: Pair) -> None:
    savings = pair.bank.add_account(pair.salma.user_id, name="Savings")
    pair.send(pair.payment("20", payee=savings))
    (entry,) = pair.services.accounts.history(account_id=savings).entries
    assert entry.counterparty == "Everyday"
    assert [n.event for n in pair.services.notifications.list().notifications] == ["payment_sent"]


def test_arabic_name_is_masked_by_words(bank: Bank) -> None:
    bank.add_customer("منى عادل", "mona@demo.eg", address="mona@instapay")
    salma = bank.add_customer()
    payee = _sign_in(bank, salma).payees.resolve(payee="mona@instapay")
    assert payee.masked_name == "منى ع••••"


def _settle(pair: Pair, services: Services, transfer_id: str | None) -> tuple[str, str | None]:
    token = services.identity._access.token()
    with pair.bank.as_desktop("payment") as desktop:
        cursor = desktop.cursor()
        cursor.execute("SELECT status, failure_code FROM api.settle(%s, %s)", (token, transfer_id))
        row = cursor.fetchone()
        assert row is not None
        return row[0], row[1]


def test_settling_tells_the_outcome_or_gives_the_id_up(pair: Pair) -> None:
    paid, never_sent = pair.payment("10"), pair.payment("20")
    pair.send(paid)
    assert _settle(pair, pair.services, str(paid.id)) == ("COMPLETED", None)
    assert _settle(pair, pair.services, str(never_sent.id)) == ("FAILED", "abandoned")
    assert _settle(pair, pair.services, str(never_sent.id)) == ("FAILED", "abandoned")
    assert pair.send(never_sent).failure_code == "abandoned"
    assert pair.bank.balance(pair.karim.account_id) == 10


@pytest.mark.parametrize(("which", "state"), [("foreign", "IP206"), ("missing", "IP208")])
def test_settling_tells_nothing_of_others_payments(pair: Pair, which: str, state: str) -> None:
    paid = pair.payment("10")
    pair.send(paid)
    karim = _sign_in(pair.bank, pair.karim)
    with pytest.raises(psycopg2.Error) as caught:
        _settle(pair, karim, str(paid.id) if which == "foreign" else None)
    assert caught.value.pgcode == state


def test_settling_and_the_original_at_once_agree(pair: Pair) -> None:
    """Whichever claims the id first decides, and both are told the same."""
    for _ in range(20):
        payment = pair.payment("1")
        with ThreadPoolExecutor(2) as threads:
            sent = threads.submit(pair.send, payment)
            settled = threads.submit(_settle, pair, pair.services, str(payment.id))
            assert sent.result(10).status.value == settled.result(10)[0]
    paid = pair.bank.ask(
        "payment",
        "SELECT count(*) FROM transactions WHERE status = 'COMPLETED' AND kind = 'TRANSFER'",
    )
    assert pair.bank.balance(pair.karim.account_id) == paid[0][0]


def test_ids_of_any_version_are_payments_of_their_own(pair: Pair) -> None:
    """Whatever is made with a payment has an id that no other payment's can be."""
    for version in "0123456789abcdef":
        made = UUID(f"01a20497-e43e-{version}7dc-84c6-13c8fbd74f57")
        outcome = pair.send(replace(pair.payment("1"), id=made))
        assert outcome.status is TransferStatus.COMPLETED, version
    assert pair.bank.balance(pair.karim.account_id) == 16
