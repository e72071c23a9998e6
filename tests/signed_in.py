"""Somebody's session in Auth, called as raw SQL would, past everything that the services check."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

import psycopg2
from psycopg2.extras import RealDictCursor

from services import passwords
from tests.bank import PASSWORD, claims_of

if TYPE_CHECKING:
    from tests.bank import Bank

WRONG = "not the right password"


@dataclass
class SignedIn:
    """A session's opaque token, and a connection of the desktop's login to call Auth with."""

    bank: Bank
    email: str
    connection: Any
    session: str

    def __call__(self, function: str, *arguments: object) -> Any:
        """Call `api.<function>` with the session in front; return its row, or the value of its one column."""
        row = call(self.connection, function, self.session, *arguments)
        return row[function] if list(row) == [function] else row

    def answered(self, bound_to: UUID | str | None = None, password: str = PASSWORD) -> str:
        """Answer a challenge about oneself; return the attempt."""
        return answered(self.connection, self.email, password, bound_to)

    def access_token(self) -> str:
        """Buy an access token; the session's token is the next one from then on."""
        row = self("access_token")
        self.session = row["session"]
        return str(row["access_token"])

    def sid(self) -> UUID:
        """Return the session's id."""
        return UUID(claims_of(self.access_token())["sid"])

    def refusal(self, function: str, *arguments: object) -> str | None:
        """Return the SQLSTATE a call is refused with, None where it goes through."""
        try:
            call_rows(self.connection, function, self.session, *arguments)
        except psycopg2.Error as error:
            # A detail would show somebody's row.
            return str(error.pgcode) if error.diag.message_detail is None else "a detail"
        return None


def call(connection: Any, function: str, *arguments: object) -> dict[str, Any]:
    """Call one function of `api`; return its one row."""
    (row,) = call_rows(connection, function, *arguments)
    return row


def call_rows(connection: Any, function: str, *arguments: object) -> list[dict[str, Any]]:
    """Call one function of `api`; return all rows."""
    given = [str(each) if isinstance(each, UUID) else each for each in arguments]
    with connection.cursor(cursor_factory=RealDictCursor) as cursor:
        cursor.execute(f"SELECT * FROM api.{function}({', '.join(['%s'] * len(given))})", given)
        return [dict(row) for row in cursor.fetchall()]


def answered(
    connection: Any, email: str, password: str = PASSWORD, bound_to: UUID | str | None = None
) -> str:
    """Make the first two calls of a sign-in; return the attempt."""
    row = call(connection, "challenge", email)
    key = passwords.client_key(password.encode(), row["salt"])
    attempt = str(row["attempt"])
    call(connection, "answer", attempt, passwords.proof(key, UUID(attempt), bound_to))
    return attempt


def open_session(
    connection: Any, email: str, password: str = PASSWORD, station: str = "a station"
) -> dict[str, Any]:
    """Make the first three calls of a sign-in; return what the third one answers."""
    return call(connection, "open_session", answered(connection, email, password), station)


def sign_in(bank: Bank, email: str, password: str = PASSWORD, station: str = "x") -> SignedIn:
    """Sign somebody in on a connection of their own, which the bank closes."""
    connection = bank.connect_desktop("auth")
    opened = open_session(connection, email, password, station)
    assert opened["session"] is not None, opened
    return SignedIn(bank, email, connection, opened["session"])


def payment_state(bank: Bank, token: str) -> str | None:
    """Return the SQLSTATE that Payment refuses a token with, None where it is believed."""
    with bank.as_desktop("payment") as desktop:
        try:
            call(desktop, "my_channel", token)
        except psycopg2.Error as error:
            return str(error.pgcode)
        return None


def accept(bank: Bank, *statements: str) -> None:
    """Hand signed statements to Payment as a desktop does."""
    with bank.as_desktop("payment") as desktop:
        for each in statements:
            call(desktop, "accept", each)


def log_of(bank: Bank, *events: str) -> list[tuple[Any, ...]]:
    """Return event, actor, whether with a session, and payload of Auth's log, in order."""
    return bank.ask(
        "auth",
        "SELECT event, actor, session_id IS NOT NULL, payload FROM audit_logs"
        " WHERE event = ANY (%s) ORDER BY id",
        list(events),
    )
