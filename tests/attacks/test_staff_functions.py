"""Whoever calls a function of staff without the role is refused, whatever their token says."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import pytest

from tests.bank import password_hash
from tests.conftest import STATION
from tests.signed_in import SignedIn, sign_in

if TYPE_CHECKING:
    from tests.bank import Bank
    from tests.conftest import Server

pytestmark = pytest.mark.system_postgres

_ROLES = ("CUSTOMER", "TELLER", "SUPERVISOR", "AUDITOR", "ADMIN")
_COUNTER = {"TELLER", "SUPERVISOR"}
_STAFF = _COUNTER | {"AUDITOR", "ADMIN"}
#: Function -> who may call it about a customer.
_MAY = {
    "enrol_customer": _COUNTER,
    "reset_password": _COUNTER,
    "lift_lockout": _COUNTER | {"ADMIN"},
    "grant_role": {"ADMIN"},
    "revoke_role": {"ADMIN"},
    "lock_user": {"ADMIN"},
    "unlock_user": {"ADMIN"},
    "find_user": _STAFF,
    "person": _STAFF,
    "audit_log": {"AUDITOR"},
    "verify_seals": {"AUDITOR"},
    "kept_heads": {"AUDITOR"},
    "note_audit_export": {"AUDITOR"},
    "audit_names": {"AUDITOR"},
    "users": {"ADMIN"},
    "enrol_staff": {"ADMIN"},
}
#: What is about nobody in particular.
_ABOUT_NOBODY = {
    "enrol_customer", "find_user", "person", "users", "enrol_staff",
    *(each for each, may in _MAY.items() if may == {"AUDITOR"}),
}  # fmt: skip
#: A query each of what nobody may change without the role.
_STATE = (
    "SELECT * FROM users ORDER BY id",
    "SELECT user_id, role FROM user_roles ORDER BY user_id, role",
    "SELECT id, ended_at FROM sessions ORDER BY id",
    "SELECT id FROM statements WHERE kind = 'revoke'",
)


def _arguments(function: str, about: UUID) -> tuple[object, ...]:
    return {
        "enrol_customer": (f"{uuid4().hex}@demo.eg", password_hash(), "Nour"),
        "reset_password": (about, password_hash()),
        "lift_lockout": (about,),
        "grant_role": (about, "TELLER"),
        "revoke_role": (about, "TELLER"),
        "lock_user": (about, "a reason"),
        "unlock_user": (about,),
        "find_user": ("karim@demo.eg",),
        "person": (about,),
        "audit_log": (None, None, None, None, None, None, 9),
        "verify_seals": (0, 9),
        "kept_heads": (0,),
        "note_audit_export": (None, None, None, None, None),
        "audit_names": ("{" + str(about) + "}",),
        "users": ("karim", False, "", 1),
        "enrol_staff": (f"{uuid4().hex}@demo.eg", password_hash(), "Nour", "TELLER"),
    }[function]


def _state(bank: Bank) -> list[object]:
    return [bank.ask("auth", each) for each in _STATE]


def test_the_list_is_of_every_function_that_asks_for_a_role(bank: Bank) -> None:
    asking = bank.ask(
        "auth",
        "SELECT proname FROM pg_proc WHERE pronamespace = 'api'::regnamespace"
        " AND prosrc LIKE '%%staff_session%%'",
    )
    assert {row[0] for row in asking} == set(_MAY)


@pytest.mark.parametrize("role", [*_ROLES, None])
def test_each_function_asks_for_its_role(bank: Bank, role: str | None) -> None:
    target = bank.add_customer("Karim Samir", "karim@demo.eg").user_id
    who = bank.add_staff("Somebody", "somebody@demo.eg", role or "CUSTOMER")
    if role is None:
        bank.ask("auth", "DELETE FROM user_roles WHERE user_id = %s", str(who))
    caller = sign_in(bank, "somebody@demo.eg")
    for function, may in _MAY.items():
        before = _state(bank)
        found = caller.refusal(function, *_arguments(function, target))
        if role in may:
            assert found is None, function
        else:
            assert found == "IP004", function
            assert _state(bank) == before, function


def test_a_customer_is_not_told_whether_a_person_is_known(bank: Bank) -> None:
    salma = sign_in(bank, bank.add_customer().email)
    for function in _MAY.keys() - _ABOUT_NOBODY:
        assert salma.refusal(function, *_arguments(function, uuid4())) == "IP004"


def test_nobody_does_any_of_it_to_themselves(bank: Bank) -> None:
    own = bank.add_staff("Aya Said", "aya@demo.eg", "ADMIN")
    bank.ask("auth", "INSERT INTO user_roles (user_id, role) VALUES (%s, 'SUPERVISOR')", str(own))
    aya = sign_in(bank, "aya@demo.eg")
    before = _state(bank)
    for function in _MAY.keys() - _ABOUT_NOBODY:
        assert aya.refusal(function, *_arguments(function, own)) == "IP108", function
    assert _state(bank) == before


def test_a_teller_grants_no_roles_by_any_way(bank: Bank) -> None:
    own = bank.add_staff("Teller One", "teller@demo.eg", "TELLER")
    target = bank.add_customer("Karim Samir", "karim@demo.eg").user_id
    teller = sign_in(bank, "teller@demo.eg")
    for about in (own, target):
        for role in _ROLES:
            assert teller.refusal("grant_role", about, role) == "IP004"
    # Whoever is enrolled is a customer and nothing else.
    teller("enrol_customer", "nour@demo.eg", password_hash(), "Nour")
    assert bank.ask(
        "auth",
        "SELECT r.role FROM user_roles AS r JOIN users AS u ON u.id = r.user_id"
        " WHERE u.email = 'nour@demo.eg'",
    ) == [("CUSTOMER",)]
    # Staff with another role beside it are no customers to a teller.
    bank.add_staff("Aya Said", "aya@demo.eg", "ADMIN")
    sign_in(bank, "aya@demo.eg")("grant_role", target, "AUDITOR")
    assert teller.refusal("reset_password", target, password_hash()) == "IP004"


def test_an_access_token_opens_no_function_that_takes_a_session(bank: Bank) -> None:
    """Also one that Auth has signed with every role there is."""
    aya_id = bank.add_staff("Aya Said", "aya@demo.eg", "ADMIN")
    aya = sign_in(bank, "aya@demo.eg")
    forged = {"typ": "access", "sub": str(aya_id), "sid": str(uuid4()), "roles": _ROLES,
        "dbrole": STATION, "exp": int(time.time()) + 300}  # fmt: skip
    signed = bank.ask("auth", "SELECT private.sign(%s::jsonb)", json.dumps(forged))[0][0]
    target = bank.add_customer().user_id
    for token in (str(signed), aya.access_token(), ""):
        thief = SignedIn(bank, aya.email, aya.connection, token)
        for function in _MAY:
            assert thief.refusal(function, *_arguments(function, target)) == "IP102", function


def test_a_session_of_another_login_is_worth_nothing_here(bank: Bank) -> None:
    bank.add_staff("Aya Said", "aya@demo.eg", "ADMIN")
    aya = sign_in(bank, "aya@demo.eg")
    bank.ask("auth", "UPDATE sessions SET database_role = 'station_2'")
    for function in (*_MAY, "lock", "end_sessions", "change_password", "unlock"):
        arguments = _arguments(function, uuid4()) if function in _MAY else {
            "lock": (), "end_sessions": (True,), "change_password": (None, password_hash()),
            "unlock": (None,)}[function]  # fmt: skip
        assert aya.refusal(function, *arguments) == "IP102", function


def test_a_refusal_that_is_rolled_back_stays_in_the_servers_log(bank: Bank, server: Server) -> None:
    """With who, which database and what, and without the session's token."""
    salma = sign_in(bank, bank.add_customer().email)
    name = bank.ask("auth", "SELECT current_database()")[0][0]
    salma.connection.cursor().execute("BEGIN")
    assert salma.refusal("grant_role", uuid4(), "ADMIN") == "IP004"
    salma.connection.cursor().execute("ROLLBACK")
    deadline = time.monotonic() + 10
    while f"{STATION}@{name} ERROR:  not_permitted" not in (
        log := server.cluster.log_file.read_text()
    ):
        assert time.monotonic() < deadline, "it is not in the log"
        time.sleep(0.05)
    assert salma.session not in log
