"""Whether the bank answers, and whether this program fits its databases."""

from __future__ import annotations

import threading
from concurrent.futures import Future, wait
from typing import TYPE_CHECKING

from sqlalchemy import text

from models.heads import HEADS
from services.errors import InstaPayError, SchemaMismatch
from services.values.connection import Reachability

if TYPE_CHECKING:
    from services.database import Database
    from services.values.connection import Server

_PROBE_LIMIT_S = 2.0
#: A function that only this database has.
_ONLY_IN = {"auth": "open_session", "payment": "transfer"}


class ConnectionService:
    """Asks both databases for a sign of life, at the same time, each in a thread of its own."""

    def __init__(self, auth: Database, payment: Database) -> None:
        self._databases = (auth, payment)
        self._asking: dict[Database, Future[bool]] = {}
        self._lock = threading.Lock()

    def probe(self) -> Reachability:
        """Return which databases answer within 2 s.

        One that has not answered an earlier probe yet is not asked again, so that a dead line holds
        up one thread, and tells nothing about the other database.
        """
        with self._lock:
            asked = [self._asked(database) for database in self._databases]
        wait(asked, timeout=_PROBE_LIMIT_S)
        auth, payment = (each.done() and each.result() for each in asked)
        return Reachability(auth=auth, payment=payment)

    def _asked(self, database: Database) -> Future[bool]:
        asking = self._asking.get(database)
        if asking is None or asking.done():
            asking = self._asking[database] = Future()
            # None of a pool's: Python would wait for those at the end of the program.
            threading.Thread(
                target=_answer, args=(database, asking), name="probe", daemon=True
            ).start()
        return asking

    def servers(self) -> tuple[Server | None, Server | None]:
        """Return which servers Auth and Payment are on; None for one that cannot be reached."""
        auth, payment = (_server(database) for database in self._databases)
        return auth, payment

    def check_schema(self) -> None:
        """Raise SchemaMismatch unless both databases are at this program's revisions; Unavailable."""
        for database in self._databases:
            check_fit(database)


def check_fit(database: Database) -> None:
    """Raise SchemaMismatch unless a database is at this program's revision; Unavailable."""
    found = database.call("schema_version")["schema_version"]
    expected = HEADS[database.name]
    if found != expected:
        # Revisions are numbered in order, so that text order tells older from newer.
        older = found is None or found < expected
        raise SchemaMismatch(
            "schema_older" if older else "schema_newer",
            database=database.name,
            found=found,
            expected=expected,
        )


def check_kind(database: Database) -> None:
    """Raise SchemaMismatch (``databases_swapped``) where this is the other one of the two."""
    other = _ONLY_IN["payment" if database.name == "auth" else "auth"]
    question = text(
        "SELECT count(*) FROM pg_catalog.pg_proc p JOIN pg_catalog.pg_namespace n"
        " ON n.oid = p.pronamespace WHERE n.nspname = 'api' AND p.proname = :name"
    )
    if database.read(lambda session: session.scalar(question, {"name": other}), token=None):
        raise SchemaMismatch("databases_swapped", database=database.name)


def _answer(database: Database, asking: Future[bool]) -> None:
    try:
        asking.set_result(_answers(database))
    except Exception as fault:  # noqa: BLE001 (the border of the thread: whoever asked meets it)
        asking.set_exception(fault)


def _server(database: Database) -> Server | None:
    try:
        return database.server()
    except InstaPayError:
        return None


def _answers(database: Database) -> bool:
    try:
        database.call("schema_version", limit_s=_PROBE_LIMIT_S)
    except InstaPayError:
        return False
    return True
