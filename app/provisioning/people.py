"""What an operator does about people's access, as the owner of Auth: no session, and the log says so.

Statements that outdate tokens wait in Auth for the worker, which hands them to Payment within two seconds.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from app.provisioning.administration import connect, owner_transaction
from services import passwords
from services.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Sequence

#: Characters of why somebody was locked out.
MAX_REASON = 200


def add_user(
    auth_url: str, *, email: str, full_name: str, roles: Sequence[str]
) -> tuple[UUID, str]:
    """Make a user; return the id and the one-time password. Raises Refused: email_taken."""
    password = passwords.one_time()
    found = _ask(
        auth_url,
        "SELECT user_id FROM private.add_user(%s, %s, %s, %s, true, NULL)",
        email,
        _hash(password),
        full_name,
        list(roles),
    )
    return UUID(str(found)), password


def set_role(auth_url: str, *, email: str, role: str, is_granted: bool) -> bool:
    """Grant a role or take it away; False where it was so already. Raises Refused: user_unknown."""
    statement = _ask_about(
        auth_url, email, "SELECT private.set_role(%s, %s, %s, NULL)", role, is_granted
    )
    return statement is not None


def lock_user(auth_url: str, *, email: str, reason: str) -> None:
    """Lock somebody out; all sessions end. Raises Refused: user_unknown; InvalidInput: reason_invalid."""
    _ask_about(auth_url, email, "SELECT private.lock_person(%s, %s, NULL)", reason)


def unlock_user(auth_url: str, *, email: str) -> None:
    """Let somebody in again. Raises Refused: user_unknown."""
    _ask_about(auth_url, email, "SELECT private.unlock_person(%s, NULL)")


def reset_password(auth_url: str, *, email: str) -> str:
    """Return a one-time password for somebody, whose sessions end. Raises Refused: user_unknown."""
    password = passwords.one_time()
    _ask_about(auth_url, email, "SELECT private.reset_person(%s, %s, NULL)", _hash(password))
    return password


def _hash(password: str) -> str:
    return passwords.new_hash(passwords.check_new(password))


def _ask(auth_url: str, query: str, *arguments: object) -> Any:  # noqa: ANN401 (one column of one row)
    with connect(auth_url, "auth") as auth, owner_transaction(auth) as cursor:
        cursor.execute(query, arguments)
        return cursor.fetchone()[0]


def _ask_about(auth_url: str, email: str, query: str, *arguments: object) -> Any:  # noqa: ANN401
    """Ask about the person of an email, in one transaction."""
    with connect(auth_url, "auth") as auth, owner_transaction(auth) as cursor:
        cursor.execute("SELECT id FROM public.users WHERE email = %s", (email,))
        row = cursor.fetchone()
        if row is None:
            raise Refused("user_unknown")
        cursor.execute(query, (row[0], *arguments))
        return cursor.fetchone()[0]
