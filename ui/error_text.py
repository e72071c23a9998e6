"""Words every error: a code and its data become one or two sentences that say what to do.

The tables beside this are the only place where a code meets words. Braces are filled from the error's
data; behind a slash stands which data a sentence needs.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from services.values.money import Money
from ui import bidi, money_text
from ui.counter_sentences import COUNTER
from ui.error_sentences import BANK
from ui.marking import QT_TRANSLATE_NOOP
from ui.payment_sentences import PAYMENTS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from services.errors import InstaPayError

_CONTEXT = "error_text"
_SECONDS_IN_MINUTE = 60

_SENTENCES: Mapping[str, str] = {**BANK, **PAYMENTS, **COUNTER}
_DATABASES: Mapping[str, str] = {
    "auth": QT_TRANSLATE_NOOP("error_text", "sign-in"),
    "payment": QT_TRANSLATE_NOOP("error_text", "payment"),
}


def codes() -> frozenset[str]:
    """Return all codes that have a sentence of their own."""
    return frozenset(key.partition("/")[0] for key in _SENTENCES)


def sentence(error: InstaPayError) -> str:
    """Return what to tell about `error`, in the person's words and language, as plain text."""
    return sentence_for(error.code, error.data)


def sentence_for(code: str, data: Mapping[str, object] | None = None) -> str:
    """Return the sentence for a code by itself, such as a payment's `failure_code`."""
    values = data or {}
    key = _key(code, values)
    template = QCoreApplication.translate(_CONTEXT, _SENTENCES[key])
    try:
        return template.format_map(_words(values))
    except KeyError:
        # Data that its sentence needs is missing: say less, never show a brace.
        return QCoreApplication.translate(_CONTEXT, _SENTENCES["unexpected/bare"])


def own_password(error: InstaPayError) -> str:
    """Return what to tell somebody who is known and typed their password once more."""
    code = "password_refused" if error.code == "sign_in_refused" else error.code
    return sentence_for(code, error.data)


def wait_s(error: InstaPayError) -> float:
    """Return for how many seconds `error` asks to wait; 0 when it does not."""
    value = error.data.get("retry_after_s")
    return float(value) if isinstance(value, int | float | Decimal) else 0.0


def clock(seconds: int) -> str:
    """Return a time to wait as minutes and seconds: ``4:05``."""
    minutes, rest = divmod(max(0, seconds), _SECONDS_IN_MINUTE)
    return bidi.ltr(f"{minutes}:{rest:02d}")


def _key(code: str, values: Mapping[str, object]) -> str:
    """Choose between sentences of one code by the data at hand."""
    variant = f"{code}/{_variant(code, values)}"
    if variant in _SENTENCES:
        return variant
    if code in _SENTENCES:
        return code if code != "unexpected" or values.get("reference") else "unexpected/bare"
    return "unexpected/bare"


def _variant(code: str, values: Mapping[str, object]) -> str:
    """Return which data there is to tell; empty where there is none."""
    which = _VARIANTS.get(code)
    return "" if which is None else which(values)


def _which_tries(values: Mapping[str, object]) -> str:
    return "tries" if isinstance(values.get("tries_left"), int) else ""


def _which_funds(values: Mapping[str, object]) -> str:
    available, amount = values.get("available"), values.get("amount")
    if not isinstance(available, Money):
        return ""
    # Where the amount alone is too much, the fee has nothing to do with it.
    is_the_fee = isinstance(amount, Money) and amount.amount <= available.amount
    return "fee" if is_the_fee and isinstance(values.get("total"), Money) else "available"


def _which_rest(left: object) -> str:
    if not isinstance(left, Money):
        return ""
    return "left" if left.amount > 0 else "none"


def _at_counter(values: Mapping[str, object]) -> str:
    """Tell a teller from a customer, and cash that comes in from all else."""
    kind = values.get("at_counter")
    if kind is None:
        return ""
    return "cash_in" if kind == "CASH_IN" else "counter"


_VARIANTS: Mapping[str, Callable[[Mapping[str, object]], str]] = {
    "account_frozen": _at_counter,
    "account_closed": _at_counter,
    "payee_cannot_receive": _at_counter,
    "currency_not_offered": _at_counter,
    "sign_in_refused": _which_tries,
    "password_refused": _which_tries,
    "insufficient_funds": _which_funds,
    "over_payment_limit": lambda values: (
        "limit" if isinstance(values.get("per_payment"), Money) else ""
    ),
    "over_day_limit": lambda values: _which_rest(values.get("day_left")),
    "over_month_limit": lambda values: _which_rest(values.get("month_left")),
    "server_unreachable": lambda values: "auth" if values.get("database") == "auth" else "",
    "server_start_failed": lambda values: "log" if values.get("log") else "",
    "name_invalid": lambda values: "theirs" if values.get("theirs") else "",
    "email_missing": lambda values: "theirs" if values.get("theirs") else "",
    "email_taken": lambda values: "unanswered" if values.get("unanswered") else "",
    "freeze_invalid": lambda values: "past" if values.get("is_past") else "",
    "outcome_unknown": lambda values: "reversal" if values.get("reversal") else "",
    "printer_missing": lambda values: "paper" if values.get("on_paper") else "",
}


def _words(values: Mapping[str, object]) -> dict[str, str]:
    """Return the data as text that keeps its direction in any sentence."""
    words = {name: _word(name, value) for name, value in values.items()}
    wait = values.get("retry_after_s")
    if isinstance(wait, int | float | Decimal):
        words["wait"] = clock(round(wait))
    return words


def _word(name: str, value: object) -> str:
    if isinstance(value, Money):
        return money_text.in_sentence(value)
    if name == "database" and str(value) in _DATABASES:
        return QCoreApplication.translate(_CONTEXT, _DATABASES[str(value)])
    return bidi.ltr(str(value))
