"""A payment in words, the same wherever it is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui import bidi, counterparty_text, iban_text, money_text

if TYPE_CHECKING:
    from uuid import UUID

    from services.values.accounts import Account
    from services.values.money import Money
    from services.values.transfers import Payee, Payment

#: The last group of a UUID: random in version 7, so it tells payments apart.
_REFERENCE_GROUP = 4
_UNBROKEN_BLANK = "\u00a0"


def reference(payment_id: UUID) -> str:
    """Return the end of a payment's id, short enough to be read out: ``7F3A 92BC 11DE``."""
    tail = payment_id.hex[-3 * _REFERENCE_GROUP :].upper()
    starts = range(0, len(tail), _REFERENCE_GROUP)
    return " ".join(tail[start : start + _REFERENCE_GROUP] for start in starts)


def amount_to(payment: Payment) -> str:
    """Return ``4,500.00 EGP to Mona A••••``."""
    pattern = QCoreApplication.translate("payment", "{amount} to {payee}")
    return pattern.format(
        amount=money_text.in_sentence(payment.amount), payee=payee_name(payment.payee)
    )


def fee(amount: Money) -> str:
    """Return a fee as it is shown in a list of facts: ``4.50 EGP``, or that there is none."""
    if not amount.amount:
        return QCoreApplication.translate("payment", "None")
    return money_text.in_sentence(amount)


def payee_name(payee: Payee) -> str:
    """Return the payee's masked name, or the name of an own account, in its own direction."""
    return bidi.own(counterparty_text.shown(payee.masked_name))


def account_line(account: Account) -> str:
    """Return an account's name and the end of its IBAN: ``Everyday, 8000 2``."""
    name = account.name or QCoreApplication.translate("payment", "Account")
    pattern = QCoreApplication.translate("payment", "{name}, {iban}")
    tail = iban_text.tail(account.iban).replace(" ", _UNBROKEN_BLANK)
    return pattern.format(name=bidi.own(name), iban=bidi.ltr(tail))


def reached_by(payee: Payee) -> str:
    """Return the address or, in groups of four, the IBAN that reaches the payee."""
    if iban_text.looks_like_iban(payee.reached_by):
        return bidi.ltr(iban_text.grouped(payee.reached_by))
    return bidi.ltr(payee.reached_by)
