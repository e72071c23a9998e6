"""What a till and its slips are called: kinds, how one stands, and what a count differs by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from services.values.transfers import TransferStatus
from ui import bidi, money_text
from ui.marking import QT_TRANSLATE_NOOP
from ui.widgets.tone import Tone

if TYPE_CHECKING:
    from services.values.money import Money
    from services.values.tills import Slip

_CONTEXT = "till"
# lupdate finds these because the context is written out.
_KINDS = {
    "CASH_IN": QT_TRANSLATE_NOOP("till", "Cash in"),
    "CASH_OUT": QT_TRANSLATE_NOOP("till", "Cash out"),
    "CASH_CORRECTION": QT_TRANSLATE_NOOP("till", "Correction"),
    "COUNTER": QT_TRANSLATE_NOOP("till", "Transfer"),
}
_STATES = {
    TransferStatus.PENDING: QT_TRANSLATE_NOOP("till", "Waiting for approval"),
    TransferStatus.COMPLETED: QT_TRANSLATE_NOOP("till", "Done"),
    TransferStatus.CANCELLED: QT_TRANSLATE_NOOP("till", "Cancelled"),
    TransferStatus.EXPIRED: QT_TRANSLATE_NOOP("till", "Ran out"),
    TransferStatus.FAILED: QT_TRANSLATE_NOOP("till", "Refused"),
}
_TONES = {
    TransferStatus.PENDING: Tone.WARN,
    TransferStatus.FAILED: Tone.DANGER,
}
_OF_CASH = frozenset({"CASH_IN", "CASH_OUT"})


def _said(text: str) -> str:
    return QCoreApplication.translate(_CONTEXT, text)


def kind(slip: Slip) -> str:
    """Return what was done, such as "Cash in"."""
    known = _KINDS.get(slip.kind)
    return slip.kind if known is None else _said(known)


def all_kinds() -> list[str]:
    """Return every word that `kind` may answer, for setting aside room."""
    return [_said(each) for each in _KINDS.values()]


def _waits_in_short() -> str:
    return QCoreApplication.translate("till", "Waiting")


def is_approved(slip: Slip) -> bool:
    """Tell whether somebody else has approved it: only such a one had a time by which it would run out."""
    return slip.status is TransferStatus.COMPLETED and slip.expires_at is not None


def kind_and_customer(slip: Slip, customer: str) -> str:
    """Return what was done and for whom, in one line; `customer` is the name, isolated."""
    return QCoreApplication.translate("till", "{kind}, {customer}").format(
        kind=kind(slip), customer=customer
    )


def state(slip: Slip, *, short: bool = False) -> str:
    """Return how it stands, in a word or three; `short`, in a word."""
    if short and slip.status is TransferStatus.PENDING:
        return _waits_in_short()
    if slip.corrected_by is not None:
        return QCoreApplication.translate("till", "Corrected")
    if slip.failure_code == "declined":
        return QCoreApplication.translate("till", "Declined")
    if is_approved(slip):
        return QCoreApplication.translate("till", "Approved")
    return _said(_STATES[slip.status])


def tone(slip: Slip) -> Tone:
    """Return what the badge of its state means."""
    if slip.corrected_by is not None:
        return Tone.NEUTRAL
    if is_approved(slip):
        return Tone.CREDIT
    return _TONES.get(slip.status, Tone.NEUTRAL)


def is_ordinary(slip: Slip) -> bool:
    """Tell whether it was simply done: badges are for what is not."""
    done = slip.status is TransferStatus.COMPLETED
    return done and slip.corrected_by is None and not is_approved(slip)


def is_printable(slip: Slip) -> bool:
    """Tell whether there is a receipt of it: money moved, or waits to."""
    return slip.status in {TransferStatus.COMPLETED, TransferStatus.PENDING}


def waits(slip: Slip) -> bool:
    """Tell whether it waits for somebody's approval."""
    return slip.status is TransferStatus.PENDING


def can_be_corrected(slip: Slip) -> bool:
    """Tell whether it is cash that was booked and not taken back yet."""
    done = slip.status is TransferStatus.COMPLETED
    return slip.kind in _OF_CASH and done and slip.corrected_by is None


def variance(difference: Money) -> str:
    """Return in words what a count differs by, with its sign."""
    if difference.amount == 0:
        return QCoreApplication.translate("till", "Nothing differs")
    words = (
        QCoreApplication.translate("till", "{amount} too much")
        if difference.amount > 0
        else QCoreApplication.translate("till", "{amount} too little")
    )
    return words.format(amount=money_text.in_sentence(difference, signed=True))


def till_name(number: int, currency: str) -> str:
    """Return what a till is called: its number and its currency."""
    return QCoreApplication.translate("till", "Till {number}, {currency}").format(
        number=bidi.ltr(str(number)), currency=bidi.ltr(currency)
    )
