"""Roles and locks: an administrator's, never about oneself, and at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

import psycopg2
import pytest

from services.errors import InvalidInput, Refused, SessionEnded, SignInRefused
from services.values.people import Role
from tests.bank import PASSWORD, claims_of
from tests.signed_in import (
    WRONG,
    accept,
    answered,
    call,
    log_of,
    open_session,
    payment_state,
    sign_in,
)

if TYPE_CHECKING:
    from services.bank import Services
    from tests.bank import Bank, Customer
    from tests.signed_in import SignedIn

pytestmark = pytest.mark.system_postgres


@pytest.fixture
def salma(bank: Bank) -> Customer:
    return bank.add_customer()


@pytest.fixture
def admin_id(bank: Bank) -> UUID:
    return bank.add_staff("Aya Said", "aya@demo.eg", "ADMIN")


@pytest.fixture
def admin(bank: Bank, admin_id: UUID) -> SignedIn:
    return sign_in(bank, "aya@demo.eg", station="head office")


@pytest.fixture
def office(bank: Bank, admin_id: UUID) -> Services:
    opened = bank.services("office")
    opened.identity.sign_in(email="aya@demo.eg", password=PASSWORD)
    return opened


def _roles(token: str) -> list[str]:
    roles: list[str] = claims_of(token)["roles"]
    return roles


# Roles


def test_a_granted_role_is_in_the_next_token_and_the_one_before_is_dead(
    bank: Bank, salma: Customer, admin: SignedIn, admin_id: UUID
) -> None:
    theirs = sign_in(bank, salma.email)
    before = theirs.access_token()
    accept(bank, admin("grant_role", salma.user_id, "TELLER"))
    assert payment_state(bank, before) == "IP003"
    after = theirs.access_token()
    assert (_roles(after), payment_state(bank, after)) == (["CUSTOMER", "TELLER"], None)
    accept(bank, admin("revoke_role", salma.user_id, "TELLER"))
    assert payment_state(bank, after) == "IP003"
    assert _roles(theirs.access_token()) == ["CUSTOMER"]
    told = {"user_id": str(salma.user_id), "role": "TELLER", "station": "head office"}
    assert log_of(bank, "role_granted", "role_revoked") == [
        (event, str(admin_id), True, told) for event in ("role_granted", "role_revoked")
    ]


def test_a_role_that_is_there_already_changes_nothing(
    bank: Bank, salma: Customer, admin: SignedIn
) -> None:
    assert admin("grant_role", salma.user_id, "CUSTOMER") is None
    assert admin("revoke_role", salma.user_id, "TELLER") is None
    assert log_of(bank, "role_granted", "role_revoked") == []
    assert bank.ask("auth", "SELECT 1 FROM statements WHERE kind = 'revoke'") == []


def test_what_granting_refuses(
    bank: Bank, salma: Customer, admin: SignedIn, admin_id: UUID
) -> None:
    for function in ("grant_role", "revoke_role"):
        assert admin.refusal(function, admin_id, "SUPERVISOR") == "IP108"
        assert admin.refusal(function, admin_id, "ADMIN") == "IP108"
        assert admin.refusal(function, uuid4(), "TELLER") == "IP109"
        assert admin.refusal(function, None, "TELLER") == "IP109"
        for role in ("KING", "admin", "", None, "ADMIN "):
            assert admin.refusal(function, salma.user_id, role) == "IP112"
    cursor = admin.connection.cursor()
    cursor.execute("BEGIN")
    admin("grant_role", salma.user_id, "ADMIN")
    assert admin.refusal("grant_role", salma.user_id, "TELLER") == "IP005"
    cursor.execute("ROLLBACK")
    assert bank.ask(
        "auth", "SELECT role FROM user_roles WHERE user_id = %s", str(salma.user_id)
    ) == [("CUSTOMER",)]


def test_an_administrator_who_no_longer_is_one_is_refused_whatever_the_token_says(
    bank: Bank, salma: Customer, admin: SignedIn, admin_id: UUID
) -> None:
    bank.add_staff("Second", "second@demo.eg", "ADMIN")
    assert "ADMIN" in _roles(admin.access_token())
    sign_in(bank, "second@demo.eg")("revoke_role", admin_id, "ADMIN")
    assert admin.refusal("grant_role", salma.user_id, "ADMIN") == "IP004"


def test_no_token_is_signed_with_the_old_roles_beside_a_change(
    bank: Bank, salma: Customer, admin: SignedIn
) -> None:
    """It waits for the change, and knows it then; what the statement outdates was signed before."""
    theirs = sign_in(bank, salma.email)
    cursor = admin.connection.cursor()
    cursor.execute("BEGIN")
    statement = admin("grant_role", salma.user_id, "AUDITOR")
    waiting = bank.in_background(theirs.access_token)
    bank.wait_until_blocked("auth")
    cursor.execute("COMMIT")
    token = waiting()
    accept(bank, statement)
    assert (_roles(token), payment_state(bank, token)) == (["AUDITOR", "CUSTOMER"], None)


# Locks


def test_a_locked_person_is_out_at_once_and_in_again_when_unlocked(
    bank: Bank, salma: Customer, admin: SignedIn, admin_id: UUID
) -> None:
    theirs = sign_in(bank, salma.email)
    token = theirs.access_token()
    accept(bank, *admin("lock_user", salma.user_id, " a lost phone "))
    reason = "SELECT locked_reason FROM users WHERE locked_at IS NOT NULL"
    assert bank.ask("auth", reason) == [("a lost phone",)]
    assert payment_state(bank, token) == "IP003"
    assert theirs.refusal("access_token") == "IP102"
    assert theirs.refusal("unlock", None) == "IP102"
    with bank.as_desktop("auth") as desktop:
        assert open_session(desktop, salma.email)["session"] is None
        admin("unlock_user", salma.user_id)
        assert open_session(desktop, salma.email)["session"] is not None
    assert theirs.refusal("access_token") == "IP102", "the sessions of before stay ended"
    told = {"user_id": str(salma.user_id), "station": "head office"}
    assert log_of(bank, "user_locked", "user_unlocked") == [
        ("user_locked", str(admin_id), True, told | {"reason": "a lost phone"}),
        ("user_unlocked", str(admin_id), True, told),
    ]


def test_whoever_is_locked_has_no_session_whatever_became_of_the_sessions(
    bank: Bank, salma: Customer
) -> None:
    """Locked by other means than these functions, say by an administrator's SQL."""
    theirs = sign_in(bank, salma.email)
    bank.ask("auth", "UPDATE users SET locked_at = clock_timestamp() AT TIME ZONE 'UTC'")
    for function in ("access_token", "holder_statement", "lock"):
        assert theirs.refusal(function) == "IP102"


def test_nothing_tells_a_locked_person_from_a_wrong_password(
    bank: Bank, salma: Customer, admin: SignedIn
) -> None:
    admin("lock_user", salma.user_id, "a reason")
    karim = bank.add_customer("Karim Samir", "karim@demo.eg")
    with bank.as_desktop("auth") as desktop:

        def answers(email: str, password: str) -> list[Any]:
            return [open_session(desktop, email, password) for _ in range(4)]

        wrong = answers(karim.email, WRONG)
        assert answers(salma.email, PASSWORD) == wrong
        assert [row["tries_left"] for row in wrong] == [4, 3, 2, 1]
        fifth = open_session(desktop, salma.email)
        assert (fifth["tries_left"], fifth["retry_after_s"] in range(55, 61)) == (0, True)
    rows = [row[3].get("is_locked", False) for row in log_of(bank, "sign_in_refused")]
    assert rows == [False] * 4 + [True] * 5, "the log alone knows"


def test_what_locking_refuses(bank: Bank, salma: Customer, admin: SignedIn, admin_id: UUID) -> None:
    assert admin.refusal("lock_user", admin_id, "a reason") == "IP108"
    assert admin.refusal("unlock_user", admin_id) == "IP108"
    assert admin.refusal("lock_user", uuid4(), "a reason") == "IP109"
    assert admin.refusal("unlock_user", uuid4()) == "IP109"
    for reason in ("", "  ", None, "x" * 201, "two\nlines", "turned \u202e"):
        assert admin.refusal("lock_user", salma.user_id, reason) == "IP216"
    assert bank.ask("auth", "SELECT 1 FROM users WHERE locked_at IS NOT NULL") == []
    admin("unlock_user", salma.user_id)
    assert log_of(bank, "user_locked", "user_unlocked") == [], "who is not locked stays so"


def test_a_sign_in_that_is_just_being_evaluated_does_not_slip_past_the_lock(
    bank: Bank, salma: Customer, admin: SignedIn
) -> None:
    late = bank.connect_desktop("auth")
    attempt = answered(late, salma.email)
    cursor = admin.connection.cursor()
    cursor.execute("BEGIN")
    admin("lock_user", salma.user_id, "a reason")
    waiting = bank.in_background(lambda: call(late, "open_session", attempt, "late"))
    bank.wait_until_blocked("auth")
    cursor.execute("COMMIT")
    with pytest.raises(psycopg2.Error) as caught:
        waiting()
    assert caught.value.pgcode == "IP101"
    assert bank.ask("auth", "SELECT 1 FROM sessions WHERE station = 'late'") == []


def test_a_token_that_is_just_being_bought_dies_with_the_lock(
    bank: Bank, salma: Customer, admin: SignedIn
) -> None:
    theirs = sign_in(bank, salma.email)
    cursor = theirs.connection.cursor()
    cursor.execute("BEGIN")
    token = theirs("access_token")["access_token"]
    waiting = bank.in_background(lambda: admin("lock_user", salma.user_id, "a reason"))
    bank.wait_until_blocked("auth")
    cursor.execute("COMMIT")
    accept(bank, *waiting())
    assert payment_state(bank, token) == "IP003"


# Through the services


def test_services_grant_revoke_lock_and_unlock(
    bank: Bank, salma: Customer, office: Services
) -> None:
    desk = bank.services()
    desk.identity.sign_in(email=salma.email, password=PASSWORD)
    token = desk.identity._access.token()
    office.people.grant_role(user_id=salma.user_id, role=Role.AUDITOR)
    office.people.grant_role(user_id=salma.user_id, role=Role.AUDITOR)
    assert payment_state(bank, token) == "IP003"
    assert len(desk.accounts.list()) == 1, "the session goes on by itself"
    assert "AUDITOR" in desk.identity._access.claims()["roles"]
    office.people.revoke_role(user_id=salma.user_id, role=Role.AUDITOR)
    assert len(desk.accounts.list()) == 1
    assert desk.identity._access.claims()["roles"] == ["CUSTOMER"]

    office.people.lock(user_id=salma.user_id, reason="a reason")
    with pytest.raises(SessionEnded):
        desk.accounts.list()
    with pytest.raises(SignInRefused) as refused:
        desk.identity.sign_in(email=salma.email, password=PASSWORD)
    assert refused.value.data == {"tries_left": 4}
    office.people.unlock(user_id=salma.user_id)
    desk.identity.sign_in(email=salma.email, password=PASSWORD)


def test_services_word_the_refusals(
    bank: Bank, salma: Customer, office: Services, admin_id: UUID
) -> None:
    with pytest.raises(Refused) as caught:
        office.people.grant_role(user_id=admin_id, role=Role.TELLER)
    assert caught.value.code == "not_oneself"
    with pytest.raises(Refused) as caught:
        office.people.lock(user_id=uuid4(), reason="a reason")
    assert caught.value.code == "user_unknown"
    for reason in (" ", "x" * 201, "two\nlines"):
        with pytest.raises(InvalidInput) as invalid:
            office.people.lock(user_id=salma.user_id, reason=reason)
        assert (invalid.value.code, invalid.value.data["field"]) == ("reason_invalid", "reason")
