"""The password once more, for one payment: api.confirm and what it counts."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

import psycopg2
import pytest

from services import passwords
from services.errors import InvalidInput, SessionEnded, SignInRefused
from services.values.identifiers import new_uuid7
from tests.bank import PASSWORD, claims_of

if TYPE_CHECKING:
    from services.bank import Services
    from tests.bank import Bank, Customer

pytestmark = pytest.mark.system_postgres

_WRONG = "not the right password"
_PAYMENT = UUID("01a203de-936d-7279-ad3c-b20b09fc2f62")


@pytest.fixture
def salma(bank: Bank) -> Customer:
    return bank.add_customer()


@pytest.fixture
def services(bank: Bank, salma: Customer) -> Services:
    opened = bank.services()
    opened.identity.sign_in(email=salma.email, password=PASSWORD)
    return opened


def session_of(services: Services) -> str:
    return services.identity._access.current().session


def answered(
    cursor: Any, email: str, transfer_id: UUID | None = _PAYMENT, password: str = PASSWORD
) -> str:
    """Answer a challenge with the proof for one payment; return the attempt."""
    cursor.execute("SELECT attempt, salt FROM api.challenge(%s)", (email,))
    attempt, salt = cursor.fetchone()
    key = passwords.client_key(password.encode(), salt)
    proof = passwords.proof(key, UUID(str(attempt)), transfer_id)
    cursor.execute("SELECT api.answer(%s, %s)", (attempt, proof))
    return str(attempt)


def confirm(cursor: Any, session: str, attempt: str, transfer_id: UUID | None = _PAYMENT) -> Any:
    cursor.execute(
        "SELECT confirm_token, tries_left, retry_after_s FROM api.confirm(%s, %s, %s)",
        (session, attempt, None if transfer_id is None else str(transfer_id)),
    )
    return cursor.fetchone()


def refusal(cursor: Any, session: str, attempt: str, transfer_id: UUID | None = _PAYMENT) -> str:
    """Return the SQLSTATE that confirming raises."""
    with pytest.raises(psycopg2.Error) as caught:
        confirm(cursor, session, attempt, transfer_id)
    return str(caught.value.pgcode)


def is_right(services: Services, password: str) -> bool | int:
    """Confirm; return True, or the tries left, or False while paused."""
    try:
        services.identity.confirm(password=password, transfer_id=_PAYMENT)
    except SignInRefused as error:
        return int(str(error.data.get("tries_left", 0))) or False
    return True


def test_the_right_password_buys_a_token_for_that_payment_alone(
    services: Services, salma: Customer
) -> None:
    claims = claims_of(services.identity.confirm(password=PASSWORD, transfer_id=_PAYMENT))
    access = services.identity._access.claims()
    assert (claims["typ"], claims["txn"]) == ("confirm", str(_PAYMENT))
    assert claims["sub"] == str(salma.user_id)
    same = ("sub", "sid", "roles", "dbrole", "auth_time", "iss", "aud")
    assert {name: claims[name] for name in same} == {name: access[name] for name in same}
    assert claims.keys() == access.keys() | {"txn"}
    assert 110 < claims["exp"] - time.time() <= 120


def test_a_confirmation_opens_nothing_else(bank: Bank, services: Services) -> None:
    token = services.identity.confirm(password=PASSWORD, transfer_id=_PAYMENT)
    for database, question in (
        ("payment", "SELECT id FROM accounts"),
        ("auth", "SELECT id FROM users"),
    ):
        with bank.as_desktop(database) as desktop:  # type: ignore[arg-type] # one of two literals
            cursor = desktop.cursor()
            with pytest.raises(psycopg2.Error) as caught:
                cursor.execute(
                    f"SELECT set_config('instapay.token', %s, false); {question}", (token,)
                )
            assert caught.value.pgcode == "IP001"


def test_a_wrong_password_tells_the_tries_left_and_the_session_goes_on(services: Services) -> None:
    with pytest.raises(SignInRefused) as caught:
        services.identity.confirm(password=_WRONG, transfer_id=_PAYMENT)
    assert (caught.value.code, caught.value.data) == ("sign_in_refused", {"tries_left": 4})
    assert len(services.accounts.list()) == 1
    services.identity.confirm(password=PASSWORD, transfer_id=_PAYMENT)
    # A success clears the count.
    with pytest.raises(SignInRefused) as caught:
        services.identity.confirm(password=_WRONG, transfer_id=_PAYMENT)
    assert caught.value.data == {"tries_left": 4}


def test_five_wrong_ones_pause_the_confirmation_and_the_sign_in(
    bank: Bank, services: Services, salma: Customer
) -> None:
    assert [is_right(services, _WRONG) for _ in range(5)] == [4, 3, 2, 1, False]
    with pytest.raises(SignInRefused) as caught:
        services.identity.confirm(password=PASSWORD, transfer_id=_PAYMENT)
    assert caught.value.code == "sign_in_paused"
    assert caught.value.data["retry_after_s"] in range(55, 121)
    with pytest.raises(SignInRefused) as caught:
        bank.services("another").identity.sign_in(email=salma.email, password=PASSWORD)
    assert caught.value.code == "sign_in_paused"


def test_wrong_sign_ins_count_against_the_confirmation(
    bank: Bank, services: Services, salma: Customer
) -> None:
    elsewhere = bank.services("another")
    for _ in range(4):
        with pytest.raises(SignInRefused):
            elsewhere.identity.sign_in(email=salma.email, password=_WRONG)
    assert is_right(services, _WRONG) is False
    assert is_right(services, PASSWORD) is False


def test_the_pause_ends(bank: Bank, services: Services) -> None:
    for _ in range(5):
        is_right(services, _WRONG)
    bank.ask(
        "auth", "UPDATE sign_in_attempts SET answered_at = answered_at - interval '61 seconds'"
    )
    assert is_right(services, PASSWORD) is True


def test_another_persons_attempt_confirms_nothing(bank: Bank, services: Services) -> None:
    karim = bank.add_customer("Karim Samir", "karim@demo.eg")
    with bank.as_desktop("auth") as desktop:
        cursor = desktop.cursor()
        for email in (karim.email, "nobody@demo.eg"):
            attempt = answered(cursor, email)
            assert refusal(cursor, session_of(services), attempt) == "IP101"
        # It was not used up either: it still is what its own person answered.
        assert bank.ask(
            "auth", "SELECT count(*) FROM sign_in_attempts WHERE evaluated_at IS NULL"
        ) == [(2,)]


def test_another_sessions_token_and_an_ended_one_confirm_nothing(
    bank: Bank, services: Services, salma: Customer
) -> None:
    session = session_of(services)
    with bank.as_desktop("auth") as desktop:
        cursor = desktop.cursor()
        attempt = answered(cursor, salma.email)
        assert refusal(cursor, "no such session", attempt) == "IP102"
        services.identity.sign_out()
        assert refusal(cursor, session, attempt) == "IP102"
    with pytest.raises(SessionEnded):
        services.identity.confirm(password=PASSWORD, transfer_id=_PAYMENT)


def test_a_session_that_ended_elsewhere_says_so(bank: Bank, services: Services) -> None:
    bank.ask("auth", "UPDATE sessions SET ended_at = clock_timestamp() AT TIME ZONE 'UTC'")
    with pytest.raises(SessionEnded):
        services.identity.confirm(password=PASSWORD, transfer_id=_PAYMENT)


def test_an_attempt_confirms_once(bank: Bank, services: Services, salma: Customer) -> None:
    with bank.as_desktop("auth") as desktop:
        cursor = desktop.cursor()
        attempt = answered(cursor, salma.email)
        assert confirm(cursor, session_of(services), attempt)[0] is not None
        assert refusal(cursor, session_of(services), attempt) == "IP101"
        wrong = answered(cursor, salma.email, password=_WRONG)
        assert confirm(cursor, session_of(services), wrong) == (None, 4, 0)
        assert refusal(cursor, session_of(services), wrong) == "IP101"


def test_an_answer_for_one_payment_fits_no_other_and_no_sign_in(
    bank: Bank, services: Services, salma: Customer
) -> None:
    with bank.as_desktop("auth") as desktop:
        cursor = desktop.cursor()
        attempt = answered(cursor, salma.email)
        assert confirm(cursor, session_of(services), attempt, uuid4()) == (None, 4, 0)
        attempt = answered(cursor, salma.email)
        cursor.execute("SELECT session FROM api.open_session(%s, 'x')", (attempt,))
        assert cursor.fetchone() == (None,)
        attempt = answered(cursor, salma.email, None)
        assert confirm(cursor, session_of(services), attempt) == (None, 2, 0)


def test_rolling_back_confirms_no_second_payment(
    bank: Bank, services: Services, salma: Customer
) -> None:
    """One password, then as many transactions as somebody likes to open and roll back."""
    with bank.as_desktop("auth") as desktop:
        cursor = desktop.cursor()
        attempt = answered(cursor, salma.email)
        bought = []
        for transfer_id in (uuid4(), _PAYMENT, uuid4(), _PAYMENT):
            cursor.execute("BEGIN")
            token = confirm(cursor, session_of(services), attempt, transfer_id)[0]
            cursor.execute("ROLLBACK")
            bought += [] if token is None else [claims_of(token)["txn"]]
        assert set(bought) == {str(_PAYMENT)}


def test_guessing_by_rollback_learns_five_answers_at_most(
    bank: Bank, services: Services, salma: Customer
) -> None:
    with bank.as_desktop("auth") as desktop:
        cursor = desktop.cursor()
        attempts = [answered(cursor, salma.email, password=f"{_WRONG} {n}") for n in range(12)]
        attempts.append(answered(cursor, salma.email))
        learned = 0
        for attempt in reversed(attempts):
            cursor.execute("BEGIN")
            token, _, retry_after_s = confirm(cursor, session_of(services), attempt)
            cursor.execute("ROLLBACK")
            learned += token is not None or not retry_after_s
        assert learned <= 5


def test_it_is_a_transaction_of_its_own_about_a_payment(
    bank: Bank, services: Services, salma: Customer
) -> None:
    with bank.as_desktop("auth") as desktop:
        cursor = desktop.cursor()
        attempt = answered(cursor, salma.email, None)
        assert refusal(cursor, session_of(services), attempt, None) == "IP101"
        cursor.execute("BEGIN")
        cursor.execute("SELECT attempt FROM api.challenge(%s)", (salma.email,))
        assert refusal(cursor, session_of(services), attempt) == "IP005"
        cursor.execute("ROLLBACK")


def test_an_old_unanswered_or_unknown_attempt_confirms_nothing(
    bank: Bank, services: Services, salma: Customer
) -> None:
    with bank.as_desktop("auth") as desktop:
        cursor = desktop.cursor()
        old = answered(cursor, salma.email)
        bank.ask("auth", "UPDATE sign_in_attempts SET created_at = created_at - interval '61 s'")
        cursor.execute("SELECT attempt FROM api.challenge(%s)", (salma.email,))
        unanswered = cursor.fetchone()[0]
        for attempt in (old, unanswered, str(uuid4())):
            assert refusal(cursor, session_of(services), attempt) == "IP101"


@pytest.mark.parametrize(
    ("password", "code"),
    [("", "password_missing"), ("x" * 73, "password_too_long"), ("a\0b", "password_has_nul")],
)
def test_a_password_that_cannot_be_right_is_not_sent(
    bank: Bank, services: Services, password: str, code: str
) -> None:
    before = bank.ask("auth", "SELECT count(*) FROM sign_in_attempts")
    with pytest.raises(InvalidInput) as caught:
        services.identity.confirm(password=password, transfer_id=_PAYMENT)
    assert caught.value.code == code
    assert bank.ask("auth", "SELECT count(*) FROM sign_in_attempts") == before


def test_a_sign_in_that_came_between_is_no_wrong_password(
    bank: Bank, services: Services, salma: Customer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A success voids answers from before it; the desktop then answers once more by itself."""
    real_call = services.databases[0].call
    crossed = threading.Event()

    def call(function: str, *arguments: object, **options: Any) -> Any:
        if function == "confirm" and not crossed.is_set():
            crossed.set()
            bank.services("another").identity.sign_in(email=salma.email, password=PASSWORD)
        return real_call(function, *arguments, **options)

    monkeypatch.setattr(services.databases[0], "call", call)
    token = services.identity.confirm(password=PASSWORD, transfer_id=_PAYMENT)
    assert claims_of(token)["txn"] == str(_PAYMENT)


def test_it_is_audited_with_the_payment_and_the_session(
    bank: Bank, services: Services, salma: Customer
) -> None:
    payment = new_uuid7()
    for password in (_WRONG, PASSWORD):
        try:
            services.identity.confirm(password=password, transfer_id=payment)
        except SignInRefused:
            assert password is _WRONG
    rows = bank.ask(
        "auth",
        "SELECT event, actor, session_id IS NOT NULL, payload ->> 'transaction_id' FROM audit_logs"
        " WHERE event LIKE 'confirm%' ORDER BY id",
    )
    assert rows == [
        (event, str(salma.user_id), True, str(payment)) for event in ("confirm_refused", "confirm")
    ]
