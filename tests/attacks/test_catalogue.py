"""The rules that hold for every object, read from the catalogue of both databases."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.attacks.raw_sql import refusal, told

if TYPE_CHECKING:
    from models.heads import Database
    from tests.bank import Bank

pytestmark = [
    pytest.mark.system_postgres,
    pytest.mark.parametrize("database", ["auth", "payment"]),
]

_FUNCTIONS = """
    SELECT r.oid::regprocedure::text, n.nspname, r.proname, r.pronargs, r.prosecdef, r.provolatile, r.proleakproof,
        l.lanname, coalesce(r.proconfig, '{}'), has_function_privilege('instapay_worker', r.oid, 'EXECUTE')
    FROM pg_proc AS r JOIN pg_namespace AS n ON n.oid = r.pronamespace JOIN pg_language AS l ON l.oid = r.prolang
    WHERE n.nspname IN ('api', 'private', 'public')
"""
#: Whatever has rights on something of ours: object, who, what.
_RIGHTS = """
    WITH ours AS (
        SELECT oid, nspname FROM pg_namespace WHERE nspname IN ('api', 'private', 'public')
    ), rights AS (
        SELECT c.oid::regclass::text AS object, a.* FROM pg_class AS c JOIN ours ON ours.oid = c.relnamespace,
            aclexplode(c.relacl) AS a
        UNION ALL
        SELECT format('%s.%s', t.attrelid::regclass, t.attname), a.* FROM pg_attribute AS t
            JOIN pg_class AS c ON c.oid = t.attrelid JOIN ours ON ours.oid = c.relnamespace,
            aclexplode(t.attacl) AS a
        UNION ALL
        SELECT format('type %s', t.oid::regtype), a.* FROM pg_type AS t JOIN ours ON ours.oid = t.typnamespace,
            aclexplode(t.typacl) AS a
        UNION ALL
        SELECT format('schema %s', n.nspname), a.* FROM pg_namespace AS n JOIN ours ON ours.oid = n.oid,
            aclexplode(n.nspacl) AS a
        UNION ALL
        SELECT 'database', a.* FROM pg_database AS d, aclexplode(d.datacl) AS a
            WHERE d.datname = current_database()
    )
    SELECT object, CASE grantee WHEN 0 THEN 'PUBLIC' ELSE pg_get_userbyid(grantee)::text END, privilege_type,
        is_grantable
    FROM rights WHERE pg_get_userbyid(grantee) NOT IN ('instapay_owner', 'pg_database_owner')
        AND NOT coalesce((SELECT rolsuper FROM pg_roles AS r WHERE r.oid = grantee), false)
"""
_READ_WHOLE: dict[str, set[str]] = {
    "auth": set(),
    "payment": {"ledger_entries", "notifications", "holders"},
}
#: What stands in a readable table and is nobody's to read.
_HIDDEN = {
    "auth": {"users.email", "users.password_hash", "sessions.token", "sessions.previous_token",
        "user_roles.granted_by", "users.must_change_password", "users.locked_at"},
    "payment": {
        "accounts.iban", "accounts.frozen_by", "accounts.frozen_reason", "accounts.shown_as",
        "transactions.payer_balance_after", "transactions.initiated_by", "transactions.approved_by",
    },
}  # fmt: skip


def test_what_writes_is_volatile_waits_a_second_and_begins_its_own_transaction(
    bank: Bank, database: Database
) -> None:
    """What is not volatile cannot write: Postgres refuses it."""
    refusing = 0
    with bank.as_desktop(database) as desktop:
        for name, schema, function, count, is_definer, volatility, *_, config, _ in bank.ask(
            database, _FUNCTIONS
        ):
            if not is_definer or volatility != "v":
                continue
            # The worker's own report locks nothing.
            assert "lock_timeout=1s" in config or function == "open_desktop_transactions", name
            if schema == "api":
                call = f"SELECT * FROM api.{function}({', '.join(['NULL'] * count)})"
                for begin in (
                    "BEGIN; SELECT pg_current_xact_id()",
                    "BEGIN ISOLATION LEVEL REPEATABLE READ",
                    "BEGIN ISOLATION LEVEL SERIALIZABLE",
                    "BEGIN READ ONLY; SET TRANSACTION ISOLATION LEVEL REPEATABLE READ",
                ):
                    told(desktop, begin)
                    assert refusal(desktop, call) == "IP005", (name, begin)
                    told(desktop, "ROLLBACK")
                refusing += 1
    assert refusing >= 6


def test_functions_are_of_plain_languages_and_none_claims_to_be_leakproof(
    bank: Bank, database: Database
) -> None:
    rows = bank.ask(database, _FUNCTIONS)
    assert {row[7] for row in rows} <= {"plpgsql", "sql"}
    assert [row[0] for row in rows if row[6]] == []
    # Nothing that desktops call runs with anybody else's rights than the owner's or, not at all, theirs.
    assert [row[0] for row in rows if row[1] == "api" and not row[4]] == []
    # `api` is the desktops'; of it the worker only hands statements over.
    worker_calls = {row[2] for row in rows if row[9] and row[1] == "api"}
    assert worker_calls == ({"accept"} if database == "payment" else set())


def test_rights_are_the_few_that_were_given(bank: Bank, database: Database) -> None:
    """Nothing for PUBLIC, nothing to give on, no write, and of tables no column but the listed ones."""
    found = bank.ask(database, _RIGHTS)
    assert not [row for row in found if row[1] == "PUBLIC"]
    assert not [row for row in found if row[3]]
    assert {row[1] for row in found} == {"instapay_desktop", "instapay_worker"}
    by_role = {
        role: {(what, right) for what, who, right, _ in found if who == role}
        for role in ("instapay_desktop", "instapay_worker")
    }
    schemas = {"schema private"} | ({"schema api"} if database == "payment" else set())
    assert by_role["instapay_worker"] == {(each, "USAGE") for each in schemas} | {
        ("database", "CONNECT")
    }
    desktop = by_role["instapay_desktop"]
    assert {right for what, right in desktop} == {"CONNECT", "USAGE", "SELECT"}
    assert {what for what, right in desktop if right == "USAGE"} == {"schema api", "schema public"}
    readable = {what for what, right in desktop if right == "SELECT"}
    assert {each for each in readable if "." not in each} == _READ_WHOLE[database]
    assert readable.isdisjoint(_HIDDEN[database])
    for each in _HIDDEN[database]:
        table, column = each.split(".")
        assert bank.ask(
            database,
            "SELECT has_column_privilege('station_1', %s, %s, 'SELECT')", table, column,
        ) == [(False,)], each  # fmt: skip


def test_every_table_of_public_is_behind_row_security_and_no_other_shows(
    bank: Bank, database: Database
) -> None:
    rows = bank.ask(
        database,
        "SELECT c.oid::regclass::text, n.nspname, c.relkind::text, c.relrowsecurity,"
        " has_table_privilege('station_1', c.oid, 'SELECT')"
        " OR has_any_column_privilege('station_1', c.oid, 'SELECT') FROM pg_class AS c"
        " JOIN pg_namespace AS n ON n.oid = c.relnamespace"
        " WHERE n.nspname IN ('public', 'private', 'api') AND c.relkind IN ('r', 'p', 'v', 'm', 'f')",
    )
    assert {kind for _, _, kind, _, _ in rows} == {"r"}, "a view would read as its owner"
    assert [
        name for name, schema, _, secured, _ in rows if schema == "public" and not secured
    ] == []
    assert [name for name, schema, *_, shows in rows if schema != "public" and shows] == []
    policies = bank.ask(
        database, "SELECT tablename, permissive, cmd FROM pg_policies WHERE schemaname = 'public'"
    )
    assert {(permissive, command) for _, permissive, command in policies} == {
        ("PERMISSIVE", "SELECT")
    }
