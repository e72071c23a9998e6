"""Getting further in than one belongs: by functions of staff, by sessions that are bound, by proofs used again."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

import bcrypt
import psycopg2
import pytest

from services import passwords
from tests.attacks.raw_sql import answered, refusal, told
from tests.bank import PASSWORD

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.bank import Bank

pytestmark = pytest.mark.system_postgres

_NEW = "another long password"
_REFUSED = "SELECT count(*) FROM audit_logs WHERE event LIKE '%%_refused'"
#: Which roles may call what, as sessions see it; the person it is about comes last.
_STAFF: dict[str, tuple[str, set[str]]] = {
    "enrol_customer": ("%s, 'fresh@demo.eg', %s, 'Nour Adel'", {"TELLER", "SUPERVISOR"}),
    "reset_password": ("%s, %s, %s", {"TELLER", "SUPERVISOR"}),
    "lift_lockout": ("%s, %s", {"TELLER", "SUPERVISOR", "ADMIN"}),
    "grant_role": ("%s, %s, 'AUDITOR'", {"ADMIN"}),
    "revoke_role": ("%s, %s, 'CUSTOMER'", {"ADMIN"}),
    "lock_user": ("%s, %s, 'a reason'", {"ADMIN"}),
    "unlock_user": ("%s, %s", {"ADMIN"}),
}
_ROLES = ("CUSTOMER", "TELLER", "SUPERVISOR", "AUDITOR", "ADMIN")


class Branch:
    """One person of each role, and a connection of a station's login to Auth."""

    def __init__(self, bank: Bank) -> None:
        self.bank = bank
        self.people: dict[str, UUID] = {"CUSTOMER": bank.add_customer().user_id}
        for role in _ROLES[1:]:
            self.people[role] = bank.add_staff("Tarek Nabil", f"{role.lower()}@demo.eg", role)
        self.karim = bank.add_customer("Karim Samir", "karim@demo.eg")
        self.desktop = psycopg2.connect(bank.auth_url)
        self.desktop.autocommit = True

    def email(self, role: str) -> str:
        return "salma@demo.eg" if role == "CUSTOMER" else f"{role.lower()}@demo.eg"

    def session(self, email: str, password: str = PASSWORD) -> str:
        attempt = answered(self.desktop, email, password)
        ((session,),) = told(
            self.desktop, "SELECT session FROM api.open_session(%s, 'a window')", attempt
        )
        assert session is not None
        return str(session)

    def call(self, function: str, session: str, about: UUID) -> str | None:
        """Call a function of staff; return what it is refused with."""
        places, _ = _STAFF[function]
        given: list[object] = [session]
        if function != "enrol_customer":
            given.append(about)
        if function in {"enrol_customer", "reset_password"}:
            given.append(_another_hash())
        return refusal(self.desktop, f"SELECT * FROM api.{function}({places})", *given)

    def rights(self) -> list[tuple[Any, ...]]:
        """Return all that these functions could have changed."""
        return self.bank.ask(
            "auth",
            "SELECT u.id, u.password_hash, u.must_change_password, u.locked_at, u.lockout_lifted_at,"
            " (SELECT array_agg(r.role ORDER BY r.role) FROM user_roles AS r WHERE r.user_id = u.id)"
            " FROM users AS u ORDER BY u.id",
        )


def _another_hash(password: str = _NEW) -> str:
    """Return a hash with a salt of its own, at the lowest cost."""
    salt = bcrypt.gensalt(10).decode()
    key = passwords.client_key(password.encode(), salt)

    return f"$sr1{salt}${hashlib.sha256(key).hexdigest()}"


@pytest.fixture
def branch(bank: Bank) -> Iterator[Branch]:
    made = Branch(bank)
    yield made
    made.desktop.close()


def test_each_function_of_staff_is_for_its_roles_alone(branch: Branch) -> None:
    """Customers, auditors and the wrong staff change nothing, about whomever they ask."""
    before = branch.rights()
    for role in _ROLES:
        session = branch.session(branch.email(role))
        for function, (_, allowed) in _STAFF.items():
            if role not in allowed:
                for about in (
                    branch.karim.user_id,
                    branch.people["ADMIN"],
                    branch.people["CUSTOMER"],
                ):
                    found = branch.call(function, session, about)
                    assert found in {"IP004", "IP108"}, (role, function)
                    assert found == "IP004" or role == "ADMIN", (role, function)
    assert branch.rights() == before
    allowed_to_all = [name for name, (_, allowed) in _STAFF.items() if "CUSTOMER" in allowed]
    assert allowed_to_all == []


def test_a_role_that_was_taken_away_is_gone_from_an_open_session(branch: Branch) -> None:
    """Auth looks the role up; what a token of before says is revoked in Payment."""
    session = branch.session(branch.email("TELLER"))
    branch.bank.ask(
        "auth", "DELETE FROM user_roles WHERE user_id = %s", str(branch.people["TELLER"])
    )
    for function, (_, allowed) in _STAFF.items():
        if "TELLER" in allowed:
            assert branch.call(function, session, branch.karim.user_id) == "IP004", function


def test_a_teller_resets_no_staff_and_no_customer_who_is_staff_too(branch: Branch) -> None:
    branch.bank.ask(
        "auth",
        "INSERT INTO user_roles (user_id, role) VALUES (%s, 'TELLER')",
        str(branch.karim.user_id),
    )
    before = branch.rights()
    for role in ("TELLER", "SUPERVISOR"):
        session = branch.session(branch.email(role))
        others = [branch.people[each] for each in _ROLES[1:] if each != role]
        for about in (*others, branch.karim.user_id):
            assert branch.call("reset_password", session, about) == "IP004", (role, about)
        assert branch.call("reset_password", session, uuid4()) == "IP109"
    assert branch.rights() == before


def test_enrolment_is_no_way_to_ask_who_banks_here(branch: Branch) -> None:
    """Whoever may not enrol gets one answer for a known and an unknown email, and for none."""
    enrol = "SELECT * FROM api.enrol_customer(%s, %s, %s, 'Nour Adel')"
    for role in ("CUSTOMER", "AUDITOR", "ADMIN"):
        session = branch.session(branch.email(role))
        for email in ("karim@demo.eg", "nobody@demo.eg", "not an email", None):
            assert refusal(branch.desktop, enrol, session, email, _another_hash()) == "IP004", role
    for session in ("", "x" * 43):
        assert refusal(branch.desktop, enrol, session, "karim@demo.eg", _another_hash()) == "IP102"
    teller = branch.session(branch.email("TELLER"))
    lookalikes = ("KARIM@demo.eg", "karim@demo.eg")
    for email in lookalikes:
        assert refusal(branch.desktop, enrol, teller, email, _another_hash()) == "IP110"
    for email in (
        "k\u0430rim@demo.eg",
        "kar\u0130m@demo.eg",
        "karim\u200b@demo.eg",
        " karim@demo.eg",
    ):
        assert refusal(branch.desktop, enrol, teller, email, _another_hash()) == "IP103"


# What a person does about oneself


_CHANGE = "SELECT changed, tries_left FROM api.change_password(%s, %s, %s)"


def test_a_new_hash_is_put_in_by_its_own_proof_alone(branch: Branch) -> None:
    """Neither a sign-in's, a payment's or an unlock's proof will do, nor one for another hash."""
    session = branch.session("salma@demo.eg")
    before = branch.rights()
    mine, mallorys = _another_hash(), _another_hash("mallory's password")
    for bound_to in (
        "",
        mine,
        "unlock",
        str(uuid4()),
        mallorys[:-1] + ("1" if mallorys[-1] == "0" else "0"),
        mallorys.upper(),
    ):
        attempt = answered(branch.desktop, "salma@demo.eg", PASSWORD, bound_to)
        ((changed, _),) = told(branch.desktop, _CHANGE, session, attempt, mallorys)
        assert changed is None, bound_to
        branch.bank.ask("auth", "DELETE FROM sign_in_attempts")
    assert branch.rights() == before


def test_an_attempt_changes_a_password_once(branch: Branch) -> None:
    session = branch.session("salma@demo.eg")
    first = _another_hash()
    attempt = answered(branch.desktop, "salma@demo.eg", PASSWORD, first)
    told(branch.desktop, "BEGIN")
    assert told(branch.desktop, _CHANGE, session, attempt, first)[0][0] is True
    told(branch.desktop, "ROLLBACK")
    assert told(branch.desktop, _CHANGE, session, attempt, first)[0][0] is True
    for stored in (first, _another_hash()):
        assert refusal(branch.desktop, _CHANGE, session, attempt, stored) in {"IP101", "IP106"}
    # The old password is good for nothing any more, at its salt or the new one.
    attempt = answered(branch.desktop, "salma@demo.eg", PASSWORD)
    evaluate = "SELECT session FROM api.open_session(%s, 's')"
    assert told(branch.desktop, evaluate, attempt) == [(None,)]


def test_somebody_elses_attempt_changes_nothing(branch: Branch) -> None:
    """Karim's own right proof, used in Salma's session, and the other way round."""
    salma, karim = branch.session("salma@demo.eg"), branch.session("karim@demo.eg")
    before = branch.rights()
    made = _another_hash()
    for email, session in (("karim@demo.eg", salma), ("salma@demo.eg", karim)):
        attempt = answered(branch.desktop, email, PASSWORD, made)
        assert refusal(branch.desktop, _CHANGE, session, attempt, made) == "IP101"
        unlock = answered(branch.desktop, email, PASSWORD, "unlock")
        assert (
            refusal(branch.desktop, "SELECT * FROM api.unlock(%s, %s)", session, unlock) == "IP101"
        )
    assert branch.rights() == before


def test_every_way_to_prove_a_password_shares_one_count(branch: Branch) -> None:
    """Two guesses each by sign-in, unlock, change and confirmation: the sixth is not looked at."""
    session = branch.session("salma@demo.eg")
    made, payment = _another_hash(), str(uuid4())
    ways = (
        ("", "SELECT * FROM api.open_session(%s, 's')", ()),
        ("unlock", "SELECT * FROM api.unlock(%s, %s)", (session,)),
        (made, "SELECT * FROM api.change_password(%s, %s, %s)", (session,)),
        (payment, "SELECT * FROM api.confirm(%s, %s, %s)", (session,)),
    )
    for _ in range(2):
        for bound_to, call, first in ways:
            attempt = answered(branch.desktop, "salma@demo.eg", b"\1" * 32, bound_to)
            last = (bound_to,) if call.count("%s") == 3 else ()
            told(branch.desktop, "BEGIN")
            told(branch.desktop, call, *first, attempt, *last)
            told(branch.desktop, "ROLLBACK")
    # Now the right password, in each way.
    for bound_to, call, first in ways:
        attempt = answered(branch.desktop, "salma@demo.eg", PASSWORD, bound_to)
        last = (bound_to,) if call.count("%s") == 3 else ()
        answer = told(branch.desktop, call, *first, attempt, *last)[0]
        assert True not in answer, call
        assert not any(isinstance(each, str) for each in answer), call
    assert branch.bank.ask("auth", _REFUSED) == [(0,)], "what was rolled back left no trace"


@pytest.mark.parametrize("kept_by", ["must_change_password", "locked_at"])
def test_a_session_that_is_held_reaches_nothing(branch: Branch, kept_by: str) -> None:
    """Until the password is changed, or the window unlocked: each function that takes a session refuses."""
    session = branch.session(branch.email("ADMIN"))
    if kept_by == "must_change_password":
        branch.bank.ask("auth", "UPDATE users SET must_change_password = true")
        state, open_to = "IP105", {"change_password", "unlock", "lock", "end_session"}
    else:
        told(branch.desktop, "SELECT api.lock(%s)", session)
        state, open_to = "IP107", {"unlock", "lock", "end_session"}
    functions = branch.bank.ask(
        "auth",
        "SELECT proname, pronargs FROM pg_proc WHERE pronamespace = 'api'::regnamespace"
        " AND proargnames[1] = 'p_session' ORDER BY proname",
    )
    refused = set()
    for name, count in functions:
        told(branch.desktop, "BEGIN")  # one of them ends the session
        call = f"SELECT * FROM api.{name}(%s{', NULL' * (count - 1)})"
        if refusal(branch.desktop, call, session) == state:
            refused.add(name)
        told(branch.desktop, "ROLLBACK")
    assert {name for name, _ in functions} - refused == open_to
    assert refused >= {"access_token", "confirm", "end_sessions", "grant_role", "holder_statement"}


def test_a_locked_session_is_not_opened_by_its_token(branch: Branch) -> None:
    session = branch.session("salma@demo.eg")
    told(branch.desktop, "SELECT api.lock(%s)", session)
    unlock = "SELECT unlocked FROM api.unlock(%s, %s)"
    for password, bound_to in ((b"\1" * 32, "unlock"), (PASSWORD, ""), (PASSWORD, session)):
        attempt = answered(branch.desktop, "salma@demo.eg", password, bound_to)
        assert told(branch.desktop, unlock, session, attempt) == [(None,)]
    assert refusal(branch.desktop, "SELECT * FROM api.access_token(%s)", session) == "IP107"
    attempt = answered(branch.desktop, "salma@demo.eg", PASSWORD, "unlock")
    told(branch.desktop, "BEGIN")
    assert told(branch.desktop, unlock, session, attempt) == [(True,)]
    told(branch.desktop, "ROLLBACK")
    assert refusal(branch.desktop, "SELECT * FROM api.access_token(%s)", session) == "IP107"


def test_nobody_ends_somebody_elses_session(branch: Branch) -> None:
    salma, karim = branch.session("salma@demo.eg"), branch.session("karim@demo.eg")
    end = "SELECT api.end_other_session(%s, %s)"
    ids = dict(branch.bank.ask("auth", "SELECT user_id, id FROM sessions"))
    for session_id in (ids[str(branch.karim.user_id)], str(uuid4()), None):
        assert told(branch.desktop, end, salma, session_id) == [(None,)]
    told(branch.desktop, "SELECT api.end_sessions(%s, false)", salma)
    assert refusal(branch.desktop, "SELECT * FROM api.access_token(%s)", karim) is None
    assert refusal(branch.desktop, "SELECT * FROM api.access_token(%s)", salma) == "IP102"


def test_whoever_is_locked_out_learns_nothing_and_has_no_session(branch: Branch) -> None:
    """The right password is answered as a wrong one is, and every session is over."""
    session = branch.session("karim@demo.eg")
    admin = branch.session(branch.email("ADMIN"))
    assert branch.call("lock_user", admin, branch.karim.user_id) is None
    assert refusal(branch.desktop, "SELECT * FROM api.access_token(%s)", session) == "IP102"
    evaluate = "SELECT session, tries_left, retry_after_s FROM api.open_session(%s, 's')"
    answers = []
    for password in (PASSWORD, "not the right password"):
        branch.bank.ask("auth", "DELETE FROM sign_in_attempts")
        attempt = answered(branch.desktop, "karim@demo.eg", password)
        answers.append(told(branch.desktop, evaluate, attempt))
    assert answers[0] == answers[1] == [(None, 4, 0)]


# Floods


def test_the_table_of_attempts_is_not_filled_by_answering(bank: Bank) -> None:
    bank.ask(
        "auth",
        "INSERT INTO sign_in_attempts (email, database_role, answered_at)"
        " SELECT n || '@demo.eg', 'station_1', clock_timestamp() AT TIME ZONE 'UTC'"
        " FROM generate_series(1, 3000) AS n",
    )
    with bank.as_desktop("auth") as desktop:
        assert refusal(desktop, "SELECT * FROM api.challenge('salma@demo.eg')") == "IP111"
