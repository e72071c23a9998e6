"""Tills and books in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui import bidi, clock, date_text, money_text
from ui.marking import QT_TRANSLATE_NOOP
from ui.widgets.facts import NOTHING
from ui.widgets.tone import Tone

if TYPE_CHECKING:
    from datetime import datetime

    from services.values.money import Money
    from services.values.tills import TillState
    from ui.icons import IconName

_CONTEXT = "overview"

ACCOUNT_KINDS = {
    "CUSTOMER": QT_TRANSLATE_NOOP("overview", "Customers"),
    "TILL": QT_TRANSLATE_NOOP("overview", "Drawers"),
    "VAULT": QT_TRANSLATE_NOOP("overview", "Vault"),
    "FEES": QT_TRANSLATE_NOOP("overview", "Fees"),
    "VARIANCE": QT_TRANSLATE_NOOP("overview", "Variances of tills"),
    "BANK": QT_TRANSLATE_NOOP("overview", "The bank's own"),
}


def said(words: str) -> str:
    """Return one of this page's texts in the person's language."""
    return QCoreApplication.translate(_CONTEXT, words)


def head(till: TillState) -> str:
    """Return which till it is, and whose."""
    pattern = said(QT_TRANSLATE_NOOP("overview", "Till {number}, {teller}"))
    return pattern.format(number=till.number, teller=bidi.own(till.teller))


def figure(money: Money | None) -> str:
    """Return an amount for a column whose currency is known; a dash where there is none yet."""
    return NOTHING if money is None else money_text.figure(money)


def state(till: TillState) -> str:
    """Return how a till stands."""
    if till.waits_for_supervisor:
        return said(QT_TRANSLATE_NOOP("overview", "Needs a supervisor"))
    if till.closed_at is not None:
        return said(QT_TRANSLATE_NOOP("overview", "Closed"))
    if till.counted is not None:
        return said(QT_TRANSLATE_NOOP("overview", "Counted"))
    if not date_text.is_same_day(till.opened_at, clock.now()):
        day = date_text.date_day(till.business_day, with_year=False)
        pattern = said(QT_TRANSLATE_NOOP("overview", "Open since {day}"))
        return pattern.format(day=bidi.own(day))
    return said(QT_TRANSLATE_NOOP("overview", "Open"))


def state_badge(till: TillState) -> tuple[Tone, IconName] | None:
    """Return how that looks where it is no ordinary state."""
    if till.waits_for_supervisor:
        return Tone.WARN, "warning"
    if till.closed_at is not None:
        return None
    if till.counted is not None:
        return Tone.ACCENT, "info"
    if not date_text.is_same_day(till.opened_at, clock.now()):
        return Tone.WARN, "clock"
    return None


def variance(till: TillState) -> str:
    """Return what differs, signed; a dash before it was counted."""
    if till.variance is None:
        return NOTHING
    return bidi.ltr(money_text.figure(till.variance, signed=True))


def variance_badge(till: TillState) -> tuple[Tone, IconName] | None:
    """Return how that looks; nothing that differs is no exception."""
    if till.variance is None or not till.variance.amount:
        return None
    return (Tone.DANGER if till.variance.amount < 0 else Tone.WARN), "warning"


def story(till: TillState) -> str:
    """Return in sentences what a till was opened with, what was found, why that differs, and who looked."""
    opened = said(QT_TRANSLATE_NOOP("overview", "Opened {moment} with {amount}."))
    parts = [
        opened.format(
            moment=_moment(till.opened_at), amount=money_text.in_sentence(till.opening_float)
        )
    ]
    customers = said(
        QT_TRANSLATE_NOOP("overview", "Customers paid in {cash_in} and took out {cash_out}.")
    )
    parts.append(
        customers.format(
            cash_in=money_text.in_sentence(till.cash_in),
            cash_out=money_text.in_sentence(till.cash_out),
        )
    )
    if till.counted is not None and till.expected is not None:
        found = said(
            QT_TRANSLATE_NOOP(
                "overview", "Counted {counted}, and {expected} should have been there."
            )
        )
        parts.append(
            found.format(
                counted=money_text.in_sentence(till.counted),
                expected=money_text.in_sentence(till.expected),
            )
        )
    if till.variance_reason:
        reason = said(QT_TRANSLATE_NOOP("overview", "Reason: {reason}."))
        parts.append(reason.format(reason=bidi.own(till.variance_reason.rstrip("."))))
    if till.closed_at is not None:
        closed = said(QT_TRANSLATE_NOOP("overview", "Closed {moment}."))
        parts.append(closed.format(moment=_moment(till.closed_at)))
    if till.accepted_at is not None:
        accepted = said(QT_TRANSLATE_NOOP("overview", "The variance was accepted {moment}."))
        parts.append(accepted.format(moment=_moment(till.accepted_at)))
    return " ".join(parts)


def _moment(moment: datetime) -> str:
    return bidi.own(date_text.moment_text(moment))
