"""The periodic jobs: they make final what desktops only ask for. Safe to run twice at a time."""

from __future__ import annotations

import logging
import time
from typing import TYPE_CHECKING

import psycopg2

from app.worker_jobs import JOBS, Job
from app.worker_line import WorkerLine

if TYPE_CHECKING:
    from collections.abc import Callable

    from models.heads import Database

_log = logging.getLogger(__name__)

_LONGEST_TRANSACTION_S = 5.0
#: For who keeps others waiting and does nothing meanwhile: on purpose, or as its window is stuck. Who is at
#: work may take the whole 5 s, as a payroll of ten thousand rows takes its time.
_LONGEST_IDLE_BLOCKING_S = 0.5
_RETRY_S = 1.0
_NOTE_EVERY_S = 1.0

_OTHER: dict[Database, Database] = {"auth": "payment", "payment": "auth"}


class Worker:
    """Runs what is due at each `tick`, as the worker's login.

    A job that fails is tried again a second later and keeps no other from running.
    """

    def __init__(self, auth_url: Callable[[], str], payment_url: Callable[[], str]) -> None:
        self._lines: dict[Database, WorkerLine] = {
            "auth": WorkerLine(auth_url),
            "payment": WorkerLine(payment_url),
        }
        self._due: dict[Job, float] = {}
        self._note_due = 0.0
        #: Jobs that have run since that was last noted.
        self._done: dict[Database, set[str]] = {"auth": set(), "payment": set()}
        #: (pid, virtual transaction) -> when it was first seen, by the database that told of it.
        self._open: dict[Database, dict[tuple[int, str], float]] = {"auth": {}, "payment": {}}
        self._ended_at = 0.0
        self._calls: dict[str, Callable[[Database], None]] = {
            "push_notices": self._simple("push_notices"),
            "decide_applications": self._decide_applications,
            "end_long_transactions": self._end_long_transactions,
            "expire_holds": self._expire_holds,
            "prove_books": self._prove_books,
            "seal_audit": self._simple("seal_audit"),
            "deliver_statements": self._deliver_statements,
            "forget_attempts": self._simple("forget_attempts"),
            "forget_questions": self._simple("forget_questions"),
            "forget_tokens": self._simple("forget_tokens"),
            "copy_heads": self._copy_head,
        }

    def tick(self) -> None:
        """Run each job whose time has come."""
        for job in JOBS:
            now = time.monotonic()
            if now < self._due.get(job, 0.0):
                continue
            self._due[job] = now + job.every_s
            if self._succeeds(job.name, job.database, self._calls[job.name]):
                self._done[job.database].add(job.name)
            else:
                self._due[job] = now + max(_RETRY_S, job.every_s)
        if time.monotonic() >= self._note_due:
            self._note_due = time.monotonic() + _NOTE_EVERY_S
            for database in self._lines:
                self._succeeds("worker_ran", database, self._note)

    def close(self) -> None:
        """Close both connections."""
        for line in self._lines.values():
            line.close()

    @staticmethod
    def _succeeds(name: str, database: Database, call: Callable[[Database], None]) -> bool:
        try:
            call(database)
        except psycopg2.Error as error:
            _log.warning(
                "job %s in %s: %s %s", name, database, type(error).__name__, error.pgcode or ""
            )
            return False
        return True

    def _simple(self, function: str) -> Callable[[Database], None]:
        statement = f"SELECT private.{function}()"

        def call(database: Database) -> None:
            self._lines[database].rows(statement)

        return call

    def _note(self, database: Database) -> None:
        done = self._done[database]
        if done:
            self._lines[database].rows("SELECT private.worker_ran(%s)", sorted(done))
            done.clear()

    def _prove_books(self, database: Database) -> None:
        if self._lines[database].rows("SELECT private.prove_books()") != [(True,)]:
            _log.critical("the books do not balance")

    def _decide_applications(self, database: Database) -> None:
        made = self._lines[database].value("SELECT private.decide_applications()")
        if made:
            _log.info("applications: %d became users", made)

    def _expire_holds(self, database: Database) -> None:
        """End holds past their time account by account; one that fails waits for the next turn alone."""
        line = self._lines[database]
        accounts = line.rows("SELECT private.accounts_to_expire()")
        failed = 0
        for (account,) in accounts:
            try:
                # What is left then is ended a second later: other jobs wait for this one.
                line.rows("SELECT private.expire_holds(%s)", str(account))
            except psycopg2.Error as error:
                failed += 1
                if error.pgcode is None or line.is_lost or failed == len(accounts):
                    raise
                _log.warning("holds of an account wait: %s", error.pgcode)

    def _deliver_statements(self, database: Database) -> None:
        """Hand Payment what Auth has signed, in case the desktop that asked for it could not.

        One that is refused, or whose row somebody holds, waits for the next turn alone.
        """
        auth, payment = self._lines[database], self._lines[_OTHER[database]]
        delivered = []
        for each, body in auth.rows("SELECT id, body FROM private.undelivered_statements()"):
            try:
                payment.rows("SELECT api.accept(%s)", body)
            except (psycopg2.OperationalError, psycopg2.InterfaceError) as error:
                if error.pgcode is None:
                    raise
                _log.warning("statement %s waits: %s", each, error.pgcode)
            except psycopg2.Error as error:
                _log.warning("statement %s is refused: %s", each, error.pgcode)
            else:
                delivered.append(str(each))
        if delivered:
            auth.rows("SELECT private.statements_delivered(%s)", "{" + ",".join(delivered) + "}")

    def _end_long_transactions(self, database: Database) -> None:
        """End what stays over 5 s in a transaction, or idly keeps somebody waiting for half a second.

        Each server is asked once: any of its databases tells of all.
        """
        line, other = self._lines[database], self._lines[_OTHER[database]]
        now = time.monotonic()
        if database == "payment" and now - self._ended_at < _RETRY_S and line.is_same_server(other):
            return
        known = self._open[database]
        seen: dict[tuple[int, str], float] = {}
        for pid, transaction, idle_blocking_s in line.rows(
            "SELECT * FROM private.open_desktop_transactions()"
        ):
            key = (pid, transaction)
            seen[key] = known.get(key, now)
            age_s = now - seen[key]
            if (
                age_s > _LONGEST_TRANSACTION_S
                or (idle_blocking_s or 0.0) > _LONGEST_IDLE_BLOCKING_S
            ):
                line.rows("SELECT pg_terminate_backend(%s)", pid)
                _log.warning(
                    "ended a desktop's transaction",
                    extra={
                        "pid": pid,
                        "age_s": round(age_s, 1),
                        "idle_blocking_s": idle_blocking_s,
                    },
                )
        self._open[database] = seen
        if database == "auth":
            self._ended_at = now

    def _copy_head(self, database: Database) -> None:
        """Have this database keep the other one's newest seal."""
        other = _OTHER[database]
        for head in self._lines[other].rows("SELECT * FROM private.newest_head()"):
            self._lines[database].rows("SELECT private.keep_head(%s, %s, %s, %s, %s)", other, *head)
