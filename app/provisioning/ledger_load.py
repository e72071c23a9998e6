"""Puts people, accounts and past payments into empty databases: COPY, then one set-based posting.

The same double entry as a payment's own, for demo histories, tests and benches: balances, sequences
and the balance after each entry follow from the movements, so the books balance by construction.
"""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Any

from services.values.identifiers import new_uuid7

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from decimal import Decimal
    from uuid import UUID


@dataclass(frozen=True, slots=True)
class LoadedPerson:
    """Somebody for Auth's `users` and Payment's `holders`."""

    id: UUID
    email: str
    password_hash: str = field(repr=False)
    full_name: str
    role: str = "CUSTOMER"


@dataclass(frozen=True, slots=True)
class LoadedAccount:
    """An account; `user_id` None for the bank's own. Its IBAN is drawn by the database."""

    id: UUID
    user_id: UUID | None
    currency: str = "EGP"
    kind: str = "CUSTOMER"
    name: str | None = None
    address: str | None = None


@dataclass(frozen=True, slots=True)
class Movement:
    """A completed payment of the past. `at` is UTC without zone."""

    at: datetime
    payer_id: UUID
    payee_id: UUID
    amount: Decimal
    note: str = ""
    kind: str = "TRANSFER"
    id: UUID = field(default_factory=new_uuid7)


#: Payments posted at a time: few enough that sorting them and checking their keys stays in memory.
_BATCH = 500_000

_PREPARE = """
CREATE TEMPORARY TABLE IF NOT EXISTS movements (position bigint, id uuid, at timestamp,
    payer_id uuid, payee_id uuid, amount numeric, kind text, note text) ON COMMIT DROP;
CREATE TEMPORARY TABLE IF NOT EXISTS sides (position bigint, account_id uuid, other_id uuid,
    amount numeric, sequence bigint, balance_after numeric) ON COMMIT DROP;
TRUNCATE movements, sides;
"""

_POST = """
SET LOCAL work_mem = '128MB';
ANALYZE movements;
INSERT INTO sides
SELECT m.position, s.account_id, s.other_id, s.amount,
    a.last_sequence + row_number() OVER w, a.balance + sum(s.amount) OVER w
FROM movements AS m
CROSS JOIN LATERAL (VALUES
    (m.payer_id, m.payee_id, -m.amount), (m.payee_id, m.payer_id, m.amount)
) AS s (account_id, other_id, amount)
JOIN public.accounts AS a ON a.id = s.account_id
WINDOW w AS (PARTITION BY s.account_id ORDER BY m.position);
ANALYZE sides;

INSERT INTO public.transactions (id, from_account_id, to_account_id, amount, currency, status,
    initiated_at, completed_at, kind, note, initiated_by, payer_balance_after, payer_sequence,
    payee_sequence)
SELECT m.id, m.payer_id, m.payee_id, m.amount, a.currency, 'COMPLETED', m.at, m.at, m.kind, m.note,
    a.user_id, p.balance_after, p.sequence, r.sequence
FROM movements AS m
JOIN public.accounts AS a ON a.id = m.payer_id
JOIN sides AS p ON p.position = m.position AND p.amount < 0
JOIN sides AS r ON r.position = m.position AND r.amount > 0
ORDER BY m.position;

WITH strangers AS MATERIALIZED (
    SELECT a.id, a.user_id, private.counterparty_name(a, NULL) AS name FROM public.accounts AS a
)
INSERT INTO public.ledger_entries (account_id, sequence, transaction_id, amount, balance_after,
    created_at, kind, counterparty, note)
SELECT s.account_id, s.sequence, m.id, s.amount, s.balance_after, m.at, m.kind,
    CASE WHEN o.user_id = a.user_id
        THEN (SELECT private.counterparty_name(b, a.user_id) FROM public.accounts AS b
            WHERE b.id = o.id)
        ELSE o.name END,
    m.note
FROM sides AS s
JOIN movements AS m ON m.position = s.position
JOIN strangers AS a ON a.id = s.account_id
JOIN strangers AS o ON o.id = s.other_id
ORDER BY s.position;

UPDATE public.accounts AS a
SET balance = a.balance + t.total, last_sequence = a.last_sequence + t.entries,
    last_entry_at = greatest(a.last_entry_at, t.last)
FROM (
    SELECT s.account_id, sum(s.amount) AS total, count(*) AS entries, max(m.at) AS last
    FROM sides AS s JOIN movements AS m ON m.position = s.position GROUP BY 1
) AS t
WHERE a.id = t.account_id;
"""


def load_people(auth: Any, people: Iterable[LoadedPerson]) -> None:  # noqa: ANN401 (a cursor)
    """Add people to Auth, as the owner; those whose email is known stay as they are."""
    auth.execute(
        "CREATE TEMPORARY TABLE people (id uuid, email text, password_hash text, full_name text,"
        " role text) ON COMMIT DROP"
    )
    _copy(
        auth,
        "people",
        ((p.id, p.email, p.password_hash, p.full_name, p.role) for p in people),
    )
    auth.execute(
        "INSERT INTO public.users (id, email, password_hash, full_name)"
        " SELECT id, email, password_hash, full_name FROM people ON CONFLICT DO NOTHING;"
        "INSERT INTO public.user_roles (user_id, role)"
        " SELECT id, role FROM people JOIN public.users USING (id) ON CONFLICT DO NOTHING"
    )


def load_holders(payment: Any, people: Iterable[LoadedPerson]) -> None:  # noqa: ANN401
    """Add the customers among these people to Payment, as the owner."""
    _copy(
        payment,
        "public.holders (user_id, full_name, stated_at)",
        ((p.id, p.full_name, 0) for p in people if p.role == "CUSTOMER"),
    )


def load_accounts(payment: Any, accounts: Iterable[LoadedAccount], opened_at: datetime) -> None:  # noqa: ANN401
    """Open accounts, as the owner. `opened_at` is UTC; those named first count as older."""
    payment.execute(
        "CREATE TEMPORARY TABLE opened (id uuid, user_id uuid, currency text, kind text, name text,"
        " address text, position bigint) ON COMMIT DROP"
    )
    _copy(
        payment,
        "opened",
        (
            (a.id, a.user_id, a.currency, a.kind, a.name, a.address, position)
            for position, a in enumerate(accounts)
        ),
    )
    payment.execute(
        "INSERT INTO public.accounts (id, user_id, currency, kind, name, created_at)"
        " SELECT id, user_id, currency, kind, name,"
        " %s + position * interval '1 microsecond' FROM opened ORDER BY position;"
        "INSERT INTO public.payment_addresses (address, account_id)"
        " SELECT address, id FROM opened WHERE address IS NOT NULL",
        (opened_at,),
    )


def load_movements(payment: Any, movements: Iterable[Movement]) -> None:  # noqa: ANN401
    """Post completed payments in the order given, as the owner; `movements` is read as it goes.

    Raises psycopg2.errors.CheckViolation where a customer would end below zero.
    """
    rows = enumerate(movements)
    while True:
        payment.execute(_PREPARE)
        batch = (
            (position, m.id, m.at, m.payer_id, m.payee_id, m.amount, m.kind, m.note)
            for position, m in islice(rows, _BATCH)
        )
        if _copy(payment, "movements", batch) == 0:
            return
        payment.execute(_POST)


class _Lines(io.TextIOBase):
    """Rows as COPY's text, made while the server reads them."""

    def __init__(self, rows: Iterable[tuple[object, ...]]) -> None:
        self._rows = iter(rows)
        self._rest = ""

    def readable(self) -> bool:
        return True

    def read(self, size: int | None = -1) -> str:
        wanted = -1 if size is None else size
        parts = [self._rest]
        length = len(self._rest)
        while wanted < 0 or length < wanted:
            row = next(self._rows, None)
            if row is None:
                break
            line = "\t".join(_field(value) for value in row) + "\n"
            parts.append(line)
            length += len(line)
        text = "".join(parts)
        if wanted < 0:
            self._rest = ""
            return text
        self._rest = text[wanted:]
        return text[:wanted]


_ESCAPES = str.maketrans({"\\": r"\\", "\t": r"\t", "\n": r"\n", "\r": r"\r"})


def _field(value: object) -> str:
    if value is None:
        return r"\N"
    # Numbers, times and ids have nothing to escape.
    return value.translate(_ESCAPES) if isinstance(value, str) else str(value)


def _copy(cursor: Any, target: str, rows: Iterable[tuple[object, ...]]) -> int:  # noqa: ANN401
    """Return how many rows there were."""
    cursor.copy_expert(f"COPY {target} FROM STDIN", _Lines(rows))
    return int(cursor.rowcount)
