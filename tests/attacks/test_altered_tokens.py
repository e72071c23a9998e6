"""Tokens with any octet altered, and tokens that are right in all but one claim: refused wherever they go."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING, Any

import pytest

from tests.attacks.raw_sql import refusal, session_of, signed_in, token_of, told
from tests.bank import claims_of

if TYPE_CHECKING:
    from models.heads import Database
    from tests.bank import Bank

pytestmark = pytest.mark.system_postgres

#: Signs claims just as they are, with the key and header of the bank or with others.
_SIGN = """
    WITH message AS (
        SELECT k.inner_pad, k.outer_pad,
            coalesce(%s, k.header) || '.' || private.base64url_encode(convert_to(%s, 'UTF8')) AS text
        FROM private.signing_keys AS k WHERE k.signs
    )
    SELECT text || '.' || private.base64url_encode(private.hmac_sha256(
        coalesce(%s::bytea, inner_pad), outer_pad, convert_to(text, 'UTF8')))
    FROM message
"""
_WRITE = "SELECT api.mark_notifications_read(%s, '{}')"
_OTHERS: tuple[tuple[dict[str, Any], str], ...] = (
    ({"aud": "another program"}, "IP001"),
    ({"aud": None}, "IP001"),
    ({"iss": "somebody"}, "IP001"),
    ({"iss": "instapay_payment"}, "IP001"),
    ({"dbrole": "station_2"}, "IP001"),
    ({"dbrole": "STATION_1"}, "IP001"),
    ({"dbrole": None}, "IP001"),
    ({"typ": "holder"}, "IP001"),
    ({"typ": "revoke"}, "IP001"),
    ({"typ": "confirm"}, "IP001"),
    ({"typ": ["access"]}, "IP001"),
    ({"exp": 1}, "IP002"),
    ({"exp": -1}, "IP002"),
)
_READ = {"auth": "SELECT count(*) FROM users", "payment": "SELECT count(*) FROM accounts"}


def _signed(
    bank: Bank, claims: dict[str, Any], *, header: str | None = None, key: bytes | None = None
) -> str:
    return str(bank.ask("auth", _SIGN, header, json.dumps(claims), key)[0][0])


def _altered(token: str) -> list[str]:
    """Return the token with each octet changed in its lowest bit, in its highest of ASCII, and cut out."""
    return [
        token[:place] + other + token[place + 1 :]
        for place, octet in enumerate(token.encode())
        for other in (chr(octet ^ 1), chr(octet ^ 64), "")
        if other != "\0"
    ]


@pytest.fixture
def tokens(bank: Bank) -> tuple[str, str]:
    """Return an access token and the session's own."""
    services = signed_in(bank, bank.add_customer(balance=100).email)
    return token_of(services), session_of(services)


@pytest.mark.parametrize("database", ["auth", "payment"])
def test_no_altered_access_token_reads_a_row(
    bank: Bank, tokens: tuple[str, str], database: Database
) -> None:
    access, _ = tokens
    with bank.as_desktop(database) as desktop:

        def read(token: str) -> str | None:
            told(desktop, "SELECT set_config('instapay.token', %s, false)", token)
            return refusal(desktop, _READ[database])

        assert read(access) is None
        believed = [each for each in _altered(access) if read(each) != "IP001"]
    assert believed == []


def test_no_altered_access_token_writes(bank: Bank, tokens: tuple[str, str]) -> None:
    """Also once the right one is known, and is not verified any more."""
    access, _ = tokens
    with bank.as_desktop("payment") as desktop:
        assert refusal(desktop, _WRITE, access) is None
        believed = [each for each in _altered(access) if refusal(desktop, _WRITE, each) != "IP001"]
    assert believed == []


def test_no_altered_session_token_buys_anything(bank: Bank, tokens: tuple[str, str]) -> None:
    _, session = tokens
    with bank.as_desktop("auth") as desktop:
        for each in (*_altered(session), "", None, session * 2, session + " ", session.swapcase()):
            assert refusal(desktop, "SELECT * FROM api.access_token(%s)", each) == "IP102", each
            assert told(desktop, "SELECT api.end_session(%s)", each) == [(None,)]
        assert refusal(desktop, "SELECT * FROM api.access_token(%s)", session) is None


def test_what_the_database_keeps_of_a_session_opens_nothing(
    bank: Bank, tokens: tuple[str, str]
) -> None:
    """Whoever has stolen the disk has digests, which are no tokens."""
    kept = bank.ask("auth", "SELECT token FROM sessions")
    with bank.as_desktop("auth") as desktop:
        for (digest,) in kept:
            assert refusal(desktop, "SELECT * FROM api.access_token(%s)", digest) == "IP102"


def test_a_token_for_something_else_is_refused_in_both_databases(
    bank: Bank, tokens: tuple[str, str]
) -> None:
    """Signed with the bank's own key: it is the claim that fails."""
    claims = claims_of(tokens[0])
    right = _signed(bank, claims)
    with bank.as_desktop("payment") as payment, bank.as_desktop("auth") as auth:
        reads = (payment, _READ["payment"]), (auth, _READ["auth"])
        assert refusal(payment, _WRITE, right) is None
        for desktop, read in reads:
            told(desktop, "SELECT set_config('instapay.token', %s, false)", right)
            assert refusal(desktop, read) is None
        for change, state in _OTHERS:
            wrong = _signed(bank, claims | change)
            assert refusal(payment, _WRITE, wrong) == state, change
            for desktop, read in reads:
                told(desktop, "SELECT set_config('instapay.token', %s, false)", wrong)
                assert refusal(desktop, read) == state, change


def test_another_key_or_header_signs_nothing(bank: Bank, tokens: tuple[str, str]) -> None:
    claims = claims_of(tokens[0])
    header = tokens[0].split(".")[0]
    with bank.as_desktop("payment") as desktop:
        forged = (
            _signed(bank, claims, key=b"\0" * 64),
            _signed(bank, claims, header=header + "="),
            _signed(bank, claims, header="eyJhbGciOiJub25lIn0"),
            _signed(bank, claims, header=""),
            _signed(bank, claims, header=f"{header}.{header}"),
        )
        for each in forged:
            assert refusal(desktop, _WRITE, each) == "IP001", each
            assert refusal(desktop, "SELECT api.accept(%s)", each) in {"IP001", "IP006"}, each


def test_a_token_is_not_a_statement_and_a_statement_no_token(
    bank: Bank, tokens: tuple[str, str]
) -> None:
    access, session = tokens
    claims = claims_of(access) | {"full_name": "Mallory", "not_before": time.time() + 99}
    with bank.as_desktop("auth") as auth, bank.as_desktop("payment") as payment:
        ((statement,),) = told(auth, "SELECT api.holder_statement(%s)", session)
        assert refusal(payment, _WRITE, statement) == "IP001"
        for kind in ("access", "confirm"):
            made = _signed(bank, claims | {"typ": kind})
            assert refusal(payment, "SELECT api.accept(%s)", made) == "IP006"
        for each in _altered(statement)[::7]:
            assert refusal(payment, "SELECT api.accept(%s)", each) in {"IP001", "IP006"}
    assert bank.ask("payment", "SELECT full_name FROM holders") == [("Salma Hassan",)]
