"""What Postgres lets any login do, a desktop's too: none of it changes anything that counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import psycopg2
import psycopg2.extensions
import pytest

from app.provisioning import code
from app.provisioning.administration import Report
from app.provisioning.roles import ensure_desktop_login
from tests.attacks.raw_sql import refusal, signed_in, token_of, told

if TYPE_CHECKING:
    from collections.abc import Iterator

    from models.heads import Database
    from tests.bank import Bank
    from tests.conftest import Server

pytestmark = pytest.mark.system_postgres

_DATABASES: tuple[Database, ...] = ("auth", "payment")
_SPARE = "station_9"
_PAY = "SELECT status FROM api.transfer(%s, gen_random_uuid(), %s, %s, 1, 'EGP', '')"
#: What a login is, and what it is bound to.
_BOUNDS = """
    SELECT session_user::text, current_user::text, r.rolsuper, r.rolcreaterole, r.rolcreatedb, r.rolbypassrls,
        r.rolreplication, r.rolconnlimit, pg_has_role(r.oid, 'instapay_owner', 'MEMBER'),
        pg_has_role(r.oid, 'instapay_worker', 'MEMBER'), pg_has_role(r.oid, 'pg_read_all_data', 'MEMBER'),
        current_setting('track_activities'), current_setting('log_min_error_statement'),
        current_setting('temp_file_limit'), current_setting('log_statement')
    FROM pg_roles AS r WHERE r.rolname = session_user
"""


class Station:
    """A login that may spoil itself: the tests' other one is everybody's."""

    def __init__(self, bank: Bank, server: Server) -> None:
        self._urls: dict[Database, str] = {}
        self._administrator = psycopg2.connect(bank.auth_owner_url)
        self._administrator.autocommit = True
        with self._administrator.cursor() as cursor:
            ensure_desktop_login(cursor, Report(), _SPARE, "a password")
        for database, url in (("auth", bank.auth_owner_url), ("payment", bank.payment_owner_url)):
            name = psycopg2.extensions.parse_dsn(url)["dbname"]
            self._urls[database] = server.cluster.url(name, user=_SPARE, password="a password")  # type: ignore[index]

    def connect(self, database: Database) -> Any:
        desktop = psycopg2.connect(self._urls[database])
        desktop.autocommit = True
        return desktop

    def close(self) -> None:
        with self._administrator.cursor() as cursor:
            cursor.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = %s",
                (_SPARE,),
            )
            cursor.execute(f"DROP ROLE {_SPARE}")
        self._administrator.close()


@pytest.fixture
def station(bank: Bank, server: Server) -> Iterator[Station]:
    made = Station(bank, server)
    yield made
    made.close()


def test_a_login_that_alters_itself_is_refused_what_would_count(station: Station) -> None:
    desktop = station.connect("auth")
    for change in (
        "SUPERUSER", "CREATEROLE", "CREATEDB", "BYPASSRLS", "REPLICATION", "CONNECTION LIMIT -1",
        "VALID UNTIL 'infinity'", "RENAME TO mine",
        "SET track_activities = on", "SET log_min_error_statement = 'error'", "SET log_statement = 'all'",
        "SET temp_file_limit = -1", "SET session_replication_role = 'replica'",
        "RESET track_activities", "SET instapay.token = 'left for whoever signs in next'",
    ):  # fmt: skip
        # Its own name Postgres keeps for another reason (0A000).
        state = refusal(desktop, f"ALTER ROLE {_SPARE} {change}")
        assert state in {"42501", "0A000"}, change
    desktop.close()


@pytest.mark.parametrize("database", _DATABASES)
def test_a_login_that_alters_itself_stays_what_it_is(
    bank: Bank, station: Station, database: Database
) -> None:
    """Whatever it may change about itself, a new connection has the same bounds and sees as little."""
    bank.add_customer(balance=100)
    before = station.connect(database)
    bounds = told(before, _BOUNDS)
    for change in (
        "RESET ALL",
        "PASSWORD 'a password'",
        "SET role = 'instapay_owner'",
        "SET session_authorization = 'instapay_owner'",
        "SET row_security = off",
        "SET search_path = private, public",
        "SET idle_in_transaction_session_timeout = 0",
        "SET client_min_messages = 'debug5'",
        "SET debug_print_plan = on",
        "SET synchronous_commit = off",
        "SET default_transaction_isolation = 'serializable'",
    ):
        told(before, f"ALTER ROLE CURRENT_USER {change}")
    before.close()
    after = station.connect(database)
    assert told(after, _BOUNDS) == bounds
    table = "users" if database == "auth" else "accounts"
    assert refusal(after, f"SELECT id FROM public.{table}") == "42501"
    told(after, "SET row_security = on")
    assert told(after, f"SELECT id FROM public.{table}") == []
    after.close()


@pytest.mark.parametrize("database", _DATABASES)
def test_statements_about_rights_change_no_object_of_ours(
    bank: Bank, station: Station, database: Database
) -> None:
    for statement in (
        "DROP OWNED BY CURRENT_USER",
        "DROP OWNED BY instapay_desktop",
        "REASSIGN OWNED BY instapay_desktop TO CURRENT_USER",
        "ALTER DEFAULT PRIVILEGES GRANT EXECUTE ON FUNCTIONS TO PUBLIC",
        "ALTER DEFAULT PRIVILEGES FOR ROLE instapay_desktop GRANT ALL ON TABLES TO PUBLIC",
        "REVOKE ALL ON ALL TABLES IN SCHEMA public FROM instapay_desktop",
        "GRANT instapay_desktop TO instapay_worker",
        "REVOKE instapay_desktop FROM station_1",
        "COMMENT ON ROLE CURRENT_USER IS 'mine'",
        "ANALYZE",
        "VACUUM accounts",
        "DISCARD ALL",
    ):
        desktop = station.connect(database)
        refusal(desktop, statement)
        desktop.close()
        with bank.as_owner(database) as cursor:
            assert code.is_current(cursor, database), f"{statement}: functions, policies, rights"
        again = station.connect(database)
        assert told(again, "SELECT count(*) FROM api.schema_version()") == [(1,)]
        again.close()


@pytest.mark.parametrize("database", _DATABASES)
def test_no_login_signals_anybody_elses_connection(
    bank: Bank, station: Station, database: Database
) -> None:
    desktop = station.connect(database)
    with bank.as_desktop(database) as neighbour, bank.as_owner(database) as owner:
        for other in (neighbour, owner.connection):
            for signal in ("pg_terminate_backend", "pg_cancel_backend"):
                statement = f"SELECT {signal}(%s)"
                assert refusal(desktop, statement, other.info.backend_pid) == "42501"
        assert told(neighbour, "SELECT 1") == [(1,)]
    desktop.close()


def test_notify_keeps_no_payment_waiting_and_reaches_no_channel_by_name(
    bank: Bank, station: Station
) -> None:
    """Channels are named by a secret; a payment itself notifies nobody, so it waits for nobody's NOTIFY."""
    salma = bank.add_customer(balance=100)
    karim = bank.add_customer("Karim Samir", "karim@demo.eg")
    channels = {bank.caller(each.user_id)("my_channel") for each in (salma, karim)}
    assert len(channels) == 2
    hostile, listener = station.connect("payment"), station.connect("payment")
    for name in (str(karim.user_id), str(karim.account_id), "instapay", karim.iban):
        assert name not in channels
    told(hostile, "BEGIN")
    told(
        hostile, "SELECT pg_notify('c' || n, repeat('x', 7000)) FROM generate_series(1, 1000) AS n"
    )
    with bank.as_desktop("payment") as payer:
        told(payer, "SET statement_timeout = '2s'")
        token = token_of(signed_in(bank, salma.email))
        assert told(payer, _PAY, token, salma.account_id, karim.account_id) == [("COMPLETED",)]
    told(hostile, "COMMIT")
    hostile.close()
    listener.close()


@pytest.mark.parametrize("database", _DATABASES)
def test_what_was_taken_from_everybody_is_not_to_be_had(
    bank: Bank, station: Station, database: Database
) -> None:
    """Advisory locks, large objects, counters of tables, messages in the log of changes."""
    desktop = station.connect(database)
    found = told(
        desktop,
        "SELECT p.oid::regprocedure::text FROM pg_proc AS p WHERE p.pronamespace = 'pg_catalog'::regnamespace"
        " AND (p.proname ~ '^pg_(try_)?advisory_' OR p.proname ~ '^(lo_|loread|lowrite)'"
        "  OR p.proname ~ '^pg_(read|ls|stat)_(file|binary_file|dir|logdir)$'"
        "  OR p.proname IN ('pg_logical_emit_message', 'pg_reload_conf', 'pg_rotate_logfile', 'pg_switch_wal')"
        "  OR (p.proname ~ '^pg_stat_get_' AND p.proargtypes = '26'::oidvector))"
        " AND has_function_privilege(p.oid, 'EXECUTE')",
    )
    assert found == []
    for statement, state in (
        ("SELECT lo_create(0)", "42501"),
        ("SELECT pg_read_file('/etc/passwd')", "42501"),
        ("SELECT pg_stat_get_xact_tuples_fetched('audit_logs'::regclass)", "42501"),
        ("BEGIN; SELECT 1; PREPARE TRANSACTION 'mine'", "55000"),
        ("SELECT nextval('audit_logs_id_seq')", "42501"),
        ("SELECT last_value FROM audit_logs_id_seq", "42501"),
        ("SELECT pg_create_physical_replication_slot('mine')", "42501"),
        ("CREATE PUBLICATION mine", "42501"),
    ):
        assert refusal(desktop, statement) == state, statement
        refusal(desktop, "ROLLBACK")
    desktop.close()


def test_an_old_snapshot_or_an_exported_one_is_of_no_use_to_what_writes(bank: Bank) -> None:
    salma = bank.add_customer(balance=100)
    token = token_of(signed_in(bank, salma.email))
    with bank.as_desktop("payment") as first, bank.as_desktop("payment") as second:
        told(first, "BEGIN ISOLATION LEVEL REPEATABLE READ")
        ((snapshot,),) = told(first, "SELECT pg_export_snapshot()")
        told(second, "BEGIN ISOLATION LEVEL REPEATABLE READ")
        told(second, f"SET TRANSACTION SNAPSHOT '{snapshot}'")
        assert refusal(second, "SELECT api.mark_notifications_read(%s, '{}')", token) == "IP005"


def test_what_is_refused_inside_is_refused_at_the_door(bank: Bank) -> None:
    """Settings in the connection's own options, and a connection for replication."""
    for option in (
        "role=instapay_owner", "session_authorization=instapay_owner", "track_activities=on",
        "log_min_error_statement=error", "log_statement=all", "temp_file_limit=-1",
        "session_preload_libraries=auto_explain", "session_replication_role=replica",
        "allow_system_table_mods=on", "dynamic_library_path=/tmp",
    ):  # fmt: skip
        with pytest.raises(psycopg2.OperationalError, match="permission denied"):
            psycopg2.connect(bank.auth_url, options=f"-c {option}")
    for kind in ("database", "true"):
        with pytest.raises(psycopg2.OperationalError):
            psycopg2.connect(bank.auth_url, replication=kind)
    early = psycopg2.connect(bank.auth_url, options="-c plpgsql.variable_conflict=use_column")
    told(early, "SELECT * FROM api.challenge('salma@demo.eg')")
    assert told(early, "SHOW plpgsql.variable_conflict") == [("error",)]
    early.close()
