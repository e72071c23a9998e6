from __future__ import annotations

import hashlib
import hmac
from uuid import uuid4

import pytest

from services import passwords
from services.errors import InvalidInput, Refused

_SALT = "$2b$10$" + "a" * 21 + "."


def test_proof_is_the_client_key_masked_for_one_attempt() -> None:
    key = passwords.client_key(b"a long password", _SALT)
    attempt = uuid4()
    mask = hmac.digest(hashlib.sha256(key).digest(), str(attempt).encode(), "sha256")
    proof = passwords.proof(key, attempt)
    assert bytes(a ^ b for a, b in zip(proof, mask, strict=True)) == key
    assert passwords.proof(key, uuid4()) != proof


def test_a_proof_for_a_payment_names_it() -> None:
    key = passwords.client_key(b"a long password", _SALT)
    attempt, payment = uuid4(), uuid4()
    message = f"{attempt}:{payment}".encode()
    mask = hmac.digest(hashlib.sha256(key).digest(), message, "sha256")
    proof = passwords.proof(key, attempt, payment)
    assert bytes(a ^ b for a, b in zip(proof, mask, strict=True)) == key
    assert proof not in {passwords.proof(key, attempt), passwords.proof(key, attempt, uuid4())}


@pytest.mark.parametrize(
    "salt",
    ["$2b$09$" + "a" * 22, "$2b$15$" + "a" * 22, "$2b$31$" + "a" * 22, "$2x$12$" + "a" * 22, "",
     "$2b$12$" + "a" * 21, "$2b$12$" + "a" * 23, "$2b$1x$" + "a" * 22, "$2b$12$" + "%" * 22],
)  # fmt: skip
def test_server_that_asks_for_an_odd_hash_gets_none(salt: str) -> None:
    with pytest.raises(Refused):
        passwords.client_key(b"a long password", salt)


@pytest.mark.parametrize(
    ("password", "code"),
    [
        ("", "password_missing"),
        ("x" * 11, "password_too_short"),
        ("x" * 73, "password_too_long"),
        ("ك" * 37, "password_too_long"),
        ("twelve chars\0", "password_has_nul"),
    ],
)
def test_new_password_has_bounds(password: str, code: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        passwords.check_new(password)
    assert caught.value.code == code


@pytest.mark.parametrize("password", ["x" * 12, "x" * 72, "ك" * 36, "emoji 🙂 inside"])
def test_new_password_at_its_bounds_is_taken(password: str) -> None:
    assert passwords.check_new(password) == password.encode()
