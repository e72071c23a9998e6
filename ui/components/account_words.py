"""What is exceptional about an account, in words and as a badge: the same wherever an account is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui import bidi, date_text
from ui.marking import QT_TRANSLATE_NOOP
from ui.widgets.tone import Tone

if TYPE_CHECKING:
    from services.values.accounts import Account
    from ui.icons import IconName

#: What the bank has stopped -> said in a badge; said with the time it ends.
_FROZEN = {
    "DEBITS": (
        QT_TRANSLATE_NOOP("account_words", "Debits frozen"),
        QT_TRANSLATE_NOOP("account_words", "Debits frozen until {day}"),
    ),
    "CREDITS": (
        QT_TRANSLATE_NOOP("account_words", "Credits frozen"),
        QT_TRANSLATE_NOOP("account_words", "Credits frozen until {day}"),
    ),
    "ALL": (
        QT_TRANSLATE_NOOP("account_words", "Frozen"),
        QT_TRANSLATE_NOOP("account_words", "Frozen until {day}"),
    ),
}


def exception(account: Account) -> str:
    """Return what sets an account apart, for a badge; empty where nothing does."""
    if account.closed_at is not None:
        return QCoreApplication.translate("account_words", "Closed")
    if account.frozen is None:
        return ""
    return QCoreApplication.translate("account_words", _FROZEN[account.frozen][0])


def look(account: Account) -> tuple[Tone, IconName]:
    """Return how the badge of `exception` looks."""
    return (Tone.NEUTRAL, "lock") if account.closed_at is not None else (Tone.DANGER, "freeze")


def frozen_until(account: Account) -> str:
    """Return what is frozen until which day, or when it was closed; empty where neither is known."""
    if account.closed_at is not None:
        closed = bidi.own(date_text.calendar_day(account.closed_at))
        return QCoreApplication.translate("account_words", "Closed on {day}").format(day=closed)
    if account.frozen is None or account.frozen_until is None:
        return ""
    pattern = QCoreApplication.translate("account_words", _FROZEN[account.frozen][1])
    return pattern.format(day=bidi.own(date_text.calendar_day(account.frozen_until)))
