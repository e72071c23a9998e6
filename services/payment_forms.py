"""What is wrong with what somebody typed about a payment, before anybody is asked."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from services.errors import InvalidInput
from services.values.money import DECIMALS, MAX_AMOUNT

if TYPE_CHECKING:
    from services.values.money import Money

MAX_NOTE = 140
MAX_REASON = 200
_ZERO = Decimal(0)
_SMALLEST = Decimal(1).scaleb(-DECIMALS)
#: Control characters (Unicode's Cc); embeddings, overrides and isolates, which would turn what stands
#: beside the note on somebody's screen; halves of surrogate pairs, which nothing can keep.
_NOT_IN_TEXT = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def check_amount(money: Money) -> None:
    """Raise InvalidInput: amount_not_positive, amount_too_large, amount_too_precise."""
    amount = money.amount
    if not amount.is_finite() or amount <= _ZERO:
        raise InvalidInput("amount_not_positive", field="amount")
    if amount > MAX_AMOUNT:
        raise InvalidInput("amount_too_large", field="amount")
    if amount != amount.quantize(_SMALLEST):
        raise InvalidInput("amount_too_precise", field="amount")


def check_note(note: str) -> None:
    """Raise InvalidInput: note_too_long, note_invalid."""
    if len(note) > MAX_NOTE:
        raise InvalidInput("note_too_long", field="note")
    if _NOT_IN_TEXT.search(note):
        raise InvalidInput("note_invalid", field="note")


def is_reason(text: str) -> bool:
    """Tell whether a text can be kept as a reason: 1 to 200 characters that others can read."""
    return len(text.strip(" ")) > 0 and len(text) <= MAX_REASON and not _NOT_IN_TEXT.search(text)
