"""The roles of a server and what each may do with a database (docs/database.md, Trust)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from psycopg2 import sql

from app.provisioning.administration import DESKTOP, OWNER, WORKER

if TYPE_CHECKING:
    from app.provisioning.administration import Report

_GROUP = "NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE INHERIT"


def ensure_roles(cursor: Any, report: Report, worker_password: str | None) -> None:  # noqa: ANN401
    """Make the owner, the desktop group and the worker's login on this server.

    Without `worker_password` a new worker login has none, so that nobody can use it yet.
    """
    for name, attributes in ((OWNER, _GROUP), (DESKTOP, _GROUP), (WORKER, "LOGIN NOSUPERUSER")):
        if not _exists(cursor, name):
            cursor.execute(
                sql.SQL("CREATE ROLE {} {}").format(sql.Identifier(name), sql.SQL(attributes))
            )
            report.changed(f"role {name}")
    cursor.execute("SELECT pg_has_role(current_user, %s, 'MEMBER')", (OWNER,))
    if not cursor.fetchone()[0]:
        cursor.execute(sql.SQL("GRANT {} TO CURRENT_USER").format(sql.Identifier(OWNER)))
    if worker_password is not None:
        _set_password(cursor, WORKER, worker_password)
    cursor.execute("SELECT pg_has_role(%s, 'pg_signal_backend', 'MEMBER')", (WORKER,))
    if not cursor.fetchone()[0]:
        report.attempt(
            cursor,
            sql.SQL("GRANT pg_signal_backend TO {}").format(sql.Identifier(WORKER)),
            f"grant pg_signal_backend to {WORKER}: the worker cannot end long transactions",
        )


def ensure_desktop_login(cursor: Any, report: Report, name: str, password: str) -> None:  # noqa: ANN401
    """Make one station's login in the desktop group, with its bounds.

    Activity is not tracked, as statements hold tokens and other logins could read them.
    """
    role = sql.Identifier(name)
    if not _exists(cursor, name):
        cursor.execute(
            sql.SQL("CREATE ROLE {} LOGIN NOSUPERUSER IN ROLE {}").format(
                role, sql.Identifier(DESKTOP)
            )
        )
        report.changed(f"login {name}")
    _set_password(cursor, name, password)
    cursor.execute(
        sql.SQL("ALTER ROLE {} SET idle_in_transaction_session_timeout = '5s'").format(role)
    )
    report.attempt(
        cursor,
        sql.SQL("ALTER ROLE {} SET track_activities = off").format(role),
        f"track_activities = off for {name}: its statements show in pg_stat_activity",
    )


def secure_database(cursor: Any, report: Report, name: str) -> None:  # noqa: ANN401
    """Leave a database to its owner, the desktops and the worker: nobody else connects to it.

    Also what the owner needs for functions that keep their own statements out of the server's log.
    """
    database = sql.Identifier(name)
    for statement in (
        "REVOKE ALL ON DATABASE {} FROM PUBLIC",
        "GRANT CONNECT ON DATABASE {} TO instapay_desktop, instapay_worker",
    ):
        report.attempt(cursor, sql.SQL(statement).format(database), f"{statement.format(name)}")
    report.attempt(
        cursor,
        sql.SQL("GRANT SET ON PARAMETER log_min_error_statement TO {}").format(
            sql.Identifier(OWNER)
        ),
        "grant set on log_min_error_statement: a failing call writes its token to the server's log",
    )


def secure_schemas(cursor: Any) -> None:  # noqa: ANN401
    """As the owner, inside a database: nothing for PUBLIC, now or in functions made later."""
    cursor.execute(
        """
        CREATE SCHEMA IF NOT EXISTS api;
        CREATE SCHEMA IF NOT EXISTS private;
        REVOKE ALL ON SCHEMA public, api, private FROM PUBLIC;
        ALTER DEFAULT PRIVILEGES FOR ROLE instapay_owner REVOKE EXECUTE ON ROUTINES FROM PUBLIC;
        ALTER DEFAULT PRIVILEGES FOR ROLE instapay_owner REVOKE USAGE ON TYPES FROM PUBLIC;
        """
    )


def _exists(cursor: Any, name: str) -> bool:  # noqa: ANN401
    cursor.execute("SELECT FROM pg_roles WHERE rolname = %s", (name,))
    return cursor.fetchone() is not None


def _set_password(cursor: Any, name: str, password: str) -> None:  # noqa: ANN401
    # The server hashes it (SCRAM); libpq's own hashing is not in psycopg2. Loopback or TLS only.
    cursor.execute(
        sql.SQL("ALTER ROLE {} PASSWORD {}").format(sql.Identifier(name), sql.Literal(password))
    )
