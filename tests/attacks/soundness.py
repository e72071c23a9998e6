"""What a call of the api is, and which of its inputs are sound, apart from what the databases think."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from datetime import UTC, datetime
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

from tests.attacks.bad_inputs import Input, array, of_type, text

if TYPE_CHECKING:
    from collections.abc import Callable


_TURNING = frozenset(chr(each) for each in (*range(0x202A, 0x202F), *range(0x2066, 0x206A)))
_THIS_YEAR = datetime.now(UTC).year
_ADDRESS = r" *[A-Za-z0-9][A-Za-z0-9._-]{1,38}@[Ii][Nn][Ss][Tt][Aa][Pp][Aa][Yy] *"
_MOST = Decimal("9999999999999999.99")
_MOST_IN_DRAWER = Decimal(500)


@dataclass(frozen=True)
class Call:
    """How a function is called well.

    Attributes:
        changes: the tables that a call may change, beyond which nothing may.
        may_be: which other values an argument may have in a call that succeeds; without a rule none.

    """

    arguments: dict[str, Input]
    changes: frozenset[str] = frozenset()
    may_be: dict[str, Callable[[Any], bool]] = field(default_factory=dict)


def anything(_: Any) -> bool:
    return True


def is_given(value: Any) -> bool:
    return value is not None


def is_sound(value: Any, most: int, *, least: int = 0) -> bool:
    """Tell whether a text can be one that others read: neither too long nor turning what is beside it."""
    if value is None:
        return False
    plain = value if least == 0 else value.strip(" ")
    return least <= len(plain) <= most and not any(
        each in _TURNING or (unicodedata.category(each) == "Cc" and each < "\x80") for each in value
    )


def is_note(value: Any) -> bool:
    return is_sound(value, 140)


def is_reason(value: Any) -> bool:
    return is_sound(value, 200, least=1)


def is_customer_note(value: Any) -> bool:
    """As a reason, but longer, and with lines."""
    return isinstance(value, str) and is_sound(value.replace("\n", ""), 1000, least=1)


def is_account_name(value: Any) -> bool:
    """None at all, or one that is kept."""
    return value is None or is_sound(value.strip(" "), 60)


def is_contact_name(value: Any) -> bool:
    return is_sound(value, 60, least=1)


def is_looked_for(value: Any) -> bool:
    return value is not None and len(value) <= 100


def is_page(value: Any) -> bool:
    return (
        value is not None and re.fullmatch(r"[0-9]+", value) is not None and 1 <= int(value) <= 1000
    )


def is_short_page(value: Any) -> bool:
    return is_page(value) and int(value) <= 500


def is_short(most: int) -> Callable[[Any], bool]:
    """A text of so many letters at most, or none."""
    return lambda value: value is None or len(value) <= most


def is_amount(value: Any) -> bool:
    try:
        number = Decimal(value)
    except (InvalidOperation, TypeError):
        return False
    return number.is_finite() and 0 < number <= _MOST and number == round(number, 2)


def is_rate(value: Any) -> bool:
    """A part of the amount, to six decimals."""
    try:
        rate = Decimal(value)
    except (InvalidOperation, TypeError):
        return False
    return rate.is_finite() and 0 <= rate <= 1 and rate == round(rate, 6)


def is_small(value: Any) -> bool:
    """An amount that is in a drawer and in the vault."""
    return is_amount(value) and Decimal(value) <= _MOST_IN_DRAWER


def is_in_or_out(cash: str) -> Callable[[Any], bool]:
    """An amount, or one that leaves and is there: of a vault with so much cash in it."""

    def holds(value: Any) -> bool:
        leaves = bool(value) and value[0] == "-" and is_amount(value[1:])
        return is_amount(value) or (leaves and Decimal(value[1:]) <= Decimal(cash))

    return holds


def is_texts(value: Any) -> bool:
    """Some texts, none missing, none longer than an address or IBAN with blanks."""
    return (
        isinstance(value, list)
        and 1 <= len(value) <= 10_000
        and all(isinstance(each, str) and len(each) <= 100 for each in value)
    )


def is_limit(value: Any) -> bool:
    """An amount, or none at all; whether they are in order is for the tests of administration."""
    return value is None or is_amount(value)


def is_figure(value: Any) -> bool:
    return is_amount(value) or value in {"0", "-0.00"}


def is_variance(value: Any) -> bool:
    """What a variance may be written as, without a sign or an exponent."""
    return value is not None and re.fullmatch(r"[0-9]{1,16}([.][0-9]{1,2})?", value) is not None


def is_rows_of(items: Callable[[Any], bool]) -> Callable[[Any], bool]:
    """As many as the one that the well-formed call has; a wrong row is told as such, and nothing done."""
    return lambda value: isinstance(value, list) and len(value) == 1 and items(value[0])


def never(_: Any) -> bool:
    return False


def is_ahead(value: Any) -> bool:
    """No end at all, or one with a year that is not past."""
    if value is None:
        return True
    year = re.match(r"(\d+)-", value)
    return year is not None and not value.endswith("BC") and int(year[1]) >= _THIS_YEAR


def is_moments(value: Any) -> bool:
    """None missing; whether they are in order, and few, is for the tests of statements."""
    return isinstance(value, list) and None not in value


def is_address(value: Any) -> bool:
    return value is not None and re.fullmatch(_ADDRESS, value, re.ASCII) is not None


#: What the log may be narrowed to: more people than it takes, or a period that ends too soon, is refused.
AUDIT_MAY_BE: dict[str, Callable[[Any], bool]] = {
    "p_from": anything, "p_to": anything, "p_actors": anything, "p_event": is_short(50),
    "p_entity": is_short(100), "p_before": anything, "p_limit": is_short_page,
}  # fmt: skip
SEALS_MAY_BE: dict[str, Callable[[Any], bool]] = {"p_after": anything, "p_limit": is_short_page}


def audited(known: dict[str, str]) -> dict[str, Input]:
    return {"p_actors": array("uuid", [known["person"]]), "p_event": text("transfer"),
        "p_entity": text("karim@instapay")}  # fmt: skip


def audit_page() -> dict[str, Input]:
    return {"p_before": of_type("bigint", "9"), "p_limit": of_type("integer", "10")}


def seals() -> dict[str, Input]:
    return {"p_after": of_type("bigint", "0"), "p_limit": of_type("integer", "10")}
