from __future__ import annotations

import ast
import re
from decimal import Decimal
from pathlib import Path

import pytest

from services import errors
from services.errors import InstaPayError, InvalidInput, Refused, SignInRefused, Unexpected
from services.values.money import Money
from ui import bidi, error_text

ROOT = Path(__file__).parents[2]
TREE = {
    name
    for name, kind in vars(errors).items()
    if isinstance(kind, type) and issubclass(kind, InstaPayError)
}
#: What each code's sentence may be filled from (services/errors.py says so).
DATA: dict[str, dict[str, object]] = {
    "sign_in_refused": {"tries_left": 3},
    "sign_in_paused": {"retry_after_s": 245},
    "password_refused": {"tries_left": 3},
    "insufficient_funds": {"available": Money(Decimal("120.50"), "EGP")},
    "over_payment_limit": {"per_payment": Money(Decimal(70000), "EGP")},
    "over_day_limit": {"day_left": Money(Decimal(400), "EGP")},
    "over_month_limit": {"month_left": Money(Decimal(400), "EGP")},
    "schema_missing": {"database": "auth", "found": None, "expected": "0003"},
    "schema_older": {"database": "auth", "found": "0001", "expected": "0003"},
    "schema_newer": {"database": "payment", "found": "0009", "expected": "0003"},
    "server_home_unwritable": {"path": "/srv/bank"},
    "server_disk_full": {"path": "/srv/bank"},
    "server_damaged": {"path": "/srv/bank", "log": "/srv/bank/log"},
    "server_start_failed": {"reason": "no port", "log": "/srv/bank/log"},
    "settings_invalid": {"name": "auth_url", "reason": "not a URL"},
    "server_without_tls": {"host": "db.bank.eg"},
    "server_certificate_refused": {"host": "db.bank.eg"},
    "authorities_missing": {"path": "/etc/bank/ca.pem"},
    "url_invalid": {"scheme": "postgresql://"},
    "host_unknown": {"host": "db.bank.eg", "port": 5432},
    "host_unreachable": {"host": "db.bank.eg", "port": 5432},
    "host_no_postgres": {"host": "db.bank.eg", "port": 5432},
    "login_refused": {"host": "db.bank.eg", "user": "till7"},
    "role_taken": {"role": "till7"},
    "role_unknown": {"role": "till7"},
    "role_incomplete": {"role": "till7"},
    "credentials_readable": {"path": "/srv/bank/credentials.toml"},
    "unexpected": {"reference": "4F3A9B21"},
}


def _raised_codes() -> dict[str, str]:
    """Each literal code of an error made in services/ or app/, with its place."""
    found: dict[str, str] = {}
    for folder in ("services", "app"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                for code in _codes_in(node):
                    found[code] = f"{path.relative_to(ROOT)}:{getattr(node, 'lineno', 0)}"
    return found


def _codes_in(node: ast.AST) -> list[str]:
    """Codes of ``Refused("code")`` and of a table's ``(Refused, "code")``."""
    if isinstance(node, ast.Call) and node.args:
        name = getattr(node.func, "id", getattr(node.func, "attr", ""))
        return _literals(node.args[0]) if name in TREE else []
    if isinstance(node, ast.Tuple) and len(node.elts) == 2:
        return _literals(node.elts[1]) if getattr(node.elts[0], "id", "") in TREE else []
    return []


def _failure_codes() -> set[str]:
    """Why the functions of the bank write a payment down as FAILED, or refuse a row of a batch."""
    found: set[str] = set()
    for path in sorted((ROOT / "models" / "payment" / "sql").rglob("*.sql")):
        text = path.read_text(encoding="utf-8")
        # Other words that a CASE answers with are single, in capitals, or events of the log and of notices.
        found |= set(re.findall(r"THEN\s+'((?!transfer_|payment_)[a-z]+(?:_[a-z]+)+)'", text))
        found |= set(re.findall(r"v_refusal := '([a-z_]+)'", text))
        found |= set(re.findall(r"keep_unreversed\([\w, ]+'([a-z_]+)'", text))
        found |= set(re.findall(r"'(abandoned)'", text))
    return found


def _literals(node: ast.expr) -> list[str]:
    """The strings that an argument can be: a literal, or one of two."""
    if isinstance(node, ast.IfExp):
        return _literals(node.body) + _literals(node.orelse)
    return [node.value] if isinstance(node, ast.Constant) and isinstance(node.value, str) else []


def test_every_code_that_is_raised_has_a_sentence() -> None:
    raised = _raised_codes()
    assert "email_missing" in raised
    assert {code: place for code, place in raised.items() if code not in error_text.codes()} == {}


def test_every_code_of_a_refused_payment_has_a_sentence() -> None:
    codes = _failure_codes()
    assert {"insufficient_funds", "abandoned", "over_day_limit", "payee_lacks_funds"} <= codes
    assert codes <= error_text.codes()


def test_codes_of_the_sqlstate_table_are_found() -> None:
    assert {"server_busy", "id_reused"} <= set(_raised_codes())


@pytest.mark.parametrize("code", sorted(error_text.codes()))
def test_a_sentence_is_whole_and_in_plain_words(code: str) -> None:
    said = error_text.sentence_for(code, DATA.get(code, {}))
    plain = bidi.plain(said)
    assert plain[0].isupper()
    assert plain.endswith(".")
    assert not re.search(r"[{}]|None|Error|SQL(?!\b)|[a-z]_[a-z]", plain.replace("auth_url", ""))
    assert len(plain) < 240


@pytest.mark.parametrize("code", sorted(DATA))
def test_a_sentence_whose_data_is_missing_shows_no_brace(code: str) -> None:
    said = error_text.sentence_for(code)
    assert "{" not in said
    assert said.endswith(".")


def test_an_unknown_code_says_that_something_went_wrong() -> None:
    said = error_text.sentence(Refused("never_heard_of"))
    assert said == error_text.sentence_for("unexpected")
    assert "never_heard_of" not in said


def test_a_fault_tells_its_reference() -> None:
    assert "4F3A9B21" in error_text.sentence(Unexpected("unexpected", reference="4F3A9B21"))


def test_tries_left_are_told_where_they_are_known() -> None:
    assert "3" in error_text.sentence(SignInRefused("sign_in_refused", tries_left=3))
    unknown = error_text.sentence(SignInRefused("sign_in_refused"))
    assert unknown == "Email or password is not right."


def test_a_pause_is_told_in_minutes_and_seconds() -> None:
    paused = SignInRefused("sign_in_paused", retry_after_s=245)
    assert f"{bidi.LRI}4:05{bidi.PDI}" in error_text.sentence(paused)
    assert error_text.wait_s(paused) == 245
    assert error_text.wait_s(SignInRefused("sign_in_paused", retry_after_s=Decimal("1.5"))) == 1.5
    assert error_text.wait_s(InvalidInput("email_missing")) == 0


def test_money_in_a_sentence_keeps_its_direction() -> None:
    said = error_text.sentence_for("insufficient_funds", DATA["insufficient_funds"])
    assert f"{bidi.LRI}120.50\u00a0EGP{bidi.PDI}" in said


def egp(amount: str) -> Money:
    return Money(Decimal(amount), "EGP")


def test_the_fee_is_told_only_where_it_is_what_is_too_much() -> None:
    figures = {"available": egp("100"), "total": egp("100.50")}
    said = error_text.sentence_for("insufficient_funds", figures | {"amount": egp("100")})
    assert "with the fee" in said
    assert "100.50" in said
    short = error_text.sentence_for("insufficient_funds", figures | {"amount": egp("100.01")})
    assert "fee" not in short
    assert "100.00" in short


@pytest.mark.parametrize("left", ["over_day_limit", "over_month_limit"])
def test_a_limit_that_is_used_up_names_no_figure(left: str) -> None:
    key = {"over_day_limit": "day_left", "over_month_limit": "month_left"}[left]
    assert "400.00" in error_text.sentence_for(left, {key: egp("400")})
    used_up = error_text.sentence_for(left, {key: egp("0")})
    assert used_up.startswith("You have reached your limit")
    assert "0.00" not in used_up
    # The outcome of a payment that was sent tells its code alone.
    assert error_text.sentence_for(left, {key: None}) == error_text.sentence_for(left)


def test_a_wrong_password_is_told_without_an_email() -> None:
    for data in ({}, {"tries_left": 2}):
        said = error_text.sentence_for("password_refused", data)
        assert said.startswith("This is not your password.")
        assert ("2" in said) == bool(data)


def test_an_unknown_outcome_is_told_in_the_words_of_the_design() -> None:
    assert error_text.sentence_for("outcome_unknown") == (
        "We don't know yet whether this payment was made. Don't send it again; we are checking."
    )


def test_data_cannot_turn_a_sentence_around() -> None:
    said = error_text.sentence_for("server_disk_full", {"path": "/srv/\u202egpj.exe"})
    assert "\u202e" not in said


@pytest.mark.parametrize("code", ["server_unreachable", "server_busy", "deadline_exceeded"])
def test_an_outage_is_told_without_a_claim_about_what_was_done(code: str) -> None:
    told = error_text.sentence_for(code)
    assert "changed" not in told
    assert "sent" not in told
    assert told.endswith("Please try again in a moment.")
