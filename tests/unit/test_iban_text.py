"""IBANs as people read and type them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui import iban_text

IBAN = "EG380019000500000000263180002"


def test_an_iban_is_shown_in_groups_of_four() -> None:
    assert iban_text.grouped(IBAN) == "EG38 0019 0005 0000 0000 2631 8000 2"


def test_a_list_shows_only_what_tells_two_accounts_apart() -> None:
    assert iban_text.tail(IBAN) == "8000 2"
    assert iban_text.short(IBAN) == "… 8000 2"


@pytest.mark.parametrize(
    "typed",
    [
        "eg38 0019 0005 0000 0000 2631 8000 2",
        " EG38-0019-0005-0000-0000-2631-8000-2\n",
        "EG٣٨ ٠٠١٩ ٠٠٠٥ ٠٠٠٠ ٠٠٠٠ ٢٦٣١ ٨٠٠٠ ٢",
        "\u2066EG38\u00a00019 0005 0000 0000 2631 8000 2\u2069",
    ],
)
def test_however_it_is_typed_the_bank_gets_one_form(typed: str) -> None:
    assert iban_text.normalise(typed) == IBAN


@given(st.from_regex(r"EG[0-9]{27}", fullmatch=True))
def test_grouping_loses_nothing(iban: str) -> None:
    assert iban_text.normalise(iban_text.grouped(iban)) == iban


@pytest.mark.parametrize(
    ("typed", "expected"),
    [("eg38", True), (IBAN, True), ("EG٣٨ 0", True), ("mona@instapay", False), ("EG", False)],
)
def test_an_iban_is_told_from_a_payment_address(typed: str, *, expected: bool) -> None:
    assert iban_text.looks_like_iban(typed) is expected
