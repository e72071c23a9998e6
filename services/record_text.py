"""A row as Postgres writes it in one text, such as ``(COMPLETED,,"2026-11-29 00:29:00",0.50)``.

A function that answers one row can be asked for it as one value, which spares the server a table of one
line: 30,000 of a payment's 1,535,000 instructions.
"""

from __future__ import annotations

import re

#: One field, in quotes or plain, and what ends it. Within quotes, quotes and backslashes are doubled.
_FIELD = re.compile(r'(?:("(?:[^"\\]|""|\\.)*")|([^,()"\\]*))(?:,|\)\Z)', re.DOTALL)
_DOUBLED = re.compile(r'""|\\(.)', re.DOTALL)


def fields(text: str) -> list[str | None]:
    """Return the fields of a composite value as texts; None where there is none.

    The form is that of `record_out` (Postgres, 8.16.6). Raises ValueError for a text of another form.
    """
    found: list[tuple[str, str]] = _FIELD.findall(text, 1)
    # Each field is followed by one character; what did not match was passed over.
    if text[:1] != "(" or len(text) != 1 + sum(len(quoted or plain) + 1 for quoted, plain in found):
        raise ValueError(f"no row: {text[:40]!r}")
    return [_unquoted(quoted[1:-1]) if quoted else plain or None for quoted, plain in found]


def _unquoted(text: str) -> str:
    if '"' in text or "\\" in text:
        return _DOUBLED.sub(lambda match: match[1] or '"', text)
    return text
