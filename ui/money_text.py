"""Money as text, and typed text as money.

QLocale formats through a double, which is wrong from sixteen digits on, so amounts are
formatted from their Decimal. Digits are Latin in every language, with a comma between
thousands, a point before the two decimals and U+2212 as the minus.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from services.errors import InvalidInput
from services.values.money import DECIMALS, MAX_AMOUNT, Money
from ui import bidi
from ui.latin_digits import to_latin

MINUS = "\u2212"
PLUS = "+"
#: What stands for an amount that its owner has hidden; always as long, so it tells nothing.
MASK = "\u2022\u2022\u2022\u2022\u2022\u2022"

_UNBROKEN_BLANK = "\u00a0"
_GROUP = 3
_MAX_INTEGER_DIGITS = len(str(int(MAX_AMOUNT)))


@dataclass(frozen=True, slots=True)
class MoneyParts:
    """An amount in the pieces that a label draws in different sizes.

    Attributes:
        sign: empty, a plus or U+2212.
        integer: grouped, such as ``24,860``.
        decimals: with its point, such as ``.40``.

    """

    sign: str
    integer: str
    decimals: str
    currency: str


def parts(money: Money, *, signed: bool = False) -> MoneyParts:
    """Split `money` for drawing; `signed` also gives a positive amount its sign.

    Raises ValueError for an amount that no account can hold (not finite, more than two
    decimals): showing it rounded would be showing something wrong.
    """
    amount = money.amount
    if not amount.is_finite() or _decimal_places(amount) > DECIMALS:
        raise ValueError(f"not an amount of money: {amount}")
    figure = f"{abs(amount):,.{DECIMALS}f}"
    integer, _, decimals = figure.partition(".")
    return MoneyParts(_sign(amount, signed=signed), integer, f".{decimals}", money.currency)


def figure(money: Money, *, signed: bool = False) -> str:
    """Return the number alone, with its sign, for a column whose currency is known."""
    pieces = parts(money, signed=signed)
    return f"{pieces.sign}{pieces.integer}{pieces.decimals}"


def with_currency(money: Money, *, signed: bool = False) -> str:
    """Return number and currency, such as ``4,500.00 EGP``, for a label of its own."""
    return f"{figure(money, signed=signed)} {money.currency}"


def masked(currency: str | None = None) -> str:
    """Return what stands for a hidden amount, with `currency` where the amount had it."""
    return MASK if currency is None else f"{MASK} {currency}"


def in_sentence(money: Money, *, signed: bool = False, hidden: bool = False) -> str:
    """Return number and currency isolated left to right, to be put into a sentence.

    No line breaks between the two. `hidden` is what stands for it where amounts are hidden.
    """
    if hidden:
        return bidi.ltr(masked(money.currency))
    words = with_currency(money, signed=signed).replace(" ", _UNBROKEN_BLANK)
    return bidi.ltr(words)


def parse(text: str, currency: str) -> Money:
    """Read a typed amount to be paid, in units of `currency`.

    Latin, Arabic-Indic and Persian digits; point, comma and their Arabic forms (U+066B, U+066C)
    in either style (``4,500.5``, ``4.500,50``). A single comma before exactly three digits
    groups thousands; a single point there stands before decimals, of which there are two at
    most. Raises InvalidInput: amount_missing, amount_invalid, amount_too_precise,
    amount_not_positive, amount_too_large.
    """
    typed = _strip_currency(to_latin(text).strip(), currency)
    if not typed:
        raise _refusal("amount_missing")
    is_negative = typed[0] in {"-", MINUS}
    unsigned = typed[1:].lstrip() if is_negative or typed[0] == PLUS else typed
    integer, decimals = _split(unsigned)
    if is_negative:
        raise _refusal("amount_not_positive")
    if len(decimals) > DECIMALS:
        raise _refusal("amount_too_precise")
    if len(integer) > _MAX_INTEGER_DIGITS:
        raise _refusal("amount_too_large")
    amount = Decimal(f"{integer or '0'}.{decimals.ljust(DECIMALS, '0')}")
    if amount == 0:
        raise _refusal("amount_not_positive")
    return Money(amount, currency)


def _decimal_places(amount: Decimal) -> int:
    exponent = amount.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _sign(amount: Decimal, *, signed: bool) -> str:
    if amount < 0:
        return MINUS
    return PLUS if signed and amount > 0 else ""


def _refusal(code: str) -> InvalidInput:
    return InvalidInput(code, field="amount")


def _strip_currency(typed: str, currency: str) -> str:
    """Take away a code before or after the number: an amount copied from this program has one."""
    upper = typed.upper()
    if upper.endswith(currency):
        return typed[: -len(currency)].rstrip()
    if upper.startswith(currency):
        return typed[len(currency) :].lstrip()
    return typed


_ARABIC_DECIMAL = "\u066b"
_ARABIC_THOUSANDS = "\u066c"
# Keyboards offer the Arabic comma (a list separator) where Latin ones have theirs.
_UNIFIED = str.maketrans("\u060c\u00a0\u202f\u2009'\u2019", ",     ")
_MARKS = rf"[.,{_ARABIC_DECIMAL}{_ARABIC_THOUSANDS} ]"
_DIGITS = frozenset("0123456789")
_ALLOWED = _DIGITS | frozenset(f"., {_ARABIC_DECIMAL}{_ARABIC_THOUSANDS}")


def _split(unsigned: str) -> tuple[str, str]:
    """Return integer digits (no leading zeros, perhaps none) and decimal digits."""
    number = unsigned.translate(_UNIFIED)
    typed = set(number)
    if not typed <= _ALLOWED or not typed & _DIGITS:
        raise _refusal("amount_invalid")
    mark = _decimal_mark(number)
    integer, decimals = number, ""
    if mark:
        integer, _, decimals = number.rpartition(mark)
    if (mark and mark in integer) or not (decimals.isdigit() or not decimals):
        raise _refusal("amount_invalid")
    return _ungrouped(integer).lstrip("0"), decimals


def _decimal_mark(number: str) -> str:
    """Tell which character of `number` stands before the decimals; empty when none does."""
    if _ARABIC_DECIMAL in number:
        return _ARABIC_DECIMAL
    if "." in number and "," in number:
        return max(".,", key=number.rfind)
    if number.count(".") == 1:
        return "."
    if number.count(",") == 1 and not _is_one_grouping(number):
        return ","
    return ""


def _is_one_grouping(number: str) -> bool:
    """``4,500`` is four and a half thousand; ``0,500`` and ``12345,678`` have decimals."""
    return re.fullmatch(r"[1-9][0-9]{0,2},[0-9]{3}", number) is not None


def _ungrouped(integer: str) -> str:
    """Return the digits of well-grouped thousands."""
    marks = set(integer) - _DIGITS
    if not marks:
        return integer
    first, *rest = re.split(_MARKS, integer)
    if len(marks) > 1 or not 1 <= len(first) <= _GROUP or any(len(part) != _GROUP for part in rest):
        raise _refusal("amount_invalid")
    return "".join((first, *rest))
