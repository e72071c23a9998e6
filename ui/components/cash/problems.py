"""Which field of a form at the counter an error is about, and how it is told there."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from services.values.counter import CounterKind
from ui import error_text

if TYPE_CHECKING:
    from services.errors import InstaPayError


class Field(StrEnum):
    """The fields, in reading order; FORM is for what is about none of them."""

    ACCOUNT = "account"
    TO = "to"
    AMOUNT = "amount"
    IDENTIFICATION = "identification"
    NOTE = "note"
    FORM = "form"


_BY_CODE = {
    "account_unknown": Field.ACCOUNT,
    "account_frozen": Field.ACCOUNT,
    "account_closed": Field.ACCOUNT,
    "currency_not_offered": Field.ACCOUNT,
    "payee_missing": Field.TO,
    "payee_not_chosen": Field.TO,
    "payee_unknown": Field.TO,
    "payee_invalid": Field.TO,
    "question_unknown": Field.TO,
    "too_many_questions": Field.TO,
    "payee_cannot_receive": Field.TO,
    "payee_is_payer": Field.TO,
    "currency_differs": Field.TO,
    "insufficient_funds": Field.AMOUNT,
    "drawer_lacks_cash": Field.AMOUNT,
    "amount_missing": Field.AMOUNT,
    "amount_invalid": Field.AMOUNT,
    "amount_too_precise": Field.AMOUNT,
    "amount_not_positive": Field.AMOUNT,
    "amount_too_large": Field.AMOUNT,
    "identification_missing": Field.IDENTIFICATION,
    "identification_invalid": Field.IDENTIFICATION,
    "reason_invalid": Field.IDENTIFICATION,
    "note_too_long": Field.NOTE,
    "note_invalid": Field.NOTE,
}
#: What passes by itself: the same can be sent again as it stands.
OUTAGES = frozenset({"server_unreachable", "server_busy", "deadline_exceeded", "changed_meanwhile"})


def field_of(code: str, kind: CounterKind) -> Field:
    """Return where the sentence for `code` belongs; cash has no payee, only the customer's account."""
    found = _BY_CODE.get(code, Field.FORM)
    return Field.ACCOUNT if found is Field.TO and kind is not CounterKind.TRANSFER else found


def sentence(error: InstaPayError, kind: CounterKind) -> str:
    """Return what to tell a teller about `error`: not the customer's own words, where they differ."""
    code = "identification_missing" if error.code == "reason_invalid" else error.code
    return error_text.sentence_for(code, {**error.data, "at_counter": kind.value})
