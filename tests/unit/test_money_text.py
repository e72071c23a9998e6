"""Amounts as text, both ways."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.errors import InvalidInput
from services.values.money import MAX_AMOUNT, Money
from ui import money_text


def egp(amount: str) -> Money:
    return Money(Decimal(amount), "EGP")


payable = st.decimals(min_value=Decimal("0.01"), max_value=MAX_AMOUNT, places=2).map(
    lambda amount: Money(amount, "EGP")
)

TO_ARABIC = str.maketrans("0123456789.,", "٠١٢٣٤٥٦٧٨٩\u066b\u066c")
TO_PERSIAN = str.maketrans("0123456789.,", "۰۱۲۳۴۵۶۷۸۹\u066b\u066c")
TO_CONTINENTAL = str.maketrans(".,", ",.")


def typed_code(text: str) -> str:
    with pytest.raises(InvalidInput) as caught:
        money_text.parse(text, "EGP")
    assert caught.value.data == {"field": "amount"}
    return caught.value.code


@pytest.mark.parametrize(
    ("amount", "expected"),
    [
        ("0", "0.00"),
        ("-0.00", "0.00"),
        ("0.5", "0.50"),
        ("999.99", "999.99"),
        ("1000", "1,000.00"),
        ("24860.40", "24,860.40"),
        ("-4504.50", "\u22124,504.50"),
        ("9999999999999999.99", "9,999,999,999,999,999.99"),
        ("1E+3", "1,000.00"),
    ],
)
def test_a_figure_is_exact_grouped_and_has_two_decimals(amount: str, expected: str) -> None:
    assert money_text.figure(egp(amount)) == expected


def test_a_credit_shows_its_plus_only_where_asked_and_nothing_has_no_sign() -> None:
    assert money_text.figure(egp("180"), signed=True) == "+180.00"
    assert money_text.figure(egp("180")) == "180.00"
    assert money_text.figure(egp("0"), signed=True) == "0.00"
    assert money_text.figure(egp("-180"), signed=True) == "\u2212180.00"


@pytest.mark.parametrize("amount", ["NaN", "Infinity", "1.001", "-sNaN"])
def test_what_is_no_amount_is_never_shown_rounded(amount: str) -> None:
    with pytest.raises(ValueError, match="not an amount of money"):
        money_text.figure(egp(amount))


def test_the_parts_are_what_a_label_draws_in_two_sizes() -> None:
    pieces = money_text.parts(egp("-24860.40"))
    assert (pieces.sign, pieces.integer, pieces.decimals, pieces.currency) == (
        "\u2212",
        "24,860",
        ".40",
        "EGP",
    )


def test_running_text_isolates_the_amount_left_to_right_and_does_not_break_it() -> None:
    assert money_text.in_sentence(egp("50")) == "\u206650.00\u00a0EGP\u2069"


def test_a_mask_is_as_long_for_a_penny_as_for_a_fortune() -> None:
    assert money_text.masked("EGP") == f"{money_text.MASK} EGP"
    assert money_text.masked() == money_text.MASK


@given(payable)
def test_every_payable_amount_reads_back_as_itself(money: Money) -> None:
    for text in (money_text.figure(money), money_text.with_currency(money)):
        assert money_text.parse(text, "EGP") == money
    assert money_text.parse(money_text.in_sentence(money), "EGP") == money


@given(payable)
def test_arabic_persian_and_continental_ways_of_typing_mean_the_same(money: Money) -> None:
    figure = money_text.figure(money)
    for table in (TO_ARABIC, TO_PERSIAN, TO_CONTINENTAL):
        assert money_text.parse(figure.translate(table), "EGP") == money


@given(payable)
def test_ungrouped_digits_read_as_the_same_amount(money: Money) -> None:
    bare = money_text.figure(money).replace(",", "")
    assert money_text.parse(bare, "EGP") == money
    assert money_text.parse(bare.replace(".", ","), "EGP") == money


@given(st.text(alphabet="0123456789.,٠٣٥\u066b\u066c -+eEN", max_size=40))
def test_any_typed_text_is_a_payable_amount_or_a_refusal(text: str) -> None:
    try:
        money = money_text.parse(text, "EGP")
    except InvalidInput:
        return
    assert 0 < money.amount <= MAX_AMOUNT
    assert money.amount == round(money.amount, 2)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("4500", "4500"),
        ("4,500.5", "4500.50"),
        ("4.500,50", "4500.50"),
        ("٤٥٠٠٫٥", "4500.50"),
        ("۴۵۰۰٫۵", "4500.50"),
        ("٤٬٥٠٠٫٥٠", "4500.50"),
        ("4,500", "4500"),
        ("٤٬٥٠٠", "4500"),
        ("4,5", "4.50"),
        ("4,50", "4.50"),
        ("1.234.567", "1234567"),
        ("1,234,567", "1234567"),
        ("1 234 567.89", "1234567.89"),
        ("1\u202f234,5", "1234.50"),
        ("٤٥٠٠،٥٠", "4500.50"),
        (" 12.3 ", "12.30"),
        (".5", "0.50"),
        ("5.", "5"),
        ("007", "7"),
        ("+5", "5"),
        ("4,500.00 egp", "4500"),
        ("EGP 12", "12"),
        ("\u206612.50\u2069", "12.50"),
        ("9999999999999999.99", "9999999999999999.99"),
    ],
)
def test_either_style_of_separators_is_understood(text: str, amount: str) -> None:
    assert money_text.parse(text, "EGP") == egp(amount)


@pytest.mark.parametrize("text", ["", "   ", "\u200f", "EGP"])
def test_nothing_typed_is_missing(text: str) -> None:
    assert typed_code(text) == "amount_missing"


@pytest.mark.parametrize(
    "text",
    [
        "abc", "1e30", "NaN", "Infinity", "12x", "1,2.3", "12,34,567.00", "1.2.3", "4٫5٫6",
        "4٫500٬5", ",", ".", "--5", "-", "5-", "1,234.567,89", "1 23", "१२", "0x10", "5 USD",
        "12,345,67", "1,,000", "½", "-x",
    ],
)  # fmt: skip
def test_what_is_no_number_is_invalid(text: str) -> None:
    assert typed_code(text) == "amount_invalid"


@pytest.mark.parametrize(
    "text", ["4.500", "4٫500", "0.001", "0,500", "12345,678", "4,5000", "1,234.567", ",500"]
)
def test_a_third_decimal_is_too_precise(text: str) -> None:
    assert typed_code(text) == "amount_too_precise"


@pytest.mark.parametrize("text", ["0", "0.00", "٠", "-5", "\u22125", "-0", "- 4,500.50"])
def test_zero_and_less_is_not_positive(text: str) -> None:
    assert typed_code(text) == "amount_not_positive"


@pytest.mark.parametrize("text", ["10000000000000000", "9" * 5000, "99,999,999,999,999,999.99"])
def test_more_than_a_column_holds_is_too_large(text: str) -> None:
    assert typed_code(text) == "amount_too_large"


def test_a_very_long_text_is_refused_at_once() -> None:
    assert typed_code("1" * 200_000 + "x") == "amount_invalid"
