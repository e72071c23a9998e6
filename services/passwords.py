"""What becomes of a password before anything leaves this computer.

ClientKey = sha256(bcrypt(password, salt)); StoredKey = sha256(ClientKey). The database keeps StoredKey,
and sees ClientKey only masked with a key it made itself for one attempt.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
from typing import TYPE_CHECKING

import bcrypt

from services.errors import InvalidInput, Refused
from services.values.password_rules import MAX_OCTETS, MIN_CHARACTERS

if TYPE_CHECKING:
    from uuid import UUID

COST = 12
_COSTS = range(10, 15)
#: Letters and digits that nobody takes for another one, on paper or on the phone.
_UNAMBIGUOUS = "abcdefghjkmnpqrstuvwxyz23456789"
_GROUPS, _IN_A_GROUP = 4, 4
_SALT = re.compile(r"\$2[aby]\$(\d\d)\$[./A-Za-z0-9]{22}")


def check_typed(password: str, *, field: str = "password") -> bytes:
    """Return a typed password's octets (UTF-8).

    Raises InvalidInput about `field`: password_missing, password_too_long (over 72 octets),
    password_has_nul.
    """
    # Half of a surrogate pair, as a window's text can hold, is a wrong password like any other.
    octets = password.encode(errors="surrogatepass")
    if not octets:
        raise InvalidInput("password_missing", field=field)
    if len(octets) > MAX_OCTETS:
        raise InvalidInput("password_too_long", field=field)
    if b"\0" in octets:
        raise InvalidInput("password_has_nul", field=field)
    return octets


def check_new(password: str, *, field: str = "password") -> bytes:
    """Return a new password's octets; raises also password_too_short (under 12 characters)."""
    octets = check_typed(password, field=field)
    if len(password) < MIN_CHARACTERS:
        raise InvalidInput("password_too_short", field=field)
    return octets


def client_key(octets: bytes, salt: str) -> bytes:
    """Return the 32 octets of ClientKey.

    `salt` is bcrypt's prefix of 29 characters, as the database gave it. A cost outside 10 to 14 is
    refused: a hostile server could ask for one that is cheap to guess, or that never ends.
    """
    found = _SALT.fullmatch(salt)
    if found is None or int(found[1]) not in _COSTS:
        raise Refused("salt_refused")
    return hashlib.sha256(bcrypt.hashpw(octets, salt.encode())).digest()


def proof(key: bytes, attempt: UUID, bound_to: UUID | str | None = None) -> bytes:
    """Return ClientKey XOR HMAC(StoredKey, message): right for one attempt only.

    The message is the attempt, or `<attempt>:<what for>` to prove the password once more for that alone:
    a payment's id, a new hash, `unlock`.
    """
    stored_key = hashlib.sha256(key).digest()
    message = str(attempt) if bound_to is None else f"{attempt}:{bound_to}"
    mask = hmac.digest(stored_key, message.encode(), "sha256")
    return bytes(left ^ right for left, right in zip(key, mask, strict=True))


def new_hash(octets: bytes) -> str:
    """Return what `users.password_hash` keeps of a new password: `$sr1`, salt, `$`, StoredKey in hex."""
    salt = bcrypt.gensalt(COST).decode()
    stored_key = hashlib.sha256(client_key(octets, salt)).hexdigest()
    return f"$sr1{salt}${stored_key}"


def one_time() -> str:
    """Make a password for somebody else to type once and then change: 79 bits, in four groups."""
    groups = (
        "".join(secrets.choice(_UNAMBIGUOUS) for _ in range(_IN_A_GROUP)) for _ in range(_GROUPS)
    )
    return "-".join(groups)
