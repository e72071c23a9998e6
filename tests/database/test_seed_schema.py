"""The six tables that other clients read by, column by column against the live catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from models.heads import Database
    from tests.bank import Bank

pytestmark = pytest.mark.system_postgres

#: (column, type as the catalogue writes it), in the order that was asked for.
_SEED: dict[tuple[Database, str], list[tuple[str, str]]] = {
    ("auth", "users"): [
        ("id", "uuid"),
        ("email", "character varying(255)"),
        ("password_hash", "text"),
        ("full_name", "character varying(100)"),
        ("created_at", "timestamp without time zone"),
        ("updated_at", "timestamp without time zone"),
    ],
    ("auth", "sessions"): [
        ("id", "uuid"),
        ("user_id", "uuid"),
        ("token", "text"),
        ("expires_at", "timestamp without time zone"),
    ],
    ("payment", "accounts"): [
        ("id", "uuid"),
        ("user_id", "uuid"),
        ("currency", "character(3)"),
        ("balance", "numeric(18,2)"),
        ("created_at", "timestamp without time zone"),
    ],
    ("payment", "transactions"): [
        ("id", "uuid"),
        ("from_account_id", "uuid"),
        ("to_account_id", "uuid"),
        ("amount", "numeric(18,2)"),
        ("currency", "character(3)"),
        ("status", "character varying(20)"),
        ("initiated_at", "timestamp without time zone"),
        ("completed_at", "timestamp without time zone"),
    ],
    ("payment", "notifications"): [
        ("id", "uuid"),
        ("user_id", "uuid"),
        ("type", "character varying(50)"),
        ("message", "text"),
        ("is_read", "boolean"),
        ("created_at", "timestamp without time zone"),
    ],
    ("payment", "audit_logs"): [
        ("id", "bigint"),
        ("service", "character varying(50)"),
        ("event", "character varying(50)"),
        ("payload", "jsonb"),
        ("created_at", "timestamp without time zone"),
    ],
}

_COLUMNS = """
    SELECT a.attname, format_type(a.atttypid, a.atttypmod),
        a.attnotnull AND NOT a.atthasdef AS is_demanded
    FROM pg_attribute AS a
    WHERE a.attrelid = %s::regclass AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum
"""


@pytest.mark.parametrize(("database", "table"), _SEED)
def test_seed_columns_come_first_and_to_the_letter(
    bank: Bank, database: Database, table: str
) -> None:
    wanted = _SEED[database, table]
    found = bank.ask(database, _COLUMNS, f"public.{table}")

    assert [(name, kind) for name, kind, _ in found[: len(wanted)]] == wanted
    # Whoever writes by the seed alone must not be stopped by what we added.
    assert [name for name, _, is_demanded in found[len(wanted) :] if is_demanded] == []


@pytest.mark.parametrize(("database", "table"), _SEED)
def test_id_is_the_primary_key(bank: Bank, database: Database, table: str) -> None:
    found = bank.ask(
        database,
        "SELECT pg_get_constraintdef(oid) FROM pg_constraint"
        " WHERE conrelid = %s::regclass AND contype = 'p'",
        f"public.{table}",
    )
    assert found == [("PRIMARY KEY (id)",)]


def test_email_is_unique_and_references_hold(bank: Bank) -> None:
    def constraints(database: Database, table: str) -> set[str]:
        return {
            row[0]
            for row in bank.ask(
                database,
                "SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conrelid = %s::regclass",
                f"public.{table}",
            )
        }

    assert "UNIQUE (email)" in constraints("auth", "users")
    assert "FOREIGN KEY (user_id) REFERENCES users(id)" in constraints("auth", "sessions")
    transactions = constraints("payment", "transactions")
    assert "FOREIGN KEY (from_account_id) REFERENCES accounts(id)" in transactions
    assert "FOREIGN KEY (to_account_id) REFERENCES accounts(id)" in transactions


def test_audit_id_is_a_bigserial(bank: Bank) -> None:
    for database in ("auth", "payment"):
        found = bank.ask(database, "SELECT pg_get_serial_sequence('public.audit_logs', 'id')")
        assert found == [("public.audit_logs_id_seq",)]
