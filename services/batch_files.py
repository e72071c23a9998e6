"""Reads a file of payments: comma-separated values, as spreadsheets and payroll programs write them.

UTF-8, with or without a byte order mark; separated by commas, semicolons or tabs; a first row with the
columns' names in English or Arabic, or none: then payee, amount, note and name follow each other. What is
wrong with one row is told in that row, so that all faults of a file are seen at once.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
import string
from typing import TYPE_CHECKING

from services.errors import InvalidInput
from services.payment_forms import MAX_NOTE, check_note
from services.typed_text import plain
from services.values.batches import MAX_OCTETS, MAX_ROWS, BatchRow, BatchSheet

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from services.values.money import Money

    ParseAmount = Callable[[str, str], Money]

_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_DELIMITERS = (";", "\t", ",")
#: So many rows are looked at to tell by what a file is separated.
_SAMPLE = 50
#: The columns in the order they have without a header.
_ORDER = ("payee", "amount", "note", "name")
#: What each column may be called, folded.
_HEADS = {
    "payee": {
        "payee", "iban", "address", "payment address", "iban or address", "account", "to", "beneficiary",
        "المستفيد", "الايبان", "ايبان", "العنوان", "عنوان الدفع", "الحساب", "رقم الحساب",
    },
    "amount": {"amount", "sum", "value", "salary", "المبلغ", "مبلغ", "القيمة", "الراتب"},
    "note": {
        "note", "notes", "description", "reference", "ملاحظة", "ملاحظات", "الملاحظة", "البيان", "الوصف",
    },
    "name": {"name", "full name", "payee name", "الاسم", "اسم المستفيد"},
}  # fmt: skip
_COLUMN_OF = {head: column for column, heads in _HEADS.items() for head in heads}
#: Alefs with and without what stands on them are written alike.
_HAMZA = str.maketrans("\u0623\u0625\u0622", "\u0627\u0627\u0627")
_ADDRESS = re.compile(r"[a-z0-9][a-z0-9._-]{1,38}@instapay")
#: As the bank takes them: of other countries' IBANs what all have in common.
_IBAN = re.compile(r"(?:EG[0-9]{27}|(?!EG)[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30})")
#: A letter counts as two digits, from 10 on.
_LETTERS = {ord(each): str(place) for place, each in enumerate(string.ascii_uppercase, 10)}
_NO_CHECK_DIGITS = frozenset({"00", "01", "99"})
_MAX_PAYEE = 100
_MAX_NAME = 100
_MODULUS = 97
#: What this program puts an apostrophe in front of in files of its own (`text_cell`).
_GUARDED = re.compile(r"'(?=\s*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20])")


def read(octets: bytes, *, currency: str, parse_amount: ParseAmount) -> BatchSheet:
    """Return what a file says, each row checked as far as this computer can.

    `parse_amount(text, currency)` reads an amount and raises InvalidInput. Raises InvalidInput where the
    file as a whole cannot be used: batch_file_too_large, batch_file_utf16, batch_file_not_text,
    batch_file_broken (data: row), batch_file_empty, batch_columns_missing, batch_too_many_rows.
    """
    text = _decoded(octets)
    delimiter = _delimiter(text)
    rows: list[BatchRow] = []
    columns: dict[str, int] | None = None
    seen: dict[tuple[str, Money], int] = {}
    for number, cells in _records(text, delimiter):
        if columns is None:
            columns = _columns(cells)
            if columns is not None:
                continue
            columns = {column: place for place, column in enumerate(_ORDER)}
        if len(rows) == MAX_ROWS:
            raise InvalidInput("batch_too_many_rows")
        rows.append(_row(number, _picked(cells, columns), currency, parse_amount, seen))
    if not rows:
        raise InvalidInput("batch_file_empty")
    return BatchSheet(currency, tuple(rows))


def is_iban(text: str) -> bool:
    """Tell whether a text in capitals and without blanks has an IBAN's form and check digits."""
    if _IBAN.fullmatch(text) is None or text[2:4] in _NO_CHECK_DIGITS:
        return False
    return int((text[4:] + text[:4]).translate(_LETTERS)) % _MODULUS == 1


def folded_payee(text: str) -> str | None:
    """Return an address or IBAN as the bank writes it; None for what can be neither."""
    typed = plain(text)
    if len(typed) > _MAX_PAYEE or not typed.isascii() or not typed.isprintable():
        return None
    if "@" in typed:
        address = typed.lower()
        return address if _ADDRESS.fullmatch(address) else None
    iban = re.sub(r"[ \-]", "", typed).upper()
    return iban if is_iban(iban) else None


def _decoded(octets: bytes) -> str:
    if len(octets) > MAX_OCTETS:
        raise InvalidInput("batch_file_too_large")
    if octets.startswith(_UTF_16):
        raise InvalidInput("batch_file_utf16")
    try:
        text = octets.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InvalidInput("batch_file_not_text") from error
    if "\0" in text:
        # UTF-16 without its mark, or no text at all.
        raise InvalidInput("batch_file_utf16")
    return text


def _records(text: str, delimiter: str) -> list[tuple[int, list[str]]]:
    """Return all rows that have something in them, with their numbers."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    found = []
    number = 0
    try:
        for number, cells in enumerate(reader, 1):
            if any(cell.strip() for cell in cells):
                found.append((number, cells))
    except csv.Error as error:
        raise InvalidInput("batch_file_broken", row=number + 1) from error
    return found


def _delimiter(text: str) -> str:
    """Return what separates most rows of the beginning into a payee and an amount."""
    return max(_DELIMITERS, key=lambda each: (_fit(text, each), -_DELIMITERS.index(each)))


def _fit(text: str, delimiter: str) -> int:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    others = set(_DELIMITERS) - {delimiter}
    fitting = 0
    try:
        for place, cells in zip(range(_SAMPLE), reader, strict=False):
            if place == 0 and _is_head(cells):
                fitting += _SAMPLE
            if len(cells) > 1 and not others & set(cells[0]):
                fitting += 1
    except csv.Error:
        # Told with its row once the file is read.
        return fitting
    return fitting


def _is_head(cells: Sequence[str]) -> bool:
    return {"payee", "amount"} <= {_COLUMN_OF.get(_folded_head(cell), "") for cell in cells}


def _folded_head(cell: str) -> str:
    return plain(cell).casefold().translate(_HAMZA).replace("_", " ")


def _columns(cells: Sequence[str]) -> dict[str, int] | None:
    """Return where each column of a header stands; None for a row that is no header.

    Raises InvalidInput (batch_columns_missing) for one that names columns, but not payee and amount.
    """
    named: dict[str, int] = {}
    for place, cell in enumerate(cells):
        column = _COLUMN_OF.get(_folded_head(cell))
        if column is not None:
            named.setdefault(column, place)
    if not named:
        return None
    if "payee" not in named or "amount" not in named:
        if any(any(each.isdigit() for each in cell) for cell in cells):
            # A payment whose note happens to be such a word.
            return None
        raise InvalidInput("batch_columns_missing")
    return named


def _picked(cells: Sequence[str], columns: dict[str, int]) -> dict[str, str]:
    return {
        column: _GUARDED.sub("", cells[place], count=1) if place < len(cells) else ""
        for column, place in columns.items()
    }


def _row(
    number: int,
    cells: dict[str, str],
    currency: str,
    parse_amount: ParseAmount,
    seen: dict[tuple[str, Money], int],
) -> BatchRow:
    typed = plain(cells["payee"])
    folded = folded_payee(typed)
    amount_text = " ".join(cells["amount"].split())
    note = " ".join(cells.get("note", "").split())
    amount, amount_error = _amount(amount_text, currency, parse_amount)
    error = amount_error
    if not typed:
        error = "payee_missing"
    elif folded is None:
        error = "payee_invalid"
    elif not error:
        error = _note_error(note)
    repeats = 0
    if folded is not None and amount is not None:
        repeats = seen.setdefault((folded, amount), number)
    is_repeated = repeats not in {0, number}
    return BatchRow(
        number=number,
        payee=folded or typed[:_MAX_PAYEE],
        amount_text=amount_text[:_MAX_PAYEE],
        amount=amount,
        note=note[: MAX_NOTE + 1],
        expected_name=plain(cells.get("name", ""))[:_MAX_NAME],
        error=error,
        warning="row_repeated" if is_repeated else "",
        repeats=repeats if is_repeated else 0,
    )


def _amount(text: str, currency: str, parse_amount: ParseAmount) -> tuple[Money | None, str]:
    try:
        return parse_amount(text, currency), ""
    except InvalidInput as error:
        return None, error.code


def _note_error(note: str) -> str:
    try:
        check_note(note)
    except InvalidInput as error:
        return error.code
    return ""
