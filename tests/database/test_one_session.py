"""What is sent once more after a lost answer is of the session that sent it, whoever signs in meanwhile."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

import pytest

from services.database import ConnectionLost
from services.errors import OutcomeUnknown, SessionEnded
from services.values.batches import BatchOrder, BatchRow, BatchSheet
from services.values.counter import CounterKind, CounterPayment
from services.values.money import Money
from services.values.tills import VaultMove
from services.values.transfers import Payee, Payment
from tests.bank import PASSWORD
from tests.database.counter import Counter

if TYPE_CHECKING:
    from collections.abc import Callable

    from services.bank import Services
    from tests.bank import Bank

_SENDING = {"approve", "reverse", "move_till_cash", "cash", "transfer"}

pytestmark = pytest.mark.system_postgres


@pytest.fixture
def counter(bank: Bank) -> Counter:
    made = Counter(bank)
    for name, email, role in (
        ("Hala Teller", "hala@demo.eg", "TELLER"),
        ("Hani Super", "hani@demo.eg", "SUPERVISOR"),
    ):
        bank.add_staff(name, email, role)
        services = bank.services(email)
        services.identity.sign_in(email=email, password=PASSWORD)
        if role == "TELLER":
            services.tills.open(id=uuid4(), opening_float=egp("500"))
            services.customers.open(user_id=made.salma.user_id, reason="at the counter")
    return made


def egp(amount: str) -> Money:
    return Money(Decimal(amount), "EGP")


def _approve(counter: Counter) -> Callable[[Services], object]:
    counter.cash("CASH_IN", "90000")
    pending = counter.cash("CASH_OUT", "20001")
    assert pending["status"] == "PENDING"
    return lambda services: services.approvals.approve(payment_id=pending["id"])


def _take_back(counter: Counter) -> Callable[[Services], object]:
    paid = UUID(str(counter.transfer("50")["id"]))
    return lambda services: services.standing.reverse(
        reversal_id=uuid4(), original_id=paid, reason="twice", currency="EGP", from_bank=False
    )


def _move(_counter: Counter) -> Callable[[Services], object]:
    return lambda services: services.tills.move(
        id=uuid4(), direction=VaultMove.TO_VAULT, amount=egp("100")
    )


def _cash_in(counter: Counter) -> Callable[[Services], object]:
    order = CounterPayment(
        CounterKind.CASH_IN, "Salma", counter.salma.account_id, egp("7"), "national card"
    )
    return lambda services: services.counter.send(payment=order)


def _pay(counter: Counter) -> Callable[[Services], object]:
    payee = Payee(counter.karim.account_id, "Karim", "EGP", "karim@instapay", is_own=False)
    order = Payment(counter.salma.account_id, payee, egp("7"), "lunch")
    return lambda services: services.transfers.send(payment=order)


@pytest.mark.parametrize(
    ("prepared", "first", "second"),
    [
        pytest.param(_approve, "supervisor@demo.eg", "hani@demo.eg", id="approve"),
        pytest.param(_take_back, "supervisor@demo.eg", "hani@demo.eg", id="take back"),
        pytest.param(_move, "teller@demo.eg", "hala@demo.eg", id="move"),
        pytest.param(_cash_in, "teller@demo.eg", "hala@demo.eg", id="cash in"),
        pytest.param(_pay, "salma@demo.eg", "karim@demo.eg", id="pay"),
    ],
)
def test_nobody_repeats_what_somebody_else_has_sent(  # noqa: PLR0917 (fixtures and a case)
    counter: Counter,
    bank: Bank,
    monkeypatch: pytest.MonkeyPatch,
    prepared: Callable[[Counter], Callable[[Services], object]],
    first: str,
    second: str,
) -> None:
    act = prepared(counter)
    services = bank.services(first)
    services.identity.sign_in(email=first, password=PASSWORD)
    payment = services.databases[1]
    lost: list[str] = []

    def losing(whole: Callable[..., Any]) -> Callable[..., Any]:
        def call(function: str, *arguments: Any, **options: Any) -> Any:
            if function not in _SENDING or lost:
                return whole(function, *arguments, **options)
            lost.append(function)
            services.identity.sign_out()
            services.identity.sign_in(email=second, password=PASSWORD)
            raise ConnectionLost("server_unreachable", database="payment")

        return call

    for name in ("call", "call_watching_notices"):
        monkeypatch.setattr(payment, name, losing(getattr(payment, name)))
    before = _payments(counter)
    with pytest.raises(OutcomeUnknown):
        act(services)
    assert len(lost) == 1
    assert _payments(counter) == before


def test_what_a_thread_gets_round_to_late_is_sent_by_nobody_else(
    counter: Counter, bank: Bank
) -> None:
    services = bank.services()
    services.identity.sign_in(email="salma@demo.eg", password=PASSWORD)
    payee = Payee(counter.karim.account_id, "Karim", "EGP", "karim@instapay", is_own=False)
    payment = Payment(counter.salma.account_id, payee, egp("7"), "lunch")
    row = BatchRow(2, "karim@instapay", "7", egp("7"), "lunch")
    batch = BatchOrder(counter.salma.account_id, BatchSheet("EGP", (row,)), name="lunch.csv")
    # What a screen does as the button is pressed; the rest is for a thread.
    services.batches.hold(batch_id=batch.id)
    services.transfers.hold(transfer_id=payment.id)
    services.identity.sign_out()
    services.identity.sign_in(email="karim@demo.eg", password=PASSWORD)
    before = _payments(counter)
    with pytest.raises(SessionEnded):
        services.transfers.send(payment=payment)
    with pytest.raises(SessionEnded):
        services.batches.send(order=batch)
    assert _payments(counter) == before
    assert (services.transfers.unknown(), services.batches.unknown()) == ((), ())


def _enrol(services: Services, _counter: Counter) -> None:
    made = services.enrolment.enrol(
        account_id=uuid4(),
        email="nour@demo.eg",
        full_name="Nour Adel",
        currency="EGP",
        account_name="",
        reason="a new customer",
    )
    # The password was made and must be told; what came after it was not.
    assert made.failure is not None
    raise made.failure


def _note(services: Services, counter: Counter) -> None:
    services.customers.add_note(user_id=counter.salma.user_id, text="asks for a card")


def _change_setting(services: Services, _counter: Counter) -> None:
    (rule, *_) = services.administration.rules().settings
    services.administration.change_setting(rule=rule, value=rule.value)


@pytest.mark.parametrize(
    ("after", "act", "first", "second"),
    [
        pytest.param("enrol_customer", _enrol, "teller@demo.eg", "hala@demo.eg", id="enrol"),
        pytest.param("holder_statement", _note, "teller@demo.eg", "hala@demo.eg", id="note"),
        pytest.param(
            "holder_statement", _change_setting, "aya@demo.eg", "amr@demo.eg", id="setting"
        ),
    ],
)
def test_nobody_goes_on_with_what_somebody_else_began(  # noqa: PLR0917 (fixtures and a case)
    counter: Counter,
    bank: Bank,
    monkeypatch: pytest.MonkeyPatch,
    after: str,
    act: Callable[[Services, Counter], None],
    first: str,
    second: str,
) -> None:
    for name, email in (("Aya Said", "aya@demo.eg"), ("Amr Said", "amr@demo.eg")):
        bank.add_staff(name, email, "ADMIN")
    services = bank.services()
    services.identity.sign_in(email=first, password=PASSWORD)
    auth = services.databases[0]
    whole = auth.call

    def call(function: str, *arguments: Any, **options: Any) -> Any:
        answer = whole(function, *arguments, **options)
        if function == after:
            monkeypatch.undo()
            services.identity.sign_out()
            services.identity.sign_in(email=second, password=PASSWORD)
        return answer

    monkeypatch.setattr(auth, "call", call)
    before = counter.ask("SELECT count(*) FROM audit_logs")
    with pytest.raises(SessionEnded):
        act(services, counter)
    assert counter.ask("SELECT count(*) FROM audit_logs") == before


def test_a_bank_that_hears_late_of_who_left_ends_no_other_session(
    counter: Counter, bank: Bank
) -> None:
    services = bank.services()
    services.identity.sign_in(email="salma@demo.eg", password=PASSWORD)
    end_there = services.identity.leave()
    with pytest.raises(SessionEnded):
        services.accounts.list()
    services.identity.sign_in(email="karim@demo.eg", password=PASSWORD)
    assert _open_sessions(bank, "salma@demo.eg", "karim@demo.eg") == [1, 1]
    end_there()
    assert [each.id for each in services.accounts.list()] == [counter.karim.account_id]
    assert _open_sessions(bank, "salma@demo.eg", "karim@demo.eg") == [0, 1]


@pytest.mark.parametrize("how", ["everywhere", "here"])
def test_a_sign_out_that_is_answered_late_ends_no_other_session(
    counter: Counter, bank: Bank, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    services = bank.services()
    services.identity.sign_in(email="salma@demo.eg", password=PASSWORD)
    (place,) = services.sessions.list()
    leave = services.identity.leave

    def late(*session: Any) -> Any:
        monkeypatch.undo()
        services.identity.sign_out()
        services.identity.sign_in(email="karim@demo.eg", password=PASSWORD)
        return leave(*session)

    monkeypatch.setattr(services.identity, "leave", late)
    if how == "everywhere":
        services.sessions.end_all()
    else:
        services.sessions.end(session_id=place.id)
    assert [each.id for each in services.accounts.list()] == [counter.karim.account_id]


def _open_sessions(bank: Bank, *emails: str) -> list[int]:
    """Return how many sessions each of them has."""
    return [
        bank.ask(
            "auth",
            "SELECT count(*) FROM sessions JOIN users u ON u.id = user_id"
            " WHERE u.email = %s AND ended_at IS NULL",
            each,
        )[0][0]
        for each in emails
    ]


def _payments(counter: Counter) -> list[tuple[Any, ...]]:
    """Return all of them, and how each stands."""
    return counter.ask("SELECT id, status FROM transactions ORDER BY id")
