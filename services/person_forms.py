"""What somebody may be called and written to: one rule for signing up, in and for enrolment."""

from __future__ import annotations

import re

from services.errors import InvalidInput

_MAX_NAME = 100
_MAX_EMAIL = 255
#: Printable ASCII with one @ and a dot behind it; the database holds the same rule.
_EMAIL = re.compile(r"[\x21-\x3f\x41-\x7e]+@[\x21-\x3f\x41-\x7e]+\.[\x21-\x3f\x41-\x7e]+")


def checked_email(email: str) -> str:
    """Return an email as the databases keep it. Raises InvalidInput: email_missing, email_invalid."""
    stripped = email.strip()
    if not stripped:
        raise InvalidInput("email_missing", field="email")
    # ASCII before lower-casing: a dotted I or a full-width letter must not become another address.
    if len(stripped) > _MAX_EMAIL or _EMAIL.fullmatch(stripped) is None:
        raise InvalidInput("email_invalid", field="email")
    return stripped.lower()


def checked_name(full_name: str) -> str:
    """Return a full name with single spaces. Raises InvalidInput: name_invalid (1 to 100 characters)."""
    name = " ".join(full_name.split())
    if not 0 < len(name) <= _MAX_NAME or not name.isprintable():
        raise InvalidInput("name_invalid", field="full_name")
    return name
