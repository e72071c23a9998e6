"""What the bank must answer to payments, in plain Python: the rules without locks or SQL."""

from __future__ import annotations

import copy
from datetime import timedelta
from typing import TYPE_CHECKING

from tests.faults.bank_books import (
    ZERO,
    Account,
    Books,
    Counter,
    Outcome,
    Payment,
    Refusal,
    Terms,
    abandoned,
    now,
    repeated,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from uuid import UUID

_LONGEST_HOLD = timedelta(days=30)


class BankModel:
    """The bank's answers, and its books after them. `today` is the bank's own day."""

    def __init__(
        self, accounts: dict[UUID, Account], terms: dict[tuple[str, str], Terms], today: date
    ) -> None:
        self.books = Books(accounts)
        self.today = today
        self.terms = terms

    def told(self, call: Callable[[], Outcome | None]) -> Outcome | str | None:
        """Return what a call answers, or the SQLSTATE with which it changes nothing."""
        before = copy.deepcopy(self.books)
        try:
            return call()
        except Refusal as refusal:
            self.books = before
            return refusal.code

    def transfer(self, actor: str, name: UUID, wanted: Payment, *, has_confirmed: bool) -> Outcome:
        """A payment at once, or held where it has an end. `wanted` names sides, amount and note."""
        books, expires_at = self.books, wanted.expires_at
        if expires_at is not None and (
            expires_at > now() + _LONGEST_HOLD
            or (expires_at <= now() and name not in books.payments)
        ):
            raise Refusal("IP211")
        first = books.payments.get(name)
        if first is not None:
            outcome = repeated(first, actor, wanted)
            is_late = first.status == "PENDING" and first.is_late()
            return outcome._replace(status="EXPIRED") if is_late else outcome
        assert wanted.payer is not None
        assert wanted.payee is not None
        payer, payee = books.accounts[wanted.payer], books.accounts[wanted.payee]
        if payer.owner != actor:
            raise Refusal("IP203")
        if wanted.payer == wanted.payee:
            raise Refusal("IP204")
        if payer.currency != payee.currency:
            raise Refusal("IP205")
        self.release_late(wanted.payer)
        is_own = payee.owner == actor
        terms = self.terms["OWN" if is_own else "TRANSFER", payer.currency]
        amount, fee = wanted.amount, terms.fee(wanted.amount)
        spent = payer.spent.after(self.today, ZERO if is_own else amount)
        refused = self.verdict(wanted, terms, spent)
        if terms.asks(amount) and refused is None and not has_confirmed:
            raise Refusal("IP210")
        made = copy.copy(wanted)
        made.actor, made.kind, made.failure_code = actor, "TRANSFER", refused
        made.fee = fee if refused is None else ZERO
        books.payments[name] = made
        if refused is not None:
            made.status = "FAILED"
            return made.outcome()
        payer.spent = spent
        if expires_at is None:
            self.move(made)
        else:
            made.status, made.counted_on = "PENDING", self.today
            payer.held += amount + fee
        return made.outcome()

    def post_held(self, actor: str, name: UUID) -> Outcome:
        held = self._held(actor, name)
        if held.status != "PENDING":
            return held.outcome()
        assert held.payer is not None
        assert held.payee is not None
        payer, payee = self.books.accounts[held.payer], self.books.accounts[held.payee]
        if held.is_late():
            self._end(held, "EXPIRED")
        elif payer.is_frozen("DEBITS"):
            self._end(held, "FAILED", "account_frozen")
        elif not payee.can_receive(held.amount):
            self._end(held, "FAILED", "payee_cannot_receive")
        else:
            payer.held -= held.amount + held.fee
            self.move(held)
        return held.outcome()

    def cancel_held(self, actor: str, name: UUID) -> Outcome:
        held = self._held(actor, name)
        if held.status == "PENDING":
            self._end(held, "EXPIRED" if held.is_late() else "CANCELLED")
        return held.outcome()

    def expire_holds(self) -> None:
        for each in self.books.accounts:
            self.release_late(each)

    def settle(self, actor: str, name: UUID) -> Outcome:
        found = self.books.payments.setdefault(name, abandoned(actor))
        if found.actor != actor:
            raise Refusal("IP206")
        outcome = found.outcome()
        if found.status == "PENDING" and found.is_late():
            return outcome._replace(status="EXPIRED")
        return outcome

    def verdict(self, wanted: Payment, terms: Terms, spent: Counter) -> str | None:
        assert wanted.payer is not None
        assert wanted.payee is not None
        payer, payee = self.books.accounts[wanted.payer], self.books.accounts[wanted.payee]
        is_large = terms.per_payment is not None and wanted.amount > terms.per_payment
        in_order = {
            "account_closed": payer.is_closed,
            "account_frozen": payer.is_frozen("DEBITS"),
            "over_payment_limit": is_large,
            spent.over(terms): spent.over(terms) is not None,
            "insufficient_funds": payer.balance - payer.held
            < wanted.amount + terms.fee(wanted.amount),
            "payee_cannot_receive": not payee.can_receive(wanted.amount),
        }
        return next((code for code, is_so in in_order.items() if is_so), None)

    def _held(self, actor: str, name: UUID) -> Payment:
        held = self.books.payments.get(name)
        if held is None or held.actor != actor or held.expires_at is None:
            raise Refusal("IP212")
        return held

    def move(self, payment: Payment) -> None:
        assert payment.payer is not None
        assert payment.payee is not None
        payer = self.books.accounts[payment.payer]
        payer.balance -= payment.amount + payment.fee
        self.books.accounts[payment.payee].balance += payment.amount
        self.books.fees[payer.currency] += payment.fee
        payment.status, payment.balance_after = "COMPLETED", payer.balance

    def _end(self, held: Payment, status: str, failure_code: str | None = None) -> None:
        assert held.payer is not None
        assert held.payee is not None
        assert held.counted_on is not None
        payer = self.books.accounts[held.payer]
        held.status, held.failure_code = status, failure_code
        payer.held -= held.amount + held.fee
        if self.books.accounts[held.payee].owner != payer.owner:
            payer.spent.take_back(held.counted_on, held.amount)

    def release_late(self, account_id: UUID) -> None:
        for each in self.books.payments.values():
            if each.payer == account_id and each.status == "PENDING" and each.is_late():
                self._end(each, "EXPIRED")
