"""Another person's rows, asked for in every way that a query has: nothing of them shows."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from uuid import UUID

import psycopg2
import pytest

from tests.attacks.raw_sql import refusal, signed_in, token_of, told

if TYPE_CHECKING:
    from collections.abc import Iterator

    from models.heads import Database
    from tests.bank import Bank, Customer

pytestmark = pytest.mark.system_postgres

#: Whose rows a table's are: what leads from it to a person or account of Karim's.
_KEYS: dict[Database, dict[str, str]] = {
    "auth": {"users": "id", "user_roles": "user_id", "sessions": "user_id"},
    "payment": {
        "accounts": "id",
        "transactions": "from_account_id",
        "ledger_entries": "account_id",
        "notifications": "user_id",
        "holders": "user_id",
    },
}
#: Their index is asked before the policy, so EXPLAIN counts (docs/security.md): ids, numbers and times of
#: somebody whose id is known; a role. Texts that people have typed must not be among them.
_INDEXED = {
    "users.id", "user_roles.user_id", "user_roles.role", "sessions.id", "sessions.user_id",
    "accounts.id", "accounts.user_id", "accounts.currency", "accounts.kind", "transactions.id",
    "transactions.from_account_id", "transactions.to_account_id", "transactions.initiated_at", "transactions.expires_at",
    "transactions.status",    "ledger_entries.account_id", "ledger_entries.sequence", "notifications.id",
    "notifications.user_id", "notifications.created_at", "holders.user_id",
}  # fmt: skip
_GRANTED = """
    SELECT a.attname, EXISTS (SELECT FROM pg_index AS i
        WHERE i.indrelid = a.attrelid AND (a.attnum = ANY (i.indkey::int2[])
            OR strpos(pg_get_expr(i.indpred, i.indrelid), a.attname) > 0))
    FROM pg_attribute AS a
    WHERE a.attrelid = %s::regclass AND a.attnum > 0 AND NOT a.attisdropped
        AND has_column_privilege('instapay_desktop', a.attrelid, a.attnum, 'SELECT')
    ORDER BY a.attnum
"""
_PLAN = "EXPLAIN (ANALYZE, FORMAT JSON) "


@pytest.fixture
def karim(bank: Bank) -> Customer:
    """Return somebody with a row in each table, whose ids the attacker knows."""
    karim = bank.add_customer("Karim Samir", "karim@demo.eg", balance="40588.75")
    mona = bank.add_customer("Mona Adel", "mona@demo.eg", balance=5)
    bank.caller(karim.user_id)("transfer", UUID("01a20497-e43e-77dc-84c6-13c8fbd74f57"),
        karim.account_id, mona.account_id, 7, "EGP", "for the doctor")  # fmt: skip
    signed_in(bank, karim.email)
    return karim


@pytest.fixture
def salma(bank: Bank) -> Customer:
    return bank.add_customer(balance=100)


def _key(karim: Customer, table: str) -> str:
    is_account = table in {"accounts", "transactions", "ledger_entries"}
    return str(karim.account_id if is_account else karim.user_id)


def _nodes(plan: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield plan
    for each in plan.get("Plans", []):
        yield from _nodes(each)


def _told_by_plan(desktop: Any, query: str) -> tuple[bool, int, int]:
    """Return whether the policy's function was called, and how many rows were found and passed over."""
    plan = told(desktop, _PLAN + query)[0][0]
    nodes = list(_nodes((json.loads(plan) if isinstance(plan, str) else plan)[0]["Plan"]))
    asked = any(
        each["Actual Loops"] for each in nodes if each.get("Parent Relationship") == "InitPlan"
    )
    passed_over = sum(each.get("Rows Removed by Filter", 0) for each in nodes)
    return asked, nodes[0]["Actual Rows"], passed_over


def _told_by_error(desktop: Any, query: str) -> object:
    try:
        return told(desktop, query)
    except psycopg2.Error as error:
        return error.pgcode, error.diag.message_primary, error.diag.message_detail


@pytest.mark.parametrize("database", ["auth", "payment"])
def test_no_comparison_tells_a_strangers_value_by_an_error_or_a_plan(
    bank: Bank, karim: Customer, salma: Customer, database: Database
) -> None:
    """Leakproof comparisons may be asked before a policy: then a bad token's error told how they ended.

    Each column of Karim's row is asked for what it holds, and for what it does not.
    """
    token = token_of(signed_in(bank, salma.email))
    indexed, compared = set(), 0
    with bank.as_desktop(database) as desktop:
        for table, key in _KEYS[database].items():
            known = _key(karim, table)
            for column, is_indexed in bank.ask(database, _GRANTED, f"public.{table}"):
                if is_indexed:
                    indexed.add(f"{table}.{column}")
                    continue
                found = f"SELECT min({column}::text) FROM {table} WHERE {key} = '{known}'"
                ((value,),) = bank.ask(database, found)
                if value is None:
                    continue
                for truth, lie in (("=", "<>"), (">=", "<"), ("<=", ">")):
                    queries = [
                        f"SELECT 1 FROM {table} WHERE {key} >= '{known}' AND {key} <= '{known}'"
                        f" AND {column} {sign} '{value}'"
                        for sign in (truth, lie)
                    ]
                    told(desktop, "SELECT set_config('instapay.token', 'bad', false)")
                    right, wrong = (_told_by_error(desktop, each) for each in queries)
                    assert right == wrong, (table, column, truth)
                    told(desktop, "SELECT set_config('instapay.token', %s, false)", token)
                    planned, other = (_told_by_plan(desktop, each) for each in queries)
                    assert planned == other, (table, column, truth)
                    compared += 1
    assert compared > 10
    assert indexed == {each for each in _INDEXED if each.split(".")[0] in _KEYS[database]}


@pytest.mark.parametrize("database", ["auth", "payment"])
def test_no_function_of_a_query_ever_sees_a_strangers_row(
    bank: Bank, karim: Customer, salma: Customer, database: Database
) -> None:
    """A cast that fails names the value it failed on, as does a division by zero by failing at all."""
    token = token_of(signed_in(bank, salma.email))
    own = str(salma.user_id if database == "auth" else salma.account_id)
    with bank.as_desktop(database) as desktop:
        told(desktop, "SELECT set_config('instapay.token', %s, false)", token)
        first = "users" if database == "auth" else "accounts"
        leaky = "(('x' || coalesce({column}::text, ''))::int = 1)"
        one_of_own = f"SELECT 1 FROM {first} WHERE id = '{own}' AND " + leaky.format(column="id")
        assert refusal(desktop, one_of_own) == "22P02", "the cast would tell"
        for table, key in _KEYS[database].items():
            stranger = f"{key} = '{_key(karim, table)}'"
            for column, _ in bank.ask(database, _GRANTED, f"public.{table}"):
                for query in (
                    f"SELECT {leaky} FROM {table} WHERE {stranger}",
                    f"SELECT 1 FROM {table} WHERE {stranger} AND {leaky}",
                    f"SELECT 1 FROM {table} WHERE {leaky} AND {stranger} ORDER BY {leaky}",
                    f"SELECT 1 FROM (VALUES (1)) AS v (one) JOIN {table} ON {stranger} AND {leaky}::int > one",
                    f"SELECT count(*) FROM {table} WHERE {stranger} GROUP BY {leaky} HAVING bool_and({leaky})",
                ):  # fmt: skip
                    assert told(desktop, query.format(column=column)) == [], query


@pytest.mark.parametrize("database", ["auth", "payment"])
def test_switching_row_security_off_shows_nothing(
    bank: Bank, karim: Customer, salma: Customer, database: Database
) -> None:
    with bank.as_desktop(database) as desktop:
        told(desktop, "SET row_security = off")
        for table, key in _KEYS[database].items():
            for query in (
                f"SELECT 1 FROM {table}",
                f"SELECT 1 FROM {table} WHERE {key} = '{_key(karim, table)}'",
                f"COPY (SELECT {key} FROM {table}) TO STDOUT",
                f"SELECT * FROM query_to_xml('SELECT {key} FROM {table}', true, true, '')",
                f"SELECT * FROM ts_stat('SELECT to_tsvector({key}::text) FROM {table}')",
            ):
                # Where Postgres is built without XML it says so before it looks.
                assert refusal(desktop, query) in {"42501", "0A000"}, query
