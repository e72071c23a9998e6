"""Words notices from what happened, in the person's language."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal, InvalidOperation
from string import Formatter
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from services.values.money import Money
from ui import bidi, counterparty_text, date_text, money_text
from ui.marking import QT_TRANSLATE_NOOP

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


#: lupdate finds these because the context is written out.
_PATTERNS = {
    "payment_received": QT_TRANSLATE_NOOP("notifications", "You received {amount} from {who}"),
    "payment_sent": QT_TRANSLATE_NOOP("notifications", "You sent {amount} to {who}"),
    "payment_returned": QT_TRANSLATE_NOOP("notifications", "You got {amount} back from {who}"),
    "payment_taken_back": QT_TRANSLATE_NOOP(
        "notifications", "Your bank took {amount} back that you had from {who}"
    ),
    "payment_expired": QT_TRANSLATE_NOOP(
        "notifications", "Your payment of {amount} was not made: its time ran out"
    ),
    "payment_cancelled": QT_TRANSLATE_NOOP(
        "notifications", "Your payment of {amount} was cancelled"
    ),
    "payment_failed": QT_TRANSLATE_NOOP("notifications", "Your payment of {amount} was not made"),
    "cash_in": QT_TRANSLATE_NOOP(
        "notifications", "You paid in {amount} at the counter; your balance is {balance}"
    ),
    "cash_out": QT_TRANSLATE_NOOP(
        "notifications", "You took out {amount} at the counter; your balance is {balance}"
    ),
    "cash_corrected": QT_TRANSLATE_NOOP(
        "notifications",
        "A mistake of {amount} at the counter was corrected; your balance is {balance}",
    ),
    "account_opened": QT_TRANSLATE_NOOP("notifications", "Your {currency} account is open"),
    "account_frozen": QT_TRANSLATE_NOOP("notifications", "Your account was frozen: {account}"),
    "account_released": QT_TRANSLATE_NOOP(
        "notifications", "Your account is no longer frozen: {account}"
    ),
    "account_closed": QT_TRANSLATE_NOOP("notifications", "Your account is closed: {account}"),
}


#: What the bank has stopped -> said; said with the time it ends.
_FROZEN = {
    "DEBITS": (
        QT_TRANSLATE_NOOP("notifications", "Payments from your account were stopped: {account}"),
        QT_TRANSLATE_NOOP(
            "notifications", "Payments from your account were stopped until {until}: {account}"
        ),
    ),
    "CREDITS": (
        QT_TRANSLATE_NOOP("notifications", "Payments into your account were stopped: {account}"),
        QT_TRANSLATE_NOOP(
            "notifications", "Payments into your account were stopped until {until}: {account}"
        ),
    ),
    "ALL": (
        QT_TRANSLATE_NOOP(
            "notifications", "Payments from and into your account were stopped: {account}"
        ),
        QT_TRANSLATE_NOOP(
            "notifications",
            "Payments from and into your account were stopped until {until}: {account}",
        ),
    ),
}


class _Batch(QObject):
    """Words with a number in them: lupdate finds plural forms in `tr` alone."""

    def sent(self, count: int) -> str:
        return self.tr("You sent {amount} in %n payment(s)", "", count)


#: Events whose words go by how many payments there are.
_COUNTED = {"batch_sent": lambda count: _Batch().sent(count)}


def _pattern(notice: Notification) -> str:
    counted = _COUNTED.get(notice.event or "")
    if counted is not None:
        return counted(int(notice.details["payments"]))
    pattern = _PATTERNS[notice.event or ""]
    # Older notices of a freeze do not tell what is stopped.
    if notice.event == "account_frozen" and "frozen" in notice.details:
        lasting, ending = _FROZEN[notice.details["frozen"]]
        pattern = ending if "until" in notice.details else lasting
    return QCoreApplication.translate("notifications", pattern)


def _worded(notice: Notification, *, masked: bool) -> str:
    pattern = _pattern(notice)
    wanted = {name for _text, name, _spec, _conversion in Formatter().parse(pattern) if name}
    return pattern.format_map({name: _word(name, notice.details, masked) for name in wanted})


def _word(name: str, details: Mapping[str, str], masked: bool) -> str:  # noqa: FBT001 (of this module alone)
    """Return what stands for one of a pattern's names, in its own direction."""
    if name in {"amount", "balance"}:
        money = Money(Decimal(details[name]), details["currency"])
        return money_text.in_sentence(money, hidden=masked)
    if name == "who":
        return bidi.own(counterparty_text.shown(details["counterparty"]))
    if name == "account":
        return bidi.own(counterparty_text.shown(details["account"]))
    if name == "until":
        return bidi.own(date_text.moment_text(datetime.fromisoformat(details[name])))
    return bidi.ltr(details[name])
