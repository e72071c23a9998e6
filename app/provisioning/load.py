"""Load for tests and benches: N accounts, M payments among them, books balanced."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from app.provisioning.administration import connect, owner_transaction
from app.provisioning.demo_people import PASSWORD
from app.provisioning.ledger_load import (
    LoadedAccount,
    LoadedPerson,
    Movement,
    load_accounts,
    load_holders,
    load_movements,
    load_people,
)
from services import passwords

if TYPE_CHECKING:
    from collections.abc import Iterator

#: Enough that no account runs dry, whatever chance does.
_OPENING = Decimal(1_000_000)
_LARGEST = 500
#: How many others somebody pays: those next in the list, as people pay the same few again and again.
_CIRCLE = 40


def load_bank(auth_url: str, payment_url: str, *, accounts: int, transactions: int) -> None:
    """Add people with one EGP account each, and payments among them over the last year.

    Their emails are ``load-<run>-<number>@load.invalid`` and their password is the demo's.
    Everything is loaded in one transaction a database, so a load that is cut off leaves nothing.
    """
    run = uuid4().hex[:8]
    password_hash = passwords.new_hash(passwords.check_new(PASSWORD))
    people = [
        LoadedPerson(
            uuid4(), f"load-{run}-{number}@load.invalid", password_hash, f"Load Customer{number}"
        )
        for number in range(accounts)
    ]
    opened = [LoadedAccount(uuid4(), each.id, name="Everyday") for each in people]
    vault = LoadedAccount(uuid4(), None, kind="VAULT", name=f"Vault {run}")
    end = datetime.now(UTC).replace(tzinfo=None, microsecond=0)
    with connect(auth_url, "auth") as auth, owner_transaction(auth) as cursor:
        load_people(cursor, people)
    with connect(payment_url, "payment") as payment, owner_transaction(payment) as cursor:
        load_holders(cursor, people)
        load_accounts(cursor, [vault, *opened], end - timedelta(days=366))
        ids = [each.id for each in opened]
        load_movements(cursor, _movements(vault.id, ids, transactions, end))


def _movements(vault: UUID, accounts: list[UUID], count: int, end: datetime) -> Iterator[Movement]:
    start = end - timedelta(days=365)
    for each in accounts:
        yield Movement(start, vault, each, _OPENING, "Opening balance", "OPENING")
    if len(accounts) < 2:  # noqa: PLR2004 (a payment takes two)
        return
    chance = random.Random(count)  # noqa: S311 (load, the same each time)
    balances = dict.fromkeys(accounts, _OPENING)
    step = timedelta(days=365) / max(count, 1)
    circle = min(_CIRCLE, len(accounts) - 1)
    for number in range(count):
        position = chance.randrange(len(accounts))
        payer = accounts[position]
        payee = accounts[(position + chance.randint(1, circle)) % len(accounts)]
        amount = Decimal(chance.randrange(1, _LARGEST * 100)) / 100
        if balances[payer] < amount:
            payer, payee = payee, payer
        balances[payer] -= amount
        balances[payee] += amount
        yield Movement(start + step * number, payer, payee, amount)
