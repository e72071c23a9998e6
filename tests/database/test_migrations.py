"""Both histories: heads, models, and the way down and up again."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Any

import psycopg2
import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, text
from sqlalchemy.dialects import postgresql
from sqlalchemy.pool import NullPool

from app.provisioning import code, migrations
from app.provisioning.provision import provision
from models.auth.tables import Base as AuthBase
from models.columns import Xid8
from models.heads import HEADS
from models.payment.counter_tables import Till
from models.payment.tables import Account
from services.errors import SchemaMismatch

if TYPE_CHECKING:
    from models.heads import Database
    from tests.bank import Bank
    from tests.conftest import Server

pytestmark = pytest.mark.system_postgres

_weak = itertools.count()

_DATABASES: tuple[Database, ...] = ("auth", "payment")
assert Till.metadata is Account.metadata
_METADATA = {"auth": AuthBase.metadata, "payment": Account.metadata}


def _engine(bank: Bank, database: Database) -> Any:
    url = bank.auth_owner_url if database == "auth" else bank.payment_owner_url
    return create_engine(
        "postgresql+psycopg2://", creator=lambda: psycopg2.connect(url), poolclass=NullPool
    )


@pytest.mark.parametrize("database", _DATABASES)
def test_known_head_is_the_newest_revision(database: Database) -> None:
    script = ScriptDirectory.from_config(migrations.config(database))
    assert script.get_heads() == [HEADS[database]]


@pytest.mark.parametrize("database", _DATABASES)
def test_tables_equal_the_models(bank: Bank, database: Database) -> None:
    postgresql.base.ischema_names["xid8"] = Xid8
    with _engine(bank, database).connect() as connection:
        context = MigrationContext.configure(
            connection,
            opts={
                "include_schemas": True,
                "compare_type": True,
                "version_table_schema": "private",
                "include_name": lambda name, kind, _: kind != "schema" or name in {None, "private"},
            },
        )
        assert compare_metadata(context, _METADATA[database]) == []


_SNAPSHOT = """
    SELECT format('%s.%s %s %s %s %s', n.nspname, c.relname, a.attname,
        format_type(a.atttypid, a.atttypmod), a.attnotnull, pg_get_expr(d.adbin, d.adrelid))
    FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
    JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    LEFT JOIN pg_attrdef AS d ON d.adrelid = c.oid AND d.adnum = a.attnum
    WHERE n.nspname IN ('public', 'private') AND c.relkind IN ('r', 'S')
    UNION ALL
    SELECT format('%s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
    FROM pg_constraint WHERE connamespace IN ('public'::regnamespace, 'private'::regnamespace)
    UNION ALL
    SELECT indexdef FROM pg_indexes WHERE schemaname IN ('public', 'private')
    ORDER BY 1
"""


@pytest.mark.parametrize("database", _DATABASES)
def test_down_and_up_again_restores_the_schema(bank: Bank, database: Database) -> None:
    before = bank.ask(database, _SNAPSHOT)
    config = migrations.config(database)
    with bank.as_owner(database) as cursor:
        # Functions and policies stand on the tables; they are made anew after migrating.
        code.drop(cursor)
    with _engine(bank, database).begin() as connection:
        connection.execute(text("SET ROLE instapay_owner"))
        config.attributes["connection"] = connection
        command.downgrade(config, "base")
        left = connection.execute(
            text("SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace")
        ).all()
        assert left == []
        command.upgrade(config, "head")

    assert bank.ask(database, _SNAPSHOT) == before


def test_provisioning_again_changes_nothing(bank: Bank) -> None:
    report = provision(bank.auth_owner_url, bank.payment_owner_url)
    assert (report.changes, report.too_weak) == ([], [])


def test_changed_function_is_made_anew_and_a_stray_one_goes(bank: Bank) -> None:
    with bank.as_owner("payment") as cursor:
        cursor.execute("CREATE FUNCTION api.stray() RETURNS int LANGUAGE sql RETURN 1")
        cursor.execute("UPDATE private.settings SET value = 'old' WHERE name = 'code_digest'")
    report = provision(bank.auth_owner_url, bank.payment_owner_url)

    assert [line for line in report.changes if not line.startswith("payment:")] == []
    assert report.changes != []
    assert bank.ask("payment", "SELECT 1 FROM pg_proc WHERE proname = 'stray'") == []
    with bank.as_desktop("payment") as desktop:
        cursor = desktop.cursor()
        cursor.execute("SELECT api.schema_version()")
        assert cursor.fetchone() == (HEADS["payment"],)


@pytest.mark.parametrize(
    "tampering",
    [
        "DROP POLICY readable_accounts ON accounts",
        "GRANT INSERT ON accounts TO instapay_desktop",
        "GRANT SELECT (iban) ON accounts TO instapay_desktop",
        "ALTER FUNCTION api.schema_version() SET client_min_messages = 'log'",
        "GRANT EXECUTE ON FUNCTION private.new_iban() TO PUBLIC",
        "DROP TRIGGER give_iban ON accounts",
    ],
)
def test_what_was_changed_since_is_found_and_mended(bank: Bank, tampering: str) -> None:
    bank.ask("payment", tampering)
    report = provision(bank.auth_owner_url, bank.payment_owner_url)
    assert [line.split(":")[0] for line in report.changes] == ["payment"]
    assert provision(bank.auth_owner_url, bank.payment_owner_url).changes == []
    with bank.as_owner("payment") as cursor:
        assert code.is_current(cursor, "payment")


def test_an_administrator_who_is_no_superuser_is_told_what_is_missing(
    bank: Bank, server: Server
) -> None:
    """A login that may make roles and databases, as managed servers give out."""
    name = f"weak_{next(_weak)}"
    with bank.as_owner("auth") as cursor:
        cursor.execute("RESET ROLE")
        cursor.execute(
            f"CREATE ROLE {name} LOGIN CREATEROLE CREATEDB PASSWORD 'weak one''s password'"
        )
        cursor.execute(
            f"GRANT instapay_owner, instapay_desktop, instapay_worker TO {name} WITH ADMIN OPTION"
        )
        if server.cluster.major >= 16:
            cursor.execute(f"GRANT instapay_owner TO {name} WITH SET FALSE, INHERIT FALSE")

    def url(database: str) -> str:
        return server.cluster.url(database, user=name, password="weak one's password")

    report = provision(url(f"{name}_auth"), url(f"{name}_payment"))
    assert any("advisory locks" in line for line in report.too_weak)
    again = provision(url(f"{name}_auth"), url(f"{name}_payment"))
    assert again.changes == []
    assert again.too_weak == report.too_weak


def test_newer_database_is_left_alone(bank: Bank) -> None:
    with bank.as_owner("payment") as cursor:
        cursor.execute("UPDATE private.alembic_version SET version_num = '9999'")
    with pytest.raises(SchemaMismatch) as caught:
        provision(bank.auth_owner_url, bank.payment_owner_url)
    assert (caught.value.code, caught.value.data["found"]) == ("schema_newer", "9999")


@pytest.mark.parametrize(("found", "code"), [("9999", "schema_newer"), ("0000", "schema_older")])
def test_window_says_which_side_is_older(bank: Bank, found: str, code: str) -> None:
    with bank.as_owner("auth") as cursor:
        cursor.execute("UPDATE private.alembic_version SET version_num = %s", (found,))
    with pytest.raises(SchemaMismatch) as caught:
        bank.services().connection.check_schema()
    assert caught.value.code == code
    assert caught.value.data == {"database": "auth", "found": found, "expected": HEADS["auth"]}


def test_database_without_our_tables_is_told_apart(bank: Bank) -> None:
    with bank.as_owner("payment") as cursor:
        cursor.execute("DROP FUNCTION api.schema_version()")
    with pytest.raises(SchemaMismatch) as caught:
        bank.services().connection.check_schema()
    assert caught.value.code == "schema_missing"
