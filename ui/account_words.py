"""How an account stands, in words: what the bank has stopped, and that it is closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui import bidi, date_text
from ui.marking import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from services.values.accounts import Account

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


def frozen_until(account: Account) -> str:
    """Return what is frozen until which day, or when it was closed; empty where neither is known."""
    if account.closed_at is not None:
        closed = bidi.own(date_text.calendar_day(account.closed_at))
        return QCoreApplication.translate("account_words", "Closed on {day}").format(day=closed)
    if account.frozen is None or account.frozen_until is None:
        return ""
    pattern = QCoreApplication.translate("account_words", _FROZEN[account.frozen][1])
    return pattern.format(day=bidi.own(date_text.calendar_day(account.frozen_until)))
