"""Sign-up, sign-in in four calls, sessions."""

from __future__ import annotations

import hashlib
import json
import time
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from typing import TYPE_CHECKING, Any
from uuid import UUID

import bcrypt
import psycopg2
import pytest

from services import passwords
from services.errors import InvalidInput, SessionEnded, SignInRefused
from services.values.people import Role
from tests.bank import PASSWORD, password_hash

if TYPE_CHECKING:
    from tests.bank import Bank

pytestmark = pytest.mark.system_postgres

_WRONG = "not the right password"


def test_signed_up_customer_signs_in_and_has_one_account(bank: Bank) -> None:
    services = bank.services()
    services.identity.sign_up(email=" Nour@Demo.eg ", password=PASSWORD, full_name=" نور  حسن ")
    with pytest.raises(SignInRefused):
        services.identity.sign_in(email="nour@demo.eg", password=PASSWORD)
    assert bank.decide_applications() == 1
    person = services.identity.sign_in(email="NOUR@demo.eg", password=PASSWORD)
    assert (person.email, person.full_name, person.roles) == (
        "nour@demo.eg",
        "نور حسن",
        frozenset({Role.CUSTOMER}),
    )
    (account,) = services.accounts.list()
    assert (account.currency, account.balance.amount) == ("EGP", Decimal(0))
    services.identity.sign_out()
    services.identity.sign_in(email="nour@demo.eg", password=PASSWORD)
    assert services.accounts.list() == (account,)
    assert bank.ask("auth", "SELECT password_hash FROM applications") == [("",)]


def test_whoever_signs_in_next_is_not_taken_for_the_one_before(bank: Bank) -> None:
    """Whose session it is gets read from its token once, and only for that session."""
    people = [bank.add_customer(), bank.add_customer("Karim Samir", "karim@demo.eg")]
    services = bank.services()
    access = services.identity._access
    for person in (*people, *people):
        services.identity.sign_in(email=person.email, password=PASSWORD)
        assert (access.user_id(), access.current().email) == (person.user_id, person.email)
        assert access.user_id() is access.user_id()
    services.identity.sign_out()
    with pytest.raises(SessionEnded):
        access.user_id()


def test_two_windows_of_a_new_customer_open_one_account(bank: Bank) -> None:
    first, second = bank.services(), bank.services()
    first.identity.sign_up(email="nour@demo.eg", password=PASSWORD, full_name="Nour")
    bank.decide_applications()
    with ThreadPoolExecutor(2) as threads:
        list(
            threads.map(
                lambda each: each.identity.sign_in(email="nour@demo.eg", password=PASSWORD),
                (first, second),
            )
        )
    assert len(first.accounts.list()) == len(second.accounts.list()) == 1


def test_first_account_is_retried_when_the_accounts_are_looked_at(
    bank: Bank,
) -> None:
    services = bank.services()
    services.identity.sign_up(email="nour@demo.eg", password=PASSWORD, full_name="Nour")
    bank.decide_applications()
    right = bank.payment_url
    bank.payment_url = "postgresql://station_1@127.0.0.1:1/nowhere"
    services.identity.sign_in(email="nour@demo.eg", password=PASSWORD)
    bank.payment_url = right
    assert len(services.accounts.list()) == 1


def test_signing_up_with_a_known_email_changes_nothing_and_tells_nothing(bank: Bank) -> None:
    salma = bank.add_customer()
    services = bank.services()
    services.identity.sign_up(email=salma.email, password="another password", full_name="Mallory")
    assert bank.decide_applications() == 0
    assert (
        services.identity.sign_in(email=salma.email, password=PASSWORD).full_name == "Salma Hassan"
    )


@pytest.mark.parametrize(
    ("changes", "code", "field"),
    [
        ({"email": ""}, "email_missing", "email"),
        ({"email": "nobody"}, "email_invalid", "email"),
        ({"email": "a@b@c.eg"}, "email_invalid", "email"),
        ({"email": "sälma@demo.eg"}, "email_invalid", "email"),
        ({"email": "\uff53alma@demo.eg"}, "email_invalid", "email"),
        ({"email": "SALİ@demo.eg"}, "email_invalid", "email"),
        ({"email": "sal\u200bma@demo.eg"}, "email_invalid", "email"),
        ({"email": "x" * 250 + "@demo.eg"}, "email_invalid", "email"),
        ({"password": ""}, "password_missing", "password"),
        ({"password": "eleven char"}, "password_too_short", "password"),
        ({"password": "x" * 73}, "password_too_long", "password"),
        ({"password": "كلمة" * 10}, "password_too_long", "password"),
        ({"password": "twelve\0chars"}, "password_has_nul", "password"),
        ({"full_name": "  "}, "name_invalid", "full_name"),
        ({"full_name": "x" * 101}, "name_invalid", "full_name"),
        ({"full_name": "Two\x07Bells"}, "name_invalid", "full_name"),
    ],
)
def test_forms_that_cannot_be_used_name_the_field(
    bank: Bank, changes: dict[str, str], code: str, field: str
) -> None:
    form = {"email": "nour@demo.eg", "password": PASSWORD, "full_name": "Nour"} | changes
    with pytest.raises(InvalidInput) as caught:
        bank.services().identity.sign_up(**form)
    assert (caught.value.code, caught.value.data["field"]) == (code, field)
    assert bank.ask("auth", "SELECT 1 FROM applications") == []


@pytest.mark.parametrize("email", ["salma@demo.eg", "nobody@demo.eg"])
def test_wrong_password_and_unknown_email_say_the_same(bank: Bank, email: str) -> None:
    bank.add_customer()
    services = bank.services()
    for left in (4, 3, 2, 1):
        with pytest.raises(SignInRefused) as caught:
            services.identity.sign_in(email=email, password=_WRONG)
        assert (caught.value.code, caught.value.data) == ("sign_in_refused", {"tries_left": left})
    for _ in range(2):
        with pytest.raises(SignInRefused) as caught:
            services.identity.sign_in(email=email, password=_WRONG)
        assert caught.value.code == "sign_in_paused"
        assert caught.value.data["retry_after_s"] in range(55, 61 + 60)
    # While paused the right password does not help either.
    with pytest.raises(SignInRefused) as caught:
        services.identity.sign_in(email=email, password=PASSWORD)
    assert caught.value.code == "sign_in_paused"


def test_a_success_clears_the_count_and_another_station_has_its_own(bank: Bank) -> None:
    salma = bank.add_customer()
    services = bank.services()
    for _ in range(4):
        with pytest.raises(SignInRefused):
            services.identity.sign_in(email=salma.email, password=_WRONG)
    services.identity.sign_in(email=salma.email, password=PASSWORD)
    with pytest.raises(SignInRefused) as caught:
        services.identity.sign_in(email=salma.email, password=_WRONG)
    assert caught.value.data == {"tries_left": 4}


def test_the_pause_ends(bank: Bank) -> None:
    salma = bank.add_customer()
    services = bank.services()
    for _ in range(5):
        with pytest.raises(SignInRefused):
            services.identity.sign_in(email=salma.email, password=_WRONG)
    bank.ask(
        "auth", "UPDATE sign_in_attempts SET answered_at = answered_at - interval '61 seconds'"
    )
    services.identity.sign_in(email=salma.email, password=PASSWORD)


def test_same_salt_each_time_also_for_an_unknown_email(bank: Bank) -> None:
    bank.add_customer()
    for email in ("salma@demo.eg", "nobody@demo.eg"):
        with bank.as_desktop("auth") as desktop:
            cursor = desktop.cursor()
            salts = set()
            for _ in range(3):
                cursor.execute("SELECT salt FROM api.challenge(%s)", (email,))
                salts.add(cursor.fetchone()[0])
        (salt,) = salts
        # bcrypt takes it as its own.
        assert bcrypt.hashpw(b"x", salt.encode()).startswith(salt.encode())


def _raw_attempt(cursor: Any, email: str, password: str) -> str:
    cursor.execute("SELECT attempt, salt FROM api.challenge(%s)", (email,))
    attempt, salt = cursor.fetchone()
    key = passwords.client_key(password.encode(), salt)
    cursor.execute("SELECT api.answer(%s, %s)", (attempt, passwords.proof(key, UUID(attempt))))
    return str(attempt)


def test_guessing_by_rollback_or_in_parallel_learns_five_answers_at_most(bank: Bank) -> None:
    salma = bank.add_customer()
    with bank.as_desktop("auth") as desktop:
        cursor = desktop.cursor()
        attempts = [_raw_attempt(cursor, salma.email, f"{_WRONG} {n}") for n in range(12)]
        attempts.append(_raw_attempt(cursor, salma.email, PASSWORD))
        learned = 0
        for attempt in reversed(attempts):
            cursor.execute("BEGIN")
            cursor.execute(
                "SELECT session, retry_after_s FROM api.open_session(%s, 'x')", (attempt,)
            )
            session, retry_after_s = cursor.fetchone()
            cursor.execute("ROLLBACK")
            learned += session is not None or not retry_after_s
        assert learned <= 5


def test_session_of_an_open_transaction_buys_no_token(bank: Bank) -> None:
    salma = bank.add_customer()
    with bank.as_desktop("auth") as desktop:
        cursor = desktop.cursor()
        attempt = _raw_attempt(cursor, salma.email, PASSWORD)
        cursor.execute("BEGIN")
        cursor.execute("SELECT session FROM api.open_session(%s, 'x')", (attempt,))
        session = cursor.fetchone()[0]
        with pytest.raises(psycopg2.Error) as caught:
            cursor.execute("SELECT * FROM api.access_token(%s)", (session,))
        assert caught.value.pgcode == "IP005"
        cursor.execute("ROLLBACK")
        with pytest.raises(psycopg2.Error) as caught:
            cursor.execute("SELECT * FROM api.access_token(%s)", (session,))
        assert caught.value.pgcode == "IP102"


def test_whoever_evaluates_an_answer_waits_for_the_disk_for_all_before(bank: Bank) -> None:
    """A challenge and an answer tell nothing that a crash could take back."""
    salma = bank.add_customer()
    waits = "SELECT current_setting('synchronous_commit')"
    with bank.as_desktop("auth") as desktop:
        cursor = desktop.cursor()
        cursor.execute("SET synchronous_commit = on")

        def how_it_commits(call: str, *arguments: object) -> tuple[Any, str]:
            cursor.execute("BEGIN")
            cursor.execute(f"SELECT * FROM api.{call}", arguments)
            row = cursor.fetchone()
            cursor.execute(waits)
            how = cursor.fetchone()[0]
            cursor.execute("COMMIT")
            return row, how

        (attempt, salt), how = how_it_commits("challenge(%s)", salma.email)
        assert how == "off"
        key = passwords.client_key(PASSWORD.encode(), salt)
        proof = passwords.proof(key, UUID(str(attempt)))
        assert how_it_commits("answer(%s, %s)", attempt, proof)[1] == "off"
        opened, how = how_it_commits("open_session(%s, 'here')", attempt)
        assert how == "on"
        assert how_it_commits("access_token(%s)", opened[0])[1] == "on"


def test_attempt_counts_once_and_soon_or_never(bank: Bank) -> None:
    salma = bank.add_customer()
    with bank.as_desktop("auth") as desktop:
        cursor = desktop.cursor()
        used = _raw_attempt(cursor, salma.email, PASSWORD)
        cursor.execute("SELECT * FROM api.open_session(%s, 'x')", (used,))
        old = _raw_attempt(cursor, salma.email, PASSWORD)
        bank.ask(
            "auth",
            "UPDATE sign_in_attempts SET created_at = created_at - interval '61 s' WHERE id = %s",
            old,
        )
        cursor.execute("SELECT attempt FROM api.challenge(%s)", (salma.email,))
        unanswered = cursor.fetchone()[0]
        for attempt in (used, old, unanswered, "00000000-0000-0000-0000-000000000000", None):
            with pytest.raises(psycopg2.Error) as caught:
                cursor.execute("SELECT * FROM api.open_session(%s, 'x')", (attempt,))
            assert caught.value.pgcode == "IP101", attempt


def test_a_proof_fits_one_attempt_only(bank: Bank) -> None:
    salma = bank.add_customer()
    with bank.as_desktop("auth") as desktop:
        cursor = desktop.cursor()
        first = _raw_attempt(cursor, salma.email, PASSWORD)
        proof = bank.ask("auth", "SELECT proof FROM sign_in_attempts WHERE id = %s", first)[0][0]
        cursor.execute("SELECT attempt FROM api.challenge(%s)", (salma.email,))
        second = cursor.fetchone()[0]
        cursor.execute("SELECT api.answer(%s, %s)", (second, proof))
        cursor.execute("SELECT session FROM api.open_session(%s, 'x')", (second,))
        assert cursor.fetchone() == (None,)


def test_tokens_are_stored_as_digests_and_rotate(bank: Bank) -> None:
    salma = bank.add_customer()
    services = bank.services()
    services.identity.sign_in(email=salma.email, password=PASSWORD)
    access = services.identity._access
    assert access._tokens is not None
    session = access._tokens.session
    stored = bank.ask("auth", "SELECT token FROM sessions")
    assert stored == [(hashlib.sha256(session.encode()).hexdigest(),)]
    access._tokens.dies_at = 0
    services.accounts.list()
    assert access._tokens.session != session
    with bank.as_desktop("auth") as desktop:
        cursor = desktop.cursor()
        # The one before the last still counts for half a minute: its answer may have been lost.
        cursor.execute("SELECT session FROM api.access_token(%s)", (session,))
        bank.ask("auth", "UPDATE sessions SET rotated_at = rotated_at - interval '31 s'")
        with pytest.raises(psycopg2.Error) as caught:
            cursor.execute("SELECT session FROM api.access_token(%s)", (session,))
        assert caught.value.pgcode == "IP102"


@pytest.mark.parametrize(
    "change",
    [
        "expires_at = clock_timestamp() AT TIME ZONE 'UTC'",
        "idle_expires_at = clock_timestamp() AT TIME ZONE 'UTC'",
        "ended_at = clock_timestamp() AT TIME ZONE 'UTC'",
        "database_role = 'station_2'",
    ],
)
def test_session_that_is_over_asks_to_sign_in_again(bank: Bank, change: str) -> None:
    salma = bank.add_customer()
    services = bank.services()
    services.identity.sign_in(email=salma.email, password=PASSWORD)
    bank.ask("auth", f"UPDATE sessions SET {change}")
    assert services.identity._access._tokens is not None
    services.identity._access._tokens.dies_at = 0
    with pytest.raises(SessionEnded):
        services.accounts.list()


def test_token_that_died_while_the_computer_slept_is_replaced(bank: Bank) -> None:
    salma = bank.add_customer()
    services = bank.services()
    services.identity.sign_in(email=salma.email, password=PASSWORD)
    tokens = services.identity._access._tokens
    assert tokens is not None
    claims = services.identity._access.claims() | {"exp": time.time() - 5}
    tokens.access = str(
        bank.ask("auth", "SELECT private.sign(%s::jsonb)", json.dumps(claims))[0][0]
    )
    assert len(services.accounts.list()) == 1


def test_plain_bcrypt_is_wrapped_as_it_arrives_and_opens_the_door(bank: Bank) -> None:
    """A hash made by plain bcrypt, as another system would hand it over."""
    plain = bcrypt.hashpw(PASSWORD.encode(), bcrypt.gensalt(10)).decode()
    salma = bank.add_customer()
    bank.ask("auth", "UPDATE users SET password_hash = %s", plain)
    (stored,) = bank.ask("auth", "SELECT password_hash FROM users")[0]
    assert stored.startswith("$sr1" + plain[:29] + "$")
    assert plain[29:] not in stored
    bank.services().identity.sign_in(email=salma.email, password=PASSWORD)


def test_hash_of_a_new_password_is_of_the_documented_form() -> None:
    made = passwords.new_hash(PASSWORD.encode())
    assert made.startswith("$sr1$2b$12$")
    assert len(made) == len(password_hash()) == 4 + 29 + 1 + 64


def test_sign_in_is_audited_with_the_station(bank: Bank) -> None:
    salma = bank.add_customer()
    services = bank.services()
    with pytest.raises(SignInRefused):
        services.identity.sign_in(email=salma.email, password=_WRONG)
    services.identity.sign_in(email=salma.email, password=PASSWORD)
    services.identity.sign_out()
    rows = bank.ask("auth", "SELECT event, actor, database_role FROM audit_logs ORDER BY id")
    assert rows == [
        # Who that was nobody knows; the email is in its payload.
        ("sign_in_refused", None, "station_1"),
        ("sign_in", str(salma.user_id), "station_1"),
        ("sign_out", str(salma.user_id), "station_1"),
    ]
