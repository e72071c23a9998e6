"""Payees that need no question: own accounts, contacts, and whom one has paid lately."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from services.values.transfers import Payee
from ui import bidi, counterparty_text, date_text, iban_text
from ui.latin_digits import to_latin

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from uuid import UUID

    from services.values.accounts import Account
    from services.values.payees import Contact, RecentPayee


class Kind(StrEnum):
    """Where a payee is known from."""

    RECENT = "recent"
    CONTACT = "contact"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class Choice:
    """One payee that can be chosen.

    Attributes:
        name: what the person knows it by: a contact's name, an own account's, else the masked name.
        texts: the exact texts that reach it without doubt, as the bank writes them.
        paid_at: UTC, the last payment to it, where that was lately.

    """

    kind: Kind
    name: str
    payee: Payee
    texts: tuple[str, ...] = ()
    paid_at: datetime | None = None

    @property
    def detail(self) -> str:
        """What stands beside the name and tells it from others of that name."""
        if self.kind is Kind.OWN:
            words = QCoreApplication.translate("payee_choices", "Own account, {iban}")
            return words.format(iban=bidi.ltr(iban_text.tail(self.payee.reached_by)))
        if self.payee.reached_by:
            return reached_briefly(self.payee)
        if self.paid_at is None:
            return ""
        words = QCoreApplication.translate("payee_choices", "Paid {day}")
        return words.format(day=bidi.own(date_text.day(self.paid_at)))

    @property
    def spoken(self) -> str:
        """Both in one, as a screen reader says it."""
        words = QCoreApplication.translate("payee_choices", "{name}, {detail}")
        return bidi.plain(words.format(name=self.name, detail=self.detail))


def reached_briefly(payee: Payee) -> str:
    """Return the address, or the end of the IBAN, that reaches a payee."""
    if iban_text.looks_like_iban(payee.reached_by):
        return bidi.ltr(iban_text.short(payee.reached_by))
    return bidi.ltr(payee.reached_by)


def gather(
    accounts: Iterable[Account], contacts: Iterable[Contact], recent: Iterable[RecentPayee]
) -> tuple[Choice, ...]:
    """Return each payee once: who was paid lately first, then contacts by name, then own accounts.

    Closed accounts are left out. Whoever is a contact goes by the contact's name.
    """
    paid = {each.payee.account_id: each for each in recent}
    kept = {
        each.payee.account_id: Choice(Kind.CONTACT, each.name, each.payee)
        for each in contacts
        if not each.is_closed
    }
    lately = [
        replace(kept[account_id], paid_at=each.paid_at)
        if account_id in kept
        else _recent_choice(each)
        for account_id, each in paid.items()
    ]
    rest = [choice for account_id, choice in kept.items() if account_id not in paid]
    own = [_own_choice(each) for each in accounts if each.closed_at is None]
    mine = {choice.payee.account_id for choice in own}
    return (*lately, *(each for each in rest if each.payee.account_id not in mine), *own)


def matching(choices: Iterable[Choice], typed: str) -> tuple[Choice, ...]:
    """Return those that a beginning fits: of any word of a name, of an address, of an IBAN."""
    words = _words(typed)
    if not words:
        return tuple(choices)
    return tuple(each for each in choices if _fits(each, typed, words))


def exactly(choices: Iterable[Choice], typed: str) -> Choice | None:
    """Return the one that a whole text means without doubt; None where there is doubt.

    A contact's address is no such text: somebody else may have it by now, so the bank is asked.
    """
    names = [each for each in choices if _words(each.name) == _words(typed)]
    if len(names) == 1:
        return names[0]
    text = _as_bank_writes(typed)
    return next((each for each in choices if text in each.texts), None)


def is_name(typed: str) -> bool:
    """Tell a name from an address and an IBAN, also from half typed ones."""
    return "@" not in typed and not iban_text.looks_like_iban(typed)


def chosen(choices: Iterable[Choice], account_id: UUID) -> Choice | None:
    """Return the choice that reaches an account."""
    return next((each for each in choices if each.payee.account_id == account_id), None)


def known_as(choices: Iterable[Choice], payee: Payee) -> Choice | None:
    """Return what a payee is known as; None for one that was typed and is no contact."""
    found = chosen(choices, payee.account_id)
    if found is not None and found.kind is Kind.RECENT and payee.reached_by:
        return None
    return found


def payable(choices: Iterable[Choice], payer: Account | None) -> tuple[Choice, ...]:
    """Leave out own accounts that cannot be paid from `payer`: itself, and other currencies."""
    return tuple(
        each
        for each in choices
        if payer is None
        or each.kind is not Kind.OWN
        or (each.payee.account_id != payer.id and each.payee.currency == payer.currency)
    )


def _recent_choice(recent: RecentPayee) -> Choice:
    name = counterparty_text.shown(recent.payee.masked_name)
    return Choice(Kind.RECENT, name, recent.payee, paid_at=recent.paid_at)


def _own_choice(account: Account) -> Choice:
    name = counterparty_text.shown(account.name or account.iban)
    payee = Payee(
        account.id, account.name or account.iban, account.currency, account.iban, is_own=True
    )
    return Choice(Kind.OWN, name, payee, tuple(filter(None, (account.iban, account.address))))


def _as_bank_writes(typed: str) -> str:
    if iban_text.looks_like_iban(typed):
        return iban_text.normalise(typed)
    return to_latin(typed).strip().lower()


def _fits(choice: Choice, typed: str, words: list[str]) -> bool:
    text = _as_bank_writes(typed)
    if any(each.startswith(text) for each in (choice.payee.reached_by, *choice.texts)):
        return True
    # Of a masked name the first word only: the rest is one letter.
    known = _words(f"{choice.name} {choice.payee.masked_name.split(' ')[0]}")
    return all(any(each.startswith(word) for each in known) for word in words)


def _words(text: str) -> list[str]:
    """Return the words of a text as they are compared: without case, accents and kinds of digits."""
    plain = unicodedata.normalize("NFKD", to_latin(bidi.plain(text)).casefold())
    return "".join(each for each in plain if not unicodedata.combining(each)).split()
