"""IBANs as people read and type them. ISO 13616: groups of four on paper, no blanks inside."""

from __future__ import annotations

import re

from ui.latin_digits import to_latin

_GROUP = 4
_ELLIPSIS = "\u2026"


def normalise(typed: str) -> str:
    """Return a typed IBAN as the bank stores it: no blanks or hyphens, capitals, Latin digits."""
    return re.sub(r"[\s\-\u2010-\u2015]+", "", to_latin(typed)).upper()


def grouped(iban: str) -> str:
    """Return groups of four: ``EG38 0019 0005 0000 0000 2631 8000 2``."""
    return " ".join(iban[start : start + _GROUP] for start in range(0, len(iban), _GROUP))


def tail(iban: str) -> str:
    """Return the last two groups, which tell a person's accounts apart: ``8000 2``."""
    return " ".join(grouped(iban).split(" ")[-2:])


def short(iban: str) -> str:
    """Return the IBAN for a list, its beginning left out: ``… 8000 2``."""
    return f"{_ELLIPSIS} {tail(iban)}"


def looks_like_iban(typed: str) -> bool:
    """Tell an IBAN, also a half typed one, from a payment address: country, then digits."""
    return re.match(r"[A-Z]{2}[0-9]{2}", normalise(typed)) is not None
