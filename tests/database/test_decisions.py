"""How approvals are decided: once, by somebody else, and told to whoever comes later."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import pytest

from services.database import ConnectionLost
from services.errors import InvalidInput, Refused
from services.values.approvals import Decision
from services.values.money import Money
from services.values.transfers import TransferStatus
from tests.bank import PASSWORD
from tests.caller import refused
from tests.database.counter import Counter

if TYPE_CHECKING:
    from services.bank import Services
    from tests.bank import Bank

pytestmark = pytest.mark.system_postgres


@pytest.fixture
def counter(bank: Bank) -> Counter:
    made = Counter(bank)
    made.cash("CASH_IN", "90000")
    return made


@pytest.fixture
def nadia(bank: Bank, counter: Counter) -> Services:
    """The supervisor's own window, by her name in Auth."""
    del counter
    services = bank.services("nadia")
    services.identity.sign_in(email="supervisor@demo.eg", password=PASSWORD)
    return services


def _out(counter: Counter, **changes: object) -> UUID:
    made = counter.cash("CASH_OUT", "20001", **changes)
    assert made["status"] == "PENDING"
    found: UUID = made["id"]
    return found


def test_whoever_comes_second_is_told_how_and_by_whom(counter: Counter) -> None:
    hani = counter.add_teller("Hani Super", "SUPERVISOR")
    first = _out(counter)
    told = counter.as_supervisor("approve", first)
    assert (told["status"], told["decided_by"], told["is_mine"]) == (
        "COMPLETED",
        "Nadia Super",
        True,
    )
    for call in (("approve", first), ("decline", first, "no")):
        told = hani(*call)
        assert (told["status"], told["decided_by"], told["is_mine"]) == (
            "COMPLETED", "Nadia Super", False)  # fmt: skip
    second = _out(counter)
    hani("decline", second, "no signature")
    told = counter.as_supervisor("approve", second)
    assert (told["failure_code"], told["decided_by"], told["is_mine"]) == (
        "declined", "Hani Super", False)  # fmt: skip
    assert counter.ask(
        "SELECT decline_reason FROM cash_slips WHERE transaction_id = %s", second
    ) == [("no signature",)]
    counter.check_books()


@pytest.mark.parametrize("call", ["approve", "decline"])
def test_what_has_run_out_was_decided_by_nobody(counter: Counter, call: str) -> None:
    pending = _out(counter)
    counter.lapse(pending)
    told = counter.as_supervisor(call, pending, *(["no"] if call == "decline" else []))
    assert (told["status"], told["decided_by"]) == ("EXPIRED", None)
    assert counter.payment(pending, "approved_by") == (None,)
    assert not {"approved", "declined"} & {event for event, *_ in counter.audit(pending)}
    counter.check_books()


def test_what_waits_is_told_with_its_accounts(counter: Counter) -> None:
    _out(counter)
    payment = uuid4()
    counter.as_teller("counter_transfer", payment, counter.salma.account_id,
        counter.karim.account_id, "50001", "EGP", "national card", "rent")  # fmt: skip
    counter.as_supervisor("freeze", counter.karim.account_id, "CREDITS", "a court", None)
    cash, transfer = counter.as_supervisor.rows("approvals")
    assert (cash["iban"], cash["frozen"], cash["payee_iban"], cash["payee"]) == (
        counter.salma.iban, None, None, None)  # fmt: skip
    assert (transfer["iban"], transfer["payee_iban"], transfer["payee_frozen"]) == (
        counter.salma.iban, counter.karim.iban, "CREDITS")  # fmt: skip
    assert (cash["till"], cash["is_made_by_caller"]) == (transfer["till"], False)
    counter.ask("UPDATE accounts SET frozen_until = private.utc_now() WHERE frozen IS NOT NULL")
    assert counter.as_supervisor.rows("approvals")[1]["payee_frozen"] is None


def test_a_supervisor_in_another_session_is_still_the_same_person(counter: Counter) -> None:
    """Neither a second session of the maker's, nor one of an owner's, decides."""
    counter.as_supervisor("open_till", uuid4(), "EGP", "0")
    counter.open_customers(counter.as_supervisor)
    payment = uuid4()
    counter.as_supervisor("counter_transfer", payment, counter.salma.account_id,
        counter.karim.account_id, "80000", "EGP", "national card", "")  # fmt: skip
    # A supervisor's own limit is ten times a teller's.
    assert counter.payment(payment, "status") == ("COMPLETED",)
    own = uuid4()
    made = counter.as_supervisor("cash", own, "CASH_IN", counter.salma.account_id, "1000001", "EGP",
        "national card", "")  # fmt: skip
    assert made["status"] == "PENDING"
    again = counter.bank.caller(counter.as_supervisor.user_id, "SUPERVISOR")
    assert again.session_id != counter.as_supervisor.session_id
    for call in (("approve", own), ("decline", own, "no")):
        with refused("IP004"):
            again(*call)
    assert again.rows("approvals")[0]["is_made_by_caller"] is True
    assert counter.payment(own, "status") == ("PENDING",)


def test_the_service_tells_what_waits_and_decides_it_once(
    counter: Counter, nadia: Services
) -> None:
    approvals = nadia.approvals
    assert approvals.waiting() == ()
    pending = _out(counter, note="a car", identification="passport")
    (waiting,) = approvals.waiting()
    assert approvals.count() == 1
    assert (waiting.id, waiting.kind, waiting.amount) == (
        pending, "CASH_OUT", Money(Decimal("20001.00"), "EGP"))  # fmt: skip
    assert (waiting.maker, waiting.customer, waiting.note, waiting.identification) == (
        "Mona Teller", "Salma Hassan", "a car", "passport")  # fmt: skip
    assert waiting.expires_at > waiting.made_at
    first = approvals.approve(payment_id=pending)
    assert first == approvals.approve(payment_id=pending)
    assert first == Decision(
        TransferStatus.COMPLETED, None, first.decided_at, first.decided_by, is_mine=True
    )
    assert first.decided_by == "Supervisor One", "the name that Auth has stated since"
    assert approvals.waiting() == ()
    with pytest.raises(InvalidInput):
        approvals.decline(payment_id=pending, reason=" ")
    with pytest.raises(Refused) as unknown:
        approvals.approve(payment_id=uuid4())
    assert unknown.value.code == "transaction_unknown"


def test_its_maker_takes_back_what_waits(bank: Bank, counter: Counter) -> None:
    services = bank.services("mona")
    services.identity.sign_in(email="teller@demo.eg", password=PASSWORD)
    pending = _out(counter)
    with pytest.raises(Refused) as refusal:
        services.approvals.waiting()
    assert refusal.value.code == "not_permitted"
    taken = services.approvals.cancel(payment_id=pending)
    assert (taken.status, taken.is_mine) == (TransferStatus.CANCELLED, True)
    assert services.approvals.cancel(payment_id=pending) == taken
    assert counter.account(counter.salma.account_id, "held") == (0,)
    told = counter.as_supervisor("approve", pending)
    assert (told["status"], told["decided_by"], told["is_mine"]) == ("CANCELLED", None, False)


def test_an_answer_that_was_lost_is_asked_for_again(
    counter: Counter, nadia: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first call was heard, and the answer was not."""
    pending = _out(counter)
    payment = nadia.approvals._payment
    call = payment.call
    lost: list[object] = []

    def losing(function: str, *arguments: object, **limits: float) -> object:
        answer = call(function, *arguments, **limits)
        if function == "approve" and not lost:
            lost.append(answer)
            raise ConnectionLost("server_unreachable", database="payment")
        return answer

    monkeypatch.setattr(payment, "call", losing)
    decided = nadia.approvals.approve(payment_id=pending)
    assert len(lost) == 1
    assert (decided.status, decided.is_mine) == (TransferStatus.COMPLETED, True)
    assert [event for event, *_ in counter.audit(pending)].count("approved") == 1
