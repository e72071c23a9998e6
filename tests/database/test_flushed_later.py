"""Payments that are paid to one account at the same time, whose caller waits for the disk in the commit's stead."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from services.database import ConnectionLost
from services.errors import OutcomeUnknown
from services.values.identifiers import new_uuid7
from services.values.money import Money
from services.values.transfers import Payee, Payment, TransferStatus
from tests.caller import refused
from tests.database.desk import Desk
from tests.faults.observing import until

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

    from services.bank import Services
    from services.database import Database
    from tests.bank import Bank

pytestmark = pytest.mark.system_postgres


@pytest.fixture
def desk(bank: Bank) -> Desk:
    return Desk(bank)


@contextmanager
def paying(desk: Desk, payer: UUID) -> Iterator[Any]:
    """Somebody pays Karim, who says that they will flush, and has not committed before this ends; the outcome."""
    caller = desk.bank.caller(
        desk.ask("SELECT user_id FROM accounts WHERE id = %s", str(payer))[0][0]
    )
    caller.read("BEGIN; SELECT 1")
    outcome = caller(
        "transfer", new_uuid7(), payer, desk.karim.account_id, Decimal(5), "EGP", "lunch", True
    )
    yield outcome
    caller.read("COMMIT; SELECT 1")


def others_account(desk: Desk) -> UUID:
    return desk.bank.add_customer("Nadia Hassan", "nadia@demo.eg", balance="100").account_id


def wait_for_a_queue(desk: Desk) -> None:
    """Wait until somebody waits for an advisory lock of this database's."""
    query = (
        "SELECT 1 FROM pg_locks AS l JOIN pg_database AS d ON d.oid = l.database"
        " WHERE d.datname = current_database() AND l.locktype = 'advisory' AND NOT l.granted"
    )
    assert until(lambda: bool(desk.ask(query)), patience_s=5), "nobody waits for the payee"


def pay(desk: Desk, *, will_flush: bool) -> Any:
    """Pay Karim as Salma."""
    return desk.as_salma(
        "transfer", new_uuid7(), desk.salma.account_id, desk.karim.account_id, Decimal(7), "EGP", "",
        will_flush,
    )  # fmt: skip


def paid_behind(desk: Desk, *, will_flush: bool) -> Any:
    """Pay Karim as Salma, while somebody else is paying him too; the outcome once they have committed."""
    with ThreadPoolExecutor(1) as thread:
        with paying(desk, others_account(desk)):
            paid = thread.submit(pay, desk, will_flush=will_flush)
            if will_flush:
                wait_for_a_queue(desk)
        return paid.result(10)


def test_who_is_alone_in_paying_waits_for_the_disk(desk: Desk) -> None:
    assert pay(desk, will_flush=True)["awaits_flush"] is None
    with paying(desk, others_account(desk)) as outcome:
        assert outcome["awaits_flush"] is None
    desk.check_books()


def test_who_pays_behind_somebody_else_flushes(desk: Desk) -> None:
    outcome = paid_behind(desk, will_flush=True)
    assert (outcome["status"], outcome["awaits_flush"]) == ("COMPLETED", True)
    assert desk.bank.balance(desk.karim.account_id) == 12
    desk.check_books()


def test_who_does_not_say_that_they_flush_always_waits_for_the_disk(desk: Desk) -> None:
    assert paid_behind(desk, will_flush=False)["awaits_flush"] is None


def test_only_the_payments_own_commit_does_not_wait(desk: Desk) -> None:
    desk.as_salma.read("SET synchronous_commit = on; SELECT 1")
    desk.as_salma.read("BEGIN; SELECT 1")
    outcome = paid_behind(desk, will_flush=True)
    assert outcome["awaits_flush"] is True
    assert desk.as_salma.read("SELECT current_setting('synchronous_commit')") == [("off",)]
    after = "COMMIT; SELECT current_setting('synchronous_commit')"
    assert desk.as_salma.read(after) == [("on",)]


def test_a_flush_forces_the_log_to_disk(desk: Desk) -> None:
    """Also where a server, as that of these tests, waits for the disk in no commit."""
    made = desk.transfer("7")["id"]
    (end,) = desk.ask("SELECT pg_current_wal_insert_lsn()::text")[0]
    desk.as_salma.read(f"SELECT api.flush('{made}')")
    assert desk.ask("SELECT pg_current_wal_flush_lsn() >= %s::pg_lsn", end) == [(True,)]


@pytest.mark.parametrize("what", ["nothing", "refused", "held", "abandoned", "null"])
def test_nothing_but_a_payment_that_is_there_can_be_flushed(desk: Desk, what: str) -> None:
    """Or else a server that has lost it, or never had it, would say that it is safe."""
    made: object = new_uuid7()
    if what == "refused":
        made = desk.transfer("99999")["id"]
    elif what == "held":
        made = desk.hold("7")["id"]
    elif what == "abandoned":
        desk.as_salma("settle", made)
    wanted = "NULL" if what == "null" else f"'{made}'"
    with refused("IP007"):
        desk.as_salma.read(f"SELECT api.flush({wanted})")


class Flushes:
    """A service whose payments are all paid behind somebody else's, as far as it is told.

    Attributes:
        lost: how many of the next flushes fail.
        calls: what was called, in order.

    """

    def __init__(self, services: Services, monkeypatch: pytest.MonkeyPatch) -> None:
        self.lost = 0
        self.calls: list[str] = []
        database: Database = services.databases[1]
        call, flush = database.call_watching_notices, database.flush

        def calling(function: str, *arguments: object, limit_s: float) -> Any:
            self.calls.append(function)
            row, has_notice = call(function, *arguments, limit_s=limit_s)
            return ([*row[:5], "t"] if self.calls.count(function) == 1 else row), has_notice

        def flushing(transfer_id: UUID, limit_s: float) -> bool:
            self.calls.append("flush")
            if self.lost:
                self.lost -= 1
                # Of no payment that there is: what a server says that has lost it.
                return flush(new_uuid7(), limit_s)
            return flush(transfer_id, limit_s)

        monkeypatch.setattr(database, "call_watching_notices", calling)
        monkeypatch.setattr(database, "flush", flushing)


@pytest.fixture
def services(desk: Desk) -> Services:
    opened = desk.bank.services()
    opened.identity.sign_in(email=desk.salma.email, password=desk.salma.password)
    return opened


@pytest.fixture
def flushes(services: Services, monkeypatch: pytest.MonkeyPatch) -> Flushes:
    return Flushes(services, monkeypatch)


def lunch(desk: Desk) -> Payment:
    payee = Payee(desk.karim.account_id, "Karim S••••", "EGP", "karim@instapay", is_own=False)
    return Payment(desk.salma.account_id, payee, Money(Decimal(7), "EGP"), "lunch")


def test_the_service_flushes_before_it_calls_a_payment_made(
    desk: Desk, services: Services, flushes: Flushes
) -> None:
    outcome = services.transfers.send(payment=lunch(desk))
    assert outcome.status is TransferStatus.COMPLETED
    assert flushes.calls == ["transfer", "flush"]


def test_a_payment_whose_flush_fails_is_asked_for_again(
    desk: Desk, services: Services, flushes: Flushes
) -> None:
    """And answered by a commit that waits for the disk itself."""
    flushes.lost = 1
    outcome = services.transfers.send(payment=lunch(desk))
    assert outcome.status is TransferStatus.COMPLETED
    assert flushes.calls == ["transfer", "flush", "transfer"]
    assert desk.bank.balance(desk.karim.account_id) == 7
    assert services.transfers.unknown() == ()


def test_a_payment_is_unknown_while_nobody_can_say_that_it_is_on_disk(
    desk: Desk, services: Services, flushes: Flushes, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(*_: object, **__: object) -> Any:
        raise ConnectionLost("server_unreachable", database="payment")

    payment, database = lunch(desk), services.databases[1]
    flushes.lost = 1
    answering = database.call_watching_notices
    with monkeypatch.context() as patched:

        def first_only(function: str, *arguments: object, limit_s: float) -> Any:
            found = answering(function, *arguments, limit_s=limit_s)
            patched.setattr(database, "call_watching_notices", away)
            return found

        patched.setattr(database, "call_watching_notices", first_only)
        with pytest.raises(OutcomeUnknown):
            services.transfers.send(payment=payment)
        assert [each.payment.id for each in services.transfers.unknown()] == [payment.id]
    monkeypatch.setattr(database, "call_watching_notices", answering)
    assert services.transfers.check(transfer_id=payment.id).status is TransferStatus.COMPLETED
    assert desk.bank.balance(desk.karim.account_id) == 7


def test_a_notice_with_the_flush_leaves_the_outcome_unknown(
    desk: Desk, services: Services, flushes: Flushes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a wait for a standby that was given up sends."""
    monkeypatch.setattr(services.databases[1], "flush", lambda _transfer_id, _limit_s: True)
    payment = lunch(desk)
    with pytest.raises(OutcomeUnknown):
        services.transfers.send(payment=payment)
    assert services.transfers.check(transfer_id=payment.id).status is TransferStatus.COMPLETED
