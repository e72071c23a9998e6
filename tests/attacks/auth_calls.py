"""A sound call of each function of Auth's api."""

from __future__ import annotations

from tests.attacks.bad_inputs import array, of_type, text
from tests.attacks.soundness import (
    AUDIT_MAY_BE,
    SEALS_MAY_BE,
    Call,
    anything,
    audit_page,
    audited,
    is_given,
    is_looked_for,
    is_page,
    is_reason,
    is_sound,
    seals,
)


def auth_calls(known: dict[str, str]) -> dict[str, Call]:
    """Return a call of each of Auth's functions."""
    session = text(known["session"])
    attempt = of_type("uuid", known["attempt"])
    staff = text(known["staff_session"])
    person = of_type("uuid", known["person"])
    locked = of_type("uuid", known["locked"])
    whom = {"p_user_id": {known[each] for each in ("person", "locked", "opened")}.__contains__}
    moment = of_type("timestamp", "2026-01-01")
    period = {"p_from": moment, "p_to": moment}
    roles = {"CUSTOMER", "TELLER", "SUPERVISOR", "AUDITOR", "ADMIN"}
    new_hash = text(known["new_hash"])
    counted = frozenset({"sign_in_attempts", "sessions", "audit_logs"})
    ending = frozenset({"sessions", "statements", "audit_logs"})
    ruled = ending | {"users", "user_roles"}
    form = {
        "p_email": lambda value: value == "a@b.c",
        "p_full_name": lambda value: is_sound(value, 100, least=1),
    }
    return {
        "schema_version": Call({}),
        "challenge": Call({"p_email": text("salma@demo.eg")}, frozenset({"sign_in_attempts"}),
            {"p_email": anything}),
        "answer": Call(
            {"p_attempt": of_type("uuid", known["open_attempt"]), "p_proof": of_type("bytea", known["proof"])},
            frozenset({"sign_in_attempts"}), {"p_attempt": anything, "p_proof": anything}),
        "open_session": Call({"p_attempt": attempt, "p_station": text("a station")}, counted,
            {"p_station": anything}),
        "confirm": Call(
            {"p_session": session, "p_attempt": attempt, "p_transaction_id": of_type("uuid", known["new"])},
            counted, {"p_transaction_id": is_given}),
        "access_token": Call({"p_session": session}, frozenset({"sessions"})),
        # One that waits to be delivered is given out again, but the person has changed since.
        "holder_statement": Call({"p_session": session}, frozenset({"statements"})),
        "end_session": Call({"p_session": session}, frozenset({"sessions", "statements", "audit_logs"}),
            {"p_session": anything}),
        "sign_up": Call(
            {"p_email": text("new@demo.eg"), "p_password_hash": text(known["hash"]),
                "p_full_name": text("Mona Adel")},
            frozenset({"applications", "audit_logs"}), form),
        "change_password": Call(
            {"p_session": session, "p_attempt": attempt, "p_password_hash": new_hash}, counted),
        "resalt_password": Call(
            {"p_session": session, "p_attempt": attempt, "p_password_hash": new_hash}, counted),
        "lock": Call({"p_session": session}, frozenset({"sessions", "audit_logs"})),
        "unlock": Call({"p_session": session, "p_attempt": attempt}, counted),
        "end_sessions": Call({"p_session": session, "p_others_only": of_type("boolean", "false")},
            ending, {"p_others_only": anything}),
        # None of those ids is a session of this person's: nothing ends, nothing is told.
        "end_other_session": Call({"p_session": session, "p_session_id": of_type("uuid", known["new"])},
            may_be={"p_session_id": anything}),
        "enrol_customer": Call(
            {"p_session": staff, "p_email": text("new@demo.eg"), "p_password_hash": text(known["hash"]),
                "p_full_name": text("Mona Adel")},
            ruled, form),
        "reset_password": Call(
            {"p_session": staff, "p_user_id": person, "p_password_hash": new_hash}, ruled, whom),
        "lift_lockout": Call({"p_session": staff, "p_user_id": person}, ruled, whom),
        "grant_role": Call({"p_session": staff, "p_user_id": person, "p_role": text("TELLER")},
            ruled, {**whom, "p_role": roles.__contains__}),
        "revoke_role": Call({"p_session": staff, "p_user_id": person, "p_role": text("CUSTOMER")},
            ruled, {**whom, "p_role": roles.__contains__}),
        "lock_user": Call({"p_session": staff, "p_user_id": person, "p_reason": text("a reason")},
            ruled, {**whom, "p_reason": is_reason}),
        "unlock_user": Call({"p_session": staff, "p_user_id": locked}, ruled, whom),
        "users": Call(
            {"p_session": staff, "p_text": text("salma"), "p_staff_only": of_type("boolean", "false"),
                "p_after": text("a"), "p_limit": of_type("integer", "10")},
            may_be={"p_text": is_looked_for, "p_staff_only": anything, "p_after": anything, "p_limit": is_page}),
        "enrol_staff": Call(
            {"p_session": staff, "p_email": text("new@demo.eg"), "p_password_hash": text(known["hash"]),
                "p_full_name": text("Mona Adel"), "p_role": text("TELLER")},
            ruled, {**form, "p_role": (roles - {"CUSTOMER"}).__contains__}),
        "find_user": Call({"p_session": staff, "p_email": text("salma@demo.eg")},
            may_be={"p_email": anything}),
        "person": Call({"p_session": staff, "p_user_id": person}, may_be=whom),
        "audit_log": Call({"p_session": staff, **period, **audited(known), **audit_page()},
            may_be=AUDIT_MAY_BE),
        "verify_seals": Call({"p_session": staff, **seals()}, may_be=SEALS_MAY_BE),
        "kept_heads": Call({"p_session": staff, "p_after": of_type("bigint", "0")},
            may_be={"p_after": anything}),
        "note_audit_export": Call({"p_session": staff, **period, **audited(known)},
            frozenset({"audit_logs"}), AUDIT_MAY_BE),
        "audit_names": Call({"p_session": staff, "p_ids": array("uuid", [known["person"]])},
            may_be={"p_ids": anything}),
    }  # fmt: skip
