"""Files of payments: whatever a spreadsheet or a payroll program writes, and what is wrong with it."""

from __future__ import annotations

import csv
import io
from decimal import Decimal

import pytest
import stdnum.iban
from hypothesis import given
from hypothesis import strategies as st

from services import batch_files
from services.errors import InvalidInput
from services.values.batches import MAX_OCTETS, BatchSheet
from services.values.money import Money
from ui import money_text

_IBAN = "EG380019000500000000263180002"
_LATIN_HEAD = "payee,amount,note,name\n"


def _read(text: str | bytes, currency: str = "EGP") -> BatchSheet:
    octets = text.encode() if isinstance(text, str) else text
    return batch_files.read(octets, currency=currency, parse_amount=money_text.parse)


def _facts(sheet: BatchSheet) -> list[tuple[object, ...]]:
    return [
        (row.number, row.payee, None if row.amount is None else str(row.amount.amount), row.note)
        for row in sheet.rows
    ]


_TWO = [(2, "karim@instapay", "10.00", "March"), (3, _IBAN, "1250.50", "overtime")]


@pytest.mark.parametrize(
    "text",
    [
        f"payee,amount,note\nkarim@instapay,10,March\n{_IBAN},1250.5,overtime\n",
        f"payee;amount;note\nkarim@instapay;10;March\n{_IBAN};1250,50;overtime\n",
        f"payee;amount;note\nkarim@instapay;10;March\n{_IBAN};1,250.50;overtime\n",
        f"payee\tamount\tnote\nkarim@instapay\t10\tMarch\n{_IBAN}\t1,250.50\tovertime\n",
        f'"payee","amount","note"\r\n"karim@instapay","10.00","March"\r\n"{_IBAN}","1,250.50","overtime"\r\n',
        f"Note,Amount,IBAN\nMarch,10,karim@instapay\novertime,1250.50,{_IBAN}\n",
        f"المستفيد;المبلغ;ملاحظة\nkarim@instapay;١٠;March\n{_IBAN};١٬٢٥٠٫٥٠;overtime\n",
        f"الآيبان,المبلغ,البيان\nkarim@instapay,10,March\n{_IBAN},1250.5,overtime\n",
        "Payee,Salary,Extra,Note\nKARIM@InstaPay ,10 EGP,x,March\nEG38 0019 0005 0000 0000 2631 8000 2,1250.50,y,overtime",
        f"payee,amount,note\nkarim@instapay,10,March\n{_IBAN},1250.5,overtime\n\n,,\n   \n",
    ],
)  # fmt: skip
def test_files_of_every_kind_say_the_same(text: str) -> None:
    for octets in (text.encode(), b"\xef\xbb\xbf" + text.encode()):
        assert _facts(_read(octets)) == _TWO


def test_without_a_header_the_columns_follow_each_other() -> None:
    sheet = _read(f"karim@instapay;10;March;Karim Samir\n{_IBAN};1250,50\n")
    assert _facts(sheet) == [(1, "karim@instapay", "10.00", "March"), (2, _IBAN, "1250.50", "")]
    assert [row.expected_name for row in sheet.rows] == ["Karim Samir", ""]
    assert sheet.total == Money(Decimal("1260.50"), "EGP")
    assert sheet.error_count == sheet.warning_count == 0


def test_quoted_cells_may_hold_separators_quotes_and_lines() -> None:
    sheet = _read(_LATIN_HEAD + 'karim@instapay,10,"rent, ""March""\nand April",\n')
    assert _facts(sheet) == [(2, "karim@instapay", "10.00", 'rent, "March" and April')]


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (",10,", "payee_missing"),
        ("karim@elsewhere,10,", "payee_invalid"),
        ("somebody,10,", "payee_invalid"),
        ("EG380019000500000000263180003,10,", "payee_invalid"),
        ("k\u0430rim@instapay,10,", "payee_invalid"),
        ("karim@instapay,,", "amount_missing"),
        ("karim@instapay", "amount_missing"),
        ("karim@instapay,NaN,", "amount_invalid"),
        ("karim@instapay,Infinity,", "amount_invalid"),
        ("karim@instapay,1e3,", "amount_invalid"),
        ("karim@instapay,ten,", "amount_invalid"),
        ("karim@instapay,10 USD,", "amount_invalid"),
        ("karim@instapay,-5,", "amount_not_positive"),
        ("karim@instapay,0,", "amount_not_positive"),
        ("karim@instapay,1.005,", "amount_too_precise"),
        ("karim@instapay,99999999999999999999,", "amount_too_large"),
        (f"karim@instapay,10,{'x' * 141}", "note_too_long"),
        ("karim@instapay,10,a\u202eb", "note_invalid"),
        ("karim@instapay,10,a\x07b", "note_invalid"),
    ],
)
def test_what_is_wrong_with_a_row_is_told_in_it(row: str, code: str) -> None:
    sheet = _read(f"{_LATIN_HEAD}{row}\nmona@instapay,1,\n")
    assert [each.error for each in sheet.rows] == [code, ""]
    assert sheet.error_count == 1


def test_a_row_that_repeats_another_one_is_pointed_out() -> None:
    sheet = _read(
        f"{_LATIN_HEAD}karim@instapay,10,a\nKarim@instapay,10.00,b\nkarim@instapay,11,c\n"
    )
    assert [(row.warning, row.repeats, row.error) for row in sheet.rows] == [
        ("", 0, ""),
        ("row_repeated", 2, ""),
        ("", 0, ""),
    ]
    assert sheet.warning_count == 1


@pytest.mark.parametrize(
    ("octets", "code"),
    [
        (b"", "batch_file_empty"),
        (b"\xef\xbb\xbf\r\n\r\n", "batch_file_empty"),
        (b"payee,amount\n", "batch_file_empty"),
        (b"payee,note\nkarim@instapay,x\n", "batch_columns_missing"),
        ("payee,amount\nkarim@instapay,1".encode("utf-16"), "batch_file_utf16"),
        ("payee,amount\nkarim@instapay,1".encode("utf-16-le"), "batch_file_utf16"),
        ("المستفيد,المبلغ".encode("cp1256"), "batch_file_not_text"),
        (b'payee,amount\n"karim@instapay,1\n', "batch_file_broken"),
        (b'payee,amount\n"karim"@instapay,1\n', "batch_file_broken"),
        (b"x" * (MAX_OCTETS + 1), "batch_file_too_large"),
        (b"karim@instapay,1\n" * 10_001, "batch_too_many_rows"),
        (b"PK\x03\x04\x00\x00\x08\x00", "batch_file_utf16"),
    ],
)
def test_a_file_that_cannot_be_used_says_why(octets: bytes, code: str) -> None:
    with pytest.raises(InvalidInput) as told:
        _read(octets)
    assert told.value.code == code


def test_ten_thousand_rows_are_taken() -> None:
    assert len(_read(_LATIN_HEAD + "karim@instapay,1,\n" * 10_000).rows) == 10_000


def test_what_this_program_has_guarded_is_read_back() -> None:
    sheet = _read(f"{_LATIN_HEAD}karim@instapay,'-5,'=1+1\n")
    (row,) = sheet.rows
    assert (row.error, row.note) == ("amount_not_positive", "=1+1")
    # An apostrophe of somebody's own stays.
    (row,) = _read(f"{_LATIN_HEAD}karim@instapay,5,'quoted'\n").rows
    assert row.note == "'quoted'"


@given(st.binary(max_size=400))
def test_no_file_whatever_is_a_fault(octets: bytes) -> None:
    try:
        sheet = _read(octets)
    except InvalidInput:
        return
    assert sheet.rows
    for row in sheet.rows:
        assert row.error or row.amount is not None


_CELLS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=30)


@given(
    st.lists(st.tuples(st.decimals("0.01", "9999", places=2), _CELLS), min_size=1, max_size=20),
    st.sampled_from([",", ";", "\t"]),
    st.sampled_from([csv.QUOTE_ALL, csv.QUOTE_MINIMAL]),
)
def test_what_a_spreadsheet_writes_comes_back(
    rows: list[tuple[Decimal, str]], delimiter: str, quoting: int
) -> None:
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=delimiter, quoting=quoting)  # type: ignore[arg-type] # one of csv's own
    writer.writerow(["payee", "amount", "note"])
    for amount, note in rows:
        writer.writerow(["karim@instapay", amount, note])
    sheet = _read(text.getvalue())
    assert [row.amount and row.amount.amount for row in sheet.rows] == [each for each, _ in rows]


@given(st.text("0123456789", min_size=25, max_size=25))
def test_ibans_are_judged_as_the_bank_does(account: str) -> None:
    check = stdnum.iban.calc_check_digits(f"EG00{account}")
    assert batch_files.is_iban(f"EG{check}{account}")
    assert not batch_files.is_iban(f"EG{(int(check) + 1) % 97:02}{account}")


@pytest.mark.parametrize(
    "text", ["", "EG", "eg380019000500000000263180002", f"{_IBAN}0", "DE00123"]
)
def test_what_has_not_the_form_of_an_iban_is_none(text: str) -> None:
    assert not batch_files.is_iban(text)


@pytest.mark.parametrize("text", ["GB82WEST12345698765432", "DE89370400440532013000"])
def test_ibans_of_other_countries_are_ibans(text: str) -> None:
    assert batch_files.folded_payee(f" {text.lower()} ") == text
