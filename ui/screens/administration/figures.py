"""One figure of a rule: how it is shown, and what somebody types in its place."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import Enum, auto

from PySide6.QtCore import QCoreApplication, QObject

from services.errors import InvalidInput
from services.values.money import Money
from ui import bidi, money_text
from ui.latin_digits import to_latin

#: What ISO 4217 calls an amount of no currency in particular.
NO_CURRENCY = "XXX"
Value = Money | Decimal | str | None
_PER_CENT = 100
#: Decimals of a part of the amount, as the bank keeps it.
_RATE_DECIMALS = 6
_MOST_HOURS = 168


class Kind(Enum):
    """What is typed for it."""

    AMOUNT = auto()
    #: An amount, or nothing at all where there is no limit.
    LIMIT = auto()
    #: The same for the amount from which on the password is asked for.
    CONFIRMATION = auto()
    RATE = auto()
    HOURS = auto()
    ZONE = auto()


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure by the name of its column. A fixed one is shown and never typed."""

    key: str
    name: str
    kind: Kind
    value: Value
    currency: str = NO_CURRENCY
    is_fixed: bool = False


class HourWords(QObject):
    """How many hours, in words: sentences that count are found in a class only."""

    def told(self, count: int) -> str:
        """Return ``8 hours``."""
        return self.tr("%n hour(s)", "", count)


def shown(figure: Figure, value: Value) -> str:
    """Return a value in words, as it stands in the table."""
    if figure.is_fixed:
        return QCoreApplication.translate("administration", "Always")
    if value is None:
        return nothing(figure.kind)
    if isinstance(value, Money):
        return bidi.ltr(money_text.figure(value))
    if isinstance(value, Decimal):
        return bidi.ltr(f"{_plain(value * _PER_CENT)} %")
    if figure.kind is Kind.HOURS:
        return HourWords().told(int(value))
    return bidi.ltr(value)


def nothing(kind: Kind) -> str:
    """Return what stands where there is no figure."""
    if kind is Kind.CONFIRMATION:
        return QCoreApplication.translate("administration", "Never")
    return QCoreApplication.translate("administration", "No limit")


def typed(figure: Figure) -> str:
    """Return the value as somebody would type it."""
    value = figure.value
    if value is None:
        return ""
    if isinstance(value, Money):
        return money_text.figure(value)
    return _plain(value * _PER_CENT) if isinstance(value, Decimal) else value


def parsed(figure: Figure, text: str) -> Value:
    """Read what was typed.

    Raises InvalidInput: amount_…, rate_invalid, hours_invalid, time_zone_invalid.
    """
    sought = to_latin(text).strip()
    if figure.kind is Kind.RATE:
        return _rate(sought)
    if figure.kind is Kind.HOURS:
        if not sought.isdecimal() or not 1 <= int(sought) <= _MOST_HOURS:
            raise InvalidInput("hours_invalid", field=figure.key)
        return str(int(sought))
    if figure.kind is Kind.ZONE:
        if not sought:
            raise InvalidInput("time_zone_invalid", field=figure.key)
        return sought
    if not sought and figure.kind is not Kind.AMOUNT:
        return None
    return _amount(figure, text)


def _amount(figure: Figure, text: str) -> Money:
    try:
        return money_text.parse(text, figure.currency)
    except InvalidInput as error:
        is_zero = error.code == "amount_not_positive" and not text.strip().startswith(
            ("-", money_text.MINUS)
        )
        # Nothing alone, no fee: of these figures nought means something.
        if is_zero and figure.kind is Kind.AMOUNT:
            return Money(Decimal(0), figure.currency)
        raise


def _rate(sought: str) -> Decimal:
    number = sought.strip("%\u066a ").replace("\u066b", ".").replace(",", ".")
    try:
        rate = Decimal(number) / _PER_CENT
    except InvalidOperation:
        raise InvalidInput("rate_invalid", field="rate") from None
    if not rate.is_finite() or not 0 <= rate <= 1 or rate != round(rate, _RATE_DECIMALS):
        raise InvalidInput("rate_invalid", field="rate")
    return rate


def _plain(number: Decimal) -> str:
    """Return a number without nought behind its last figure."""
    return f"{number.normalize():f}"
