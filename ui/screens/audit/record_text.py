"""A record of the log as text: its cells, and what the drawer and a file tell."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from services.values.money import Money
from ui import audit_words, bidi, date_text, error_text, money_text
from ui.components.payment.words import reference
from ui.marking import QT_TRANSLATE_NOOP
from ui.screens.audit.columns import Column
from ui.widgets.facts import NOTHING

if TYPE_CHECKING:
    from services.values.audit import AuditRecord, Fact

_BY_OPERATOR = "operator"
#: Whom or what a record is about: the first of these that it tells. lupdate finds these because the
#: context is written out.
_ABOUT = {
    "user_id": "{name}",
    "customer_id": "{name}",
    "email": "{name}",
    "till_session_id": QT_TRANSLATE_NOOP("audit", "Till {name}"),
    # Whatever happens to a payment says so.
    "transaction_id": "{name}",
    "batch_id": "{name}",
    "account_id": QT_TRANSLATE_NOOP("audit", "Account {name}"),
    "table": "{name}",
    "kid": QT_TRANSLATE_NOOP("audit", "Key {name}"),
    "session_id": QT_TRANSLATE_NOOP("audit", "Session {name}"),
    "login": "{name}",
}
#: What the short text of a record is put together from, in this order.
_TOLD = (
    "amount", "float", "counted", "variance", "role", "roles", "what", "operation", "failure_code",
    "reason", "address", "station",
)  # fmt: skip
_AMOUNTS = frozenset({"amount", "fee", "float", "counted", "expected", "variance"})
_YES_OR_NO = {
    "true": QT_TRANSLATE_NOOP("audit", "Yes"),
    "false": QT_TRANSLATE_NOOP("audit", "No"),
}


def cell(record: AuditRecord, column: Column) -> str:
    """Return what a cell shows; names and texts of others each in their own direction."""
    if column is Column.WHEN:
        return f"{date_text.calendar_day(record.at)} {exact_time(record)}"
    if column is Column.WHO:
        return who(record)
    if column is Column.WHAT:
        return audit_words.event(record.log, record.event)
    return about(record) if column is Column.ABOUT else details(record)


def exact_time(record: AuditRecord) -> str:
    """Return the local time with seconds, which an auditor tells events apart by: ``10:42:31``."""
    return f"{date_text.local(record.at):%H:%M:%S}"


def who(record: AuditRecord) -> str:
    """Return who did it: a name, the end of an id that has none, or what acted by itself."""
    if record.actor is not None:
        return bidi.own(record.actor_name or reference(record.actor))
    is_operators = record.service == _BY_OPERATOR or any(
        each is not None and each.value
        for each in (record.fact("login"), _valued(record.fact("by"), _BY_OPERATOR))
    )
    if is_operators:
        return _translated(QT_TRANSLATE_NOOP("audit", "Operator"))
    if record.fact("email") is not None:
        return _translated(QT_TRANSLATE_NOOP("audit", "Not signed in"))
    return _translated(QT_TRANSLATE_NOOP("audit", "The bank"))


def about(record: AuditRecord) -> str:
    """Return whom or what it is about; empty where it is about nothing but who did it."""
    for key, pattern in _ABOUT.items():
        told = record.fact(key)
        if told is not None:
            name = told.person or _short(told.value)
            return _translated(pattern).format(name=bidi.own(name))
    return ""


def details(record: AuditRecord) -> str:
    """Return the little of its facts that tells records of one kind apart."""
    told = (record.fact(key) for key in _TOLD)
    words = [value(record, each) for each in told if each is not None]
    return " · ".join(each for each in words if each)


def value(record: AuditRecord, told: Fact) -> str:
    """Return a fact's value for a person to read."""
    if not told.value:
        return NOTHING
    if told.person is not None:
        return bidi.own(told.person)
    if told.key in _AMOUNTS:
        return _money(record, told)
    if told.key == "failure_code" and told.value in error_text.codes():
        return error_text.sentence_for(told.value)
    if told.value in _YES_OR_NO:
        return _translated(_YES_OR_NO[told.value])
    return bidi.own(told.value)


def spoken(record: AuditRecord, column: Column) -> str:
    """Return a cell in words for a screen reader; empty ones say so."""
    text = bidi.plain(cell(record, column))
    return text or QCoreApplication.translate("audit", "nothing")


def _money(record: AuditRecord, told: Fact) -> str:
    """Return an amount with its currency, or as it stands where it is none that an account can hold."""
    currency = record.fact("currency")
    try:
        amount = Money(Decimal(told.value), "" if currency is None else currency.value)
        if currency is None:
            return bidi.ltr(money_text.figure(amount))
        return money_text.in_sentence(amount)
    except (InvalidOperation, ValueError):
        return bidi.ltr(told.value)


def _short(text: str) -> str:
    """Return the end of an id, or another text as it is."""
    try:
        return reference(UUID(text))
    except ValueError:
        return text


def _valued(told: Fact | None, wanted: str) -> Fact | None:
    return told if told is not None and told.value == wanted else None


def _translated(words: str) -> str:
    return QCoreApplication.translate("audit", words)
