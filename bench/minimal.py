"""The peer: the least that a hand-written payment does, and the tables it does it in.

Two UPDATEs and one INSERT in a transaction of psycopg2's own making, in tables of the seed's columns
with primary keys and the two foreign keys. It keeps no ledger, fee, limit, notice, log or outbox, and
does not know who calls. It locks in the order of ids, as it would deadlock otherwise.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import psycopg2

from services.values.identifiers import new_uuid7

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal
    from uuid import UUID

_OPENING = 1_000_000

_SCHEMA = """
CREATE TABLE accounts (
    id uuid PRIMARY KEY,
    user_id uuid,
    currency char(3) NOT NULL,
    balance numeric(18, 2) NOT NULL,
    created_at timestamp NOT NULL DEFAULT (clock_timestamp() AT TIME ZONE 'UTC')
);
CREATE TABLE transactions (
    id uuid PRIMARY KEY,
    from_account_id uuid NOT NULL REFERENCES accounts (id),
    to_account_id uuid NOT NULL REFERENCES accounts (id),
    amount numeric(18, 2) NOT NULL,
    currency char(3) NOT NULL,
    status varchar(20) NOT NULL,
    initiated_at timestamp NOT NULL,
    completed_at timestamp
);
"""
_TAKE = "UPDATE accounts SET balance = balance - %s WHERE id = %s AND balance >= %s"
_GIVE = "UPDATE accounts SET balance = balance + %s WHERE id = %s"
_NOTE = (
    "INSERT INTO transactions (id, from_account_id, to_account_id, amount, currency, status,"
    " initiated_at, completed_at) VALUES (%s, %s, %s, %s, 'EGP', 'COMPLETED',"
    " clock_timestamp() AT TIME ZONE 'UTC', clock_timestamp() AT TIME ZONE 'UTC')"
)


def create(url: str, account_ids: Iterable[UUID]) -> None:
    """Make the peer's tables and one well-filled account for each id."""
    with psycopg2.connect(url) as connection, connection.cursor() as cursor:
        cursor.execute(_SCHEMA)
        cursor.executemany(
            f"INSERT INTO accounts (id, currency, balance) VALUES (%s, 'EGP', {_OPENING})",
            [(str(each),) for each in account_ids],
        )
    connection.autocommit = True
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
    connection.close()


def pay(connection: Any, payer_id: UUID, payee_id: UUID, amount: Decimal) -> None:  # noqa: ANN401
    """Pay in one transaction, autocommit off. `connection` is psycopg2's."""
    transaction_id, payer, payee = str(new_uuid7()), str(payer_id), str(payee_id)
    with connection.cursor() as cursor:
        if payer < payee:
            cursor.execute(_TAKE, (amount, payer, amount))
            moved = cursor.rowcount
            cursor.execute(_GIVE, (amount, payee))
        else:
            cursor.execute(_GIVE, (amount, payee))
            cursor.execute(_TAKE, (amount, payer, amount))
            moved = cursor.rowcount
        assert moved == 1, "the payer has no money left"
        cursor.execute(_NOTE, (transaction_id, payer, payee, amount))
    connection.commit()


def check(url: str, *, accounts: int, payments: int) -> None:
    """Assert that no money came or went and that each payment has its row."""
    with psycopg2.connect(url) as connection, connection.cursor() as cursor:
        cursor.execute(
            "SELECT (SELECT sum(balance) FROM accounts), (SELECT count(*) FROM transactions)"
        )
        found = cursor.fetchone()
    connection.close()
    assert found == (accounts * _OPENING, payments), (found, accounts, payments)
