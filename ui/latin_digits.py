"""Digits typed in Arabic script, read as the Latin ones this bank writes with."""

from __future__ import annotations

_ARABIC_INDIC = "٠١٢٣٤٥٦٧٨٩"
_PERSIAN = "۰۱۲۳۴۵۶۷۸۹"
_LATIN = "0123456789"
# Text copied from a right-to-left page brings invisible direction marks along.
_DIRECTION_MARKS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"

_TABLE = str.maketrans(_ARABIC_INDIC + _PERSIAN, _LATIN + _LATIN, _DIRECTION_MARKS)


def to_latin(text: str) -> str:
    """Return `text` with Arabic-Indic and Persian digits as Latin ones, without direction marks."""
    return text.translate(_TABLE)
