"""The key that Auth signs with and Payment verifies with, in both databases."""

from __future__ import annotations

import base64
import json
import secrets
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from app.provisioning.administration import Report

_BLOCK_OCTETS = 64


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
    columns = "kid, header, inner_pad, outer_pad"
    newest = (
        f"SELECT {columns} FROM private.signing_keys WHERE signs ORDER BY created_at DESC LIMIT 1"  # noqa: S608 (a constant)
    )
    auth.execute(newest)
    row = auth.fetchone()
    if row is None:
        key = new_key()
        row = (key.kid, key.header, key.inner_pad, key.outer_pad)
        _insert(auth, row)
        report.changed("auth: signing key")
    payment.execute("SELECT FROM private.signing_keys WHERE kid = %s", (row[0],))
    if payment.fetchone() is None:
        _insert(payment, row)
        report.changed("payment: verifying key")


def _insert(cursor: Any, row: tuple[Any, ...]) -> None:  # noqa: ANN401
    cursor.execute(
        "INSERT INTO private.signing_keys (kid, header, inner_pad, outer_pad)"
        " VALUES (%s, %s, %s, %s)",
        row,
    )
