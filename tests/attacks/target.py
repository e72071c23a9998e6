"""One of the two databases, as a target for calls that leave nothing behind."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import psycopg2

from tests.attacks.api_calls import payment_calls
from tests.attacks.auth_calls import auth_calls
from tests.conftest import STATION

if TYPE_CHECKING:
    from models.heads import Database
    from tests.attacks.bad_inputs import Input
    from tests.bank import Bank

_CATALOGUE = """
    SELECT p.proname, (p.proargnames)[1:p.pronargs],
        ARRAY(SELECT format_type(t.oid, NULL) FROM unnest(p.proargtypes::oid[]) WITH ORDINALITY AS t (oid, n)
            ORDER BY t.n)
    FROM pg_proc AS p WHERE p.pronamespace = 'api'::regnamespace ORDER BY 1
"""
#: Counts of the transaction that runs, once those before it have been reported.
_CHANGED = """
    SELECT relname FROM pg_stat_xact_user_tables WHERE n_tup_ins + n_tup_upd + n_tup_del > 0
"""


class Target:
    """One database, called as a desktop; each call is taken back, so that all meet the same rows."""

    def __init__(self, bank: Bank, database: Database, known: dict[str, str]) -> None:
        self.calls = (auth_calls if database == "auth" else payment_calls)(known)
        self.types = {
            name: dict(zip(names or [], types, strict=True))
            for name, names, types in bank.ask(database, _CATALOGUE)
        }
        #: Ids that are something else than what is asked for.
        self.ids = sorted(each for each in known.values() if _is_id(each))
        # A desktop's login in all but this: what a call has changed only an administrator is told.
        url = bank.auth_owner_url if database == "auth" else bank.payment_owner_url
        self.connection = psycopg2.connect(url)
        self.connection.autocommit = True
        self.cursor = self.connection.cursor()
        self.cursor.execute("SET statement_timeout = '20s'")
        # A refusal quotes what was sent, up to a megabyte: in the long form the server's log took 12 GB.
        self.cursor.execute("SET log_min_messages = 'panic'")
        self.cursor.execute(f"SET SESSION AUTHORIZATION {STATION}")

    def call(self, function: str, arguments: list[Input]) -> psycopg2.Error | set[str]:
        """Return the refusal, or the tables that a call that went through has changed."""
        listed = ", ".join(each.sql for each in arguments)
        try:
            self.cursor.execute(f"BEGIN; SELECT * FROM api.{function}({listed})")
        except psycopg2.Error as error:
            # What it did before it was refused must not count as the next call's.
            self.cursor.execute("ROLLBACK")
            self.cursor.execute("SELECT pg_stat_force_next_flush()")
            return error
        self.cursor.execute("RESET SESSION AUTHORIZATION")
        self.cursor.execute(_CHANGED)
        changed = {row[0] for row in self.cursor.fetchall()}
        self.cursor.execute("SELECT pg_stat_force_next_flush()")
        # Takes the administrator's rights back as well.
        self.cursor.execute("ROLLBACK")
        return changed


def _is_id(value: str) -> bool:
    return re.fullmatch(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", value) is not None
