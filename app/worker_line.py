"""The worker's connection to one database."""

from __future__ import annotations

import logging
import time
from typing import TYPE_CHECKING, Any

import psycopg2

from services.database import NETWORK

if TYPE_CHECKING:
    from collections.abc import Callable

    from psycopg2.extensions import connection as Connection  # noqa: N812 (a class, named in lower case)

_log = logging.getLogger(__name__)

_STATEMENT_TIMEOUT_MS = 10_000
_CONNECT_TIMEOUT_S = 5
_RETRY_S = 1.0


class WorkerLine:
    """One connection in autocommit mode, made when needed and again after a loss.

    A server that cannot be reached is left alone for twice as long as that took to find out: the jobs
    of the other database shall not wait for it each time.
    """

    def __init__(self, url: Callable[[], str]) -> None:
        self._url = url
        self._connection: Connection | None = None
        self._not_before = 0.0
        self._server: str | None = None

    def rows(self, statement: str, *arguments: object) -> list[tuple[Any, ...]]:
        """Execute one statement; return its rows. Raises psycopg2.Error."""
        try:
            if self._connection is None:
                self._connection = self._connect()
            with self._connection.cursor() as cursor:
                cursor.execute(statement, arguments or None)
                return list(cursor.fetchall()) if cursor.description else []
        except (psycopg2.OperationalError, psycopg2.InterfaceError):
            if self._connection is None or self._connection.closed:
                self.close()
            raise

    def value(self, statement: str) -> int:
        """Execute what answers one number. Raises psycopg2.Error."""
        return int(self.rows(statement)[0][0])

    def is_same_server(self, other: WorkerLine) -> bool:
        """Tell whether both databases are known to be one server's. Raises psycopg2.Error."""
        return self._identifier() == other._identifier() != ""

    @property
    def is_lost(self) -> bool:
        """Whether the next statement needs a new connection."""
        return self._connection is None

    def close(self) -> None:
        """Close the connection; the next statement makes another."""
        self._server = None
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _identifier(self) -> str:
        if self._server is None:
            try:
                row = self.rows(
                    "SELECT format('%s %s', c.system_identifier, pg_is_in_recovery())"
                    " FROM pg_control_system() AS c"
                )[0]
            except psycopg2.errors.InsufficientPrivilege:
                row = ("",)
            self._server = str(row[0])
        return self._server

    def _connect(self) -> Connection:
        start = time.monotonic()
        if start < self._not_before:
            raise psycopg2.OperationalError("could not be reached a moment ago")
        try:
            made: Connection = psycopg2.connect(
                self._url(),
                connect_timeout=_CONNECT_TIMEOUT_S,
                application_name="instapay worker",
                **NETWORK,
                options=f"-c statement_timeout={_STATEMENT_TIMEOUT_MS}",
            )
        except psycopg2.OperationalError as error:
            # libpq's own words name hosts, logins and causes, never a password.
            _log.warning("no connection: %s", str(error).strip())
            now = time.monotonic()
            self._not_before = now + max(_RETRY_S, 2 * (now - start))
            raise
        made.autocommit = True
        return made
