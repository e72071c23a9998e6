"""Whether the bank answers, and whether this program fits its databases."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from models.heads import HEADS
from services.errors import InstaPayError, SchemaMismatch
from services.values.connection import Reachability

if TYPE_CHECKING:
    from services.database import Database

_PROBE_LIMIT_S = 2.0


class ConnectionService:
    """Asks both databases for a sign of life, at the same time."""

    def __init__(self, auth: Database, payment: Database) -> None:
        self._databases = (auth, payment)
        self._threads = ThreadPoolExecutor(2, thread_name_prefix="probe")
        self._asking = threading.Lock()

    def probe(self) -> Reachability:
        """Return which databases answer within 2 s. While one probe hangs, another says that none does."""
        if not self._asking.acquire(blocking=False):
            return Reachability(auth=False, payment=False)
        try:
            auth, payment = self._threads.map(_answers, self._databases)
            return Reachability(auth=auth, payment=payment)
        finally:
            self._asking.release()

    def check_schema(self) -> None:
        """Raise SchemaMismatch unless both databases are at this program's revisions; Unavailable."""
        for database in self._databases:
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

    def close(self) -> None:
        """Let the probing threads go."""
        self._threads.shutdown(wait=False, cancel_futures=True)


def _answers(database: Database) -> bool:
    try:
        database.call("schema_version", limit_s=_PROBE_LIMIT_S)
    except InstaPayError:
        return False
    return True
