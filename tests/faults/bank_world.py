"""The real bank that a model is held against: a few people, whose books begin anew each time."""

from __future__ import annotations

import json
import time
from collections import Counter
from contextlib import ExitStack
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple
from uuid import UUID, uuid4

import psycopg2

from app.provisioning import proofs
from app.provisioning.ledger_load import Movement, load_movements
from tests.conftest import STATION
from tests.faults.bank_books import Account, Outcome, Terms, now

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.bank import Bank

CUSTOMERS = ("Salma", "Karim", "Mona")
STAFF = ("Teller", "Supervisor")
#: Three of one person's, one of them empty; one in another currency; one that nearly nobody can pay from.
_FOUNDED = (
    ("Salma", "EGP", "3000.00"),
    ("Salma", "EGP", "50.00"),
    ("Salma", "EGP", "0.00"),
    ("Karim", "EGP", "1500.00"),
    ("Karim", "USD", "90.00"),
    ("Mona", "EGP", "20000.00"),
    ("Mona", "USD", "0.00"),
)
#: Limits so low that a few payments reach them.
_LIMITS = """
    UPDATE limits AS l SET per_payment = 700, per_day = n.per_day, per_month = n.per_month,
        confirm_from = n.confirm_from
    FROM (VALUES ('TRANSFER', 1200, 2500, 500), ('BATCH', 1500, 3000, 0.01))
        AS n (kind, per_day, per_month, confirm_from)
    WHERE l.kind = n.kind;
    UPDATE accounts SET batches_allowed = true WHERE user_id IS NOT NULL
"""
_PROOFS = (proofs.books, proofs.ledger, proofs.sequences, proofs.pairs, proofs.sides)
_ACCOUNTS = """
    SELECT id::text, balance, held, frozen, closed_at IS NOT NULL, spent_on, spent_day, spent_month,
        batched_on, batched_day, batched_month
    FROM accounts WHERE kind = 'CUSTOMER'
"""
_COLLECTED = """
    SELECT kind, currency, sum(balance) FROM accounts
    WHERE kind IN ('FEES', 'BANK') AND currency IN ('EGP', 'USD') GROUP BY 1, 2
"""
_PAYMENTS = "SELECT id::text, status, failure_code, fee FROM transactions WHERE kind <> 'OPENING'"
_REVERSALS = "SELECT original_id::text FROM reversals"
_CASTS = {
    "transfer_many": ("text", "uuid", "uuid", "uuid[]", "uuid[]", "numeric[]", "text", "text[]")
}


class Seen(NamedTuple):
    """The books as an administrator sees them."""

    accounts: dict[UUID, tuple[Any, ...]]
    #: What fees and the bank's own accounts have, by currency.
    collected: dict[str, dict[str, Decimal]]
    #: Status, failure code and fee.
    payments: dict[UUID, tuple[Any, ...]]
    reversed: set[UUID]
    broken_proofs: list[str]


class World:
    """Calls as the desktop's login makes them, and what an administrator sees afterwards."""

    def __init__(self, bank: Bank) -> None:
        self._bank = bank
        self.roles = {each: {"CUSTOMER"} for each in CUSTOMERS} | {
            each: {each.upper()} for each in STAFF
        }
        self._people: dict[str, UUID] = {each: uuid4() for each in STAFF}
        self._accounts: list[UUID] = []
        for owner, currency, _ in _FOUNDED:
            if owner in self._people:
                made = bank.add_account(self._people[owner], currency=currency)
            else:
                customer = bank.add_customer(owner, f"{owner.lower()}@demo.eg", currency=currency)
                self._people[owner], made = customer.user_id, customer.account_id
            self._accounts.append(made)
        self.change(_LIMITS)
        with bank.as_owner("payment") as cursor:
            # Finds nothing yet where nobody was funded.
            self._vaults = {each: bank._vault(cursor, each) for each in ("EGP", "USD")}
        self.terms = self._read_terms()
        self._tokens = {each: self._sign(each, {"typ": "access"}) for each in self._people}
        self._open = ExitStack()
        self._desktop = self._open.enter_context(bank.as_desktop("payment")).cursor()
        #: What was ever answered: a run that saw nothing shows nothing.
        self.answered: Counter[tuple[str, str | None]] = Counter()

    def close(self) -> None:
        self._open.close()

    def refounded(self) -> dict[UUID, Account]:
        """Forget all that was paid; return the accounts as they are now."""
        with self._bank.as_owner("payment") as cursor:
            cursor.execute(
                "TRUNCATE transactions, reversals, ledger_entries, batches, notifications, cash_slips"
            )
            cursor.execute(
                "UPDATE accounts SET balance = 0, held = 0, last_sequence = 0, last_entry_at = NULL,"
                " frozen = NULL, frozen_reason = NULL, frozen_by = NULL, frozen_until = NULL,"
                " closed_at = NULL, spent_on = NULL, spent_day = 0, spent_month = 0,"
                " batched_on = NULL, batched_day = 0, batched_month = 0"
                " WHERE last_sequence > 0 OR closed_at IS NOT NULL OR frozen IS NOT NULL"
            )
            load_movements(
                cursor,
                [
                    Movement(now(), self._vaults[currency], made, Decimal(balance), "", "OPENING")
                    for made, (_, currency, balance) in zip(self._accounts, _FOUNDED, strict=True)
                    if Decimal(balance)
                ],
            )
        return {
            made: Account(owner, currency, Decimal(balance))
            for made, (owner, currency, balance) in zip(self._accounts, _FOUNDED, strict=True)
        }

    def call(
        self, function: str, actor: str, *arguments: Any, confirmed: UUID | None = None
    ) -> Outcome | str | None:
        """Return what the bank answers, or the SQLSTATE it refuses with.

        With `confirmed` the token is one that was given for this payment.
        """
        token = self._tokens[actor]
        if confirmed is not None:
            token = self._sign(actor, {"typ": "confirm", "txn": str(confirmed)})
        plain = [token, *(_plain(each) for each in arguments)]
        casts = _CASTS.get(function, ("text", *(_cast(each) for each in arguments)))
        marks = ", ".join(f"%s::{cast}" for cast in casts)
        try:
            self._desktop.execute(f"SELECT * FROM api.{function}({marks})", plain)
        except psycopg2.Error as error:
            self.answered[function, error.pgcode] += 1
            return error.pgcode
        names = [each.name for each in self._desktop.description]
        return self._outcome(function, dict(zip(names, self._desktop.fetchone(), strict=True)))

    def _outcome(self, function: str, row: Mapping[str, Any]) -> Outcome | None:
        if "status" not in row:
            self.answered[function, None] += 1
            return None
        assert (row["decided_at"] is None) == (row["status"] is None)
        errors = tuple((each["row"], each["code"]) for each in row.get("row_errors") or ())
        self.answered[function, row["failure_code"] or row["status"]] += 1
        self.answered.update((function, code) for _, code in errors)
        return Outcome(row["status"], row["failure_code"], row["balance_after"], row["fee"], errors)

    def change(self, statement: str, *arguments: object) -> None:
        """Change something as an administrator."""
        with self._bank.as_owner("payment") as cursor:
            cursor.execute(statement, arguments or None)

    def today(self) -> date:
        """The bank's own day."""
        found: date = self._ask("SELECT private.today(private.utc_now())")[0][0]
        return found

    def seen(self) -> Seen:
        """Return the books, and which of the doctor's proofs fail, as of one moment."""
        with self._bank.as_owner("payment") as cursor:

            def ask(query: str) -> list[tuple[Any, ...]]:
                cursor.execute(query)
                return list(cursor.fetchall())

            collected: dict[str, dict[str, Decimal]] = {"FEES": {}, "BANK": {}}
            for kind, currency, total in ask(_COLLECTED):
                collected[kind][currency] = total
            return Seen(
                accounts={UUID(name): tuple(row) for name, *row in ask(_ACCOUNTS)},
                collected=collected,
                payments={UUID(name): (*rest,) for name, *rest in ask(_PAYMENTS)},
                reversed={UUID(row[0]) for row in ask(_REVERSALS)},
                broken_proofs=[found for proof in _PROOFS if (found := proof(cursor)) != proofs.OK],
            )

    def _ask(self, query: str) -> list[tuple[Any, ...]]:
        return self._bank.ask("payment", query)

    def _read_terms(self) -> dict[tuple[str, str], Terms]:
        return {
            (kind, currency): Terms(*rest)
            for kind, currency, *rest in self._ask(
                "SELECT l.kind, l.currency, l.per_payment, l.per_day, l.per_month, l.confirm_from,"
                " coalesce(t.rate, 0), coalesce(t.minimum, 0.00), coalesce(t.maximum, 0.00)"
                " FROM limits AS l LEFT JOIN tariffs AS t USING (kind, account_kind, currency)"
            )
        }

    def _sign(self, person: str, claims: dict[str, object]) -> str:
        claims |= {
            "sub": str(self._people[person]),
            "sid": str(uuid4()),
            "roles": sorted(self.roles[person]),
            "dbrole": STATION,
            "exp": int(time.time()) + 7200,
        }
        found = self._bank.ask("auth", "SELECT private.sign(%s::jsonb)", json.dumps(claims))
        return str(found[0][0])


def _cast(value: object) -> str:
    if isinstance(value, bool):
        return "boolean"
    kinds = {UUID: "uuid", Decimal: "numeric", datetime: "timestamp", str: "text"}
    return kinds.get(type(value), "timestamp")


def _plain(value: Any) -> Any:
    if isinstance(value, list):
        return [_plain(each) for each in value]
    return str(value) if isinstance(value, UUID) else value
