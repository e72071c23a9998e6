"""Many at once about held payments: one outcome each, and a great many holds stop nobody."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import psycopg2
import pytest

from tests.caller import refused
from tests.database.desk import Desk, at_once

if TYPE_CHECKING:
    from uuid import UUID

    from app.worker import Worker
    from tests.bank import Bank

pytestmark = pytest.mark.system_postgres


_EXPIRE = "SELECT coalesce(sum(private.expire_holds(a)), 0) FROM private.accounts_to_expire() AS a"


@pytest.fixture
def desk(bank: Bank) -> Desk:
    return Desk(bank)


_ROUNDS = 20


@pytest.mark.parametrize("ways", ["post cancel", "post post", "cancel cancel", "post expire"])
def test_two_at_once_have_one_outcome(desk: Desk, ways: str) -> None:
    first, second = ways.split()
    callers = desk.as_salma, desk.as_salma.twin()
    paid = 0
    for number in range(_ROUNDS):
        held = desk.hold("5")["id"]
        if second == "expire" and number % 2:
            desk.lapse(held)

        def end(place: int, way: str, held: UUID = held) -> Any:
            if way == "expire":
                return desk.ask(_EXPIRE)[0][0]
            return callers[place](f"{way}_held", held)

        answers = at_once(lambda: end(0, first), lambda: end(1, second))
        (status,) = desk.payment(held, "status")
        told = {each["status"] for each in answers if isinstance(each, dict)}
        assert told == {status}, answers
        if second == "expire":
            assert status == ("EXPIRED" if number % 2 else "COMPLETED")
            assert answers[1] in (0, 1)
        paid += status == "COMPLETED"
        endings = desk.audit(held)[1:]
        assert len(endings) == 1
        assert desk.account(desk.salma.account_id, "held")[0] == 0
    assert desk.bank.balance(desk.karim.account_id) == 5 * paid
    assert desk.bank.balance(desk.salma.account_id) == 1000 - paid * Decimal("5.50")
    assert desk.quote("1")["day_left"] == 120000 - 5 * paid
    desk.check_books()


def test_two_workers_expire_each_hold_once(desk: Desk) -> None:
    holders = [desk.bank.add_account(desk.salma.user_id, balance=10) for _ in range(10)]
    made = [desk.hold("5", payer=each)["id"] for each in holders]
    for each in made:
        desk.lapse(each)

    def work() -> None:
        connection = psycopg2.connect(desk.bank.payment_owner_url)
        connection.autocommit = True
        try:
            cursor = connection.cursor()
            cursor.execute("SET ROLE instapay_owner; SELECT private.accounts_to_expire()")
            for (account,) in cursor.fetchall():
                cursor.execute("SELECT private.expire_holds(%s)", (account,))
        finally:
            connection.close()

    at_once(work, work)
    # What both skipped, as the other was busy with it, is left for the next turn.
    work()
    for each in made:
        assert [event for event, *_ in desk.audit(each)] == ["transfer_held", "transfer_expired"]
    assert desk.ask("SELECT sum(held) FROM accounts") == [(0,)]
    desk.check_books()


def test_an_account_has_a_hundred_holds_at_most(desk: Desk) -> None:
    desk.ask("UPDATE accounts SET held = 99 WHERE id = %s", desk.salma.account_id)
    _put_holds(desk, 99, ahead="1 hour")
    last = desk.hold("1")
    assert last["status"] == "PENDING"
    with refused("IP228"):
        desk.hold("1")
    # A repeat is answered, what is refused is refused, and others pay.
    assert desk.hold("1", id=last["id"], expires_at=desk.payment(last["id"], "expires_at")[0])
    assert desk.hold("99999")["failure_code"] == "over_payment_limit"
    assert desk.transfer("1")["status"] == "COMPLETED"
    desk.as_salma("cancel_held", last["id"])
    assert desk.hold("1")["status"] == "PENDING"


def _put_holds(desk: Desk, count: int, ahead: str) -> None:
    """Have an account hold more than it may, or as many as it may at once."""
    desk.ask(
        "INSERT INTO transactions (from_account_id, to_account_id, amount, currency, status,"
        " initiated_by, expires_at) SELECT %s, %s, 1, 'EGP', 'PENDING', %s,"
        " private.utc_now() + %s::interval FROM generate_series(1, %s)",
        desk.salma.account_id, desk.karim.account_id, desk.salma.user_id, ahead, count,
    )  # fmt: skip


def test_twenty_thousand_holds_stop_nobody(bank: Bank, worker: Worker) -> None:
    desk = Desk(bank, balance="25000")
    _put_holds(desk, 20_000, ahead="-1 s")
    desk.ask(
        "UPDATE accounts SET held = 20000, spent_on = private.today(private.utc_now()),"
        " spent_day = 20000, spent_month = 20000 WHERE id = %s",
        desk.salma.account_id,
    )
    other = desk.bank.add_account(desk.karim.user_id, balance=10)
    late = desk.hold("5", caller=desk.as_karim, payer=other, payee=desk.salma.account_id)["id"]
    desk.lapse(late)
    ended = "SELECT count(*) FROM transactions WHERE status = 'EXPIRED' AND from_account_id = %s"
    assert desk.transfer("100")["status"] == "COMPLETED"
    assert desk.ask(ended, desk.salma.account_id) == [(500,)]
    worker.tick()
    assert desk.ask(ended, desk.salma.account_id) == [(1000,)]
    assert desk.payment(late, "status") == ("EXPIRED",)
    assert desk.account(desk.salma.account_id, "held, spent_day, spent_month") == (
        19000,
        19100,
        19100,
    )
    told = "SELECT count(*) FROM notifications WHERE event = 'payment_expired' AND user_id = %s"
    assert desk.ask(told, desk.salma.user_id) == [(1000,)]
    logged = "SELECT count(*) FROM audit_logs WHERE event = 'transfer_expired'"
    assert desk.ask(logged) == [(1001,)]
    desk.check_books()


def test_an_account_whose_holds_cannot_be_ended_stops_no_other(bank: Bank, worker: Worker) -> None:
    desk = Desk(bank)
    other = desk.bank.add_account(desk.karim.user_id, balance=10)
    broken = desk.hold("5")["id"]
    late = desk.hold("5", caller=desk.as_karim, payer=other, payee=desk.salma.account_id)["id"]
    desk.lapse(broken)
    desk.lapse(late)
    # More is to be freed than is held: the account's own rules refuse it.
    desk.ask("ALTER TABLE accounts ADD CONSTRAINT probe CHECK (held >= 0) NOT VALID")
    desk.set_account(desk.salma.account_id, held=1)
    worker.tick()
    assert desk.payment(late, "status") == ("EXPIRED",)
    assert desk.payment(broken, "status") == ("PENDING",)
