"""What the forms at the counter say, for each kind of thing that is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from services.values.counter import CounterKind
from ui import bidi, date_text, money_text
from ui.components.receipt.words import kind_text
from ui.marking import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from datetime import datetime

    from services.values.counter import CounterPayment, Slip
    from services.values.money import Money

_IN, _OUT = CounterKind.CASH_IN, CounterKind.CASH_OUT
_TRANSFER, _CORRECTION = CounterKind.TRANSFER, CounterKind.CORRECTION

#: lupdate finds these because the context is written out.
_VERBS = {
    _IN: QT_TRANSLATE_NOOP("cash", "Take in"),
    _OUT: QT_TRANSLATE_NOOP("cash", "Pay out"),
    _TRANSFER: QT_TRANSLATE_NOOP("cash", "Send"),
}
_VERBS_WITH_AMOUNT = {
    _IN: QT_TRANSLATE_NOOP("cash", "Take in {amount}"),
    _OUT: QT_TRANSLATE_NOOP("cash", "Pay out {amount}"),
    _TRANSFER: QT_TRANSLATE_NOOP("cash", "Send {amount}"),
}
_DONE = {
    _IN: QT_TRANSLATE_NOOP("cash", "{amount} paid in"),
    _OUT: QT_TRANSLATE_NOOP("cash", "{amount} paid out"),
    _TRANSFER: QT_TRANSLATE_NOOP("cash", "{amount} sent"),
    _CORRECTION: QT_TRANSLATE_NOOP("cash", "{amount} taken back"),
}
_NEXT = {
    _IN: QT_TRANSLATE_NOOP("cash", "Next cash in"),
    _OUT: QT_TRANSLATE_NOOP("cash", "Next cash out"),
    _TRANSFER: QT_TRANSLATE_NOOP("cash", "Next transfer"),
}
_NOTHING = {
    _IN: QT_TRANSLATE_NOOP("cash", "Nothing was paid in."),
    _OUT: QT_TRANSLATE_NOOP("cash", "Nothing was paid out."),
    _TRANSFER: QT_TRANSLATE_NOOP("cash", "Nothing was sent."),
    _CORRECTION: QT_TRANSLATE_NOOP("cash", "Nothing was taken back."),
}
_WAITING = {
    _IN: QT_TRANSLATE_NOOP("cash", "Waiting for approval: nothing was paid in yet"),
    _OUT: QT_TRANSLATE_NOOP("cash", "Waiting for approval: nothing was paid out yet"),
    _TRANSFER: QT_TRANSLATE_NOOP("cash", "Waiting for approval: nothing was sent yet"),
}
_MEANWHILE = {
    _IN: QT_TRANSLATE_NOOP(
        "cash",
        "Keep this cash apart from the drawer. Tell the customer that a supervisor has to approve it"
        " first; the money is in the account only then.",
    ),
    _OUT: QT_TRANSLATE_NOOP(
        "cash",
        "Hand out no cash yet. Tell the customer that a supervisor has to approve it first; until then"
        " the money is reserved in the account.",
    ),
    _TRANSFER: QT_TRANSLATE_NOOP(
        "cash",
        "Tell the customer that a supervisor has to approve it first; until then the money is reserved"
        " in the account.",
    ),
}
_APPROVED = {
    _IN: QT_TRANSLATE_NOOP("cash", "Approved. Put the cash into the drawer."),
    _OUT: QT_TRANSLATE_NOOP("cash", "Approved. Hand out the cash now."),
    _TRANSFER: QT_TRANSLATE_NOOP("cash", "Approved. The money was sent."),
}
_AFTERWARDS = {
    _IN: QT_TRANSLATE_NOOP("cash", "Give the cash back to the customer."),
    _OUT: QT_TRANSLATE_NOOP("cash", "The money is free in the account again."),
    _TRANSFER: QT_TRANSLATE_NOOP("cash", "The money is free in the account again."),
}


def _said(words: str) -> str:
    """Return a text that is marked with QT_TRANSLATE_NOOP, in the person's language."""
    return QCoreApplication.translate("cash", words)


def verb(kind: CounterKind, amount: Money | None = None) -> str:
    """Return what the button says that sends it."""
    if amount is None:
        return _said(_VERBS[kind])
    return _said(_VERBS_WITH_AMOUNT[kind]).format(amount=money_text.in_sentence(amount))


def done(kind: CounterKind, amount: Money) -> str:
    """Return that it was made."""
    return _said(_DONE[kind]).format(amount=money_text.in_sentence(amount))


def next_one(kind: CounterKind) -> str:
    """Return what begins the next one of its kind."""
    return _said(_NEXT[kind])


def nothing_moved(kind: CounterKind) -> str:
    """Return that it was not made."""
    return _said(_NOTHING[kind])


def waiting(kind: CounterKind) -> str:
    """Return that it waits for somebody else, and that nothing was done yet."""
    return _said(_WAITING[kind])


def meanwhile(kind: CounterKind, until: datetime | None) -> str:
    """Return what to do and to tell the customer while it waits, and until when it does."""
    words = _said(_MEANWHILE[kind])
    if until is None:
        return words
    pattern = QCoreApplication.translate("cash", "It waits until {moment}.")
    return f"{words} {pattern.format(moment=bidi.own(date_text.moment_text(until)))}"


def approved(kind: CounterKind) -> str:
    """Return that somebody has approved it, and what to do."""
    return _said(_APPROVED[kind])


def afterwards(kind: CounterKind) -> str:
    """Return what to do once it was declined, or its time has run out."""
    return _said(_AFTERWARDS[kind])


def which(payment: CounterPayment | Slip) -> str:
    """Return which one it is: ``Cash in, 2,500.00 EGP, Salma Hassan``."""
    pattern = QCoreApplication.translate("cash", "{kind}, {amount}, {customer}")
    return pattern.format(
        kind=kind_text(payment.kind),
        amount=money_text.in_sentence(payment.amount),
        customer=bidi.own(payment.customer),
    )
