"""The clock of the desktop is wrong: nothing about tokens goes by it."""

from __future__ import annotations

import time
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from services.errors import SessionEnded
from services.values.identifiers import new_uuid7
from services.values.money import Money
from services.values.transfers import Payee, Payment, TransferStatus
from tests.bank import PASSWORD

if TYPE_CHECKING:
    from services.bank import Services
    from tests.bank import Bank, Customer

pytestmark = pytest.mark.system_postgres

_DAY_S = 86_400


@pytest.fixture
def salma(bank: Bank) -> Customer:
    return bank.add_customer(balance=500)


@pytest.fixture
def karim(bank: Bank) -> Customer:
    return bank.add_customer("Karim Samir", "karim@demo.eg")


@pytest.fixture
def services(bank: Bank) -> Services:
    return bank.services()


def _payment(payer: Customer, payee: Customer) -> Payment:
    reached = Payee(payee.account_id, "K•••• S••••", "EGP", payee.iban, is_own=False)
    amount = Money(Decimal("1.00"), "EGP")
    return Payment(
        id=new_uuid7(), payer_account_id=payer.account_id, payee=reached, amount=amount, note=""
    )


@pytest.mark.parametrize("skew_s", [-400 * _DAY_S, -3600, 3600, 400 * _DAY_S])
def test_a_wrong_clock_hinders_nothing(
    services: Services,
    salma: Customer,
    karim: Customer,
    monkeypatch: pytest.MonkeyPatch,
    skew_s: int,
) -> None:
    right, right_ns = time.time, time.time_ns
    monkeypatch.setattr(time, "time", lambda: right() + skew_s)
    monkeypatch.setattr(time, "time_ns", lambda: right_ns() + skew_s * 10**9)
    services.identity.sign_in(email=salma.email, password=PASSWORD)
    held = services.identity._access.current()
    first = services.identity._access.token()
    assert (
        services.transfers.send(payment=_payment(salma, karim)).status is TransferStatus.COMPLETED
    )
    assert services.identity._access.token() == first, "it lives, so no other one is bought"
    assert len(services.sessions.list()) == 1
    held.dies_at = 0.0
    assert len(services.accounts.list()) == 1
    assert services.identity._access.token() != first


def test_a_clock_that_is_set_meanwhile_changes_no_tokens_life(
    services: Services, salma: Customer, monkeypatch: pytest.MonkeyPatch
) -> None:
    services.identity.sign_in(email=salma.email, password=PASSWORD)
    first = services.identity._access.token()
    for moved in (-_DAY_S, _DAY_S):
        monkeypatch.setattr(time, "time", lambda moved=moved: moved)
        assert services.identity._access.token() == first


def test_a_life_is_counted_from_before_the_call_that_bought_it(
    services: Services, salma: Customer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On the monotonic clock: an answer that was long on its way has not made the token younger."""
    services.identity.sign_in(email=salma.email, password=PASSWORD)
    access = services.identity._access
    held, auth = access.current(), services.databases[0]
    now = [time.monotonic()]
    monkeypatch.setattr(time, "monotonic", lambda: now[0])
    real_call = auth.call

    def slow(function: str, *arguments: object, **options: float) -> object:
        row = real_call(function, *arguments, **options)
        now[0] += 7
        return row

    monkeypatch.setattr(auth, "call", slow)
    held.dies_at = 0.0
    began = now[0]
    access.token()
    assert held.dies_at == pytest.approx(began + 300)
    assert now[0] == pytest.approx(began + 7)


def test_a_computer_that_slept_buys_another_token_or_asks_to_sign_in(
    bank: Bank, services: Services, salma: Customer, monkeypatch: pytest.MonkeyPatch
) -> None:
    services.identity.sign_in(email=salma.email, password=PASSWORD)
    first = services.identity._access.token()
    slept = time.monotonic() + 290
    monkeypatch.setattr(time, "monotonic", lambda: slept)
    assert services.identity._access.token() != first
    bank.ask("auth", "UPDATE sessions SET idle_expires_at = clock_timestamp() AT TIME ZONE 'UTC'")
    slept += 290
    with pytest.raises(SessionEnded):
        services.accounts.list()
