"""Calls of the database's `api` as a desktop makes them, past everything that the services check."""

from __future__ import annotations

import json
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

import psycopg2
import psycopg2.extensions
import pytest
from psycopg2.extras import RealDictCursor

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.bank import Bank


@dataclass
class Caller:
    """One person's access token, and a connection of the desktop's login to call Payment with.

    A connection makes one call at a time: threads at once need a caller each (`twin`).
    """

    bank: Bank
    user_id: UUID
    roles: tuple[str, ...] = ("CUSTOMER",)
    session_id: UUID = field(default_factory=uuid4)
    token: str = ""
    _connection: Any = None

    def __post_init__(self) -> None:
        self.token = self.signed(typ="access")
        self._connection = psycopg2.connect(self.bank.payment_url)
        self._connection.autocommit = True

    def __call__(self, function: str, *arguments: object, token: str | None = None) -> Any:
        """Call `api.<function>`; return its one row by column, or its value where it has no columns."""
        (row,) = self.rows(function, *arguments, token=token)
        return row[function] if list(row) == [function] else row

    def rows(
        self, function: str, *arguments: object, token: str | None = None
    ) -> list[dict[str, Any]]:
        """Call `api.<function>`, which answers with any number of rows."""
        wanted = [self.token if token is None else token, *map(_argument, arguments)]
        with self._connection.cursor(cursor_factory=RealDictCursor) as cursor:
            cursor.execute(
                f"SELECT * FROM api.{function}({', '.join(['%s'] * len(wanted))})", wanted
            )
            return [dict(row) for row in cursor.fetchall()]

    def read(self, query: str) -> list[tuple[Any, ...]]:
        """Run one query over what this person may read, as the desktop's login."""
        with self._connection.cursor() as cursor:
            cursor.execute(f"SELECT set_config('instapay.token', %s, true); {query}", (self.token,))
            found: list[tuple[Any, ...]] = cursor.fetchall()
            return found

    def confirmed(self, payment_id: UUID, *, expires_in_s: int = 120) -> str:
        """Return the token that Auth gives for the password and this one payment."""
        return self.signed(typ="confirm", txn=str(payment_id), expires_in_s=expires_in_s)

    def signed(self, *, expires_in_s: int = 300, **claims: str) -> str:
        """Have Auth sign a token for this person on this login."""
        login = psycopg2.extensions.parse_dsn(self.bank.payment_url)["user"]
        payload = {
            "sub": str(self.user_id),
            "sid": str(self.session_id),
            "roles": self.roles,
            "dbrole": login,
            "auth_time": time.time(),
            "exp": time.time() + expires_in_s,
        } | claims
        return str(
            self.bank.ask("auth", "SELECT private.sign(%s::jsonb)", json.dumps(payload))[0][0]
        )

    def twin(self) -> Caller:
        """Return the same person in the same session on another connection."""
        return self.bank.caller(self.user_id, *self.roles, session_id=self.session_id)

    def close(self) -> None:
        self._connection.close()


@contextmanager
def refused(state: str) -> Iterator[None]:
    """Expect a call to be refused by this SQLSTATE, without a word about anybody's rows."""
    with pytest.raises(psycopg2.Error) as caught:
        yield
    assert caught.value.pgcode == state, caught.value
    assert caught.value.diag.message_detail is None


def _argument(value: object) -> object:
    """Leave the type to the function: a list of ids is no array of texts."""
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, list | tuple) and any(isinstance(each, UUID) for each in value):
        return "{" + ",".join("NULL" if each is None else str(each) for each in value) + "}"
    # Of this database's types only jsonb is an object.
    return json.dumps(value) if isinstance(value, dict) else value
