"""Emails that look like somebody's, or fold into it: no second account, and no word about the first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from services.errors import InvalidInput
from tests.attacks.raw_sql import refusal, told
from tests.bank import PASSWORD, password_hash

if TYPE_CHECKING:
    from tests.bank import Bank

pytestmark = pytest.mark.system_postgres

_SALMA = "simi@demo.eg"
_SIGN_UP = "SELECT api.sign_up(%s, %s, 'Mallory')"
#: Not ASCII, though some lower() or normalisation turns them into it.
_FOREIGN = [
    "\uff53\uff49\uff4d\uff49@demo.eg", "s\u0130m\u0130@demo.eg", "S\u0130M\u0130@DEMO.EG", "s\u0131m\u0131@demo.eg",
    "si\u200bmi@demo.eg", "simi@de\u200dmo.eg", "\ufeffsimi@demo.eg", "simi@demo.eg\u2060", "s\u00adimi@demo.eg",
    "\u0455imi@demo.eg", "s\u0456mi@demo.eg", "sim\u0456@demo.eg", "simi@dem\u043e.eg", "simi\uff20demo.eg",
    "simi@demo\u3002eg", "simi@demo\uff0eeg", "\u202esimi@demo.eg", "simi\u00a0@demo.eg", "si\u0307mi@demo.eg",
    "\u017fimi@demo.eg", "simi@demo.\u1d49g",
]  # fmt: skip
#: ASCII, but no email that anybody could mean.
_BROKEN = [
    " simi@demo.eg", "simi@demo.eg ", "simi @demo.eg", "simi@demo.eg\n", "\tsimi@demo.eg", "simi@demo.eg\x7f",
    "simi@demo.eg.", "simi@demo..eg", "simi@.demo.eg", "simi@demo.eg\\", "simi@[demo.eg]", "simi@demo_eg.",
    "simi@@demo.eg", "@demo.eg", "simi@demo", "simi@.eg@demo.eg", "simi", "", "simi@demo.eg\x01",
]  # fmt: skip
#: What SQL or LIKE would make more of.
_WILD = ["%@demo.eg", "____@demo.eg", "simi@demo.e_", "%", "_", "simi@demo.eg' OR '1'='1", "'; DROP TABLE users; --",
    "simi@demo.eg'--", "simi@demo.eg\\", ".*@demo.eg", "simi@demo.eg|x@demo.eg"]  # fmt: skip


def test_no_lookalike_signs_up(bank: Bank) -> None:
    bank.add_customer(email=_SALMA)
    identity = bank.services().identity
    with bank.as_desktop("auth") as desktop:
        for email in (*_FOREIGN, *_BROKEN):
            state = refusal(desktop, _SIGN_UP, email, password_hash("another password"))
            assert state == "IP103", email
            if email.strip() != _SALMA:  # what is around it the form takes away
                with pytest.raises(InvalidInput):
                    identity.sign_up(email=email, password=PASSWORD, full_name="Mallory")
    assert bank.decide_applications() == 0


def test_another_case_is_the_same_person(bank: Bank) -> None:
    bank.add_customer(email=_SALMA)
    before = bank.ask("auth", "SELECT * FROM users")
    with bank.as_desktop("auth") as desktop:
        for email in ("simi@demo.eg", "SIMI@demo.eg", "sImI@DEMO.EG"):
            told(desktop, _SIGN_UP, email, password_hash("another password"))
    assert bank.decide_applications() == 0
    assert bank.ask("auth", "SELECT * FROM users") == before


def test_no_lookalike_or_wildcard_gets_somebodys_challenge(bank: Bank) -> None:
    bank.add_customer(email=_SALMA)
    ((own,),) = bank.ask("auth", "SELECT substr(password_hash, 5, 29) FROM users")
    with bank.as_desktop("auth") as desktop:
        for email in (*_FOREIGN, *_BROKEN, *_WILD, None):
            ((_, salt),) = told(desktop, "SELECT attempt, salt FROM api.challenge(%s)", email)
            assert salt != own, email
    kept = [email for (email,) in bank.ask("auth", "SELECT DISTINCT email FROM sign_in_attempts")]
    assert _SALMA not in kept
    assert all(each.isascii() for each in kept)
