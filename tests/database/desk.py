"""A small bank for tests of money: Salma, Karim, a teller, a supervisor, and the proofs of the books."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from decimal import ROUND_HALF_UP, Decimal
from threading import Barrier
from typing import TYPE_CHECKING, Any
from uuid import UUID

import psycopg2

from app.provisioning import proofs
from services.values.identifiers import new_uuid7

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.bank import Bank
    from tests.caller import Caller

#: The smallest amount there is.
PIASTRE = Decimal("0.01")
#: Why the teller takes a payment back, where a test says nothing else.
REASON = "paid to the wrong person"
_FEES = {"EGP": ("0.50", "20"), "USD": ("0.01", "0.40"), "EUR": ("0.01", "0.40")}


def fee_of(amount: Decimal | str, currency: str = "EGP") -> Decimal:
    """Return the fee of a payment to somebody else, worked out apart from the database."""
    minimum, maximum = map(Decimal, _FEES[currency])
    part = (Decimal(amount) / 1000).quantize(PIASTRE, ROUND_HALF_UP)
    return min(max(part, minimum), maximum)


class Desk:
    """Salma and Karim with an account each; every call is made in SQL, as the desktop's login."""

    def __init__(self, bank: Bank, balance: str = "1000.00") -> None:
        self.bank = bank
        self.salma = bank.add_customer(balance=balance, address="salma@instapay")
        self.karim = bank.add_customer("Karim Samir", "karim@demo.eg", address="karim@instapay")
        self.as_salma = bank.caller(self.salma.user_id)
        self.as_karim = bank.caller(self.karim.user_id)
        self.as_teller = self._staff("Teller One", "teller@demo.eg", "TELLER")
        self.as_supervisor = self._staff("Supervisor One", "supervisor@demo.eg", "SUPERVISOR")
        self.ask("UPDATE accounts SET batches_allowed = true WHERE user_id IS NOT NULL")

    def transfer(self, amount: str | Decimal, **changes: Any) -> dict[str, Any]:
        """Pay as Salma to Karim, or as `changes` say; the outcome with the payment's `id`."""
        return self._pay("transfer", amount, (), **changes)

    def hold(self, amount: str | Decimal, expires_at: Any = None, **changes: Any) -> dict[str, Any]:
        """Hold a payment, for an hour unless said otherwise."""
        until = self.now("1 hour") if expires_at is None else expires_at
        return self._pay("hold", amount, (until,), **changes)

    def quote(self, amount: str | Decimal, **changes: Any) -> dict[str, Any]:
        """Quote what `transfer` would pay."""
        caller: Caller = changes.pop("caller", self.as_salma)
        found: dict[str, Any] = caller("quote", *self._sides(Decimal(amount), changes))
        return found

    def _pay(
        self, function: str, amount: str | Decimal, rest: tuple[object, ...], **changes: Any
    ) -> dict[str, Any]:
        caller: Caller = changes.pop("caller", self.as_salma)
        payment_id = changes.pop("id", None) or new_uuid7()
        note, token = changes.pop("note", "lunch"), changes.pop("token", None)
        if changes.pop("confirmed", False):
            token = caller.confirmed(payment_id)
        sides = self._sides(Decimal(amount), changes)
        arguments = (payment_id, *sides, note, *rest)
        try:
            outcome = caller(function, *arguments, token=token)
        except psycopg2.Error as error:
            # As the service does: nothing was done, and asked again the bank goes by how things stand.
            if error.pgcode != "IP007":
                raise
            outcome = caller(function, *arguments, token=token)
        return {"id": payment_id, **outcome}

    def _sides(self, amount: Decimal, changes: dict[str, Any]) -> tuple[object, ...]:
        payer = changes.pop("payer", self.salma.account_id)
        payee = changes.pop("payee", self.karim.account_id)
        currency = changes.pop("currency", "EGP")
        assert not changes
        return payer, payee, amount, currency

    def _staff(self, name: str, email: str, role: str) -> Caller:
        return self.bank.caller(self.bank.add_staff(name, email, role), role)

    def reverse(
        self, original: UUID | None, *, caller: Caller | None = None, **changes: Any
    ) -> dict[str, Any]:
        """Take a payment back, by the teller; `changes` are id, reason or from_bank."""
        reversal_id = changes.pop("id", None) or new_uuid7()
        outcome = (caller or self.as_teller)(
            "reverse",
            reversal_id,
            original,
            changes.pop("reason", REASON),
            changes.pop("from_bank", False),
        )
        assert not changes
        return {"id": reversal_id, **outcome}

    def now(self, ahead: str = "0 s") -> Any:
        """Return the databases' clock (UTC), moved by an interval."""
        return self.ask("SELECT private.utc_now() + %s::interval", ahead)[0][0]

    def ask(self, query: str, *arguments: object) -> list[tuple[Any, ...]]:
        """Ask Payment as the owner."""
        return self.bank.ask(
            "payment", query, *(str(a) if isinstance(a, UUID) else a for a in arguments)
        )

    def account(self, account_id: UUID, columns: str) -> tuple[Any, ...]:
        """Return some columns of an account's row."""
        return self.ask(f"SELECT {columns} FROM accounts WHERE id = %s", account_id)[0]

    def set_account(self, account_id: UUID, **columns: object) -> None:
        """Set columns of an account's row as the owner."""
        to = ", ".join(f"{name} = %s" for name in columns)
        self.ask(f"UPDATE accounts SET {to} WHERE id = %s", *columns.values(), account_id)

    def payment(self, payment_id: UUID, columns: str) -> tuple[Any, ...]:
        """Return some columns of a payment's row."""
        return self.ask(f"SELECT {columns} FROM transactions WHERE id = %s", payment_id)[0]

    def lapse(self, payment_id: UUID) -> None:
        """Let a hold's time be over, without anybody having come to end it."""
        self.ask(
            "UPDATE transactions SET expires_at = private.utc_now() - interval '1 s' WHERE id = %s",
            payment_id,
        )

    def entries(self, account_id: UUID) -> list[tuple[Any, ...]]:
        """Return (sequence, leg, amount, balance_after, kind, counterparty, note) of an account."""
        return self.ask(
            "SELECT sequence, leg, amount, balance_after, kind, counterparty, note"
            " FROM ledger_entries WHERE account_id = %s ORDER BY sequence",
            account_id,
        )

    def audit(self, transaction_id: UUID) -> list[tuple[Any, ...]]:
        """Return (event, actor, session) of what was logged about one payment."""
        return self.ask(
            "SELECT event, actor, session_id FROM audit_logs"
            " WHERE payload ->> 'transaction_id' = %s ORDER BY id",
            transaction_id,
        )

    def notices(self, user_id: UUID) -> list[tuple[str, dict[str, str]]]:
        """Return event and details of somebody's notices, oldest first."""
        return [
            (event, details)
            for event, details in self.ask(
                "SELECT event, details FROM notifications WHERE user_id = %s"
                " ORDER BY created_at, id",
                user_id,
            )
        ]

    def check_books(self) -> None:
        """Hold the books against every proof that the doctor knows."""
        with self.bank.as_owner("payment") as cursor:
            for proof in (
                proofs.books, proofs.ledger, proofs.sequences, proofs.pairs, proofs.sides,
            ):  # fmt: skip
                assert proof(cursor) == proofs.OK


def at_once(*calls: Callable[[], Any]) -> list[Any]:
    """Make calls at the same moment, each in a thread of its own; what they return or raise."""
    start = Barrier(len(calls))

    def make(call: Callable[[], Any]) -> Any:
        start.wait(10)
        try:
            return call()
        except Exception as error:  # noqa: BLE001 (which one it is, the test tells)
            return error

    with ThreadPoolExecutor(len(calls)) as threads:
        return list(threads.map(make, calls))
