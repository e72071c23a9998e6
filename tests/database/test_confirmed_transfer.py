"""Payments that need a confirmation, through the service: quoted, sent, lost on the way, repeated."""

from __future__ import annotations

import json
import time
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from services.database import ConnectionLost
from services.errors import InvalidInput, OutcomeUnknown, Refused, SessionEnded
from services.values.money import Money
from services.values.transfers import Payee, Payment, TransferStatus
from tests.bank import PASSWORD, claims_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from services.bank import Services
    from services.values.transfers import Quote
    from tests.bank import Bank, Customer

pytestmark = pytest.mark.system_postgres


@pytest.fixture
def salma(bank: Bank) -> Customer:
    return bank.add_customer(balance="20000.00")


@pytest.fixture
def karim(bank: Bank) -> Customer:
    return bank.add_customer("Karim Samir", "karim@demo.eg", address="karim@instapay")


@pytest.fixture
def services(bank: Bank, salma: Customer) -> Services:
    opened = bank.services()
    opened.identity.sign_in(email=salma.email, password=PASSWORD)
    return opened


@pytest.fixture
def large(salma: Customer, karim: Customer) -> Payment:
    """A payment of 6,000 EGP, which needs the password."""
    return Payment(salma.account_id, payee_of(karim), egp("6000"), "computer")


def egp(amount: str) -> Money:
    return Money(Decimal(amount), "EGP")


def payee_of(customer: Customer, currency: str = "EGP") -> Payee:
    return Payee(customer.account_id, "Karim S••••", currency, "karim@instapay", is_own=False)


def confirmed(services: Services, payment: Payment) -> str:
    return services.identity.confirm(password=PASSWORD, transfer_id=payment.id)


def dead(bank: Bank, confirmation: str) -> str:
    """Return a confirmation as it is when its two minutes have passed."""
    claims = claims_of(confirmation) | {"exp": time.time() - 1}
    return str(bank.ask("auth", "SELECT private.sign(%s::jsonb)", json.dumps(claims))[0][0])


class Line:
    """The way to the payment database, for `transfer` calls: counts them, and loses some.

    Attributes:
        lost: what becomes of the next calls: the "request" or the "answer" is lost on the way.

    """

    def __init__(self, services: Services, monkeypatch: pytest.MonkeyPatch) -> None:
        self.lost: list[str] = []
        self.calls = 0
        self._real: Callable[..., Any] = services.databases[1].call_watching_notices
        monkeypatch.setattr(services.databases[1], "call_watching_notices", self._call)

    def _call(self, function: str, *arguments: object, limit_s: float) -> Any:
        self.calls += function == "transfer"
        how = self.lost.pop(0) if self.lost and function == "transfer" else ""
        if how != "request":
            answer = self._real(function, *arguments, limit_s=limit_s)
        if how:
            raise ConnectionLost("server_unreachable", database="payment")
        return answer


@pytest.fixture
def line(services: Services, monkeypatch: pytest.MonkeyPatch) -> Line:
    return Line(services, monkeypatch)


def rows(bank: Bank) -> list[tuple[str, str | None]]:
    """Return status and failure code of every payment by a person."""
    return [
        (status, code)
        for status, code in bank.ask(
            "payment",
            "SELECT status, failure_code FROM transactions WHERE initiated_by IS NOT NULL",
        )
    ]


def quote(services: Services, payer: UUID, payee: Payee, amount: str) -> Quote:
    return services.transfers.quote(
        payer_account_id=payer, payee=payee, amount=Money(Decimal(amount), payee.currency)
    )


def test_a_quote_tells_fee_total_and_what_limits_leave(
    services: Services, salma: Customer, karim: Customer
) -> None:
    made = quote(services, salma.account_id, payee_of(karim), "250.75")
    assert (made.failure_code, made.fee, made.total) == (None, egp("0.50"), egp("251.25"))
    assert made.available == egp("20000.00")
    assert (made.needs_confirmation, made.is_first_payment) == (False, True)
    limits = (made.per_payment, made.day_left, made.month_left)
    assert limits == (egp("70000"), egp("120000"), egp("400000"))
    services.transfers.send(
        payment=Payment(salma.account_id, payee_of(karim), egp("250.75"), "lunch")
    )
    again = quote(services, salma.account_id, payee_of(karim), "5000")
    assert (again.needs_confirmation, again.is_first_payment) == (True, False)
    assert (again.day_left, again.available) == (egp("119749.25"), egp("19748.75"))


def test_a_quote_of_what_would_be_refused_says_why(
    services: Services, salma: Customer, karim: Customer
) -> None:
    short = quote(services, salma.account_id, payee_of(karim), "20000")
    assert (short.failure_code, short.total) == ("insufficient_funds", egp("20020"))
    assert quote(services, salma.account_id, payee_of(karim), "70000.01").failure_code == (
        "over_payment_limit"
    )


def test_between_own_accounts_nothing_is_charged_or_limited(
    bank: Bank, services: Services, salma: Customer
) -> None:
    savings = bank.add_account(salma.user_id, name="Savings")
    own = Payee(savings, "Savings", "EGP", "EG00", is_own=True)
    made = quote(services, salma.account_id, own, "20000")
    assert (made.fee, made.total, made.failure_code) == (egp("0"), egp("20000"), None)
    assert (made.per_payment, made.day_left, made.month_left) == (None, None, None)
    assert (made.needs_confirmation, made.is_first_payment) == (False, False)


@pytest.mark.parametrize(
    ("amount", "code"),
    [
        (Money(Decimal(0), "EGP"), "amount_not_positive"),
        (Money(Decimal("0.001"), "EGP"), "amount_too_precise"),
        (Money(Decimal(1), "USD"), "currency_differs"),
    ],
)
def test_a_quote_refuses_what_cannot_be_paid_without_asking(
    services: Services, salma: Customer, karim: Customer, amount: Money, code: str
) -> None:
    with pytest.raises(InvalidInput) as caught:
        services.transfers.quote(
            payer_account_id=salma.account_id, payee=payee_of(karim), amount=amount
        )
    assert caught.value.code == code


def test_a_quote_is_asked_again_over_a_new_connection(
    bank: Bank, services: Services, salma: Customer, karim: Customer
) -> None:
    quote(services, salma.account_id, payee_of(karim), "50")
    with bank.as_owner("payment") as cursor:
        cursor.execute("RESET ROLE")
        cursor.execute(
            "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity"
            " WHERE usename = 'station_1' AND datname = current_database()"
        )
        assert cursor.fetchall() == [(True,)]
    assert quote(services, salma.account_id, payee_of(karim), "50").fee == egp("0.50")


def test_without_a_confirmation_nothing_is_sent_and_nothing_is_kept(
    bank: Bank, services: Services, large: Payment
) -> None:
    with pytest.raises(Refused) as caught:
        services.transfers.send(payment=large)
    assert caught.value.code == "confirmation_required"
    assert rows(bank) == []
    assert services.transfers.unknown() == ()


def test_with_its_confirmation_it_is_made_once(
    bank: Bank, services: Services, salma: Customer, large: Payment
) -> None:
    confirmation = confirmed(services, large)
    outcome = services.transfers.send(payment=large, confirmation=confirmation)
    assert (outcome.status, outcome.fee) == (TransferStatus.COMPLETED, egp("6.00"))
    assert outcome.balance_after == egp("13994.00")
    # Again, also without one: the first outcome is told before anything is asked for.
    assert services.transfers.send(payment=large, confirmation=confirmation) == outcome
    assert services.transfers.send(payment=large) == outcome
    assert bank.balance(salma.account_id) == Decimal("13994.00")
    assert services.transfers._confirmations == {}


def test_the_confirmation_of_another_payment_is_none(
    bank: Bank, services: Services, salma: Customer, karim: Customer, large: Payment
) -> None:
    other = Payment(salma.account_id, payee_of(karim), egp("7000"))
    with pytest.raises(Refused) as caught:
        services.transfers.send(payment=large, confirmation=confirmed(services, other))
    assert caught.value.code == "confirmation_required"
    assert rows(bank) == []
    assert len(services.accounts.list()) == 1


def test_a_confirmation_that_has_died_is_asked_for_again_and_the_session_lives(
    bank: Bank, services: Services, large: Payment
) -> None:
    with pytest.raises(Refused) as caught:
        services.transfers.send(payment=large, confirmation=dead(bank, confirmed(services, large)))
    assert caught.value.code == "confirmation_required"
    assert rows(bank) == []
    assert len(services.accounts.list()) == 1
    assert services.transfers.unknown() == ()


def test_after_signing_out_a_confirmation_is_worth_nothing(
    bank: Bank, services: Services, large: Payment
) -> None:
    confirmation = confirmed(services, large)
    services.identity.sign_out()
    with pytest.raises(SessionEnded):
        services.transfers.send(payment=large, confirmation=confirmation)
    services.identity.sign_in(email="salma@demo.eg", password=PASSWORD)
    with pytest.raises(Refused) as caught:
        services.transfers.send(payment=large, confirmation=confirmation)
    assert caught.value.code == "confirmation_required"
    assert rows(bank) == []


@pytest.mark.parametrize("lost", ["request", "answer"])
def test_what_is_lost_on_the_way_is_repeated_with_its_confirmation(
    bank: Bank, services: Services, large: Payment, line: Line, lost: str
) -> None:
    line.lost = [lost]
    outcome = services.transfers.send(payment=large, confirmation=confirmed(services, large))
    assert outcome.status is TransferStatus.COMPLETED
    assert line.calls == 2
    line.lost = [lost, lost]
    with pytest.raises(OutcomeUnknown):
        services.transfers.send(payment=large, confirmation=confirmed(services, large))
    assert services.transfers.check(transfer_id=large.id) == outcome
    assert rows(bank) == [("COMPLETED", None)]


def test_a_request_that_was_lost_twice_is_made_when_it_is_asked_after(
    bank: Bank, services: Services, large: Payment, line: Line
) -> None:
    line.lost = ["request", "request"]
    with pytest.raises(OutcomeUnknown):
        services.transfers.send(payment=large, confirmation=confirmed(services, large))
    assert rows(bank) == []
    outcome = services.transfers.check(transfer_id=large.id)
    assert outcome.status is TransferStatus.COMPLETED
    assert rows(bank) == [("COMPLETED", None)]
    assert services.transfers._confirmations == {}


@pytest.mark.parametrize("lost", ["request", "answer"])
def test_once_the_confirmation_has_died_asking_only_settles(
    bank: Bank, services: Services, large: Payment, line: Line, lost: str
) -> None:
    """A late original must not land after its payer was told that nothing was paid."""
    line.lost = [lost, lost]
    confirmation = confirmed(services, large)
    with pytest.raises(OutcomeUnknown):
        services.transfers.send(payment=large, confirmation=confirmation)
    services.transfers._confirmations[large.id] = dead(bank, confirmation)
    outcome = services.transfers.check(transfer_id=large.id)
    kept = {"request": ("FAILED", "abandoned"), "answer": ("COMPLETED", None)}[lost]
    assert (outcome.status.value, outcome.failure_code) == kept
    assert rows(bank) == [kept]
    assert services.transfers.unknown() == ()
    # The original, late.
    late = services.transfers.send(payment=large, confirmation=confirmation)
    assert (late.status, rows(bank)) == (outcome.status, [kept])
