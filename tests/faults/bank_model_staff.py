"""What the bank must answer to its staff and to payrolls, in plain Python."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tests.faults.bank_books import (
    MOST,
    ZERO,
    Account,
    Batch,
    Outcome,
    Payment,
    Refusal,
    Terms,
    now,
    repeated_reversal,
)
from tests.faults.bank_model import BankModel

if TYPE_CHECKING:
    from datetime import datetime
    from decimal import Decimal
    from uuid import UUID

_STAFF = frozenset({"TELLER", "SUPERVISOR"})


class Row(NamedTuple):
    """A payment of a batch."""

    name: UUID
    payee: UUID
    amount: Decimal
    note: str


class WholeBankModel(BankModel):
    """Reversals, freezes, closing and batches besides payments."""

    def reverse(
        self, actor: str, roles: set[str], name: UUID, original_id: UUID, *, from_bank: bool
    ) -> Outcome:
        books = self.books
        if not roles & ({"SUPERVISOR"} if from_bank else {"TELLER", "SUPERVISOR"}):
            raise Refusal("IP004")
        original = books.payments.get(original_id)
        if original is None:
            raise Refusal("IP212")
        if original.status != "COMPLETED" or original.kind != "TRANSFER":
            raise Refusal("IP214")
        assert original.payer is not None
        assert original.payee is not None
        source = None if from_bank else original.payee
        wanted = Payment(actor, "REVERSAL", "", None, source, original.payer, original.amount)
        wanted.reverses = original_id
        first = books.payments.get(name)
        if first is not None:
            return repeated_reversal(first, actor, wanted)
        if original_id in books.reversed:
            raise Refusal("IP215")
        if books.accounts[original.payer].is_closed:
            raise Refusal("IP214")
        refused = None
        if source is not None:
            self.release_late(source)
            payer = books.accounts[source]
            if payer.balance - payer.held < original.amount:
                refused = "payee_lacks_funds"
        wanted.failure_code = refused
        books.payments[name] = wanted
        wanted.status = "FAILED" if refused else "COMPLETED"
        if refused is None:
            books.reversed.add(original_id)
            self._take_back(wanted, original)
        return wanted.outcome()

    def _take_back(self, reversal: Payment, original: Payment) -> None:
        assert original.payer is not None
        to = self.books.accounts[original.payer]
        to.balance += original.amount + original.fee
        self.books.fees[to.currency] -= original.fee
        if reversal.payer is None:
            self.books.bank[to.currency] -= original.amount
            reversal.balance_after = self.books.bank[to.currency]
        else:
            self.books.accounts[reversal.payer].balance -= original.amount
            reversal.balance_after = self.books.accounts[reversal.payer].balance

    def freeze(self, roles: set[str], account_id: UUID, what: str, until: datetime | None) -> None:
        if not roles & _STAFF:
            raise Refusal("IP004")
        if until is not None and until <= now():
            raise Refusal("IP218")
        account = self.books.accounts[account_id]
        if account.is_closed:
            raise Refusal("IP203")
        account.frozen, account.frozen_until = what, until

    def release(self, roles: set[str], account_id: UUID) -> None:
        if not roles & _STAFF:
            raise Refusal("IP004")
        account = self.books.accounts[account_id]
        account.frozen = account.frozen_until = None

    def close_account(self, actor: str, roles: set[str], account_id: UUID) -> None:
        account = self.books.accounts[account_id]
        is_staff = bool(roles & _STAFF)
        if not is_staff and account.owner != actor:
            raise Refusal("IP203")
        if account.is_closed:
            return
        if not is_staff and account.is_frozen():
            raise Refusal("IP004")
        self.release_late(account_id)
        if account.balance or account.held:
            raise Refusal("IP217")
        account.is_closed = True

    def settle_batch(self, actor: str, name: UUID) -> Outcome:
        gone = Batch(actor, None, Outcome("FAILED", "abandoned", None, ZERO))
        found = self.books.batches.setdefault(name, gone)
        if found.actor != actor:
            raise Refusal("IP206")
        return found.result

    def transfer_many(
        self, actor: str, name: UUID, payer_id: UUID, rows: tuple[Row, ...], *, has_confirmed: bool
    ) -> Outcome:
        books, content = self.books, (payer_id, rows)
        payer = books.accounts[payer_id]
        if len({row.name for row in rows}) != len(rows):
            raise Refusal("IP213")
        if payer.owner != actor:
            raise Refusal("IP203")
        self.release_late(payer_id)
        first = books.batches.get(name)
        if first is not None and first.actor == actor and (
            first.content == content or first.result.failure_code == "abandoned"
        ):  # fmt: skip
            return first.result
        terms = self.terms["BATCH", payer.currency]
        errors = tuple(
            (number, code)
            for number, row in enumerate(rows, 1)
            if (code := self._row_error(payer_id, row, terms, rows)) is not None
        )
        if errors:
            return Outcome(None, None, None, None, errors)
        amount = sum((row.amount for row in rows), ZERO)
        fee = sum((terms.fee(row.amount) for row in rows), ZERO)
        batched = payer.batched.after(self.today, amount)
        refused = self._batch_verdict(payer, batched.over(terms), amount + fee)
        if terms.asks(amount) and refused is None and not has_confirmed:
            raise Refusal("IP210")
        taken = any(row.name in books.payments for row in rows) or (fee and name in books.payments)
        if first is not None or (refused is None and taken):
            raise Refusal("IP206")
        if refused is None:
            payer.batched = batched
            self._post_rows(actor, name, payer_id, rows, fee)
        left = None if refused else payer.balance
        charged = ZERO if refused else fee
        books.batches[name] = Batch(
            actor, content, Outcome("FAILED" if refused else "COMPLETED", refused, left, charged)
        )
        return books.batches[name].result

    def _batch_verdict(self, payer: Account, over: str | None, total: Decimal) -> str | None:
        if payer.is_closed:
            return "account_closed"
        if payer.is_frozen("DEBITS"):
            return "account_frozen"
        if over is not None:
            return over
        return "insufficient_funds" if payer.balance - payer.held < total else None

    def _row_error(
        self, payer_id: UUID, row: Row, terms: Terms, rows: tuple[Row, ...]
    ) -> str | None:
        payee = self.books.accounts.get(row.payee)
        if row.amount > MOST:
            return "amount_invalid"
        if payee is None or row.payee == payer_id:
            return "payee_unknown" if payee is None else "payee_is_payer"
        if payee.currency != self.books.accounts[payer_id].currency:
            return "currency_differs"
        if terms.per_payment is not None and row.amount > terms.per_payment:
            return "over_payment_limit"
        to_this = (each.amount for each in rows if each.payee == row.payee and each.amount <= MOST)
        return None if payee.can_receive(sum(to_this, ZERO)) else "payee_cannot_receive"

    def _post_rows(
        self, actor: str, name: UUID, payer_id: UUID, rows: tuple[Row, ...], fee: Decimal
    ) -> None:
        books, payer = self.books, self.books.accounts[payer_id]
        for row in rows:
            payment = Payment(actor, "TRANSFER", "", None, payer_id, row.payee, row.amount)
            payment.note, payment.batch = row.note, name
            books.payments[row.name] = payment
            self.move(payment)
        if fee:
            payer.balance -= fee
            books.fees[payer.currency] += fee
            books.payments[name] = Payment(
                actor, "BATCH_FEE", "COMPLETED", amount=fee, balance_after=payer.balance, batch=name
            )
