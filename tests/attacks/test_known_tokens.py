"""A token that has been verified is known from then on: and is worth no more than one that was not."""

from __future__ import annotations

import json
import threading
import time
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import psycopg2
import pytest

from tests.bank import claims_of

if TYPE_CHECKING:
    from services.bank import Services
    from tests.bank import Bank

pytestmark = pytest.mark.system_postgres

_WRITE = "SELECT api.mark_notifications_read(%s, '{}')"
_KNOWN = "SELECT token FROM private.known_tokens"


@pytest.fixture
def services(bank: Bank) -> Services:
    salma = bank.add_customer(balance=100)
    opened = bank.services()
    opened.identity.sign_in(email=salma.email, password=salma.password)
    return opened


@pytest.fixture
def token(bank: Bank, services: Services) -> str:
    """Return a token that a writing call has used, and only that one is known."""
    claims = claims_of(services.identity._access.token())
    bank.ask("payment", "DELETE FROM private.known_tokens")
    made = _signed(bank, claims)
    assert _state(bank, made) is None
    assert bank.ask("payment", _KNOWN) == [(made,)]
    return made


def _signed(bank: Bank, claims: dict[str, Any]) -> str:
    return str(bank.ask("auth", "SELECT private.sign(%s::jsonb)", json.dumps(claims))[0][0])


def _state(bank: Bank, token: str, call: str = _WRITE, url: str | None = None) -> str | None:
    """SQLSTATE of a call with this token; None where it is believed."""
    connection = psycopg2.connect(url or bank.payment_url)
    connection.autocommit = True
    try:
        connection.cursor().execute(call, (token,))
    except psycopg2.Error as error:
        return error.pgcode
    finally:
        connection.close()
    return None


def test_a_known_token_is_not_verified_again(bank: Bank, token: str) -> None:
    """Shown with a key that fits no signature any more, taken away behind the trigger's back."""
    with bank.as_owner("payment") as cursor:
        cursor.execute("ALTER TABLE private.signing_keys DISABLE TRIGGER forget_tokens_of_keys")
        cursor.execute("UPDATE private.signing_keys SET inner_pad = outer_pad")
        cursor.execute("ALTER TABLE private.signing_keys ENABLE TRIGGER forget_tokens_of_keys")
    assert _state(bank, token) is None
    assert _state(bank, token, "SELECT * FROM api.my_accounts(%s)") is None
    assert _state(bank, _signed(bank, claims_of(token))) == "IP001"


def test_no_other_token_with_its_signature_is_known(bank: Bank, token: str) -> None:
    header, payload, signature = token.split(".")
    for altered in (
        f"{header}.{payload[:-1]}{'A' if payload[-1] != 'A' else 'B'}.{signature}",
        f"{header}.{signature}",
        signature,
        f"{header}..{signature}",
        f"{token}.{signature}",
        f" {token}",
    ):
        assert _state(bank, altered) == "IP001", altered


def test_a_known_token_dies_at_its_time(bank: Bank, token: str) -> None:
    soon = _signed(bank, claims_of(token) | {"exp": time.time() + 4})
    assert _state(bank, soon) is None
    assert (soon,) in bank.ask("payment", _KNOWN)
    deadline = time.monotonic() + 20
    while (state := _state(bank, soon)) is None:
        assert time.monotonic() < deadline
        time.sleep(0.1)
    assert state == "IP002"
    assert bank.ask("payment", "SELECT private.forget_tokens()") == [(1,)]
    assert bank.ask("payment", _KNOWN) == [(token,)]


def test_a_known_token_can_be_revoked(bank: Bank, services: Services, token: str) -> None:
    services.identity.sign_out()
    assert _state(bank, token) == "IP003"


_REVOKE = (
    "INSERT INTO public.revocations (subject, not_before)"
    " VALUES (%s, extract(epoch FROM clock_timestamp()))"
)


@pytest.mark.parametrize("claim", ["sub", "sid"])
def test_a_revocation_takes_what_is_known_along(bank: Bank, token: str, claim: str) -> None:
    bank.ask("payment", _REVOKE, claims_of(token)[claim])
    assert bank.ask("payment", _KNOWN) == []
    assert _state(bank, token) == "IP003"


def test_a_token_that_is_just_being_revoked_is_not_kept(bank: Bank, token: str) -> None:
    other = _signed(bank, claims_of(token))
    with bank.as_owner("payment") as cursor:
        cursor.execute(_REVOKE, (claims_of(token)["sid"],))
        assert _state(bank, other) is None  # it counts from its commit on
        cursor.execute(_KNOWN)
        assert cursor.fetchall() == []
    assert _state(bank, other) == "IP003"


def test_a_revocation_waits_for_whoever_is_just_keeping_a_token(bank: Bank, token: str) -> None:
    other = _signed(bank, claims_of(token))
    first = psycopg2.connect(bank.payment_url)
    try:
        first.cursor().execute(_WRITE, (other,))  # kept, not committed
        revoking = threading.Thread(
            target=lambda: bank.ask("payment", _REVOKE, claims_of(token)["sid"])
        )
        revoking.start()
        deadline = time.monotonic() + 10
        with bank.as_owner("auth") as looking:
            looking.execute("SELECT count(*) FROM pg_locks WHERE NOT granted")
            while not looking.fetchone()[0]:
                assert time.monotonic() < deadline, "nobody waits"
                time.sleep(0.01)
                looking.execute("SELECT count(*) FROM pg_locks WHERE NOT granted")
        first.commit()
        revoking.join(10)
    finally:
        first.close()
    assert bank.ask("payment", _KNOWN) == []
    assert _state(bank, other) == "IP003"


def test_a_known_token_is_worth_nothing_at_another_station(bank: Bank, token: str) -> None:
    assert _state(bank, token, url=bank.payment_owner_url) == "IP001"


def test_a_key_that_goes_takes_its_tokens_along(bank: Bank, token: str) -> None:
    bank.ask("payment", "UPDATE private.signing_keys SET verifies_until = '2020-01-01'")
    assert bank.ask("payment", _KNOWN) == []
    assert _state(bank, token) == "IP001"


def test_a_key_that_goes_at_the_same_time_takes_them_along_too(bank: Bank, token: str) -> None:
    """Whoever has verified a token before the key went waits for it, and then keeps nothing."""
    later = _signed(bank, claims_of(token))
    states: list[str | None] = []
    caller = threading.Thread(target=lambda: states.append(_state(bank, later)))
    with bank.as_owner("payment") as cursor:
        cursor.execute("DELETE FROM private.signing_keys")
        caller.start()
        deadline = time.monotonic() + 10
        waiting = "SELECT count(*) FROM pg_locks WHERE NOT granted"
        while True:
            cursor.execute(waiting)
            if cursor.fetchone()[0]:
                break
            assert time.monotonic() < deadline, "nobody waits"
            time.sleep(0.01)
    caller.join(10)
    assert states == [None]  # verified before the key went
    assert bank.ask("payment", _KNOWN) == []
    assert _state(bank, later) == "IP001"


def test_reading_and_refused_calls_keep_no_token(bank: Bank, token: str) -> None:
    claims = claims_of(token)
    reading, refused = _signed(bank, claims), _signed(bank, claims | {"jti": 2})
    assert _state(bank, reading, "SELECT * FROM api.my_accounts(%s)") is None
    pay = "SELECT api.transfer(%s, NULL, NULL, NULL, 1, 'EGP', '')"
    assert _state(bank, refused, pay) == "IP208"
    assert bank.ask("payment", _KNOWN) == [(token,)]


def test_a_lock_on_a_token_keeps_it_from_being_known_and_nobody_waiting(
    bank: Bank, token: str
) -> None:
    """Where an administrator was too weak to revoke them, anybody may take advisory locks."""
    other = _signed(bank, claims_of(token))
    with bank.as_owner("payment") as hostile:
        hostile.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", (other,))
        assert _state(bank, other) is None
        hostile.execute(_KNOWN)
        assert hostile.fetchall() == [(token,)]
    assert _state(bank, other) is None
    assert len(bank.ask("payment", _KNOWN)) == 2


def test_calls_side_by_side_with_a_new_token_do_not_wait_for_one_another(
    bank: Bank, token: str
) -> None:
    other = _signed(bank, claims_of(token))
    # Whoever did wait would do so for longer than any machine takes.
    bank.let_wait("payment", "mark_notifications_read")
    first = psycopg2.connect(bank.payment_url)
    try:
        first.cursor().execute("SET idle_in_transaction_session_timeout = 0")
        first.cursor().execute(_WRITE, (other,))  # not committed: it would hold the row's place
        began = time.monotonic()
        assert _state(bank, other) is None
        assert time.monotonic() - began < 10
    finally:
        first.close()


def test_a_desktop_neither_sees_nor_writes_known_tokens(bank: Bank, token: str) -> None:
    for attempt in (
        "SELECT token FROM private.known_tokens WHERE token <> %s",
        "INSERT INTO private.known_tokens (signature, token) VALUES ('x', %s)",
        "SELECT private.remember_token(%s, NULL)",
        "SELECT private.forget_tokens() WHERE %s <> ''",
    ):
        assert _state(bank, token, attempt) == "42501", attempt
    assert bank.ask("payment", _KNOWN) == [(token,)]


def test_a_confirmation_is_never_known(bank: Bank, token: str) -> None:
    """It is good for one payment only."""
    payment = str(uuid4())
    confirmed = _signed(bank, claims_of(token) | {"typ": "confirm", "txn": payment})
    pay = f"SELECT api.transfer(%s, '{payment}', NULL, NULL, 1, 'EGP', '')"
    assert _state(bank, confirmed, pay) == "IP203"
    settle = f"SELECT api.settle(%s, '{payment}')"
    assert _state(bank, confirmed, settle) == "IP001"
    assert bank.ask("payment", _KNOWN) == [(token,)]
