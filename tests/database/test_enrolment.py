"""What staff at the counter do for people: enrolment, one-time passwords, lifting a lockout."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import psycopg2
import pytest

from services.errors import InvalidInput, Refused, SignInRefused, Unavailable
from services.values.people import Role
from tests.bank import PASSWORD, claims_of, password_hash
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

_ONE_TIME = "a one-time password"


@pytest.fixture
def salma(bank: Bank) -> Customer:
    return bank.add_customer()


@pytest.fixture
def teller(bank: Bank) -> SignedIn:
    bank.add_staff("Teller One", "teller@demo.eg", "TELLER")
    return sign_in(bank, "teller@demo.eg", station="counter 3")


@pytest.fixture
def admin(bank: Bank) -> SignedIn:
    bank.add_staff("Aya Said", "aya@demo.eg", "ADMIN")
    return sign_in(bank, "aya@demo.eg")


@pytest.fixture
def counter(bank: Bank) -> Services:
    bank.add_staff("Supervisor One", "supervisor@demo.eg", "SUPERVISOR")
    opened = bank.services("counter")
    opened.identity.sign_in(email="supervisor@demo.eg", password=PASSWORD)
    return opened


def _enrol(staff: SignedIn, email: str = "nour@demo.eg", name: str = "Nour Adel") -> UUID:
    row = staff("enrol_customer", email, password_hash(_ONE_TIME), name)
    return UUID(row["user_id"])


def test_enrolled_customer_changes_the_password_and_has_an_account(
    bank: Bank, counter: Services
) -> None:
    enrolled = counter.people.enrol(email=" Nour@Demo.eg ", full_name=" Nour  Adel ")
    assert bank.ask("payment", "SELECT full_name FROM holders") == [("Nour Adel",)]
    assert enrolled.one_time_password not in repr(enrolled)
    desk = bank.services()
    password = enrolled.one_time_password
    person = desk.identity.sign_in(email="nour@demo.eg", password=password)
    assert (person.user_id, person.must_change_password) == (enrolled.user_id, True)
    desk.identity.change_password(current=password, new="a password of my own")
    person = desk.identity.complete_sign_in()
    assert (person.full_name, person.roles) == ("Nour Adel", frozenset({Role.CUSTOMER}))
    assert len(desk.accounts.list()) == 1


def test_enrolment_is_audited_with_teller_session_and_station(bank: Bank, teller: SignedIn) -> None:
    user_id = _enrol(teller)
    (row,) = log_of(bank, "user_created")
    teller_id = claims_of(teller.access_token())["sub"]
    told = {"user_id": str(user_id), "roles": ["CUSTOMER"], "station": "counter 3"}
    assert row == ("user_created", teller_id, True, told)
    assert bank.ask("auth", "SELECT granted_by FROM user_roles WHERE role = 'CUSTOMER'") == [
        (teller_id,)
    ]


def test_staff_are_told_that_an_email_is_taken(
    bank: Bank, salma: Customer, teller: SignedIn, counter: Services
) -> None:
    for email in (salma.email, salma.email.upper()):
        assert teller.refusal("enrol_customer", email, password_hash(), "Salma") == "IP110"
    with pytest.raises(Refused) as caught:
        counter.people.enrol(email=salma.email, full_name="Salma")
    assert caught.value.code == "email_taken"


@pytest.mark.parametrize(
    ("form", "state"),
    [
        (("nour", "Nour", password_hash()), "IP103"),
        (("n@b@c.eg", "Nour", password_hash()), "IP103"),
        (("ｎour@demo.eg", "Nour", password_hash()), "IP103"),
        ((None, "Nour", password_hash()), "IP103"),
        (("nour@demo.eg", " ", password_hash()), "IP103"),
        (("nour@demo.eg", "x" * 101, password_hash()), "IP103"),
        (("nour@demo.eg", "turned \u202e", password_hash()), "IP103"),
        (("nour@demo.eg", "Nour", "$2b$12$" + "a" * 53), "IP112"),
        (("nour@demo.eg", "Nour", None), "IP112"),
    ],
)
def test_forms_that_this_program_never_sends(
    bank: Bank, teller: SignedIn, form: tuple[str, str, str], state: str
) -> None:
    email, name, new_hash = form
    assert teller.refusal("enrol_customer", email, new_hash, name) == state
    assert bank.ask("auth", "SELECT count(*) FROM users") == [(1,)]


@pytest.mark.parametrize(
    ("changes", "code", "field"),
    [
        ({"email": ""}, "email_missing", "email"),
        ({"email": "nour"}, "email_invalid", "email"),
        ({"full_name": ""}, "name_invalid", "full_name"),
    ],
)
def test_forms_that_cannot_be_used_name_the_field(
    counter: Services, changes: dict[str, str], code: str, field: str
) -> None:
    form = {"email": "nour@demo.eg", "full_name": "Nour"} | changes
    with pytest.raises(InvalidInput) as caught:
        counter.people.enrol(email=form["email"], full_name=form["full_name"])
    assert (caught.value.code, caught.value.data["field"]) == (code, field)


def test_one_person_enrols_two_hundred_in_a_day(
    bank: Bank, teller: SignedIn, admin: SignedIn
) -> None:
    teller_id = claims_of(teller.access_token())["sub"]
    bank.ask(
        "auth",
        "WITH made AS (INSERT INTO users (email, password_hash, full_name)"
        " SELECT 'e' || n || '@demo.eg', %s, 'E' FROM generate_series(1, 200) AS n RETURNING id)"
        " INSERT INTO user_roles (user_id, role, granted_by) SELECT id, 'CUSTOMER', %s FROM made",
        password_hash(),
        teller_id,
    )
    assert teller.refusal("enrol_customer", "nour@demo.eg", password_hash(), "Nour") == "IP104"
    bank.ask(
        "auth",
        "UPDATE user_roles SET granted_at = granted_at - interval '1 day'"
        " WHERE user_id = (SELECT id FROM users WHERE email = 'e1@demo.eg')",
    )
    assert teller.refusal("enrol_customer", "nour@demo.eg", password_hash(), "Nour") is None


def test_a_rolled_back_enrolment_made_nobody(bank: Bank, teller: SignedIn) -> None:
    cursor = teller.connection.cursor()
    cursor.execute("BEGIN")
    _enrol(teller)
    assert teller.refusal("enrol_customer", "n@demo.eg", password_hash(), "N") == "IP005"
    cursor.execute("ROLLBACK")
    assert bank.ask("auth", "SELECT count(*) FROM users") == [(1,)]
    assert log_of(bank, "user_created") == []


# One-time passwords


def test_reset_ends_the_sessions_and_opens_with_the_one_time_password_alone(
    bank: Bank, salma: Customer, counter: Services
) -> None:
    theirs = sign_in(bank, salma.email)
    token = theirs.access_token()
    password = counter.people.reset_password(user_id=salma.user_id)
    assert payment_state(bank, token) == "IP003"
    assert theirs.refusal("access_token") == "IP102"
    desk = bank.services()
    with pytest.raises(SignInRefused):
        desk.identity.sign_in(email=salma.email, password=PASSWORD)
    assert desk.identity.sign_in(email=salma.email, password=password).must_change_password
    desk.identity.change_password(current=password, new="a password of my own")
    assert desk.identity.complete_sign_in().full_name == salma.full_name
    (row,) = log_of(bank, "password_reset")
    assert row[3]["user_id"] == str(salma.user_id)
    assert row[2] is True


def test_tellers_reset_customers_alone_and_administrators_everybody_else(
    bank: Bank, salma: Customer, teller: SignedIn, admin: SignedIn
) -> None:
    both = bank.add_customer("Both", "both@demo.eg").user_id
    bank.ask("auth", "INSERT INTO user_roles (user_id, role) VALUES (%s, 'TELLER')", str(both))
    nobody = bank.add_customer("Nobody", "nobody@demo.eg").user_id
    bank.ask("auth", "DELETE FROM user_roles WHERE user_id = %s", str(nobody))
    auditor = bank.add_staff("Auditor One", "auditor@demo.eg", "AUDITOR")
    before = bank.ask("auth", "SELECT id, password_hash FROM users ORDER BY id")
    for user_id in (both, nobody, auditor):
        assert teller.refusal("reset_password", user_id, password_hash(_ONE_TIME)) == "IP004"
    assert admin.refusal("reset_password", salma.user_id, password_hash(_ONE_TIME)) == "IP004"
    assert bank.ask("auth", "SELECT id, password_hash FROM users ORDER BY id") == before
    assert bank.ask("auth", "SELECT 1 FROM statements WHERE kind = 'revoke'") == []
    for user_id in (both, nobody, auditor):
        assert admin.refusal("reset_password", user_id, password_hash(_ONE_TIME)) is None
    assert teller.refusal("reset_password", salma.user_id, password_hash(_ONE_TIME)) is None


def test_what_a_reset_refuses(bank: Bank, salma: Customer, teller: SignedIn) -> None:
    own = claims_of(teller.access_token())["sub"]
    assert teller.refusal("reset_password", own, password_hash()) == "IP108"
    assert teller.refusal("reset_password", uuid4(), password_hash()) == "IP109"
    assert teller.refusal("reset_password", None, password_hash()) == "IP109"
    assert teller.refusal("reset_password", salma.user_id, "nonsense") == "IP112"
    assert log_of(bank, "password_reset") == []


def test_a_session_that_is_just_being_opened_with_the_old_password_must_change_it(
    bank: Bank, salma: Customer, teller: SignedIn
) -> None:
    late = bank.connect_desktop("auth")
    attempt = answered(late, salma.email)
    cursor = teller.connection.cursor()
    cursor.execute("BEGIN")
    teller("reset_password", salma.user_id, password_hash(_ONE_TIME))
    waiting = bank.in_background(lambda: call(late, "open_session", attempt, "late"))
    bank.wait_until_blocked("auth")
    cursor.execute("COMMIT")
    with pytest.raises(psycopg2.Error, match="attempt_invalid"):
        waiting()


# Lifting a lockout


def _lock_out(bank: Bank, email: str) -> None:
    with bank.as_desktop("auth") as desktop:
        for _ in range(5):
            open_session(desktop, email, WRONG)
        assert open_session(desktop, email)["retry_after_s"] > 0


def test_a_lifted_lockout_lets_the_right_password_in_and_counts_anew(
    bank: Bank, salma: Customer, teller: SignedIn, counter: Services
) -> None:
    _lock_out(bank, salma.email)
    teller("lift_lockout", salma.user_id)
    with bank.as_desktop("auth") as desktop:
        assert open_session(desktop, salma.email, WRONG)["tries_left"] == 4
        assert open_session(desktop, salma.email)["session"] is not None
    _lock_out(bank, salma.email)
    counter.people.lift_lockout(user_id=salma.user_id)
    bank.services().identity.sign_in(email=salma.email, password=PASSWORD)
    (row, _) = log_of(bank, "lockout_lifted")
    assert row[2:] == (True, {"user_id": str(salma.user_id), "station": "counter 3"})


def test_answers_that_were_held_back_until_the_lifting_are_void(
    bank: Bank, salma: Customer, teller: SignedIn
) -> None:
    """Or else a thousand guesses given before it could be evaluated one after the other."""
    with bank.as_desktop("auth") as desktop:
        guesses = [answered(desktop, salma.email, f"{WRONG} {n}") for n in range(6)]
        guesses.append(answered(desktop, salma.email))
        teller("lift_lockout", salma.user_id)
        for attempt in guesses:
            with pytest.raises(psycopg2.Error, match="attempt_invalid"):
                call(desktop, "open_session", attempt, "x")


def test_what_a_lifting_refuses(bank: Bank, teller: SignedIn) -> None:
    own = claims_of(teller.access_token())["sub"]
    assert teller.refusal("lift_lockout", own) == "IP108"
    assert teller.refusal("lift_lockout", uuid4()) == "IP109"
    assert log_of(bank, "lockout_lifted") == []


def test_an_enrolment_out_of_reach_of_payment_stands(bank: Bank, counter: Services) -> None:
    """The worker hands the name over; the person can sign in meanwhile."""
    right, bank.payment_url = bank.payment_url, "postgresql://station_1@127.0.0.1:1/nowhere"
    counter.databases[1].close()
    enrolled = counter.people.enrol(email="nour@demo.eg", full_name="Nour Adel")
    bank.payment_url = right
    assert bank.ask("payment", "SELECT 1 FROM holders") == []
    (statement,) = bank.ask(
        "auth", "SELECT body FROM statements WHERE subject = %s", str(enrolled.user_id)
    )
    accept(bank, *statement)
    assert bank.ask("payment", "SELECT full_name FROM holders") == [("Nour Adel",)]


def test_services_word_what_staff_may_not(bank: Bank, salma: Customer) -> None:
    services = bank.services()
    services.identity.sign_in(email=salma.email, password=PASSWORD)
    with pytest.raises(Refused) as caught:
        services.people.enrol(email="nour@demo.eg", full_name="Nour")
    assert caught.value.code == "not_permitted"
    services.identity.lock()
    with pytest.raises(Unavailable) as locked:
        services.people.reset_password(user_id=salma.user_id)
    assert locked.value.code == "session_locked"
