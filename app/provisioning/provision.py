"""Makes two databases what this program expects, or finds that they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from psycopg2 import sql

from app.provisioning import code, keys, migrations, roles
from app.provisioning.administration import (
    OWNER,
    Report,
    connect,
    database_name,
    owner_transaction,
    turn,
    with_database,
)
from models.heads import HEADS

if TYPE_CHECKING:
    from models.heads import Database


def provision(
    auth_url: str,
    payment_url: str,
    *,
    worker_password: str | None = None,
    desktop_login: tuple[str, str] | None = None,
    is_dedicated: bool = False,
) -> Report:
    """Bring both databases to this program's schema, with an administrator's URLs (libpq).

    May be run any number of times, and by two at once: a lock lets the second wait and find
    everything done. `desktop_login` is a name and a password for one station. `is_dedicated` says
    that the servers hold nothing else, so that their other databases can be closed.
    Raises Unavailable (no server), SchemaMismatch (a database of a newer program).
    """
    report = Report()
    urls: dict[Database, str] = {"auth": auth_url, "payment": payment_url}
    for database, url in urls.items():
        name = database_name(url, database)
        _prepare_server(url, database, report, worker_password, desktop_login)
        if is_dedicated:
            with connect(with_database(url, "postgres"), database) as connection:
                roles.close_other_databases(connection.cursor(), report)
        urls[database] = with_database(url, name)
        _prepare_database(urls[database], database, name, report)
    with (
        connect(urls["auth"], "auth") as auth,
        connect(urls["payment"], "payment") as payment,
        turn(auth.cursor()),
        owner_transaction(auth) as auth_cursor,
        owner_transaction(payment) as payment_cursor,
    ):
        keys.ensure_key(auth_cursor, payment_cursor, report)
    return report


def _prepare_server(
    url: str,
    database: Database,
    report: Report,
    worker_password: str | None,
    desktop_login: tuple[str, str] | None,
) -> None:
    name = database_name(url, database)
    with connect(with_database(url, "postgres"), database) as connection:
        cursor = connection.cursor()
        with turn(cursor):
            roles.ensure_roles(cursor, report, worker_password)
            if desktop_login is not None:
                roles.ensure_desktop_login(cursor, report, *desktop_login)
            cursor.execute("SELECT FROM pg_database WHERE datname = %s", (name,))
            if cursor.fetchone() is None:
                cursor.execute(
                    sql.SQL(
                        "CREATE DATABASE {} OWNER {} TEMPLATE template0 ENCODING 'UTF8'"
                    ).format(sql.Identifier(name), sql.Identifier(OWNER))
                )
                report.changed(f"database {name}")
            roles.secure_database(cursor, report, name)


def _prepare_database(url: str, database: Database, name: str, report: Report) -> None:
    with connect(url, database) as connection:
        cursor = connection.cursor()
        with turn(cursor):
            cursor.execute(
                "SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = %s", (name,)
            )
            if cursor.fetchall()[0][0] != OWNER:
                cursor.execute(
                    sql.SQL("ALTER DATABASE {} OWNER TO {}").format(
                        sql.Identifier(name), sql.Identifier(OWNER)
                    )
                )
                report.changed(f"database {name} belongs to {OWNER}")
            roles.secure_catalogue(cursor, report)
            found = migrations.found_revision(cursor)
            if found is None:
                with owner_transaction(connection) as owner:
                    roles.secure_schemas(owner)
            if found != HEADS[database]:
                migrations.migrate(url, report, database, found)
            with owner_transaction(connection) as owner:
                if found != HEADS[database] or not code.is_current(owner, database):
                    code.recreate(owner, report, database)
