"""The periodic jobs: they make final what desktops only ask for. Safe to run twice at a time."""

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

_LONGEST_TRANSACTION_S = 5.0
#: A payment takes milliseconds; who holds a row that others wait for does it on purpose, or is stuck.
_LONGEST_BLOCKING_S = 0.5
_STATEMENT_TIMEOUT_MS = 10_000
_RETRY_S = 1.0


class Worker:
    """Runs what is due at each `tick`, as the worker's login.

    A database that cannot be reached costs its jobs of this tick; the next one tries again.
    """

    def __init__(self, auth_url: Callable[[], str], payment_url: Callable[[], str]) -> None:
        self._auth = _Line(auth_url)
        self._payment = _Line(payment_url)
        self._due: dict[str, float] = {}
        #: (pid, virtual transaction) -> when it was first seen.
        self._open: dict[tuple[int, str], float] = {}

    def tick(self) -> None:
        """Run each job whose time has come."""
        for name, every_s, job in (
            ("decide_applications", 0.0, self._decide_applications),
            ("end_long_transactions", 0.2, self._end_long_transactions),
            ("deliver_statements", 2.0, self._deliver_statements),
            ("forget_attempts", 60.0, self._forget_attempts),
            ("seal_audit", 1.0, self._seal_audit),
            ("note_run", 1.0, self._note_run),
        ):
            now = time.monotonic()
            if now < self._due.get(name, 0.0):
                continue
            self._due[name] = now + every_s
            try:
                job()
            except psycopg2.Error as error:
                self._due[name] = now + _RETRY_S
                _log.warning("job %s: %s", name, type(error).__name__)

    def close(self) -> None:
        """Close both connections."""
        self._auth.close()
        self._payment.close()

    def _decide_applications(self) -> None:
        made = self._auth.value("SELECT private.decide_applications()")
        if made:
            _log.info("applications: %d became users", made)

    def _deliver_statements(self) -> None:
        """Hand Payment what Auth has signed, in case the desktop that asked for it could not.

        One that is refused, or whose row somebody holds, waits for the next turn alone.
        """
        delivered = []
        for each, body in self._auth.rows("SELECT id, body FROM private.undelivered_statements()"):
            try:
                self._payment.rows("SELECT api.accept(%s)", body)
            except (psycopg2.OperationalError, psycopg2.InterfaceError) as error:
                if error.pgcode is None:
                    raise
                _log.warning("statement %s waits: %s", each, error.pgcode)
            except psycopg2.Error as error:
                _log.warning("statement %s is refused: %s", each, error.pgcode)
            else:
                delivered.append(str(each))
        if delivered:
            self._auth.rows(
                "SELECT private.statements_delivered(%s)", "{" + ",".join(delivered) + "}"
            )

    def _end_long_transactions(self) -> None:
        """End what stays over 5 s in a transaction, or has kept somebody waiting for half a second.

        Each server is asked through one of the two lines; they may be the same server.
        """
        now = time.monotonic()
        seen: dict[tuple[int, str], float] = {}
        for line in (self._auth, self._payment):
            for pid, transaction, blocking_s in line.rows(
                "SELECT * FROM private.open_desktop_transactions()"
            ):
                key = (pid, transaction)
                seen[key] = self._open.get(key, now)
                age_s = now - seen[key]
                if age_s > _LONGEST_TRANSACTION_S or (blocking_s or 0.0) > _LONGEST_BLOCKING_S:
                    line.rows("SELECT pg_terminate_backend(%s)", pid)
                    _log.warning(
                        "ended a desktop's transaction",
                        extra={"pid": pid, "age_s": round(age_s, 1), "blocking_s": blocking_s},
                    )
        self._open = seen

    def _forget_attempts(self) -> None:
        self._auth.value("SELECT private.forget_attempts()")

    def _seal_audit(self) -> None:
        for line in (self._auth, self._payment):
            line.rows("SELECT private.seal_audit()")

    def _note_run(self) -> None:
        for line in (self._auth, self._payment):
            line.rows("SELECT private.worker_ran('tick')")


class _Line:
    """One connection in autocommit mode, made when needed and again after a loss."""

    def __init__(self, url: Callable[[], str]) -> None:
        self._url = url
        self._connection: Connection | None = None

    def rows(self, statement: str, *arguments: object) -> list[tuple[Any, ...]]:
        try:
            if self._connection is None:
                self._connection = psycopg2.connect(
                    self._url(),
                    connect_timeout=5,
                    application_name="instapay worker",
                    **NETWORK,
                    options=f"-c statement_timeout={_STATEMENT_TIMEOUT_MS}",
                )
                self._connection.autocommit = True
            with self._connection.cursor() as cursor:
                cursor.execute(statement, arguments or None)
                return list(cursor.fetchall()) if cursor.description else []
        except (psycopg2.OperationalError, psycopg2.InterfaceError):
            if self._connection is None or self._connection.closed:
                self.close()
            raise

    def value(self, statement: str) -> int:
        return int(self.rows(statement)[0][0])

    def close(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None
