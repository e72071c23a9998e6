"""Customers for the benches: loaded with one password hash, signed in with one bcrypt for all."""

from __future__ import annotations

import socket
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING
from uuid import UUID

from app.provisioning.demo_people import PASSWORD
from app.provisioning.load import load_bank
from services import passwords
from services.access import Access
from services.values.transfers import Payee

if TYPE_CHECKING:
    from bench.server import BenchServer
    from services.database import Database

CURRENCY = "EGP"


@dataclass(frozen=True, slots=True)
class BenchCustomer:
    """Somebody with one account in EGP and a great deal of money."""

    user_id: UUID
    email: str
    account_id: UUID

    def as_payee(self) -> Payee:
        """Return what a desktop would hold of this customer once the IBAN was looked up."""
        return Payee(
            account_id=self.account_id,
            masked_name="Load C••••",
            currency=CURRENCY,
            reached_by="EG800019000500000000263180002",
            is_own=False,
        )


def load_customers(
    server: BenchServer, count: int, *, transactions: int = 0
) -> list[BenchCustomer]:
    """Add `count` customers and `transactions` payments among them; return the customers."""
    load_bank(
        server.auth_owner_url, server.payment_owner_url, accounts=count, transactions=transactions
    )
    with server.as_owner("auth") as cursor:
        cursor.execute("SELECT id, email FROM public.users WHERE email LIKE 'load-%'")
        emails = {UUID(str(user_id)): email for user_id, email in cursor.fetchall()}
    with server.as_owner("payment") as cursor:
        cursor.execute(
            "SELECT user_id, id FROM public.accounts WHERE kind = 'CUSTOMER' ORDER BY created_at"
        )
        rows = cursor.fetchall()
    return [
        BenchCustomer(UUID(str(user)), emails[UUID(str(user))], UUID(str(account)))
        for user, account in rows
    ]


def sign_in(auth: Database, customer: BenchCustomer) -> Access:
    """Open a session in the product's own four calls; only bcrypt is not done again for each."""
    challenge = auth.call("challenge", customer.email)
    attempt = challenge["attempt"]
    auth.call("answer", attempt, passwords.proof(client_key(challenge["salt"]), attempt))
    opened = auth.call("open_session", attempt, socket.gethostname()[:100])
    assert opened["session"] is not None, opened
    access = Access(auth)
    access.begin(opened["session"], access.expect(), email=customer.email)
    access.token()
    return access


@cache
def client_key(salt: str) -> bytes:
    """Return what bcrypt makes of everybody's password: all share one salt."""
    return passwords.client_key(passwords.check_typed(PASSWORD), salt)
