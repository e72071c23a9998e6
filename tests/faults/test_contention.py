"""Many at once on the same few accounts, and on the same payment."""

from __future__ import annotations

import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from services.errors import Refused, Unavailable
from services.values.money import Money
from services.values.transfers import Payee, Payment, TransferStatus
from tests.faults.length import pick
from tests.faults.load import OPENING, STATION
from tests.faults.observing import until

if TYPE_CHECKING:
    from collections.abc import Callable

    from services.values.transfers import TransferOutcome
    from tests.faults.load import Load

_OPPOSITE = pick(800, 10_000)
_RENAMED = pick(300, 3000)
_THREADS = 200
_WATCHED_S = pick(3.0, 60.0)


@pytest.mark.timeout(pick(120, 400))
def test_opposite_payments_among_ten_accounts_never_deadlock(load: Load) -> None:
    load.add_customers(5, accounts=2)
    payers = load.start_payers(8)
    load.wait_for("told", more=_OPPOSITE, clients=payers)
    load.end_and_settle()
    assert _deadlocks(load) == 0
    # A slow machine may let somebody wait for a row for over a second.
    assert set(load.said("code")) <= {"server_busy"}
    assert _statuses(load) >= {"COMPLETED"}
    load.assert_right()


@pytest.mark.timeout(pick(120, 400))
def test_names_that_change_while_their_owners_pay_never_deadlock(load: Load) -> None:
    load.add_customers(5, accounts=2)
    payers = load.start_payers(8)
    # Rows of a person's accounts lie in any order: here higher ids first.
    for (account,) in load.bank.ask(
        "payment", "SELECT id FROM accounts WHERE user_id IS NOT NULL ORDER BY id DESC"
    ):
        load.bank.ask("payment", "UPDATE accounts SET name = name WHERE id = %s", account)
    for number in range(_RENAMED):
        load.bank.ask(
            "payment",
            "UPDATE holders SET full_name = split_part(full_name, ' ', 1) || %s"
            " WHERE user_id = (SELECT user_id FROM holders ORDER BY user_id OFFSET %s LIMIT 1)",
            f" {chr(65 + number % 26)}",
            number % 5,
        )
    load.wait_for("told", more=100, clients=payers)
    load.end_and_settle()
    assert _deadlocks(load) == 0
    load.assert_right()


def _deadlocks(load: Load) -> int:
    """Ask Postgres, when the clients' backends have ended: then their figures are in."""
    with load.administrator() as cursor:
        cursor.connection.autocommit = True

        def are_gone() -> bool:
            cursor.execute("SELECT FROM pg_stat_activity WHERE usename = %s", (STATION,))
            return not cursor.rowcount

        assert until(are_gone, patience_s=10)
        cursor.execute("SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()")
        return int(cursor.fetchone()[0])


def _statuses(load: Load) -> set[str]:
    return {row[0] for row in load.bank.ask("payment", "SELECT DISTINCT status FROM transactions")}


def _all_at_once(sends: list[Callable[[], TransferOutcome]]) -> list[TransferOutcome | Refused]:
    """Run them in a thread each, which begin together."""
    start = threading.Barrier(len(sends))

    def run(send: Callable[[], TransferOutcome]) -> TransferOutcome | Refused:
        start.wait()
        deadline = time.monotonic() + 30
        while True:
            try:
                return send()
            except Refused as error:
                return error
            except Unavailable:
                # More threads than connections: one may have waited for too long.
                if time.monotonic() > deadline:
                    raise

    with ThreadPoolExecutor(len(sends)) as threads:
        return list(threads.map(run, sends))


@pytest.mark.parametrize("contents", [1, 2], ids=["same-content", "two-contents"])
def test_two_hundred_threads_with_one_id_make_one_payment(load: Load, contents: int) -> None:
    load.add_customers(2)
    payer, payee = load.customers
    reached = Payee(payee.account_id, "Karim S••••", "EGP", "karim@instapay", is_own=False)
    first = Payment(payer.account_id, reached, Money(Decimal(10), "EGP"))
    payments = [first, replace(first, amount=Money(Decimal(10 * contents), "EGP"))]
    # Two computers of the same person: neither finds the other's outbox.
    desktops = [load.bank.services(f"outbox-{number}") for number in range(2)]
    for each in desktops:
        each.identity.sign_in(email=payer.email, password=payer.password)

    def send(number: int) -> Callable[[], TransferOutcome]:
        return lambda: desktops[number % 2].transfers.send(payment=payments[number % 2])

    answers = _all_at_once([send(number) for number in range(_THREADS)])
    outcomes = [each for each in answers if not isinstance(each, Refused)]
    refusals = [each for each in answers if isinstance(each, Refused)]
    assert len(set(outcomes)) == 1
    assert outcomes[0].status is TransferStatus.COMPLETED
    assert len(outcomes) == _THREADS // contents
    assert {each.code for each in refusals} == ({"id_reused"} if contents == 2 else set())
    # Who paid is told so; the other content is refused whole.
    paid = load.bank.balance(payee.account_id) - OPENING
    assert paid in {each.amount.amount for each in payments}
    load.assert_right(known=[first])


@pytest.mark.timeout(pick(120, 400))
def test_all_balances_read_in_one_statement_are_always_the_constant_total(load: Load) -> None:
    load.add_customers(10)
    load.start_payers(8)
    watchers = [load.start_watcher() for _ in range(8)]
    for each in watchers:
        each.first("ready")
    paid_before = len(load.said("told"))
    ending = threading.Event()
    timer = threading.Timer(_WATCHED_S, ending.set)
    timer.start()
    assert until(ending.is_set, patience_s=_WATCHED_S + 10)
    paid = len(load.said("told")) - paid_before
    for each in watchers:
        each.end_soon()
    for each in watchers:
        each.wait_until_ended()
        assert each.first("seen") == [[f"{10 * OPENING}.00", "0.00", "False"]]
        assert each.first("reads") > 10 * _WATCHED_S
    # Else there was no load to read against.
    assert paid > 10 * _WATCHED_S
    load.end_and_settle()
    load.assert_right()
