"""The key that Auth signs with and Payment verifies with, in both databases."""

from __future__ import annotations

import base64
import json
import secrets
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datetime import datetime

    from app.provisioning.administration import Report

_BLOCK_OCTETS = 64
#: A key that has signed for longer is worth replacing.
OLDEST_DAYS = 365

_NEWEST = """
    SELECT kid, header, inner_pad, outer_pad FROM private.signing_keys
    WHERE signs ORDER BY created_at DESC LIMIT 1
"""


@dataclass(frozen=True, slots=True)
class SigningKey:
    """An HMAC-SHA-256 key by its id, as the two padded blocks that HMAC begins with (RFC 2104)."""

    kid: str
    header: str
    inner_pad: bytes = field(repr=False)
    outer_pad: bytes = field(repr=False)


def new_key() -> SigningKey:
    """Make a key of 256 random bits."""
    kid = secrets.token_hex(8)
    block = secrets.token_bytes(32).ljust(_BLOCK_OCTETS, b"\0")
    header = json.dumps({"alg": "HS256", "kid": kid, "typ": "JWT"}, separators=(",", ":"))
    return SigningKey(
        kid,
        base64.urlsafe_b64encode(header.encode()).rstrip(b"=").decode(),
        bytes(octet ^ 0x36 for octet in block),
        bytes(octet ^ 0x5C for octet in block),
    )


def ensure_key(auth: Any, payment: Any, report: Report) -> None:  # noqa: ANN401 (cursors)
    """Give both databases one key; Auth's newest is carried over where Payment lacks it."""
    auth.execute(_NEWEST)
    row = auth.fetchone()
    if row is None:
        key = new_key()
        insert(auth, key)
        report.changed("auth: signing key")
    else:
        key = SigningKey(*row)
    payment.execute("SELECT FROM private.signing_keys WHERE kid = %s", (key.kid,))
    if payment.fetchone() is None:
        insert(payment, key)
        report.changed("payment: verifying key")


def signing_kid(auth: Any) -> str | None:  # noqa: ANN401
    """Return the id of the key that Auth signs with; None without one."""
    auth.execute(_NEWEST)
    row = auth.fetchone()
    return None if row is None else str(row[0])


def insert(cursor: Any, key: SigningKey) -> None:  # noqa: ANN401
    """Put a key into a database, as the owner."""
    cursor.execute(
        "INSERT INTO private.signing_keys (kid, header, inner_pad, outer_pad)"
        " VALUES (%s, %s, %s, %s)",
        (key.kid, key.header, key.inner_pad, key.outer_pad),
    )


def difference(auth: Any, payment: Any) -> str:  # noqa: ANN401
    """Say how the databases' keys differ, or that the present one is old; empty where all is well."""
    ours, theirs = _stored(auth), _stored(payment)
    signing = [each for each in ours.values() if each.signs]
    wrong = [] if len(signing) == 1 else [f"auth: {len(signing)} keys sign"]
    for kid, key in ours.items():
        copy = theirs.get(kid)
        if copy is None or copy.digest != key.digest:
            if key.is_alive:
                wrong.append(f"payment does not know key {kid} of auth; run provision")
        elif copy.verifies_until != key.verifies_until and (key.is_alive or copy.is_alive):
            wrong.append(f"key {kid} ends in one database only; run keys rotate")
    wrong += [
        f"payment believes key {kid}, which auth does not know; run keys rotate"
        for kid, key in theirs.items()
        if key.is_alive and kid not in ours
    ]
    wrong += [
        f"auth has signed with key {each.kid} for {each.age_days} days; run keys rotate"
        for each in signing
        if each.age_days > OLDEST_DAYS
    ]
    return "; ".join(wrong)


def described(auth: Any) -> str:  # noqa: ANN401
    """Return which key signs since when, and which still verify."""
    stored = _stored(auth).values()
    lines = [f"{each.kid} signs, {each.age_days} days old" for each in stored if each.signs]
    lines += [
        f"{each.kid} verifies until {each.verifies_until:%Y-%m-%d %H:%M:%S} UTC"
        for each in stored
        if each.verifies_until is not None and each.is_alive
    ]
    return ", ".join(lines)


@dataclass(frozen=True, slots=True)
class _StoredKey:
    kid: str
    digest: str
    signs: bool
    verifies_until: datetime | None
    is_alive: bool
    age_days: int


def _stored(cursor: Any) -> dict[str, _StoredKey]:  # noqa: ANN401
    cursor.execute(
        "SELECT kid, encode(sha256(convert_to(header, 'UTF8') || inner_pad || outer_pad), 'hex'),"
        " signs, verifies_until, coalesce(verifies_until > private.utc_now(), true),"
        " extract(day FROM private.utc_now() - created_at)::integer"
        " FROM private.signing_keys ORDER BY created_at"
    )
    return {row[0]: _StoredKey(*row) for row in cursor.fetchall()}
