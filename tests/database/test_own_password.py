"""Changing one's own password: asked for, or forced by a one-time password."""

from __future__ import annotations

from typing import TYPE_CHECKING

import psycopg2
import pytest

from services import passwords
from services.errors import InvalidInput, SessionEnded, SignInRefused, Unavailable
from tests.bank import PASSWORD, password_hash
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
    from tests.bank import Bank, Customer
    from tests.signed_in import SignedIn

pytestmark = pytest.mark.system_postgres

_NEW = "a password of my own"


@pytest.fixture
def salma(bank: Bank) -> Customer:
    return bank.add_customer()


@pytest.fixture
def signed_in(bank: Bank, salma: Customer) -> SignedIn:
    return sign_in(bank, salma.email)


def _change(signed_in: SignedIn, new_hash: str, password: str = PASSWORD) -> tuple[object, ...]:
    row = signed_in("change_password", signed_in.answered(new_hash, password), new_hash)
    return row["changed"], row["tries_left"], row["retry_after_s"]


def test_the_new_password_opens_and_the_old_one_does_not(
    bank: Bank, salma: Customer, signed_in: SignedIn
) -> None:
    assert _change(signed_in, password_hash(_NEW)) == (True, None, 0)
    assert open_session(signed_in.connection, salma.email)["session"] is None
    assert open_session(signed_in.connection, salma.email, _NEW)["session"] is not None
    assert signed_in.refusal("access_token") is None
    assert log_of(bank, "password_changed") == [
        ("password_changed", str(salma.user_id), True, None)
    ]


def test_other_sessions_end_and_payment_refuses_their_tokens_but_not_ones_own(
    bank: Bank, salma: Customer, signed_in: SignedIn
) -> None:
    other = sign_in(bank, salma.email)
    karim = sign_in(bank, bank.add_customer("Karim Samir", "karim@demo.eg").email)
    mine, theirs, strange = (each.access_token() for each in (signed_in, other, karim))
    new_hash = password_hash(_NEW)
    row = signed_in("change_password", signed_in.answered(new_hash), new_hash)
    assert len(row["statements"]) == 1
    assert other.refusal("access_token") == "IP102"
    accept(bank, *row["statements"])
    assert payment_state(bank, theirs) == "IP003"
    assert payment_state(bank, mine) is None
    assert payment_state(bank, strange) is None
    assert karim.refusal("access_token") is None


def test_a_wrong_password_is_counted_with_those_of_the_sign_in(
    bank: Bank, salma: Customer, signed_in: SignedIn
) -> None:
    new_hash = password_hash(_NEW)
    assert _change(signed_in, new_hash, WRONG) == (None, 4, 0)
    assert open_session(signed_in.connection, salma.email, WRONG)["tries_left"] == 3
    for left in (2, 1):
        assert _change(signed_in, new_hash, WRONG) == (None, left, 0)
    assert _change(signed_in, new_hash, WRONG)[2] in range(55, 61)
    changed, tries_left, retry_after_s = _change(signed_in, new_hash)
    assert (changed, tries_left) == (None, 0)
    assert retry_after_s
    assert bank.ask("auth", "SELECT password_hash FROM users") == [(password_hash(),)]
    events = [row[0] for row in log_of(bank, "password_changed_refused", "password_changed_paused")]
    assert events == ["password_changed_refused"] * 4 + ["password_changed_paused"]


def test_an_answer_puts_in_the_hash_that_it_was_given_for_alone(
    signed_in: SignedIn,
) -> None:
    new_hash, another = password_hash(_NEW), password_hash("a password of Mallory's")
    attempt = signed_in.answered(new_hash)
    assert signed_in("change_password", attempt, another)["changed"] is None
    # An answer for a sign-in, for the lock or for a payment puts none in either.
    for bound_to in (None, "unlock", "01a203de-936d-7279-ad3c-b20b09fc2f62"):
        row = signed_in("change_password", signed_in.answered(bound_to), new_hash)
        assert row["changed"] is None
    assert _change(signed_in, new_hash, WRONG)[1] == 0, "each of those was counted"


def test_what_is_refused_outright(bank: Bank, salma: Customer, signed_in: SignedIn) -> None:
    new_hash = password_hash(_NEW)
    attempt = signed_in.answered(new_hash)
    karims = answered(
        signed_in.connection, bank.add_customer("Karim", "karim@demo.eg").email, bound_to=new_hash
    )
    for wanted, arguments in (
        ("IP106", (attempt, password_hash())),
        ("IP112", (attempt, "$2b$12$" + "a" * 53)),
        ("IP112", (attempt, new_hash + "\n")),
        ("IP112", (attempt, None)),
        ("IP101", (karims, new_hash)),
        ("IP101", (None, new_hash)),
    ):
        assert signed_in.refusal("change_password", *arguments) == wanted, arguments
    cursor = signed_in.connection.cursor()
    cursor.execute("BEGIN")
    call(signed_in.connection, "challenge", salma.email)
    assert signed_in.refusal("change_password", attempt, new_hash) == "IP005"
    cursor.execute("ROLLBACK")
    assert signed_in("change_password", attempt, new_hash)["changed"] is True
    assert signed_in.refusal("change_password", attempt, new_hash) == "IP106"


def test_the_same_salt_at_another_cost_is_no_new_hash(signed_in: SignedIn) -> None:
    cheaper = password_hash().replace("$2b$10$", "$2b$11$")
    assert signed_in.refusal("change_password", signed_in.answered(cheaper), cheaper) == "IP106"


def test_a_rolled_back_change_changes_nothing_and_takes_no_try_back(
    bank: Bank, salma: Customer, signed_in: SignedIn
) -> None:
    new_hash = password_hash(_NEW)
    attempts = [signed_in.answered(new_hash, f"{WRONG} {n}") for n in range(12)]
    learned = 0
    cursor = signed_in.connection.cursor()
    for attempt in reversed(attempts):
        cursor.execute("BEGIN")
        learned += not signed_in("change_password", attempt, new_hash)["retry_after_s"]
        cursor.execute("ROLLBACK")
    assert learned <= 5
    assert bank.ask("auth", "SELECT password_hash FROM users") == [(password_hash(),)]


def test_a_sign_in_with_the_old_password_that_is_late_opens_nothing(
    bank: Bank, salma: Customer, signed_in: SignedIn
) -> None:
    """It was judged right, then had to wait for the change that was just being committed."""
    new_hash = password_hash(_NEW)
    late = bank.connect_desktop("auth")
    attempt = answered(late, salma.email)
    mine = signed_in.answered(new_hash)
    # A success voids answers from before it, so both are given before either is evaluated.
    cursor = signed_in.connection.cursor()
    cursor.execute("BEGIN")
    assert signed_in("change_password", mine, new_hash)["changed"] is True
    waiting = bank.in_background(lambda: call(late, "open_session", attempt, "late"))
    bank.wait_until_blocked("auth")
    cursor.execute("COMMIT")
    with pytest.raises(psycopg2.Error) as caught:
        waiting()
    assert caught.value.pgcode == "IP101"
    assert bank.ask("auth", "SELECT station FROM sessions WHERE ended_at IS NULL") == [("x",)]


# A one-time password


def _must_change(bank: Bank) -> None:
    bank.ask("auth", "UPDATE users SET must_change_password = true")


def test_a_session_that_must_change_the_password_can_do_nothing_else(
    bank: Bank, salma: Customer
) -> None:
    _must_change(bank)
    with bank.as_desktop("auth") as desktop:
        opened = open_session(desktop, salma.email)
    assert (opened["must_change_password"], opened["user_id"]) == (True, str(salma.user_id))
    signed_in = sign_in(bank, salma.email)
    assert signed_in.refusal("access_token") == "IP105"
    assert signed_in.refusal("holder_statement") == "IP105"
    attempt = signed_in.answered()
    for function, arguments in (
        ("confirm", (attempt, salma.user_id)),
        ("resalt_password", (attempt, password_hash(_NEW))),
        ("end_sessions", (True,)),
        ("end_other_session", (salma.user_id,)),
        ("enrol_customer", ("a@b.eg", password_hash(), "A")),
        ("reset_password", (salma.user_id, password_hash())),
        ("lift_lockout", (salma.user_id,)),
        ("grant_role", (salma.user_id, "ADMIN")),
        ("revoke_role", (salma.user_id, "ADMIN")),
        ("lock_user", (salma.user_id, "a reason")),
        ("unlock_user", (salma.user_id,)),
    ):
        assert signed_in.refusal(function, *arguments) == "IP105", function
    assert _change(signed_in, password_hash(_NEW)) == (True, None, 0)
    assert signed_in.refusal("access_token") is None


def test_it_may_be_signed_out(bank: Bank, salma: Customer) -> None:
    _must_change(bank)
    signed_in = sign_in(bank, salma.email)
    assert signed_in("end_session") is not None
    assert signed_in.refusal("access_token") == "IP102"


# Through the services


def test_services_change_the_password_and_hand_the_revocation_over(
    bank: Bank, salma: Customer
) -> None:
    services, elsewhere = bank.services(), bank.services("elsewhere")
    for each in (services, elsewhere):
        each.identity.sign_in(email=salma.email, password=PASSWORD)
    stolen = elsewhere.identity._access.token()
    services.identity.change_password(current=PASSWORD, new=_NEW)
    assert payment_state(bank, stolen) == "IP003"
    assert len(services.accounts.list()) == 1
    with pytest.raises(SessionEnded):
        elsewhere.accounts.list()
    services.identity.sign_in(email=salma.email, password=_NEW)


def test_services_sign_in_with_a_one_time_password(bank: Bank, salma: Customer) -> None:
    _must_change(bank)
    services = bank.services()
    person = services.identity.sign_in(email=salma.email, password=PASSWORD)
    assert (person.user_id, person.email) == (salma.user_id, salma.email)
    assert (person.full_name, person.roles, person.must_change_password) == ("", frozenset(), True)
    with pytest.raises(Unavailable) as caught:
        services.accounts.list()
    assert caught.value.code == "password_change_required"
    services.identity.change_password(current=PASSWORD, new=_NEW)
    person = services.identity.complete_sign_in()
    assert (person.full_name, person.must_change_password) == (salma.full_name, False)
    assert len(services.accounts.list()) == 1


@pytest.mark.parametrize(
    ("changes", "code", "field"),
    [
        ({"current": ""}, "password_missing", "current_password"),
        ({"current": "x" * 73}, "password_too_long", "current_password"),
        ({"new": ""}, "password_missing", "new_password"),
        ({"new": "eleven char"}, "password_too_short", "new_password"),
        ({"new": "x" * 73}, "password_too_long", "new_password"),
        ({"new": "twelve\0chars"}, "password_has_nul", "new_password"),
        ({"new": PASSWORD}, "password_same", "new_password"),
    ],
)
def test_forms_that_cannot_be_used_name_the_field(
    bank: Bank, salma: Customer, changes: dict[str, str], code: str, field: str
) -> None:
    services = bank.services()
    services.identity.sign_in(email=salma.email, password=PASSWORD)
    with pytest.raises(InvalidInput) as caught:
        services.identity.change_password(**{"current": PASSWORD, "new": _NEW} | changes)
    assert (caught.value.code, caught.value.data["field"]) == (code, field)
    with pytest.raises(SignInRefused) as refused:
        services.identity.change_password(current=WRONG, new=_NEW)
    assert refused.value.data == {"tries_left": 4}, "none of those was counted"


def test_one_time_passwords_are_long_and_hard_to_misread() -> None:
    made = {passwords.one_time() for _ in range(200)}
    assert len(made) == 200
    for each in made:
        assert [len(group) for group in each.split("-")] == [4, 4, 4, 4]
        assert not set(each) & set("il1o0ILO")
        passwords.check_new(each)
