"""The roles of a server and what each may do with a database (docs/database.md, Trust)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from psycopg2 import sql
from psycopg2.extensions import encrypt_password

from app.provisioning.administration import DESKTOP, OWNER, WORKER

if TYPE_CHECKING:
    from app.provisioning.administration import Report

#: A station's windows share it: each holds 16 connections a database at most, mostly two.
_CONNECTIONS = 64

#: Built-in functions that let any login fill the server's lock table, keep the log from being sealed,
#: store large objects, count what a call has just read, or see whose turn to pay it is.
_TAKEN_FROM_PUBLIC = """
    SELECT format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', p.oid::regprocedure),
        CASE WHEN p.proname ~ '^pg_(try_)?advisory_'
            THEN format('GRANT EXECUTE ON FUNCTION %s TO instapay_owner', p.oid::regprocedure)
        WHEN p.proname = 'pg_lock_status'
            THEN format('GRANT EXECUTE ON FUNCTION %s TO instapay_owner, instapay_worker',
                p.oid::regprocedure) END
    FROM pg_proc AS p
    WHERE p.pronamespace = 'pg_catalog'::regnamespace
        AND (p.proname ~ '^pg_(try_)?advisory_' OR p.proname ~ '^lo(_|read|write)'
            OR p.proname IN ('pg_logical_emit_message', 'pg_lock_status')
            OR (p.proname ~ '^pg_stat_get_' AND p.proargtypes = '26'::oidvector))
        AND EXISTS (SELECT FROM aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) AS a
            WHERE a.grantee = 0)
"""

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
    _join_owner(cursor)
    if worker_password is not None:
        _set_password(cursor, WORKER, worker_password)
    for group, what in (
        ("pg_signal_backend", "the worker cannot end long transactions"),
        ("pg_read_all_stats", "the worker ends who idly keeps others waiting after 5 s only"),
    ):
        cursor.execute("SELECT pg_has_role(%s, %s, 'MEMBER')", (WORKER, group))
        if not cursor.fetchone()[0]:
            report.attempt(
                cursor,
                sql.SQL("GRANT {} TO {}").format(sql.Identifier(group), sql.Identifier(WORKER)),
                f"grant {group} to {WORKER}: {what}",
            )


def _join_owner(cursor: Any) -> None:  # noqa: ANN401
    """Let an administrator who is no superuser act as the owner.

    From Postgres 16 on whoever makes a role may administer it, but neither SET ROLE to it nor use
    its rights until that is granted too.
    """
    has_options = cursor.connection.server_version >= 160_000  # noqa: PLR2004 (libpq's numbering)
    cursor.execute(
        "SELECT pg_has_role(current_user, %s, %s)", (OWNER, "SET" if has_options else "MEMBER")
    )
    if not cursor.fetchone()[0]:
        options = sql.SQL(" WITH SET TRUE, INHERIT TRUE" if has_options else "")
        cursor.execute(sql.SQL("GRANT {} TO CURRENT_USER{}").format(sql.Identifier(OWNER), options))


def ensure_desktop_login(
    cursor: Any,  # noqa: ANN401
    report: Report,
    name: str,
    password: str | None,
) -> None:
    """Make one station's login in the desktop group, with its bounds; `password` None leaves its own.

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
    if password is not None:
        _set_password(cursor, name, password)
    cursor.execute(
        sql.SQL("ALTER ROLE {} SET idle_in_transaction_session_timeout = '5s'").format(role)
    )
    cursor.execute(
        sql.SQL("ALTER ROLE {} CONNECTION LIMIT {}").format(role, sql.Literal(_CONNECTIONS))
    )
    for setting, what in (
        ("track_activities = off", "its statements show in pg_stat_activity"),
        ("log_min_error_statement = panic", "its failing statements show in the server's log"),
        ("temp_file_limit = '256MB'", "it may fill the disk with temporary files"),
    ):
        report.attempt(
            cursor,
            sql.SQL("ALTER ROLE {} SET {}").format(role, sql.SQL(setting)),
            f"{setting} for {name}: {what}",
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


def secure_catalogue(cursor: Any, report: Report) -> None:  # noqa: ANN401
    """Inside one of our databases: take from PUBLIC what Postgres lets any login do to others."""
    what = "revoke advisory locks, large objects and counters: a login can disturb others"
    cursor.execute(_TAKEN_FROM_PUBLIC)
    for revoke, grant in cursor.fetchall():
        if grant is not None:
            # Before the revoke, so that provisioning never loses its own lock.
            report.attempt(cursor, sql.SQL(grant), what)
        report.attempt(cursor, sql.SQL(revoke), what)
    # Of a right that was not theirs to take Postgres only warns.
    cursor.execute(_TAKEN_FROM_PUBLIC)
    if cursor.fetchone() is not None:
        report.refused(what)


def close_other_databases(cursor: Any, report: Report) -> None:  # noqa: ANN401
    """On a server that is ours alone: nobody but its administrator has business in other databases."""
    for name in ("postgres", "template1"):
        report.attempt(
            cursor,
            sql.SQL("REVOKE CONNECT ON DATABASE {} FROM PUBLIC").format(sql.Identifier(name)),
            f"revoke connect on {name}",
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
    # Hashed here: the password itself comes neither to the server nor into its log.
    verifier = encrypt_password(password, name, cursor.connection, "scram-sha-256")
    cursor.execute(
        sql.SQL("ALTER ROLE {} PASSWORD {}").format(sql.Identifier(name), sql.Literal(verifier))
    )
