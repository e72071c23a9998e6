"""A slip in words, the same wherever it is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from services.values.counter import CounterKind
from services.values.transfers import TransferStatus
from ui import bidi, counterparty_text, date_text, error_text
from ui.marking import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from datetime import datetime

    from services.values.counter import Slip

_NUMBER_DIGITS = 4
#: lupdate finds these because the context is written out.
_KINDS = {
    CounterKind.CASH_IN: QT_TRANSLATE_NOOP("receipt", "Cash in"),
    CounterKind.CASH_OUT: QT_TRANSLATE_NOOP("receipt", "Cash out"),
    CounterKind.TRANSFER: QT_TRANSLATE_NOOP("receipt", "Transfer"),
    CounterKind.CORRECTION: QT_TRANSLATE_NOOP("receipt", "Correction"),
}
_STATUSES = {
    TransferStatus.COMPLETED: QT_TRANSLATE_NOOP("receipt", "Done"),
    TransferStatus.PENDING: QT_TRANSLATE_NOOP("receipt", "Waiting for approval"),
    TransferStatus.FAILED: QT_TRANSLATE_NOOP("receipt", "Refused"),
    TransferStatus.CANCELLED: QT_TRANSLATE_NOOP("receipt", "Cancelled"),
    TransferStatus.EXPIRED: QT_TRANSLATE_NOOP("receipt", "Nobody approved it in time"),
}


def receipt_number(till_number: int, number: int) -> str:
    """Return a receipt's number as it is printed and read out: ``3-0412``."""
    return f"{till_number}-{number:0{_NUMBER_DIGITS}}"


def number_of(slip: Slip) -> str:
    """Return a slip's number, isolated left to right."""
    return bidi.ltr(receipt_number(slip.till_number, slip.number))


def kind_text(kind: CounterKind) -> str:
    """Return what was done, in a word or two."""
    return QCoreApplication.translate("receipt", _KINDS[kind])


def status_text(slip: Slip) -> str:
    """Return how it stands; of what was refused or declined also why."""
    words = QCoreApplication.translate("receipt", _STATUSES[slip.status])
    why = reason_text(slip)
    if not why:
        return words
    pattern = QCoreApplication.translate("receipt", "{status}: {reason}")
    return pattern.format(status=words, reason=why)


def reason_text(slip: Slip) -> str:
    """Return why it was not made: what somebody wrote who declined it, or the bank's sentence."""
    if slip.decline_reason:
        return bidi.own(slip.decline_reason)
    if slip.failure_code is None:
        return ""
    return error_text.sentence_for(slip.failure_code, {"at_counter": slip.kind.value})


def payee_text(slip: Slip) -> str:
    """Return whom a transfer went to; empty for cash."""
    return "" if slip.payee is None else bidi.own(counterparty_text.shown(slip.payee))


def moment_on_paper(made_on: datetime) -> str:
    """Return day and time of the bank's own clock, always with the year."""
    return f"{date_text.date_day(made_on.date(), with_year=True)} {made_on:%H:%M}"
