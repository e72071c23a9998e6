"""The other side of a payment, as a person reads it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ui import iban_text

#: The bank's own accounts have no owner; the databases write their kind in place of a name.
_KINDS_OF_THE_BANK = frozenset({"BANK", "VAULT", "FEES", "VARIANCE", "TILL"})
_IBAN_LENGTH = 29
_UNBROKEN_BLANK = "\u00a0"


def shown(name: str) -> str:
    """Return a masked name or an own account's name as it is.

    An own account that nobody named comes as its IBAN, and the bank as a kind of account.
    """
    if name in _KINDS_OF_THE_BANK:
        return QCoreApplication.translate("counterparty", "The bank")
    if len(name) == _IBAN_LENGTH and iban_text.looks_like_iban(name):
        tail = iban_text.tail(name).replace(" ", _UNBROKEN_BLANK)
        return QCoreApplication.translate("counterparty", "Account {iban}").format(iban=tail)
    return name
