"""Somebody types SQL with the desktop's own login: every direct write to every table is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import psycopg2
import psycopg2.errors
import pytest

if TYPE_CHECKING:
    from models.heads import Database
    from tests.bank import Bank

pytestmark = pytest.mark.system_postgres

_DATABASES: tuple[Database, ...] = ("auth", "payment")

#: What row-level security lets a signed-in desktop look at; nothing else may even be selected.
_READABLE = {
    "auth": {"users", "user_roles", "sessions"},
    "payment": {
        "accounts",
        "transactions",
        "ledger_entries",
        "notifications",
        "holders",
    },
}


def _tables(bank: Bank, database: Database) -> list[str]:
    rows = bank.ask(
        database,
        "SELECT format('%I.%I', n.nspname, c.relname) FROM pg_class AS c"
        " JOIN pg_namespace AS n ON n.oid = c.relnamespace"
        " WHERE n.nspname IN ('public', 'private') AND c.relkind IN ('r', 'p') ORDER BY 1",
    )
    return [row[0] for row in rows]


def _sign_in(bank: Bank, desktop: Any, database: Database) -> None:
    """Put a valid token into the raw connection: being signed in must not help."""
    salma = bank.add_customer(balance=100)
    services = bank.services()
    services.identity.sign_in(email=salma.email, password=salma.password)
    desktop.cursor().execute(
        "SELECT set_config('instapay.token', %s, false)", (services.identity._access.token(),)
    )


def _refused(cursor: Any, statement: str) -> str | None:
    """Return the SQLSTATE a statement is refused with; None if it went through."""
    try:
        cursor.execute(statement)
    except psycopg2.Error as error:
        cursor.execute("ROLLBACK")
        return error.pgcode
    return None


_WRITES = (
    "INSERT INTO {table} DEFAULT VALUES",
    "INSERT INTO {table} SELECT * FROM {table}",
    "UPDATE {table} SET {column} = {column}",
    "UPDATE {table} SET {column} = DEFAULT WHERE false",
    "DELETE FROM {table}",
    "TRUNCATE {table}",
    "MERGE INTO {table} AS t USING (SELECT 1) AS s ON false WHEN MATCHED THEN DELETE",
    "COPY {table} FROM STDIN",
    "BEGIN; LOCK TABLE {table} IN ROW EXCLUSIVE MODE",
    "SELECT 1 FROM {table} FOR UPDATE",
    "ALTER TABLE {table} DISABLE ROW LEVEL SECURITY",
    "ALTER TABLE {table} ADD COLUMN mine int",
    "DROP TABLE {table}",
    "CREATE INDEX ON {table} (({column}))",
    "CREATE TRIGGER t BEFORE INSERT ON {table} EXECUTE FUNCTION suppress_redundant_updates_trigger()",
    "CREATE POLICY mine ON {table} USING (true)",
    "CREATE RULE r AS ON INSERT TO {table} DO INSTEAD NOTHING",
    "COMMENT ON TABLE {table} IS 'mine'",
)


@pytest.mark.parametrize("database", _DATABASES)
def test_every_direct_write_to_every_table_is_refused(bank: Bank, database: Database) -> None:
    tables = _tables(bank, database)
    assert len(tables) >= 9
    with bank.as_desktop(database) as desktop:
        _sign_in(bank, desktop, database)
        cursor = desktop.cursor()
        for table in tables:
            (column,) = bank.ask(
                database,
                "SELECT quote_ident(attname) FROM pg_attribute"
                " WHERE attrelid = %s::regclass AND attnum = 1",
                table,
            )[0]
            for write in _WRITES:
                statement = write.format(table=table, column=column)
                assert _refused(cursor, statement) == "42501", statement
            # Postgres only warns of a grant that gave nothing.
            _refused(cursor, f"GRANT ALL ON {table} TO CURRENT_USER")
            assert bank.ask(
                database,
                "SELECT has_table_privilege('station_1', %s,"
                " 'INSERT, UPDATE, DELETE, TRUNCATE, TRIGGER')",
                table,
            ) == [(False,)]


@pytest.mark.parametrize("database", _DATABASES)
def test_nothing_is_read_without_a_token_and_only_granted_tables_with_one(
    bank: Bank, database: Database
) -> None:
    some_columns = {"users", "user_roles", "sessions", "accounts", "transactions"}
    with bank.as_desktop(database) as desktop:
        cursor = desktop.cursor()
        for table in _tables(bank, database):
            schema, name = table.split(".")
            some = "role" if name == "user_roles" else "id"
            columns = some if name in some_columns else "*"
            statement = f"SELECT {columns} FROM {table}"
            if schema == "public" and name in _READABLE[database]:
                cursor.execute(statement)
                assert cursor.fetchall() == [], table
            else:
                assert _refused(cursor, statement) == "42501", table


def test_a_token_shows_own_rows_only(bank: Bank) -> None:
    karim = bank.add_customer("Karim Samir", "karim@demo.eg", balance=500, address="karim@instapay")
    with bank.as_desktop("payment") as desktop:
        _sign_in(bank, desktop, "payment")
        salma_id = bank.ask("auth", "SELECT id FROM users WHERE email = 'salma@demo.eg'")[0][0]
        cursor = desktop.cursor()
        cursor.execute("SELECT DISTINCT user_id FROM accounts")
        assert cursor.fetchall() == [(salma_id,)]
        cursor.execute("SELECT 1 FROM accounts WHERE id = %s", (str(karim.account_id),))
        assert cursor.fetchall() == []
        cursor.execute(
            "SELECT 1 FROM ledger_entries WHERE account_id = %s", (str(karim.account_id),)
        )
        assert cursor.fetchall() == []
        cursor.execute("SELECT user_id FROM holders")
        assert cursor.fetchall() == [(salma_id,)]
        for hidden in (
            "SELECT * FROM payment_addresses",
            "SELECT iban FROM accounts",
            "SELECT payer_balance_after FROM transactions",
            "SELECT initiated_by FROM transactions",
        ):
            assert _refused(cursor, hidden) == "42501", hidden
        # A leaky function of one's own is not to be had, and neither is switching policies off.
        assert _refused(cursor, "SET row_security = off; SELECT * FROM accounts") == "42501"
    with bank.as_desktop("auth") as desktop:
        services = bank.services()
        services.identity.sign_in(email=karim.email, password=karim.password)
        cursor = desktop.cursor()
        cursor.execute(
            "SELECT set_config('instapay.token', %s, false)", (services.identity._access.token(),)
        )
        cursor.execute("SELECT full_name FROM users")
        assert cursor.fetchall() == [("Karim Samir",)]
        assert _refused(cursor, "SELECT email FROM users") == "42501"
        assert _refused(cursor, "SELECT password_hash FROM users") == "42501"
        assert _refused(cursor, "SELECT token FROM sessions") == "42501"
        assert _refused(cursor, "SELECT * FROM users") == "42501"


_OTHER_ATTEMPTS = (
    "CREATE TABLE mine (x int)",
    "CREATE TABLE public.mine (x int)",
    "CREATE TEMP TABLE mine (x int)",
    "CREATE SCHEMA mine",
    "CREATE FUNCTION public.f() RETURNS int LANGUAGE sql RETURN 1",
    "CREATE FUNCTION api.f() RETURNS int LANGUAGE sql RETURN 1",
    "CREATE OPERATOR public.= (LEFTARG = uuid, RIGHTARG = uuid, FUNCTION = uuid_eq)",
    "CREATE ROLE mine",
    "CREATE DATABASE mine",
    "SET ROLE instapay_owner",
    "SET ROLE instapay_worker",
    "SET SESSION AUTHORIZATION instapay_owner",
    "GRANT instapay_owner TO CURRENT_USER",
    "ALTER FUNCTION api.schema_version() OWNER TO CURRENT_USER",
    "DROP FUNCTION api.schema_version()",
    "COPY (SELECT 1) TO '/tmp/mine'",
    "COPY (SELECT 1) TO PROGRAM 'id'",
    "SELECT pg_read_file('/etc/passwd')",
    "SELECT private.utc_now()",
    "SELECT private.verified_claims('', 'access')",
    "SELECT private.record('a', 'b', NULL, NULL, NULL)",
    "SELECT private.worker_ran('mine')",
    "SELECT private.reader_id()",
    "ALTER SYSTEM SET fsync = off",
    "SET log_min_error_statement = 'error'",
    "SET track_activities = on",
    "LOAD 'auto_explain'",
)


@pytest.mark.parametrize("database", _DATABASES)
def test_everything_else_a_login_might_try_is_refused(bank: Bank, database: Database) -> None:
    with bank.as_desktop(database) as desktop:
        cursor = desktop.cursor()
        for statement in _OTHER_ATTEMPTS:
            assert _refused(cursor, statement) in {"42501", "42883", "58P01"}, statement
        # A server without contrib has no such extension, which is as good.
        assert _refused(cursor, "CREATE EXTENSION dblink") in {"42501", "0A000"}


def test_forging_functions_are_out_of_reach(bank: Bank) -> None:
    with bank.as_desktop("auth") as desktop:
        cursor = desktop.cursor()
        for call in ("sign('{}')", "issue('revoke', gen_random_uuid(), '{}')", "random_token()",
                     "decide_applications()", "undelivered_statements()"):  # fmt: skip
            assert _refused(cursor, f"SELECT private.{call}") == "42501", call


@pytest.mark.parametrize("database", _DATABASES)
def test_catalogue_keeps_the_rules_for_every_function(bank: Bank, database: Database) -> None:
    """Owner, search path with pg_temp last, quiet log, nothing for PUBLIC, api for desktops only."""
    rows = bank.ask(
        database,
        "SELECT r.oid::regprocedure::text, n.nspname, r.prosecdef, pg_get_userbyid(r.proowner),"
        " coalesce(r.proconfig, '{}'),"
        " EXISTS (SELECT 1 FROM aclexplode(coalesce(r.proacl, acldefault('f', r.proowner))) AS a"
        "  WHERE a.grantee = 0),"
        " has_function_privilege('instapay_desktop', r.oid, 'EXECUTE')"
        " FROM pg_proc AS r JOIN pg_namespace AS n ON n.oid = r.pronamespace"
        " WHERE n.nspname IN ('api', 'private', 'public')",
    )
    assert {row[1] for row in rows} == {"api", "private"}
    may_call = set()
    for name, schema, is_definer, owner, config, is_public, is_granted in rows:
        assert owner == "instapay_owner", name
        assert not is_public, name
        if is_granted:
            may_call.add(name.split("(")[0])
        if schema == "api":
            assert is_definer, name
            assert is_granted, name
        if is_definer:
            assert "search_path=pg_catalog, public, private, pg_temp" in config, name
        if is_definer:
            assert "client_min_messages=warning" in config, name
            assert "debug_print_plan=off" in config, name
        if is_definer and is_granted:
            assert "log_min_error_statement=panic" in config, name
    private = {name for name in may_call if name.startswith("private.")}
    wanted = {
        "auth": {"private.reader_id"},
        "payment": {
            "private.reader_id",
            "private.readable_account_ids",
            "private.is_readable_payment",
        },
    }
    assert private == wanted[database]


@pytest.mark.parametrize("database", _DATABASES)
def test_catalogue_keeps_the_rules_for_every_table(bank: Bank, database: Database) -> None:
    rows = bank.ask(
        database,
        "SELECT c.relname, c.relrowsecurity, pg_get_userbyid(c.relowner) FROM pg_class AS c"
        " WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'",
    )
    assert {name for name, is_secured, _ in rows if not is_secured} == set()
    assert {owner for _, _, owner in rows} == {"instapay_owner"}
    policies = bank.ask(
        database,
        "SELECT tablename, cmd, roles::text[] FROM pg_policies WHERE schemaname = 'public'",
    )
    assert {table for table, _, _ in policies} == _READABLE[database]
    assert len(policies) == len(_READABLE[database]), "one policy a table"
    # For everybody: a member of the group could drop what is the group's.
    assert {(cmd, *roles) for _, cmd, roles in policies} == {("SELECT", "public")}


def test_policies_ask_once_a_query_not_once_a_row(bank: Bank) -> None:
    salma = bank.add_customer(balance=5000)
    karim = bank.add_customer("Karim Samir", "karim@demo.eg")
    bank.pay_past(salma.account_id, karim.account_id, ["1"] * 300)
    services = bank.services()
    services.identity.sign_in(email=salma.email, password=salma.password)
    with bank.as_desktop("payment") as desktop:
        cursor = desktop.cursor()
        cursor.execute(
            "SELECT set_config('instapay.token', %s, false)", (services.identity._access.token(),)
        )
        cursor.execute(
            "EXPLAIN (COSTS OFF, VERBOSE) SELECT * FROM ledger_entries WHERE account_id = %s",
            (str(salma.account_id),),
        )
        plan = "\n".join(row[0] for row in cursor.fetchall())
    assert "InitPlan" in plan
    assert plan.count("readable_account_ids()") == 1


def test_desktop_login_is_neither_owner_nor_superuser(bank: Bank) -> None:
    with bank.as_desktop("auth") as desktop:
        cursor = desktop.cursor()
        cursor.execute(
            "SELECT rolsuper, rolcreaterole, rolcreatedb, rolbypassrls, rolreplication,"
            " pg_has_role(session_user, 'instapay_owner', 'MEMBER'),"
            " pg_has_role(session_user, 'instapay_desktop', 'MEMBER'),"
            " current_setting('track_activities')"
            " FROM pg_roles WHERE rolname = session_user"
        )
        assert cursor.fetchone() == (False, False, False, False, False, False, True, "off")


def test_another_login_cannot_even_connect(bank: Bank) -> None:
    with bank.as_owner("auth") as cursor:
        cursor.execute("RESET ROLE")
        cursor.execute("DROP ROLE IF EXISTS stranger")
        cursor.execute("CREATE ROLE stranger LOGIN PASSWORD 'a stranger''s password'")
    url = bank.auth_owner_url
    parts = psycopg2.extensions.parse_dsn(url) | {
        "user": "stranger",
        "password": "a stranger's password",
    }
    with pytest.raises(psycopg2.OperationalError, match="permission denied for database"):
        psycopg2.connect(**parts)
