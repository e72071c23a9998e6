"""Which field of the form an error is about, and what the form can know by itself."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from services.errors import InvalidInput, Refused

if TYPE_CHECKING:
    from services.errors import InstaPayError
    from services.values.accounts import Account
    from services.values.money import Money
    from services.values.transfers import Payee, Quote


class Field(StrEnum):
    """The form's fields, in reading order; FORM is for what is about none of them."""

    FROM = "from"
    TO = "to"
    AMOUNT = "amount"
    NOTE = "note"
    FORM = "form"


_BY_CODE = {
    "account_unknown": Field.FROM,
    "account_frozen": Field.FROM,
    "account_closed": Field.FROM,
    "currency_not_offered": Field.FROM,
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
    "over_payment_limit": Field.AMOUNT,
    "over_day_limit": Field.AMOUNT,
    "over_month_limit": Field.AMOUNT,
    "amount_missing": Field.AMOUNT,
    "amount_invalid": Field.AMOUNT,
    "amount_too_precise": Field.AMOUNT,
    "amount_not_positive": Field.AMOUNT,
    "amount_too_large": Field.AMOUNT,
    "note_too_long": Field.NOTE,
    "note_invalid": Field.NOTE,
}


def field_of(code: str) -> Field:
    """Return where the sentence for `code` belongs."""
    return _BY_CODE.get(code, Field.FORM)


def payee_problem(payee: Payee | None, payer: Account | None) -> InstaPayError | None:
    """Return what is wrong with paying `payee` from `payer`; None where nothing is known to be."""
    if payee is None or payer is None:
        return None
    if payee.account_id == payer.id:
        return InvalidInput("payee_is_payer", field="payee")
    if payee.currency != payer.currency:
        return InvalidInput("currency_differs", field="payee")
    return None


def funds_problem(amount: Money, payer: Account | None, *, masked: bool) -> InstaPayError | None:
    """Return `insufficient_funds` where `payer` had less when it was last seen.

    `masked` keeps what is available out of the sentence.
    """
    if payer is None or amount.amount <= payer.available.amount:
        return None
    if masked:
        return Refused("insufficient_funds")
    return Refused("insufficient_funds", available=payer.available)


def quote_problem(quote: Quote, amount: Money, *, masked: bool) -> InstaPayError | None:
    """Return why the bank would refuse to pay `amount`, with its figures; None where it would not.

    `masked` keeps what is available out of the sentence, as in `funds_problem`.
    """
    if quote.failure_code is None:
        return None
    if masked and quote.failure_code == "insufficient_funds":
        return Refused("insufficient_funds")
    return Refused(
        quote.failure_code,
        amount=amount,
        total=quote.total,
        available=quote.available,
        per_payment=quote.per_payment,
        day_left=quote.day_left,
        month_left=quote.month_left,
    )
