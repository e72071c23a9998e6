"""A desktop's own login at a prompt: statements, what they are refused with, and somebody's token."""

from __future__ import annotations

import hashlib
import hmac
from typing import TYPE_CHECKING, Any
from uuid import UUID

import psycopg2

from services import passwords
from tests.bank import PASSWORD

if TYPE_CHECKING:
    from services.bank import Services
    from tests.bank import Bank


def told(connection: Any, statement: str, *arguments: object) -> list[tuple[Any, ...]]:
    """Execute a statement; return its rows."""
    with connection.cursor() as cursor:
        cursor.execute(statement, [str(a) if isinstance(a, UUID) else a for a in arguments] or None)
        return list(cursor.fetchall()) if cursor.description else []


def refusal(connection: Any, statement: str, *arguments: object) -> str | None:
    """Return the SQLSTATE a statement is refused with; None where it went through."""
    try:
        told(connection, statement, *arguments)
    except psycopg2.Error as error:
        return error.pgcode
    return None


def signed_in(bank: Bank, email: str, password: str = PASSWORD) -> Services:
    services = bank.services()
    services.identity.sign_in(email=email, password=password)
    return services


def token_of(services: Services) -> str:
    return services.identity._access.token()


def session_of(services: Services) -> str:
    return services.identity._access.current().session


def answered(desktop: Any, email: str, password: str | bytes, bound_to: str = "") -> str:
    """Challenge and answer, as a sign-in does; return the attempt. Octets are taken for the ClientKey."""
    ((attempt, salt),) = told(desktop, "SELECT attempt, salt FROM api.challenge(%s)", email)
    key = password if isinstance(password, bytes) else passwords.client_key(password.encode(), salt)
    told(desktop, "SELECT api.answer(%s, %s)", attempt, proof(key, attempt, bound_to))
    return str(attempt)


def proof(key: bytes, attempt: str, bound_to: str = "") -> bytes:
    """Return the proof for an attempt that is bound to a text (docs/database.md, Signing in)."""
    message = f"{attempt}:{bound_to}" if bound_to else attempt
    mask = hmac.digest(hashlib.sha256(key).digest(), message.encode(), "sha256")
    return bytes(left ^ right for left, right in zip(key, mask, strict=True))
