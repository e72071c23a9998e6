"""What somebody typed or pasted: in the letters that the bank looks for, and as a reason."""

from __future__ import annotations

import unicodedata

from services.errors import InvalidInput
from services.values.standing import MAX_REASON


def plain(text: str) -> str:
    """Return a text in the letters that addresses, IBANs and names are looked for by.

    NFKC turns full-width forms into plain ones; digits of any script become ours, marks that only
    direct or join text go, and any kind of blank is one.
    """
    if text.isascii() and text.isprintable():
        # Nothing of all that is in it, and a file has ten thousand of them.
        return " ".join(text.split())
    plainer = "".join(
        str(unicodedata.digit(each)) if each.isdigit() else each
        for each in unicodedata.normalize("NFKC", text)
        if unicodedata.category(each) != "Cf"
    )
    return " ".join(plainer.split())


def checked_reason(reason: str) -> str:
    """Return a reason without blanks around it. Raises InvalidInput: reason_invalid (1 to 200 letters)."""
    told = reason.strip()
    if not 0 < len(told) <= MAX_REASON or not told.isprintable():
        raise InvalidInput("reason_invalid", field="reason")
    return told
