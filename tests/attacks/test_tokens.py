"""Access tokens and statements: nothing that was altered, borrowed or outlived counts."""

from __future__ import annotations

import base64
import json
import time
from typing import TYPE_CHECKING, Any

import psycopg2
import pytest

from tests.bank import claims_of

if TYPE_CHECKING:
    from services.bank import Services
    from tests.bank import Bank

pytestmark = pytest.mark.system_postgres


@pytest.fixture
def services(bank: Bank) -> Services:
    salma = bank.add_customer(balance=100)
    opened = bank.services()
    opened.identity.sign_in(email=salma.email, password=salma.password)
    return opened


def _encoded(claims: Any) -> str:
    return base64.urlsafe_b64encode(json.dumps(claims).encode()).rstrip(b"=").decode()


def _state(bank: Bank, token: str | None) -> str | None:
    """SQLSTATE of a read with this token; None when it is believed."""
    with bank.as_desktop("payment") as desktop:
        cursor = desktop.cursor()
        try:
            cursor.execute("SELECT api.mark_notifications_read(%s, '{}')", (token,))
        except psycopg2.Error as error:
            return error.pgcode
        return None


def test_token_is_believed_by_payment_alone(bank: Bank, services: Services) -> None:
    token = services.identity._access.token()
    assert _state(bank, token) is None
    claims = claims_of(token)
    assert claims["typ"] == "access"
    assert claims["roles"] == ["CUSTOMER"]
    assert claims["dbrole"] == "station_1"
    assert 0 < claims["exp"] - time.time() <= 301
    assert set(claims) == {
        "typ",
        "iss",
        "aud",
        "sub",
        "sid",
        "roles",
        "dbrole",
        "auth_time",
        "iat",
        "exp",
    }


def test_a_token_with_any_character_altered_is_refused(bank: Bank, services: Services) -> None:
    token = services.identity._access.token()
    with bank.as_desktop("payment") as desktop:
        cursor = desktop.cursor()
        for place in range(len(token)):
            other = "A" if token[place] != "A" else "B"
            altered = token[:place] + other + token[place + 1 :]
            with pytest.raises(psycopg2.Error) as caught:
                cursor.execute("SELECT api.mark_notifications_read(%s, '{}')", (altered,))
            assert caught.value.pgcode == "IP001", place


def test_the_last_character_of_a_signature_has_one_right_value(
    bank: Bank, services: Services
) -> None:
    """The last of 43 characters holds two unused bits: decoding would accept four of them."""
    token = services.identity._access.token()
    alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    believed = [each for each in alphabet if _state(bank, token[:-1] + each) is None]
    assert believed == [token[-1]]


def test_forged_headers_and_segments_are_refused(bank: Bank, services: Services) -> None:
    token = services.identity._access.token()
    header, payload, signature = token.split(".")
    none = _encoded({"alg": "none", "typ": "JWT"})
    kid = json.loads(base64.urlsafe_b64decode(header + "=="))["kid"]
    for forged in (
        f"{none}.{payload}.",
        f"{none}.{payload}.{signature}",
        f"{_encoded({'alg': 'none', 'kid': kid, 'typ': 'JWT'})}.{payload}.",
        f"{token}.",
        f"{token}.{signature}",
        f"{header}.{payload}",
        f"{header}.{payload}.",
        f".{payload}.{signature}",
        "..",
        "",
        None,
        token + "=" * 4,
        " " + token,
        "x" * 3000,
        f"{header}.{payload}.{signature}".upper(),
    ):
        assert _state(bank, forged) == "IP001", forged


def test_claims_cannot_be_changed_without_the_key(bank: Bank, services: Services) -> None:
    header, _, signature = services.identity._access.token().split(".")
    claims = claims_of(services.identity._access.token())
    for change in ({"roles": ["ADMIN"]}, {"exp": claims["exp"] + 9999}, {"sub": claims["sid"]}):
        assert _state(bank, f"{header}.{_encoded(claims | change)}.{signature}") == "IP001"


def _signed(bank: Bank, claims: dict[str, Any]) -> str:
    """Sign as only the owner can: shows that it is the claim, and not the signature, that fails."""
    return str(bank.ask("auth", "SELECT private.sign(%s::jsonb)", json.dumps(claims))[0][0])


def test_expired_borrowed_and_mistyped_tokens_are_refused(bank: Bank, services: Services) -> None:
    claims = claims_of(services.identity._access.token())
    assert _state(bank, _signed(bank, claims)) is None
    assert _state(bank, _signed(bank, claims | {"exp": time.time() - 1})) == "IP002"
    assert _state(bank, _signed(bank, claims | {"dbrole": "station_2"})) == "IP001"
    for kind in ("holder", "revoke", "", None):
        assert _state(bank, _signed(bank, claims | {"typ": kind})) == "IP001"


def test_signing_out_ends_the_access_token_at_once(bank: Bank, services: Services) -> None:
    token = services.identity._access.token()
    services.identity.sign_out()
    assert _state(bank, token) == "IP003"
    with bank.as_desktop("auth") as desktop:
        cursor = desktop.cursor()
        cursor.execute("SELECT set_config('instapay.token', %s, false)", (token,))
        with pytest.raises(psycopg2.Error) as caught:
            cursor.execute("SELECT id FROM users")
    assert caught.value.pgcode == "IP003"


def test_signing_in_again_within_the_same_second_works(bank: Bank, services: Services) -> None:
    services.identity.sign_out()
    services.identity.sign_in(email="salma@demo.eg", password="correct horse battery")
    assert len(services.accounts.list()) == 1


def test_statements_are_taken_once_newest_first_and_from_auth_only(bank: Bank) -> None:
    salma = bank.add_customer("Salma Hassan")
    older = _signed(bank, {"typ": "holder", "sub": str(salma.user_id), "full_name": "Salma Adel"})
    newer = _signed(bank, {"typ": "holder", "sub": str(salma.user_id), "full_name": "Salma Samir"})
    token = _signed(bank, {"typ": "access", "sub": str(salma.user_id), "exp": time.time() + 99})
    with bank.as_desktop("payment") as desktop:
        cursor = desktop.cursor()
        for statement in (newer, older, newer):
            cursor.execute("SELECT api.accept(%s)", (statement,))
        for bad, state in ((token, "IP006"), (newer[:-1] + "_", "IP001"), ("", "IP001"), (None, "IP001"),
                           ("a.b.c", "IP001"), ("a.!!!.c", "IP001"), ("a." + "A" * 9 + ".c", "IP001")):  # fmt: skip
            with pytest.raises(psycopg2.Error) as caught:
                cursor.execute("SELECT api.accept(%s)", (bad,))
            assert caught.value.pgcode == state, bad
    names = bank.ask(
        "payment", "SELECT full_name FROM holders WHERE user_id = %s", str(salma.user_id)
    )
    assert names == [("Salma Samir",)]


#: RFC 4231, cases 1 to 4, 6 and 7: key, message, HMAC-SHA-256.
_RFC_4231 = (
    ("0b" * 20, "4869205468657265", "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"),
    ("4a656665", "7768617420646f2079612077616e7420666f72206e6f7468696e673f", "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"),
    ("aa" * 20, "dd" * 50, "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"),
    ("0102030405060708090a0b0c0d0e0f10111213141516171819", "cd" * 50, "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b"),
)  # fmt: skip


@pytest.mark.parametrize(("key", "message", "wanted"), _RFC_4231)
def test_hmac_is_right(bank: Bank, key: str, message: str, wanted: str) -> None:
    block = bytes.fromhex(key).ljust(64, b"\0")
    found = bank.ask(
        "payment",
        "SELECT encode(private.hmac_sha256(%s, %s, %s), 'hex')",
        bytes(each ^ 0x36 for each in block),
        bytes(each ^ 0x5C for each in block),
        bytes.fromhex(message),
    )
    assert found == [(wanted,)]
