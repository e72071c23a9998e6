"""A payment's cells as text: what is shown, and what a screen reader says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from services.values.transfers import TransferStatus
from ui import bidi, counterparty_text, date_text, money_text
from ui.components.history.columns import Column
from ui.marking import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from services.values.history import Line
    from services.values.money import Money


def is_credit(line: Line) -> bool:
    """Tell whether money came in."""
    return line.amount.amount > 0


def is_posted(line: Line) -> bool:
    """Tell whether money moved."""
    return line.status is TransferStatus.COMPLETED


def format_when(line: Line) -> str:
    """Return day and time: ``22 Nov 10:42``."""
    return date_text.moment_text(line.at)


def format_what(line: Line, *, isolated: bool = False, masked: bool = False) -> str:
    """Return the other side, the note where there is one, and the fee where one was taken.

    `isolated` keeps a name and a note of different scripts each in its own direction.
    """
    who, note = who_text(line, isolated=isolated), line.note
    if isolated:
        note = note and bidi.own(note)
    fee = "" if masked else _fee(line, isolated=isolated)
    if note and fee:
        pattern = QCoreApplication.translate("history", "{who}, {note}, {fee}")
    elif note:
        pattern = QCoreApplication.translate("history", "{who}, {note}")
    elif fee:
        pattern = QCoreApplication.translate("history", "{who}, {fee}")
    else:
        return who
    return pattern.format(who=who, note=note, fee=fee)


def format_amount(line: Line, *, masked: bool) -> str:
    """Return the amount with its sign, or what stands for a hidden one."""
    return money_text.masked() if masked else money_text.figure(line.amount, signed=True)


def format_balance(line: Line, *, masked: bool) -> str:
    """Return the balance after the payment, or what stands for a hidden one; empty without one."""
    if line.balance_after is None:
        return ""
    return money_text.masked() if masked else money_text.figure(line.balance_after)


def format_accessible(line: Line, column: Column, *, masked: bool) -> str:
    """Return a cell in words: the day's name, the direction of money and its currency."""
    if column is Column.WHEN:
        return f"{date_text.day(line.at)}, {format_when(line)}"
    if column is Column.WHAT:
        what = format_what(line, masked=masked)
        return what if is_posted(line) else f"{status_text(line)}: {what}"
    if column is Column.BALANCE and line.balance_after is None:
        return QCoreApplication.translate("history", "no balance")
    if masked:
        return QCoreApplication.translate("history", "hidden")
    if column is Column.BALANCE and line.balance_after is not None:
        balance = money_text.with_currency(line.balance_after)
        return QCoreApplication.translate("history", "balance {amount}").format(amount=balance)
    return _spoken_amount(line)


def kind_text(kind: str) -> str:
    """Return why money moved, for a payment that is not told by its other side."""
    words = _KINDS.get(kind)
    return kind.replace("_", " ").capitalize() if words is None else _translated(words)


def who_text(line: Line, *, isolated: bool = True) -> str:
    """Return the other side, or why money moved where that says it all."""
    who = counterparty_text.shown(line.counterparty)
    if not who or line.kind in _WITHOUT_COUNTERPARTY:
        return kind_text(line.kind)
    if isolated:
        who = bidi.own(who)
    if line.kind == "REVERSAL":
        return QCoreApplication.translate("history", "Taken back: {who}").format(who=who)
    return who


def status_text(line: Line) -> str:
    """Return how a payment stands, in a word or two; of a refused one why."""
    if line.status is TransferStatus.FAILED:
        return _translated(_REASONS.get(line.failure_code or "", _REFUSED))
    return _translated(_STATUSES[line.status])


#: lupdate finds these because the context is written out.
_KINDS = {
    "TRANSFER": QT_TRANSLATE_NOOP("history", "Transfer"),
    "FEE": QT_TRANSLATE_NOOP("history", "Fee"),
    "FEE_RETURNED": QT_TRANSLATE_NOOP("history", "Fee returned"),
    "BATCH": QT_TRANSLATE_NOOP("history", "Payments of a list"),
    "BATCH_FEE": QT_TRANSLATE_NOOP("history", "Fee for a list of payments"),
    "REVERSAL": QT_TRANSLATE_NOOP("history", "Payment taken back"),
    "OPENING": QT_TRANSLATE_NOOP("history", "Opening balance"),
    "COUNTER": QT_TRANSLATE_NOOP("history", "Transfer at the counter"),
    "CASH_IN": QT_TRANSLATE_NOOP("history", "Cash paid in"),
    "CASH_OUT": QT_TRANSLATE_NOOP("history", "Cash taken out"),
    "CASH_CORRECTION": QT_TRANSLATE_NOOP("history", "Cash corrected"),
}
#: Of these the kind says it all: the other side is the bank.
_WITHOUT_COUNTERPARTY = frozenset(
    {"FEE", "FEE_RETURNED", "BATCH_FEE", "CASH_IN", "CASH_OUT", "CASH_CORRECTION"}
)
_REFUSED = QT_TRANSLATE_NOOP("history", "Refused")
_STATUSES = {
    TransferStatus.COMPLETED: QT_TRANSLATE_NOOP("history", "Done"),
    TransferStatus.PENDING: QT_TRANSLATE_NOOP("history", "Waiting"),
    TransferStatus.FAILED: _REFUSED,
    TransferStatus.CANCELLED: QT_TRANSLATE_NOOP("history", "Cancelled"),
    TransferStatus.EXPIRED: QT_TRANSLATE_NOOP("history", "Ran out"),
}
#: By failure code, short enough for a badge.
_REASONS = {
    "insufficient_funds": QT_TRANSLATE_NOOP("history", "Not enough money"),
    "over_payment_limit": QT_TRANSLATE_NOOP("history", "Over the payment limit"),
    "over_day_limit": QT_TRANSLATE_NOOP("history", "Over the day's limit"),
    "over_month_limit": QT_TRANSLATE_NOOP("history", "Over the month's limit"),
    "account_frozen": QT_TRANSLATE_NOOP("history", "Account frozen"),
    "account_closed": QT_TRANSLATE_NOOP("history", "Account closed"),
    "payee_cannot_receive": QT_TRANSLATE_NOOP("history", "Payee cannot receive"),
    "drawer_lacks_cash": QT_TRANSLATE_NOOP("history", "Too little cash"),
    "till_closed": QT_TRANSLATE_NOOP("history", "Till closed"),
    "declined": QT_TRANSLATE_NOOP("history", "Not approved"),
}


def _translated(words: str) -> str:
    return QCoreApplication.translate("history", words)


def _fee(line: Line, *, isolated: bool) -> str:
    amount = line.fee.amount
    if not amount:
        return ""
    figure = money_text.figure(line.fee if amount > 0 else -line.fee)
    if amount > 0:
        pattern = QCoreApplication.translate("history", "fee {fee}")
    else:
        pattern = QCoreApplication.translate("history", "fee {fee} returned")
    return pattern.format(fee=bidi.ltr(figure) if isolated else figure)


def _spoken_amount(line: Line) -> str:
    if is_credit(line):
        return _spoken(QCoreApplication.translate("history", "received {amount}"), line.amount)
    if line.status is TransferStatus.PENDING:
        return _spoken(QCoreApplication.translate("history", "to pay {amount}"), -line.amount)
    if not is_posted(line):
        return _spoken(QCoreApplication.translate("history", "not paid {amount}"), -line.amount)
    return _spoken(QCoreApplication.translate("history", "paid {amount}"), -line.amount)


def _spoken(pattern: str, amount: Money) -> str:
    return pattern.format(amount=money_text.with_currency(amount))
