"""Logins of stations: one name in both databases, made, renewed and taken away (docs/operations.md)."""

from __future__ import annotations

import enum
import logging
import secrets
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import psycopg2
from psycopg2 import errors, sql

from app.provisioning import roles
from app.provisioning.administration import (
    DESKTOP,
    OWNER,
    WORKER,
    Report,
    connect,
    owner_transaction,
    record,
    turn,
)
from services.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Iterator

    from psycopg2.extensions import connection as Connection  # noqa: N812 (a class, named in lower case)

_log = logging.getLogger(__name__)

#: What a login that could not be dropped is remembered by.
_TAKEN_AWAY = "A station of Mini-InstaPay, taken away"
_END_ROUNDS = 3

_STANDING = """
    SELECT r.rolsuper OR r.rolcreaterole OR r.rolcreatedb OR r.rolreplication OR r.rolbypassrls
            OR r.rolname IN (current_user, session_user),
        EXISTS (SELECT FROM pg_auth_members AS m
            WHERE m.member = r.oid AND pg_get_userbyid(m.roleid) = %(desktop)s),
        NOT r.rolcanlogin AND shobj_description(r.oid, 'pg_authid') = %(taken_away)s
    FROM pg_roles AS r WHERE r.rolname = %(name)s
"""

#: A token lives for 5 minutes after its session's last sign of life; older ones are dead anyway.
_END_SESSIONS = """
    WITH ended AS (
        UPDATE public.sessions SET ended_at = private.utc_now()
        WHERE database_role = %s AND ended_at IS NULL
            AND expires_at > private.utc_now() - interval '5 minutes'
        RETURNING id
    )
    SELECT private.issue('revoke', id,
        jsonb_build_object('not_before', extract(epoch FROM clock_timestamp())))
    FROM ended
"""


class _Standing(enum.Enum):
    """What a role of that name is to us on one server."""

    ABSENT = enum.auto()
    STATION = enum.auto()
    TAKEN_AWAY = enum.auto()
    FOREIGN = enum.auto()


@dataclass(slots=True)
class Added:
    """What `add` did.

    Attributes:
        password: the login's new password, told here and nowhere else; None where it kept its old one.
        report: what changed, and what the administrator was too weak for.

    """

    password: str | None = field(repr=False)
    report: Report


@dataclass(slots=True)
class Revoked:
    """What `revoke` did: how many sessions it ended, and what it could not do."""

    sessions: int
    report: Report


def add(auth_url: str, payment_url: str, name: str, *, has_new_password: bool = False) -> Added:
    """Make a station's login on both servers, with its bounds; an existing one keeps its password.

    Raises Unavailable; Refused: role_taken (a role of that name is none of ours), role_incomplete
    (one of two servers has it: only a new password makes them one again).
    """
    report = Report()
    with (
        connect(auth_url, "auth") as auth,
        connect(payment_url, "payment") as payment,
        turn(auth.cursor()),
    ):
        both = (auth, payment)
        standings = {_standing(each, name) for each in both}
        is_whole = standings == {_Standing.STATION}
        if _Standing.STATION in standings and not (is_whole or has_new_password):
            raise Refused("role_incomplete", role=name)
        password = None if is_whole and not has_new_password else secrets.token_urlsafe(32)
        for each in both:
            with _recorded(
                each, "desktop_role_added", role=name, has_new_password=password is not None
            ) as cursor:
                _revive(cursor, name)
                roles.ensure_desktop_login(cursor, report, name, password)
    return Added(password, report)


def revoke(auth_url: str, payment_url: str, name: str) -> Revoked:
    """Take a station's login away on both servers: no new connection, none that goes on, no session.

    May be repeated where it was interrupted. Raises Unavailable; Refused: role_unknown, role_taken.
    """
    report = Report()
    with (
        connect(auth_url, "auth") as auth,
        connect(payment_url, "payment") as payment,
        turn(auth.cursor()),
    ):
        both = (auth, payment)
        if {_standing(each, name) for each in both} == {_Standing.ABSENT}:
            raise Refused("role_unknown", role=name)
        # First what keeps it out, everywhere; then what it has inside.
        for each in both:
            with _recorded(each, "desktop_role_revoked", role=name) as cursor:
                _lock_out(cursor, report, name)
        for each in both:
            _end_connections(each.cursor(), report, name)
        statements = _end_sessions(auth, name)
        _deliver(payment, statements)
        for each in both:
            _drop(each.cursor(), report, name)
    return Revoked(len(statements), report)


@contextmanager
def _recorded(connection: Connection, event: str, **payload: object) -> Iterator[Any]:
    """One transaction of the administrator, with its row of the log."""
    with connection.cursor() as cursor:
        cursor.execute("BEGIN")
        try:
            yield cursor
            cursor.execute(sql.SQL("SET LOCAL ROLE {}").format(sql.Identifier(OWNER)))
            record(cursor, event, **payload)
        except BaseException:
            cursor.execute("ROLLBACK")
            raise
        cursor.execute("COMMIT")


def _standing(connection: Connection, name: str) -> _Standing:
    """Say what a role is to us. Raises Refused (role_taken) for one that is none of ours."""
    cursor = connection.cursor()
    cursor.execute(_STANDING, {"name": name, "desktop": DESKTOP, "taken_away": _TAKEN_AWAY})
    row = cursor.fetchone()
    if row is None:
        return _Standing.ABSENT
    is_powerful, is_member, is_taken_away = row
    if is_powerful or name in {OWNER, DESKTOP, WORKER} or not (is_member or is_taken_away):
        raise Refused("role_taken", role=name)
    return _Standing.STATION if is_member else _Standing.TAKEN_AWAY


def _revive(cursor: Any, name: str) -> None:  # noqa: ANN401 (psycopg2 has no public cursor type)
    cursor.execute(
        "SELECT 1 FROM pg_roles AS r WHERE r.rolname = %s AND NOT EXISTS ("
        " SELECT FROM pg_auth_members AS m"
        " WHERE m.member = r.oid AND pg_get_userbyid(m.roleid) = %s)",
        (name, DESKTOP),
    )
    if cursor.fetchone() is not None:
        role, group = sql.Identifier(name), sql.Identifier(DESKTOP)
        cursor.execute(sql.SQL("ALTER ROLE {} LOGIN").format(role))
        cursor.execute(sql.SQL("GRANT {} TO {}").format(group, role))
        cursor.execute(sql.SQL("COMMENT ON ROLE {} IS NULL").format(role))


def _lock_out(cursor: Any, report: Report, name: str) -> None:  # noqa: ANN401
    """Take login, password and membership: what is still connected may do nothing from then on."""
    cursor.execute("SELECT oid FROM pg_roles WHERE rolname = %s", (name,))
    row = cursor.fetchone()
    if row is None:
        return
    role, group = sql.Identifier(name), sql.Identifier(DESKTOP)
    cursor.execute(sql.SQL("ALTER ROLE {} NOLOGIN PASSWORD NULL").format(role))
    cursor.execute(
        "SELECT pg_get_userbyid(grantor) FROM pg_auth_members"
        " WHERE member = %s AND pg_get_userbyid(roleid) = %s",
        (row[0], DESKTOP),
    )
    for (grantor,) in cursor.fetchall():
        # From Postgres 16 on a membership is its grantor's, who must be named.
        by: sql.Composable = sql.SQL("")
        if cursor.connection.server_version >= 160_000:  # noqa: PLR2004 (libpq's numbering)
            by = sql.SQL(" GRANTED BY {}").format(sql.Identifier(grantor))
        report.attempt(
            cursor,
            sql.SQL("REVOKE {} FROM {}{}").format(group, role, by),
            f"revoke {DESKTOP} from {name}, as {grantor} granted it",
        )
    cursor.execute(sql.SQL("COMMENT ON ROLE {} IS {}").format(role, sql.Literal(_TAKEN_AWAY)))
    report.changed(f"login {name} taken away")


def _end_connections(cursor: Any, report: Report, name: str) -> None:  # noqa: ANN401
    """End what the login has open on this server; whoever was just connecting comes in a later round."""
    count = "SELECT count(*) FROM pg_stat_activity WHERE usename = %s"
    for _ in range(_END_ROUNDS):
        cursor.execute(count, (name,))
        if not cursor.fetchone()[0]:
            return
        ended = report.attempt(
            cursor,
            sql.SQL(
                "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE usename = {}"
            ).format(sql.Literal(name)),
            f"end the connections of {name}: grant pg_signal_backend to this administrator",
        )
        if not ended:
            return


def _end_sessions(auth: Connection, name: str) -> list[str]:
    """End the sessions of people who are signed in there; return the statements for Payment."""
    with owner_transaction(auth) as owner:
        owner.execute(_END_SESSIONS, (name,))
        statements = [str(body) for (body,) in owner.fetchall()]
        if statements:
            record(owner, "sessions_ended", role=name, sessions=len(statements))
    return statements


def _deliver(payment: Connection, statements: list[str]) -> None:
    for body in statements:
        try:
            with owner_transaction(payment) as owner:
                owner.execute("SELECT api.accept(%s)", (body,))
        except psycopg2.Error as error:
            # The worker brings it within two seconds.
            _log.warning("a statement waits for the worker: %s", error.pgcode)


def _drop(cursor: Any, report: Report, name: str) -> None:  # noqa: ANN401
    """Remove the role; one that owns something stays, without login."""
    try:
        cursor.execute(sql.SQL("DROP ROLE IF EXISTS {}").format(sql.Identifier(name)))
    except errors.DependentObjectsStillExist:
        report.changed(f"role {name} owns something on the server and stays, without login")
