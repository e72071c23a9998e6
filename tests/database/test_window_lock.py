"""The window's lock: a locked session buys nothing until the password is typed again."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

import pytest

from services.errors import InvalidInput, SessionEnded, SignInRefused, Unavailable
from tests.bank import PASSWORD
from tests.signed_in import WRONG, answered, call, log_of, open_session, sign_in

if TYPE_CHECKING:
    from services.bank import Services
    from tests.bank import Bank, Customer
    from tests.signed_in import SignedIn

pytestmark = pytest.mark.system_postgres


@pytest.fixture
def salma(bank: Bank) -> Customer:
    return bank.add_customer()


@pytest.fixture
def locked(bank: Bank, salma: Customer) -> SignedIn:
    signed_in = sign_in(bank, salma.email)
    signed_in("lock")
    return signed_in


@pytest.fixture
def services(bank: Bank, salma: Customer) -> Services:
    opened = bank.services()
    opened.identity.sign_in(email=salma.email, password=PASSWORD)
    return opened


def test_a_locked_session_can_do_nothing_until_it_is_unlocked(
    bank: Bank, salma: Customer, locked: SignedIn
) -> None:
    attempt = locked.answered()
    for function, arguments in (
        ("access_token", ()),
        ("holder_statement", ()),
        ("confirm", (attempt, salma.user_id)),
        ("change_password", (attempt, "")),
        ("resalt_password", (attempt, "")),
        ("end_sessions", (True,)),
        ("end_other_session", (salma.user_id,)),
        ("enrol_customer", ("", "", "")),
        ("lock_user", (salma.user_id, "a reason")),
    ):
        assert locked.refusal(function, *arguments) == "IP107", function
    assert locked("unlock", locked.answered("unlock")) == {
        "unlocked": True, "tries_left": None, "retry_after_s": 0,
    }  # fmt: skip
    assert locked.refusal("access_token") is None
    assert log_of(bank, "session_locked", "session_unlocked") == [
        ("session_locked", str(salma.user_id), True, None),
        ("session_unlocked", str(salma.user_id), True, None),
    ]


def test_locking_twice_is_locking_once_and_signing_out_still_works(
    bank: Bank, locked: SignedIn
) -> None:
    locked("lock")
    assert len(log_of(bank, "session_locked")) == 1
    assert locked("end_session") is not None
    assert locked.refusal("unlock", locked.answered("unlock")) == "IP102"


def test_another_session_of_the_same_person_is_not_locked(
    bank: Bank, salma: Customer, locked: SignedIn
) -> None:
    assert sign_in(bank, salma.email).refusal("access_token") is None
    assert locked.refusal("access_token") == "IP107"


def test_wrong_passwords_count_with_those_of_the_sign_in(
    bank: Bank, salma: Customer, locked: SignedIn
) -> None:
    def unlock(password: str) -> tuple[Any, ...]:
        return tuple(locked("unlock", locked.answered("unlock", password)).values())

    assert unlock(WRONG) == (None, 4, 0)
    assert open_session(locked.connection, salma.email, WRONG)["tries_left"] == 3
    for left in (2, 1):
        assert unlock(WRONG) == (None, left, 0)
    assert unlock(WRONG)[2] in range(55, 61)
    assert unlock(PASSWORD)[:2] == (None, 0)
    assert locked.refusal("access_token") == "IP107"
    events = [row[0] for row in log_of(bank, "session_unlocked_refused", "session_unlocked_paused")]
    assert events == ["session_unlocked_refused"] * 4 + ["session_unlocked_paused"]


def test_guessing_by_rollback_learns_five_answers_at_most(locked: SignedIn) -> None:
    attempts = [locked.answered("unlock", f"{WRONG} {n}") for n in range(12)]
    attempts.append(locked.answered("unlock"))
    learned = 0
    cursor = locked.connection.cursor()
    for attempt in reversed(attempts):
        cursor.execute("BEGIN")
        row = locked("unlock", attempt)
        cursor.execute("ROLLBACK")
        learned += row["unlocked"] is not None or not row["retry_after_s"]
    assert learned <= 5
    assert locked.refusal("access_token") == "IP107"


def test_answers_for_something_else_unlock_nothing(
    bank: Bank, salma: Customer, locked: SignedIn
) -> None:
    for bound_to in (None, "unlock "):
        assert locked("unlock", locked.answered(bound_to))["unlocked"] is None
    karim = bank.add_customer("Karim Samir", "karim@demo.eg")
    theirs = answered(locked.connection, karim.email, bound_to="unlock")
    assert locked.refusal("unlock", theirs) == "IP101"
    assert locked.refusal("unlock", None) == "IP101"
    opened = call(locked.connection, "open_session", locked.answered("unlock"), "x")
    assert opened["session"] is None, "nor does an answer for the lock open a session"
    attempt = locked.answered("unlock")
    cursor = locked.connection.cursor()
    for function, arguments in (("unlock", (attempt,)), ("lock", ())):
        cursor.execute("BEGIN")
        call(locked.connection, "challenge", salma.email)
        assert locked.refusal(function, *arguments) == "IP005"
        cursor.execute("ROLLBACK")


def test_unlocking_starts_the_idle_limit_anew_and_a_long_lock_has_ended(
    bank: Bank, locked: SignedIn
) -> None:
    left = (
        "SELECT idle_expires_at - clock_timestamp() AT TIME ZONE 'UTC' < '14 minutes' FROM sessions"
    )
    bank.ask(
        "auth", "UPDATE sessions SET idle_expires_at = idle_expires_at - interval '14 minutes'"
    )
    assert bank.ask("auth", left) == [(True,)]
    assert locked("unlock", locked.answered("unlock"))["unlocked"] is True
    assert bank.ask("auth", left) == [(False,)]
    bank.ask("auth", "UPDATE sessions SET idle_expires_at = clock_timestamp() AT TIME ZONE 'UTC'")
    assert locked.refusal("unlock", locked.answered("unlock")) == "IP102"


# Through the services


def test_a_locked_window_holds_and_buys_no_token(bank: Bank, services: Services) -> None:
    access = services.identity._access
    access.token()
    services.identity.lock()
    assert access.current().access == ""
    with pytest.raises(Unavailable) as caught:
        services.accounts.list()
    assert caught.value.code == "session_locked"
    assert bank.ask("auth", "SELECT locked_at IS NOT NULL FROM sessions") == [(True,)]
    with pytest.raises(SignInRefused) as refused:
        services.identity.unlock(password=WRONG)
    assert refused.value.data == {"tries_left": 4}
    with pytest.raises(Unavailable):
        services.accounts.list()
    services.identity.unlock(password=PASSWORD)
    assert len(services.accounts.list()) == 1


def test_a_window_locks_also_where_auth_is_out_of_reach(bank: Bank, services: Services) -> None:
    right, bank.auth_url = bank.auth_url, "postgresql://station_1@127.0.0.1:1/nowhere"
    services.databases[0].close()
    services.identity.lock()
    bank.auth_url = right
    before = bank.ask("auth", "SELECT token, locked_at, idle_expires_at FROM sessions")
    with pytest.raises(Unavailable) as caught:
        services.accounts.list()
    assert caught.value.code == "session_locked"
    # Auth knows nothing of the lock, so it must not be asked either: that would keep the session alive.
    assert bank.ask("auth", "SELECT token, locked_at, idle_expires_at FROM sessions") == before
    services.identity.unlock(password=PASSWORD)
    assert len(services.accounts.list()) == 1


def test_a_token_that_was_on_its_way_when_the_window_was_locked_is_dropped(
    services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    access, auth = services.identity._access, services.databases[0]
    real_call, locked = auth.call, threading.Event()

    def call_and_lock(function: str, *arguments: object, **options: Any) -> Any:
        row = real_call(function, *arguments, **options)
        if function == "access_token" and not locked.is_set():
            locked.set()
            services.identity.lock()
        return row

    monkeypatch.setattr(auth, "call", call_and_lock)
    access.current().dies_at = 0.0
    with pytest.raises(Unavailable) as caught:
        access.token()
    assert caught.value.code == "session_locked"
    assert access.current().access == ""
    services.identity.unlock(password=PASSWORD)
    assert len(services.accounts.list()) == 1


def test_an_unlock_that_comes_too_late_says_that_the_session_has_ended(
    bank: Bank, services: Services
) -> None:
    services.identity.lock()
    bank.ask("auth", "UPDATE sessions SET idle_expires_at = clock_timestamp() AT TIME ZONE 'UTC'")
    with pytest.raises(SessionEnded):
        services.identity.unlock(password=PASSWORD)
    with pytest.raises(InvalidInput):
        services.identity.unlock(password="")


def test_a_window_without_a_session_has_nothing_to_lock(bank: Bank) -> None:
    services = bank.services()
    services.identity.lock()
    with pytest.raises(SessionEnded):
        services.identity.unlock(password=PASSWORD)
