"""Whom somebody has paid before is known without a question, and tells nothing new about anybody."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import pytest

from app.provisioning.ledger_load import Movement, load_movements
from services.errors import Refused
from services.values.money import Money
from tests.caller import refused
from tests.database.desk import Desk

if TYPE_CHECKING:
    from services.bank import Services
    from tests.bank import Bank

pytestmark = pytest.mark.system_postgres


@pytest.fixture
def desk(bank: Bank) -> Desk:
    return Desk(bank)


@pytest.fixture
def services(bank: Bank, desk: Desk) -> Services:
    opened = bank.services()
    opened.identity.sign_in(email=desk.salma.email, password=desk.salma.password)
    return opened


def _recent(desk: Desk) -> list[UUID]:
    return [UUID(str(row["account_id"])) for row in desk.as_salma.rows("my_recent_payees")]


def test_who_was_paid_last_comes_first_and_once(desk: Desk, services: Services) -> None:
    mona = desk.bank.add_customer("Mona Adel", "mona@demo.eg")
    for payee in (desk.karim, mona, desk.karim):
        assert desk.transfer("5", payee=payee.account_id)["status"] == "COMPLETED"
    found = services.payees.recent()
    assert [each.payee.account_id for each in found] == [desk.karim.account_id, mona.account_id]
    assert [each.payee.masked_name for each in found] == ["Karim S••••", "Mona A••••"]
    assert {each.payee.reached_by for each in found} == {""}
    assert all(each.paid_at.tzinfo is UTC for each in found)
    assert desk.ask("SELECT count(*) FROM payee_questions") == [(0,)]


def test_who_only_paid_or_was_never_paid_is_not_among_them(desk: Desk) -> None:
    desk.transfer("5")
    desk.transfer(
        "1", caller=desk.as_karim, payer=desk.karim.account_id, payee=desk.salma.account_id
    )
    desk.transfer("9999")
    mona = desk.bank.add_customer("Mona Adel", "mona@demo.eg", balance=10)
    second = desk.bank.add_account(desk.salma.user_id)
    desk.transfer("2", payee=second)
    as_mona = desk.bank.caller(mona.user_id)
    desk.transfer("1", caller=as_mona, payer=mona.account_id, payee=desk.salma.account_id)
    assert _recent(desk) == [desk.karim.account_id]


def test_a_closed_account_is_offered_no_more(desk: Desk) -> None:
    desk.transfer("5")
    desk.set_account(desk.karim.account_id, closed_at=desk.now())
    assert _recent(desk) == []


def test_time_does_not_grow_with_the_history(desk: Desk) -> None:
    """Only so many of the newest entries are looked at: who was paid before those is not found."""
    desk.transfer("5")
    now = datetime.now(UTC).replace(tzinfo=None)
    (vault,) = desk.ask("SELECT id FROM accounts WHERE kind = 'VAULT'")[0]
    with desk.bank.as_owner("payment") as cursor:
        load_movements(
            cursor,
            [
                Movement(now, UUID(str(vault)), desk.salma.account_id, Decimal(1), "in")
                for _ in range(100)
            ],
        )
    assert _recent(desk) == []


def test_an_own_payment_is_written_once_more_also_a_refused_one(
    desk: Desk, services: Services
) -> None:
    made, refusal = desk.transfer("5", note="lunch"), desk.transfer("5000")
    assert refusal["status"] == "FAILED"
    for payment, amount in ((made, 5), (refusal, 5000)):
        again = services.transfers.again(transfer_id=payment["id"])
        assert again.id != payment["id"]
        assert (again.payer_account_id, again.payee.account_id) == (
            desk.salma.account_id,
            desk.karim.account_id,
        )
        assert (again.amount, again.note) == (Money(Decimal(amount), "EGP"), "lunch")
        assert (again.payee.masked_name, again.payee.reached_by) == ("Karim S••••", "")


def test_a_payment_of_somebody_else_is_unknown_to_its_payee_too(
    desk: Desk, services: Services
) -> None:
    payment = desk.transfer("5")
    mona = desk.bank.add_customer("Mona Adel", "mona@demo.eg")
    for caller in (desk.as_karim, desk.bank.caller(mona.user_id), desk.as_teller):
        with refused("IP212"):
            caller("payment_to_repeat", payment["id"])
    with pytest.raises(Refused, match="transaction_unknown"):
        services.transfers.again(transfer_id=uuid4())
