"""Somebody with payments of every kind, and what an export asks."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import pytest

from app.provisioning.ledger_load import Movement, load_movements
from services.values.history import HistoryFilter
from services.values.money import Money
from services.values.transfers import Payment
from tests.bank import PASSWORD
from ui.components.statement import Source, Wanted

if TYPE_CHECKING:
    from collections.abc import Callable

    from services.bank import Services
    from services.values.accounts import Account
    from services.values.transfers import TransferOutcome
    from tests.bank import Bank, Customer

    MakeWanted = Callable[..., Wanted]

#: A name and notes that a spreadsheet, a column or a direction of reading could trip over.
UGLY_NOTES = (
    '=HYPERLINK("http://x","y")',
    "-1+1",
    "@SUM(1)",
    " +1",
    'a "quoted", one',
    "إيجار نوفمبر 11/2026",
    "plain",
)
DAYS_AGO = 20


@pytest.fixture
def salma(bank: Bank) -> Customer:
    """Somebody with 1,000 from the vault and seven payments of 10 to Mona, one a day, some days ago."""
    made = bank.add_customer()
    mona = bank.add_customer("منى أحمد", "mona@demo.eg", address="mona@instapay")
    noon = datetime.now(UTC).replace(tzinfo=None, hour=9, minute=0, second=0, microsecond=0)
    begun = noon - timedelta(days=DAYS_AGO)
    with bank.as_owner("payment") as cursor:
        vault = bank._vault(cursor, "EGP")
        cursor.execute(
            "UPDATE accounts SET created_at = %s WHERE id = %s",
            (begun - timedelta(days=2), str(made.account_id)),
        )
        moves = [Movement(begun, vault, made.account_id, Decimal(1000), "Opening", "OPENING")]
        moves += [
            Movement(
                begun + timedelta(days=day), made.account_id, mona.account_id, Decimal(10), note
            )
            for day, note in enumerate(UGLY_NOTES, start=1)
        ]
        load_movements(cursor, moves)
    return made


@pytest.fixture
def services(bank: Bank, salma: Customer) -> Services:
    opened = bank.services()
    opened.identity.sign_in(email=salma.email, password=PASSWORD)
    return opened


@pytest.fixture
def source(services: Services) -> Source:
    return Source(
        pages=services.history.pages,
        waiting=services.history.waiting,
        period=services.accounts.statement,
        holder=services.accounts.holder,
    )


@pytest.fixture
def account(services: Services) -> Account:
    return services.accounts.list()[0]


@pytest.fixture
def wanted(services: Services) -> MakeWanted:
    """Return what is wanted of Salma's account as it is now."""

    def make(**narrowed: object) -> Wanted:
        (account,) = services.accounts.list()
        return Wanted(account, HistoryFilter(**narrowed))  # type: ignore[arg-type]

    return make


def pay(services: Services, amount: str, note: str = "today") -> tuple[Payment, TransferOutcome]:
    """Pay Mona as the program does, with a fee; too much is refused."""
    (account,) = services.accounts.list()
    payee = services.payees.resolve(payee="mona@instapay")
    payment = Payment(account.id, payee, Money(Decimal(amount), "EGP"), note)
    return payment, services.transfers.send(payment=payment)


def hold(bank: Bank, customer: Customer, amount: str, note: str = "held") -> None:
    """Have money wait for an hour on its way to Mona."""
    (payee,) = bank.ask("payment", "SELECT account_id FROM payment_addresses")[0]
    until = datetime.now(UTC).replace(tzinfo=None) + timedelta(hours=1)
    caller = bank.caller(customer.user_id)
    caller("hold", uuid4(), customer.account_id, UUID(payee), Decimal(amount), "EGP", note, until)
