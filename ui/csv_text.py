"""What every file of comma-separated values is written with: for a spreadsheet, or for another program.

RFC 4180 in UTF-8 with a byte order mark, by which spreadsheets know it.
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal

BYTE_ORDER_MARK = b"\xef\xbb\xbf"
#: What a spreadsheet takes for the beginning of a formula, also in its full-width forms.
_FORMULA = frozenset("=+-@\t\r\n") | frozenset(map(chr, (0xFF1D, 0xFF0B, 0xFF0D, 0xFF20)))


def encoded(rows: Iterable[list[str]]) -> bytes:
    """Return rows as bytes of the file; the mark stands once, in front of the first ones."""
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    return text.getvalue().encode("utf-8")


def text_cell(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula: such a one gets an apostrophe in front."""
    if text.lstrip()[:1] in _FORMULA and text.strip():
        return f"'{text}"
    return f"'{text}" if text[:1] in _FORMULA else text


def decimal(amount: Decimal) -> str:
    """Return an amount as a program reads it: an ASCII minus, two places, no grouping."""
    return f"{amount + 0:.2f}"
