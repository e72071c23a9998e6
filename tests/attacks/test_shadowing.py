"""Tables, operators and functions of the caller's own in front of ours: no function of ours takes them.

No desktop may make any. Here one may, so that this rests on the functions alone.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from models.sql_objects import sql_objects
from tests.attacks.furnished import furnish
from tests.attacks.raw_sql import refusal, signed_in, token_of, told
from tests.attacks.target import Target
from tests.conftest import STATION

if TYPE_CHECKING:
    from models.heads import Database
    from tests.bank import Bank

pytestmark = pytest.mark.system_postgres

_TYPES = (
    "text, varchar, uuid, numeric, integer, bigint, boolean, timestamp, timestamptz, date, bytea, jsonb,"
    " xid8, interval, double precision, pg_snapshot, uuid[], text[], numeric[]"
)
#: A table, and so a type, of each name of ours; whoever reads it finds no column.
_TABLES = """
    DO $$
    DECLARE v_name text;
    BEGIN
        FOR v_name IN SELECT c.relname FROM pg_catalog.pg_class AS c
            WHERE c.relnamespace IN ('public'::regnamespace, 'private'::regnamespace) AND c.relkind IN ('r', 'c')
        LOOP
            EXECUTE format('CREATE TEMP TABLE %I (shadow int)', v_name);
        END LOOP;
    END
    $$
"""
#: Each operator of these types, and each function that ours call or that is one of ours.
_ROUTINES = """
    DO $$
    DECLARE
        v_types oid[] := ARRAY(SELECT t::regtype::oid FROM unnest(string_to_array('{types}', ', ')) AS t);
        v_each record;
        v_count int := 0;
        v_body text := 'BEGIN RAISE EXCEPTION USING ERRCODE = ''XX999'', MESSAGE = ''shadowed''; END';
    BEGIN
        FOR v_each IN SELECT o.oprname, o.oprleft::regtype AS l, o.oprright::regtype AS r,
                o.oprresult::regtype AS result
            FROM pg_operator AS o WHERE o.oprnamespace = 'pg_catalog'::regnamespace
                AND o.oprleft = ANY (v_types) AND o.oprright = ANY (v_types) AND o.oprcode <> 0
        LOOP
            v_count := v_count + 1;
            EXECUTE format('CREATE FUNCTION evil.o%s(%s, %s) RETURNS %s LANGUAGE plpgsql AS %L',
                v_count, v_each.l, v_each.r, v_each.result, v_body);
            EXECUTE format('CREATE OPERATOR evil.%s (LEFTARG = %s, RIGHTARG = %s, FUNCTION = evil.o%s)',
                v_each.oprname, v_each.l, v_each.r, v_count);
        END LOOP;
        FOR v_each IN SELECT DISTINCT p.proname, oidvectortypes(p.proargtypes) AS types
            FROM pg_proc AS p
            WHERE p.prokind = 'f' AND p.proname = ANY ('{names}') AND NOT EXISTS (
                SELECT FROM unnest(p.proargtypes) AS a (type) JOIN pg_type AS t ON t.oid = a.type
                WHERE t.typtype = 'p' OR t.typnamespace <> 'pg_catalog'::regnamespace)
        LOOP
            EXECUTE format('CREATE FUNCTION evil.%I(%s) RETURNS text LANGUAGE plpgsql AS %L',
                v_each.proname, v_each.types, v_body);
        END LOOP;
    END
    $$
"""
_READS = {
    "auth": ("users", "user_roles", "sessions"),
    "payment": ("accounts", "transactions", "ledger_entries", "notifications", "holders"),
}


def _names(bank: Bank, database: Database) -> list[str]:
    """Return what our functions call, and their own names."""
    text = "\n".join(each.text for each in sql_objects(database))
    called = set(re.findall(r"\b([a-z_0-9]+)\(", text))
    own = bank.ask(
        database,
        "SELECT proname FROM pg_proc WHERE pronamespace IN ('api'::regnamespace, 'private'::regnamespace)",
    )
    return sorted(called | {name for (name,) in own})


@pytest.mark.parametrize("database", ["auth", "payment"])
def test_nothing_in_front_of_our_own_is_taken_for_it(bank: Bank, database: Database) -> None:
    known = furnish(bank)
    target = Target(bank, database, known)
    with bank.as_owner(database) as cursor:
        cursor.execute("SELECT current_database()")
        name = cursor.fetchone()[0]
        cursor.execute(f"GRANT CREATE, TEMPORARY ON DATABASE {name} TO {STATION}")
    desktop = target.connection
    told(desktop, "CREATE SCHEMA evil; GRANT USAGE ON SCHEMA evil TO PUBLIC")
    listed = "{" + ",".join(_names(bank, database)) + "}"
    told(desktop, _ROUTINES.format(types=_TYPES, names=listed))
    told(desktop, _TABLES)
    told(desktop, "SET search_path = evil, pg_temp, pg_catalog, public, private, api")
    # They do stand in front: of an operator, a function and a table.
    assert refusal(desktop, "SELECT 'a'::text = 'a'::text") == "XX999"
    assert refusal(desktop, "SELECT lower('a'::text)") == "XX999"
    first = _READS[database][0]
    assert told(desktop, f"SELECT count(shadow) FROM {first}") == [(0,)]
    for function, call in target.calls.items():
        arguments = ", ".join(call.arguments[each].sql for each in target.types[function])
        told(desktop, f"BEGIN; SELECT * FROM api.{function}({arguments})")
        told(desktop, "ROLLBACK")
    token = token_of(signed_in(bank, "salma@demo.eg"))
    told(desktop, "SELECT pg_catalog.set_config('instapay.token', %s, false)", token)
    for table in _READS[database]:
        told(desktop, f"SELECT count(1) FROM public.{table}")
