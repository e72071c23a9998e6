"""An administrator's connections: to a server, and to one of the two databases as its owner."""

from __future__ import annotations

import json
import logging
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import psycopg2
from psycopg2 import errors, sql
from psycopg2.extensions import TRANSACTION_STATUS_INTRANS, make_dsn, parse_dsn

from services import tls
from services.database_errors import connection_failure, translate
from services.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Iterator

    from psycopg2.extensions import connection as Connection  # noqa: N812 (a class, named in lower case)

    from models.heads import Database

_log = logging.getLogger(__name__)

OWNER = "instapay_owner"
DESKTOP = "instapay_desktop"
WORKER = "instapay_worker"

DEFAULT_NAMES: dict[Database, str] = {"auth": "instapay_auth", "payment": "instapay_payment"}


def database_name(url: str, database: Database) -> str:
    """Return the database a URL names, or the default where it names none or the maintenance one."""
    name = parse_dsn(url).get("dbname", "postgres")
    return DEFAULT_NAMES[database] if name == "postgres" else str(name)


def with_database(url: str, name: str) -> str:
    """Return a connection string to another database of the same server."""
    parts: dict[str, Any] = dict(parse_dsn(url))
    parts["dbname"] = name
    return str(make_dsn(**parts))


@contextmanager
def connect(url: str, database: Database) -> Iterator[Connection]:
    """Connect in autocommit mode; raises Unavailable where the server cannot be reached."""
    try:
        connection = psycopg2.connect(
            url, connect_timeout=10, application_name="instapay provision"
        )
    except psycopg2.OperationalError as error:
        raise tls.distrust(url, database) or connection_failure(error, database) from error
    connection.autocommit = True
    try:
        yield connection
    except psycopg2.Error as error:
        reason = (error.diag.message_primary or str(error)).strip()
        raise translate(error, database) or Refused("database_refused", reason=reason) from error
    finally:
        connection.close()


@contextmanager
def owner_transaction(connection: Connection) -> Iterator[Any]:
    """One transaction as the owner of everything; commits at the end, rolls back on any error."""
    with connection.cursor() as cursor:
        cursor.execute("BEGIN")
        try:
            cursor.execute(sql.SQL("SET LOCAL ROLE {}").format(sql.Identifier(OWNER)))
            yield cursor
        except BaseException:
            cursor.execute("ROLLBACK")
            raise
        cursor.execute("COMMIT")


def record(owner: Any, event: str, **payload: object) -> None:  # noqa: ANN401 (a cursor)
    """Write a row of the log, as the owner, about what an operator did: no person of the bank acted."""
    owner.execute(
        "SELECT private.record('operator', %s, %s, NULL, NULL)", (event, json.dumps(payload))
    )


class turn:  # noqa: N801 (reads as a statement: `with turn(cursor)`)
    """Holds one advisory lock of a database, so that two administrators come one after the other."""

    _KEY = 5_495_177_001  # any number, as long as it stays

    def __init__(self, cursor: Any) -> None:  # noqa: ANN401
        self._cursor = cursor

    def __enter__(self) -> None:
        """Wait for the lock."""
        # A lock that a login of another database has taken on purpose must not stop this for ever.
        self._cursor.execute("SET lock_timeout = '60s'")
        self._cursor.execute("SELECT pg_advisory_lock(%s)", (self._KEY,))
        self._cursor.execute("RESET lock_timeout")

    def __exit__(self, *_: object) -> None:
        """Let the next one go."""
        self._cursor.execute("SELECT pg_advisory_unlock(%s)", (self._KEY,))


class Report:
    """What provisioning changed, and what the administrator was too weak for.

    Attributes:
        changes: one line each, in order; empty when everything was in place.
        too_weak: one line for each grant or revoke that was refused.

    """

    def __init__(self) -> None:
        self.changes: list[str] = []
        self.too_weak: list[str] = []

    def changed(self, line: str) -> None:
        """Note a change."""
        _log.info("provisioning: %s", line)
        self.changes.append(line)

    def attempt(self, cursor: Any, statement: sql.Composable, what: str) -> bool:  # noqa: ANN401 (psycopg2 has no public cursor type)
        """Execute what a lesser administrator may not be allowed to; note a refusal, go on.

        Inside a transaction, too, a refusal costs this statement alone.
        """
        is_inside = cursor.connection.info.transaction_status == TRANSACTION_STATUS_INTRANS
        if is_inside:
            cursor.execute("SAVEPOINT attempt")
        try:
            cursor.execute(statement)
        except errors.InsufficientPrivilege:
            if is_inside:
                cursor.execute("ROLLBACK TO SAVEPOINT attempt")
            self.refused(what)
            return False
        return True

    def refused(self, what: str) -> None:
        """Note, once, what the administrator was too weak for."""
        if what not in self.too_weak:
            self.too_weak.append(what)
