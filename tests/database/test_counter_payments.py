"""Cash and transfers for customers: an open till, an open customer, and above a limit a second person."""

from __future__ import annotations

from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from services.values.identifiers import new_uuid7
from tests.caller import refused
from tests.database.counter import Counter
from tests.database.desk import at_once

if TYPE_CHECKING:
    from uuid import UUID

    from tests.bank import Bank

pytestmark = pytest.mark.system_postgres


@pytest.fixture
def counter(bank: Bank) -> Counter:
    return Counter(bank)


def _transfer(counter: Counter, amount: str, payment: UUID | None = None) -> dict[str, object]:
    payment = payment or new_uuid7()
    outcome = counter.as_teller("counter_transfer", payment, counter.salma.account_id,
        counter.karim.account_id, amount, "EGP", "national card", "rent")  # fmt: skip
    return {"id": payment, **outcome}


def _statuses(counter: Counter) -> list[tuple[str, str]]:
    slips = counter.as_teller.rows("till_slips", counter.till, None, None)
    return [(each["kind"], each["status"]) for each in reversed(slips)]


def test_a_teller_needs_an_open_till_and_an_open_customer(counter: Counter) -> None:
    other = counter.add_teller("Omar Teller")
    counter.open_customers(other)
    with refused("IP270"):
        counter.cash("CASH_IN", "10", caller=other)
    other("open_till", uuid4(), "EGP", "100")
    mona = counter.bank.add_customer("Mona Adel", "mona@demo.eg")
    with refused("IP262"):
        counter.cash("CASH_IN", "10", caller=other, account=mona.account_id)
    assert counter.cash("CASH_IN", "10", caller=other)["status"] == "COMPLETED"
    counter.ask("UPDATE customer_openings SET closes_at = private.utc_now()")
    with refused("IP262"):
        counter.cash("CASH_OUT", "10", caller=other)


def test_nobody_serves_themselves(counter: Counter) -> None:
    own = counter.bank.caller(counter.salma.user_id, "TELLER", "CUSTOMER")
    own("open_till", uuid4(), "EGP", "0")
    own("open_customer", counter.karim.user_id, "at the counter")
    for kind in ("CASH_IN", "CASH_OUT"):
        with refused("IP004"):
            counter.cash(kind, "10", caller=own)
    for payer, payee in (
        (counter.salma.account_id, counter.karim.account_id),
        (counter.karim.account_id, counter.salma.account_id),
    ):
        with refused("IP004"):
            own("counter_transfer", uuid4(), payer, payee, "10", "EGP", "card", "")


def test_refusals_are_kept_and_move_nothing(counter: Counter) -> None:
    assert counter.cash("CASH_OUT", "1000.01")["failure_code"] == "insufficient_funds"
    counter.as_teller("move_till_cash", uuid4(), "TO_VAULT", "EGP", "4999", "")
    assert counter.cash("CASH_OUT", "2")["failure_code"] == "drawer_lacks_cash"
    counter.as_supervisor("freeze", counter.salma.account_id, "ALL", "a court", None)
    assert counter.cash("CASH_OUT", "1")["failure_code"] == "account_frozen"
    assert counter.cash("CASH_IN", "1")["failure_code"] == "payee_cannot_receive"
    assert _transfer(counter, "1")["failure_code"] == "account_frozen"
    assert counter.drawer() == 1
    assert counter.balance(counter.salma.account_id) == 1000
    assert [status for _, status in _statuses(counter)] == ["FAILED"] * 5
    counter.check_books()


def test_a_transfer_costs_the_customers_fee_and_not_the_customers_limits(counter: Counter) -> None:
    counter.ask("UPDATE limits SET per_day = 1 WHERE kind = 'TRANSFER'")
    outcome = _transfer(counter, "100")
    assert (outcome["status"], outcome["fee"]) == ("COMPLETED", Decimal("0.50"))
    assert counter.balance(counter.karim.account_id) == 100
    assert counter.drawer() == 5000
    counter.check_books()


def test_above_the_limit_somebody_else_approves(counter: Counter) -> None:
    counter.cash("CASH_IN", "90000")
    first = counter.cash("CASH_OUT", "20000.01")
    assert (first["status"], counter.account(counter.salma.account_id, "held")) == (
        "PENDING", (Decimal("20000.01"),))  # fmt: skip
    (waiting,) = counter.as_supervisor.rows("approvals")
    assert (waiting["maker"], waiting["customer"], waiting["is_own"]) == (
        "Mona Teller", "Salma Hassan", False)  # fmt: skip
    # Its maker has no way to post it: neither by approving, nor as a customer's hold.
    with refused("IP212"):
        counter.as_teller("post_held", first["id"])
    with refused("IP004"):
        counter.as_teller("approve", first["id"])
    as_both = counter.bank.caller(counter.as_teller.user_id, "TELLER", "SUPERVISOR")
    for call in (("approve", first["id"]), ("decline", first["id"], "no")):
        with refused("IP004"):
            as_both(*call)
    assert as_both.rows("approvals")[0]["is_own"] is True
    for _ in range(2):
        assert counter.as_supervisor("approve", first["id"])["status"] == "COMPLETED"
    assert counter.payment(first["id"], "approved_by, initiated_by") == (
        str(counter.as_supervisor.user_id), str(counter.as_teller.user_id))  # fmt: skip
    assert counter.drawer() == 95000 - Decimal("20000.01")
    assert counter.as_supervisor.rows("approvals") == []
    counter.check_books()


def test_an_owner_approves_nothing_of_their_own(counter: Counter) -> None:
    counter.cash("CASH_IN", "90000")
    pending = _transfer(counter, "60000")
    assert pending["status"] == "PENDING"
    for owner in (counter.salma, counter.karim):
        supervisor = counter.bank.caller(owner.user_id, "SUPERVISOR")
        with refused("IP004"):
            supervisor("approve", pending["id"])
    assert counter.as_supervisor("approve", pending["id"])["status"] == "COMPLETED"
    counter.check_books()


def test_declined_money_is_free_again_and_its_maker_reads_why(counter: Counter) -> None:
    counter.cash("CASH_IN", "90000")
    pending = _transfer(counter, "60000")
    with refused("IP216"):
        counter.as_supervisor("decline", pending["id"], "")
    for _ in range(2):
        found = counter.as_supervisor("decline", pending["id"], "not her signature")
        assert (found["status"], found["failure_code"]) == ("FAILED", "declined")
    slip = counter.as_teller.rows("till_slips", counter.till, None, 1)[0]
    assert slip["decline_reason"] == "not her signature"
    assert counter.account(counter.salma.account_id, "held") == (0,)
    assert counter.as_supervisor("approve", pending["id"])["failure_code"] == "declined"
    counter.check_books()


def test_approval_and_decline_at_once_is_one_of_them(counter: Counter) -> None:
    counter.cash("CASH_IN", "90000")
    other = counter.add_teller("Hani Super", "SUPERVISOR")
    for _ in range(5):
        pending = counter.cash("CASH_OUT", "20001")["id"]
        results = at_once(
            partial(counter.as_supervisor, "approve", pending),
            partial(other, "decline", pending, "no"),
        )
        assert len({each["status"] for each in results}) == 1, results
        counter.cash("CASH_IN", "20001")
    counter.check_books()


@pytest.mark.parametrize("kind", ["CASH_IN", "CASH_OUT"])
def test_what_nobody_decides_expires(counter: Counter, kind: str) -> None:
    counter.cash("CASH_IN", "90000")
    pending = counter.cash(kind, "100001" if kind == "CASH_IN" else "20001")
    assert pending["status"] == "PENDING"
    counter.lapse(pending["id"])
    assert counter.as_supervisor.rows("approvals") == []
    payer = counter.payment(pending["id"], "from_account_id")[0]
    counter.ask("SELECT private.expire_holds(%s)", payer)
    assert counter.payment(pending["id"], "status") == ("EXPIRED",)
    assert counter.account(payer, "held") == (0,)
    assert counter.as_supervisor("approve", pending["id"])["status"] == "EXPIRED"
    counter.check_books()


def test_a_till_with_waiting_cash_is_not_counted(counter: Counter) -> None:
    pending = counter.cash("CASH_IN", "100001")
    with refused("IP278"):
        counter.as_teller("count_till", counter.till, {"200": 25})
    counter.as_teller("cancel_held", pending["id"])
    counter.close({"200": 25})
    counter.check_books()


def test_an_approval_after_a_freeze_is_refused(counter: Counter) -> None:
    counter.cash("CASH_IN", "90000")
    pending = counter.cash("CASH_OUT", "20001")
    counter.as_supervisor("freeze", counter.salma.account_id, "DEBITS", "a court", None)
    found = counter.as_supervisor("approve", pending["id"])
    assert (found["status"], found["failure_code"]) == ("FAILED", "account_frozen")
    assert counter.account(counter.salma.account_id, "held") == (0,)
    counter.check_books()


@pytest.mark.parametrize("kind", ["CASH_IN", "CASH_OUT"])
def test_a_mistake_is_corrected_at_its_till_once(counter: Counter, kind: str) -> None:
    before = counter.balance(counter.salma.account_id)
    made = counter.cash(kind, "100")
    correction = uuid4()
    for _ in range(2):
        found = counter.as_teller("correct_cash", correction, made["id"], "typed 100 for 10")
        assert found["status"] == "COMPLETED"
    assert counter.drawer() == 5000
    assert counter.balance(counter.salma.account_id) == before
    assert counter.payment(correction, "original_id, kind") == (
        str(made["id"]), "CASH_CORRECTION")  # fmt: skip
    with refused("IP215"):
        counter.as_teller("correct_cash", uuid4(), made["id"], "again")
    with refused("IP212"):
        counter.as_teller("correct_cash", uuid4(), correction, "a correction of a correction")
    slips = counter.as_teller.rows("till_slips", counter.till, None, None)
    assert [each["corrected_by"] for each in slips] == [None, str(correction)]
    counter.check_books()


def test_only_the_till_that_made_it_corrects(counter: Counter) -> None:
    made = counter.cash("CASH_IN", "100")
    other = counter.add_teller("Omar Teller")
    other("open_till", uuid4(), "EGP", "1000")
    counter.open_customers(other)
    with refused("IP212"):
        other("correct_cash", uuid4(), made["id"], "not mine")
    assert counter.transfer("1000", payee=counter.karim.account_id)["status"] == "COMPLETED"
    found = counter.as_teller("correct_cash", uuid4(), made["id"], "too late")
    assert (found["status"], found["failure_code"]) == ("FAILED", "insufficient_funds")
    counter.close({"200": 25, "100": 1})
    with refused("IP270"):
        counter.as_teller("correct_cash", uuid4(), made["id"], "closed")
    counter.check_books()


def test_customers_are_told_of_their_cash(counter: Counter) -> None:
    counter.cash("CASH_IN", "100")
    counter.cash("CASH_OUT", "50")
    events = counter.ask(
        "SELECT event FROM notifications WHERE user_id = %s AND event LIKE 'cash%%' ORDER BY created_at",
        counter.salma.user_id,
    )
    assert events == [("cash_in",), ("cash_out",)]
    told = counter.ask("SELECT event FROM audit_logs WHERE event LIKE 'cash%%' ORDER BY id")
    assert told == [("cash_in",), ("cash_out",)]


@pytest.mark.parametrize(
    ("changes", "state"),
    [
        ({"identification": " "}, "IP216"),
        ({"identification": "x" * 201}, "IP216"),
        ({"note": "x" * 141}, "IP207"),
        ({"currency": "USD"}, "IP270"),
        ({"account": uuid4()}, "IP203"),
    ],
)
def test_bad_forms_are_refused(counter: Counter, changes: dict[str, object], state: str) -> None:
    with refused(state):
        counter.cash("CASH_IN", "10", **changes)
    for amount in ("0", "-1", "NaN", "Infinity", "0.001", None, "1e17"):
        with refused("IP201"):
            counter.cash("CASH_IN", amount)  # type: ignore[arg-type]
    with refused("IP273"):
        counter.cash("TRANSFER", "10")
