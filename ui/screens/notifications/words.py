"""Words notices from what happened, in the person's language."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from services.values.money import Money
from ui import bidi, counterparty_text, money_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from services.values.notifications import Notification


def sentence(notice: Notification, *, masked: bool) -> str:
    """Return what happened; a notice without a known event says what its message says."""
    try:
        return _worded(notice, masked=masked)
    except (KeyError, ValueError, InvalidOperation):
        # Another program's notice, or an event of a newer bank: its own words are English.
        return bidi.own(notice.message)


def note(notice: Notification) -> str:
    """Return the payment's note; empty when there is none."""
    return notice.details.get("note", "")


def _worded(notice: Notification, *, masked: bool) -> str:
    details = notice.details
    if notice.event == "payment_received":
        pattern = QCoreApplication.translate("notifications", "You received {amount} from {who}")
    elif notice.event == "payment_sent":
        pattern = QCoreApplication.translate("notifications", "You sent {amount} to {who}")
    elif notice.event == "account_opened":
        opened = QCoreApplication.translate("notifications", "Your {currency} account is open")
        return opened.format(currency=bidi.ltr(details["currency"]))
    else:
        raise KeyError(notice.event)
    who = counterparty_text.shown(details["counterparty"])
    return pattern.format(amount=_amount(details, masked=masked), who=bidi.own(who))


def _amount(details: Mapping[str, str], *, masked: bool) -> str:
    if masked:
        return bidi.ltr(money_text.masked(details["currency"]))
    return money_text.in_sentence(Money(Decimal(details["amount"]), details["currency"]))
