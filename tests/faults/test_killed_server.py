"""The server is killed while eight clients pay: what was acknowledged stands, and the rest can be settled."""

from __future__ import annotations

import os
import signal
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from services.values.identifiers import new_uuid7
from services.values.money import Money
from services.values.transfers import Payee, Payment, TransferStatus
from tests.faults.length import pick
from tests.faults.load import OPENING
from tests.faults.observing import until

if TYPE_CHECKING:
    from uuid import UUID

    from tests.faults.load import Load

_KILLS = pick(2, 5)
_BETWEEN = pick(60, 400)


@pytest.mark.timeout(pick(120, 400))
@pytest.mark.parametrize("is_hot", [False, True], ids=["anybody", "one payee"])
def test_payments_survive_a_server_that_is_killed_under_load(load: Load, is_hot: bool) -> None:
    """Where all pay one account, most commits do not wait for the disk: the service does."""
    load.add_customers(9)
    payers = load.start_payers(payee=load.customers[0] if is_hot else None)
    for _ in range(_KILLS):
        load.wait_for("told", more=_BETWEEN, clients=payers)
        load.kill_server()
    load.wait_for("told", more=_BETWEEN, clients=payers)
    load.end_and_settle()
    # Else no payment was on its way when the server died.
    assert load.said("unknown")
    load.assert_right()


def test_a_flush_by_a_server_that_has_lost_the_payment_proves_nothing(
    load: Load, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The server dies between the commit that did not wait and the flush, and is back for the flush."""
    load.add_customers(3)
    payee, payer, other = load.customers
    services = load.bank.services()
    services.identity.sign_in(email=payer.email, password=payer.password)
    database = services.databases[1]
    flush = database.flush
    killed: list[UUID] = []
    with load.administrator() as cursor:
        cursor.execute("SELECT pid FROM pg_stat_activity WHERE backend_type = 'walwriter'")
        ((writer,),) = cursor.fetchall()
    # Or else it would take the payment to disk on its own, within 0.6 s at the latest.
    os.kill(writer, signal.SIGSTOP)

    def die_first(transfer_id: UUID, limit_s: float) -> bool:
        if not killed:
            killed.append(transfer_id)
            load.kill_server(writer)
            assert not load.is_recorded(transfer_id)
        return flush(transfer_id, limit_s)

    monkeypatch.setattr(database, "flush", die_first)
    payment = Payment(
        payer.account_id,
        Payee(payee.account_id, "Load C••••", "EGP", "load@instapay", is_own=False),
        Money(Decimal(7), "EGP"),
    )
    caller = load.bank.caller(other.user_id)
    sides = other.account_id, payee.account_id
    with ThreadPoolExecutor(1) as thread:
        caller.read("BEGIN; SELECT 1")
        caller("transfer", new_uuid7(), *sides, Decimal(5), "EGP", "", True)
        sent = thread.submit(services.transfers.send, payment=payment)
        assert until(lambda: _waits(load), patience_s=10)
        caller.read("COMMIT; SELECT 1")
        outcome = sent.result(60)
    assert killed == [payment.id]
    assert outcome.status is TransferStatus.COMPLETED
    assert load.is_recorded(payment.id)
    assert load.bank.balance(payee.account_id) == OPENING + 12
    assert services.transfers.unknown() == ()


def _waits(load: Load) -> bool:
    query = "SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"
    return bool(load.bank.ask("payment", query))
