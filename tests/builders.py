"""People, accounts and histories for a test, each made in one line.

Names and addresses are new each time, so that the same test also runs against a bank that already
has people (`pytest --auth-url … --payment-url …`).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING
from uuid import uuid4

from app.provisioning.ledger_load import Movement
from services.values.people import Role
from tests.bank import PASSWORD, Customer

if TYPE_CHECKING:
    from uuid import UUID

    from tests.bank import Bank

#: Where people of tests have their mail: what an operator finds them by in a bank of others.
EMAIL_DOMAIN = "qa.example"


@dataclass(frozen=True)
class Staff:
    """Somebody who works at the bank."""

    user_id: UUID
    email: str
    full_name: str
    role: Role
    password: str = PASSWORD


class Builder:
    """Makes whoever and whatever a test needs, in the test's bank."""

    def __init__(self, bank: Bank) -> None:
        self.bank = bank

    def customer(
        self,
        full_name: str = "Salma Hassan",
        *,
        balance: str | int | Decimal = 1000,
        currency: str = "EGP",
        account_name: str | None = "Everyday",
    ) -> Customer:
        """Make a customer with one account and a payment address, both ready to be used."""
        login = _new_name(full_name)
        return self.bank.add_customer(
            full_name,
            f"{login}@{EMAIL_DOMAIN}",
            balance=balance,
            currency=currency,
            address=f"{login}@instapay",
            account_name=account_name,
        )

    def staff(self, role: Role = Role.TELLER, full_name: str = "Tarek Fouad") -> Staff:
        """Make somebody without accounts who works at the bank."""
        email = f"{_new_name(full_name)}@{EMAIL_DOMAIN}"
        return Staff(self.bank.add_staff(full_name, email, role.value), email, full_name, role)

    def account(
        self,
        owner: Customer,
        *,
        balance: str | int | Decimal = 0,
        currency: str = "EGP",
        name: str | None = None,
    ) -> UUID:
        """Open one more account for a customer; return its id."""
        return self.bank.add_account(owner.user_id, balance=balance, currency=currency, name=name)

    def history(self, owner: Customer) -> History:
        """Begin the past of a customer's first account; nothing happens before `post`."""
        return History(self.bank, owner)


@dataclass
class History:
    """The past of one account, in any order: `post` puts it into the books, oldest first.

    An account with a past begins empty (``balance=0``): its money comes in with `cash_in`.
    """

    bank: Bank
    owner: Customer
    _movements: list[Movement] = field(default_factory=list)

    def cash_in(self, amount: str, *, days_ago: float = 0, note: str = "Cash in") -> History:
        """Money from the vault."""
        vault = self.bank.vault("EGP")
        return self._add(vault, self.owner.account_id, amount, days_ago, note)

    def received(
        self, amount: str, sender: Customer, note: str = "", *, days_ago: float = 0
    ) -> History:
        """Money from somebody, who must have it."""
        return self._add(sender.account_id, self.owner.account_id, amount, days_ago, note)

    def paid(self, amount: str, to: Customer, note: str = "", *, days_ago: float = 0) -> History:
        """Money to somebody."""
        return self._add(self.owner.account_id, to.account_id, amount, days_ago, note)

    def post(self) -> None:
        """Put it into the books; raises psycopg2.errors.CheckViolation below zero."""
        self.bank.post(sorted(self._movements, key=lambda each: each.at))
        self._movements.clear()

    def _add(self, payer: UUID, payee: UUID, amount: str, days_ago: float, note: str) -> History:
        at = datetime.now(UTC).replace(tzinfo=None) - timedelta(days=days_ago)
        self._movements.append(Movement(at, payer, payee, Decimal(amount), note))
        return self


def _new_name(full_name: str) -> str:
    """Return a name of an address that nobody has: ``salma.3f9a1c2d``."""
    first = full_name.split(maxsplit=1)[0].lower()
    return f"{first if first.isascii() else 'person'}.{uuid4().hex[:8]}"
