"""A ledger entry's cells as text: what is shown, and what a screen reader says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui import bidi, counterparty_text, date_text, money_text
from ui.components.history.columns import Column
from ui.marking import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from services.values.history import Entry


def is_credit(entry: Entry) -> bool:
    """Tell whether money came in."""
    return entry.amount.amount > 0


def format_when(entry: Entry) -> str:
    """Return day and time: ``22 Nov 10:42``."""
    return date_text.moment_text(entry.posted_at)


def format_what(entry: Entry, *, isolated: bool = False) -> str:
    """Return the counterparty and, where there is one, the note.

    `isolated` keeps a name and a note of different scripts each in its own direction.
    """
    who, note = _who(entry, isolated=isolated), entry.note
    if isolated:
        note = note and bidi.own(note)
    if not note:
        return who
    pattern = QCoreApplication.translate("history", "{who}, {note}")
    return pattern.format(who=who, note=note)


def format_amount(entry: Entry, *, masked: bool) -> str:
    """Return the amount with its sign, or what stands for a hidden one."""
    return money_text.masked() if masked else money_text.figure(entry.amount, signed=True)


def format_balance(entry: Entry, *, masked: bool) -> str:
    """Return the balance after the entry, or what stands for a hidden one."""
    return money_text.masked() if masked else money_text.figure(entry.balance_after)


def format_accessible(entry: Entry, column: Column, *, masked: bool) -> str:
    """Return a cell in words: the day's name, the direction of money and its currency."""
    if column is Column.WHEN:
        return f"{date_text.day(entry.posted_at)}, {format_when(entry)}"
    if column is Column.WHAT:
        return format_what(entry)
    if masked:
        return QCoreApplication.translate("history", "hidden")
    if column is Column.BALANCE:
        balance = money_text.with_currency(entry.balance_after)
        return QCoreApplication.translate("history", "balance {amount}").format(amount=balance)
    if is_credit(entry):
        received = money_text.with_currency(entry.amount)
        return QCoreApplication.translate("history", "received {amount}").format(amount=received)
    paid = money_text.with_currency(-entry.amount)
    return QCoreApplication.translate("history", "paid {amount}").format(amount=paid)


def kind_text(kind: str) -> str:
    """Return why money moved, for an entry that is not told by its counterparty."""
    words = _KINDS.get(kind)
    return kind.replace("_", " ").capitalize() if words is None else _translated(words)


#: lupdate finds these because the context is written out.
_KINDS = {
    "TRANSFER": QT_TRANSLATE_NOOP("history", "Transfer"),
    "FEE": QT_TRANSLATE_NOOP("history", "Fee"),
    "FEE_RETURNED": QT_TRANSLATE_NOOP("history", "Fee returned"),
    "BATCH": QT_TRANSLATE_NOOP("history", "Payments of a list"),
    "BATCH_FEE": QT_TRANSLATE_NOOP("history", "Fee for a list of payments"),
    "REVERSAL": QT_TRANSLATE_NOOP("history", "Payment taken back"),
    "OPENING": QT_TRANSLATE_NOOP("history", "Opening balance"),
}
#: Of these the kind says it all: the other side is the bank.
_WITHOUT_COUNTERPARTY = frozenset({"FEE", "FEE_RETURNED", "BATCH_FEE"})


def _translated(words: str) -> str:
    return QCoreApplication.translate("history", words)


def _who(entry: Entry, *, isolated: bool) -> str:
    who = counterparty_text.shown(entry.counterparty)
    if not who or entry.kind in _WITHOUT_COUNTERPARTY:
        return kind_text(entry.kind)
    if isolated:
        who = bidi.own(who)
    if entry.kind == "REVERSAL":
        return QCoreApplication.translate("history", "Taken back: {who}").format(who=who)
    return who
