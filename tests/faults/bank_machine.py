"""A bank against a model of it: random days of payments, holds, freezes, reversals and batches.

Every answer and all books after it must be what plain Python says.
"""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from uuid import UUID, uuid4

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from tests.faults.bank_books import Payment, now
from tests.faults.bank_model_staff import Row
from tests.faults.bank_world import CUSTOMERS, STAFF
from tests.faults.modelled_bank import ModelledBank, newest

#: Mostly what goes through; then tariffs' and limits' borders, and more than anybody has.
_BORDERS = ("0.01", "499.99", "500.00", "505.00", "700.00", "700.01", "1200.00", "20000.01",
    "9999999999999999.99")  # fmt: skip
_EASY = st.integers(1, 20000).map(lambda piastres: Decimal(piastres) / 100)
AMOUNTS = st.one_of(_EASY, _EASY, _EASY, _EASY, st.sampled_from(_BORDERS).map(Decimal))
CUSTOMER = st.sampled_from(CUSTOMERS)
PERSON = st.sampled_from((*CUSTOMERS, *STAFF))
OFFICIAL = st.sampled_from((*STAFF, *STAFF, CUSTOMERS[0]))
#: Which of those there are, by its number from the end: the newest ones are the simplest.
WHICH = st.integers(0, 30)
SIDE = st.integers(0, 6)
NOTE = st.sampled_from(("", "rent", "فطور"))
THEN = st.sampled_from(("", "", "", "post_held", "cancel_held", "run out"))
RARELY = st.sampled_from((False, False, False, True))
IS_CONFIRMED = st.sampled_from((True, True, False))


class BankMachine(ModelledBank):
    """One day after the other at a bank of three customers, seven accounts and two officials."""

    @rule(actor=CUSTOMER, payer=SIDE, payee=SIDE, amount=AMOUNTS, note=NOTE, confirmed=IS_CONFIRMED,
          anywhere=RARELY)  # fmt: skip
    def pay(
        self, actor: str, payer: int, payee: int, amount: Decimal, note: str, *, confirmed: bool,
        anywhere: bool,
    ) -> None:  # fmt: skip
        sides = self.sides(actor, payer, payee)
        if anywhere:
            sides = self.account(payer), self.account(payee)
        wanted = Payment(actor, "", "", None, *sides, amount)
        wanted.note = note
        self.send(actor, uuid4(), wanted, confirmed=confirmed)

    @rule(actor=CUSTOMER, payer=SIDE, payee=SIDE, amount=AMOUNTS, confirmed=IS_CONFIRMED,
          end=st.tuples(st.sampled_from((24, 24, 24, 24, 700, 721, -1)), THEN))  # fmt: skip
    def hold(
        self, actor: str, payer: int, payee: int, amount: Decimal, end: tuple[int, str], *,
        confirmed: bool,
    ) -> None:  # fmt: skip
        """`end`: for how many hours, and what becomes of it at once; most wait for what else happens."""
        hours, then = end
        wanted = Payment(actor, "", "", None, *self.sides(actor, payer, payee), amount)
        wanted.expires_at = now() + timedelta(hours=hours)
        name = uuid4()
        self.send(actor, name, wanted, confirmed=confirmed)
        if then in {"post_held", "cancel_held"}:
            self.end_one(then, actor, name)
        elif then and name in self.model.books.payments:
            self.run_out(name)
            self.let_worker_come()

    @precondition(lambda self: self.model.books.payments)
    @rule(which=WHICH, actor=st.one_of(st.none(), CUSTOMER), payee=SIDE, amount=AMOUNTS,
          other=st.sampled_from(("", "", "amount", "note", "payee", "expires_at")))  # fmt: skip
    def repeat(
        self, which: int, actor: str | None, payee: int, amount: Decimal, other: str
    ) -> None:
        name, first = self.payment(which)
        wanted = Payment(first.actor, "", "", None, first.payer or self.account(0),
            first.payee or self.account(1), first.amount or Decimal(1))  # fmt: skip
        wanted.note, wanted.expires_at = first.note, first.expires_at
        if other:
            changed = {"amount": amount, "note": "another", "payee": self.account(payee),
                "expires_at": now() + timedelta(hours=5)}  # fmt: skip
            setattr(wanted, other, changed[other])
        caller = actor or (first.actor if first.actor in CUSTOMERS else CUSTOMERS[0])
        self.send(caller, name, wanted, confirmed=False)

    @precondition(lambda self: self.model.books.payments)
    @rule(which=WHICH, end=st.sampled_from(("post_held", "cancel_held")), of_all=RARELY,
          actor=st.one_of(st.none(), st.none(), st.none(), CUSTOMER))  # fmt: skip
    def end_a_hold(self, which: int, end: str, actor: str | None, *, of_all: bool) -> None:
        name, held = self.payment(which) if of_all else self.payment(which, "PENDING")
        self.end_one(end, actor or held.actor, name)

    def end_one(self, end: str, actor: str, name: UUID) -> None:
        self.compare(
            self.world.call(end, actor, name),
            self.model.told(lambda: getattr(self.model, end)(actor, name)),
        )

    @precondition(lambda self: self.model.books.payments)
    @rule(which=WHICH, worker_comes=st.booleans())
    def a_hold_runs_out(self, which: int, *, worker_comes: bool) -> None:
        self.run_out(self.payment(which, "PENDING")[0])
        if worker_comes:
            self.let_worker_come()

    def run_out(self, name: UUID) -> None:
        held = self.model.books.payments[name]
        if held.status == "PENDING":
            held.expires_at = now() - timedelta(hours=1)
            self.world.change("UPDATE transactions SET expires_at = %s WHERE id = %s",
                held.expires_at, str(name))  # fmt: skip

    def let_worker_come(self) -> None:
        self.world.change("SELECT private.expire_holds(a) FROM private.accounts_to_expire() AS a")
        self.model.expire_holds()

    @rule(days=st.sampled_from((1, 31)))
    def days_pass(self, days: int) -> None:
        """All that is counted lies further back; holds run on."""
        self.world.change("UPDATE accounts SET spent_on = spent_on - %s, batched_on = batched_on - %s"
            " WHERE kind = 'CUSTOMER'", days, days)  # fmt: skip
        self.world.change("UPDATE transactions SET initiated_at = initiated_at - %s"
            " WHERE status = 'PENDING'", timedelta(days=days))  # fmt: skip
        back = timedelta(days=days)
        for account in self.model.books.accounts.values():
            for counter in (account.spent, account.batched):
                counter.on = None if counter.on is None else counter.on - back
        for payment in self.model.books.payments.values():
            if payment.status == "PENDING" and payment.counted_on is not None:
                payment.counted_on -= back

    @precondition(lambda self: self.model.books.payments)
    @rule(which=WHICH, actor=OFFICIAL, from_bank=st.booleans(), of_all=RARELY)
    def reverse(self, which: int, actor: str, *, from_bank: bool, of_all: bool) -> None:
        original = (self.payment(which) if of_all else self.payment(which, "COMPLETED"))[0]
        self.reversals.append((uuid4(), original, actor, from_bank))
        self.take_back(*self.reversals[-1])

    @precondition(lambda self: self.reversals)
    @rule(which=WHICH, other=WHICH, actor=st.one_of(st.none(), OFFICIAL), change=st.booleans())
    def repeat_a_reversal(self, which: int, other: int, actor: str | None, *, change: bool) -> None:
        name, original, first_actor, from_bank = newest(self.reversals, which)
        if change:
            original, from_bank = self.payment(other)[0], not from_bank
        self.take_back(name, original, actor or first_actor, from_bank)

    @rule(actor=OFFICIAL, account=SIDE, what=st.sampled_from(("DEBITS", "CREDITS", "ALL")),
          hours=st.sampled_from((None, 1, 1, -1)))  # fmt: skip
    def freeze(self, actor: str, account: int, what: str, hours: int | None) -> None:
        until = None if hours is None else now() + timedelta(hours=hours)
        name, roles = self.account(account), self.world.roles[actor]
        self.compare(
            self.world.call("freeze", actor, name, what, "a reason", until),
            self.model.told(lambda: self.model.freeze(roles, name, what, until)),
        )

    @rule(actor=OFFICIAL, account=SIDE, of_all=RARELY)
    def thaw(self, actor: str, account: int, *, of_all: bool) -> None:
        """Release one; or all that were frozen until a time, as it comes."""
        if of_all:
            self.freezes_run_out()
        name, roles = self.account(account), self.world.roles[actor]
        self.compare(
            self.world.call("release", actor, name, "a reason"),
            self.model.told(lambda: self.model.release(roles, name)),
        )

    def freezes_run_out(self) -> None:
        past = now() - timedelta(hours=1)
        self.world.change(
            "UPDATE accounts SET frozen_until = %s WHERE frozen_until IS NOT NULL", past
        )
        for account in self.model.books.accounts.values():
            account.frozen_until = account.frozen_until and past

    @rule(actor=PERSON, payer=SIDE, payee=SIDE, is_emptied=st.booleans())
    def close(self, actor: str, payer: int, payee: int, *, is_emptied: bool) -> None:
        """One that mostly was emptied before, between own accounts, which costs nothing."""
        name = self.account(payer)
        account = self.model.books.accounts[name]
        left = account.balance - account.held
        if is_emptied and left > 0:
            sides = name, self.own(account.owner, payee)
            wanted = Payment(account.owner, "", "", None, *sides, left)
            self.send(account.owner, uuid4(), wanted, confirmed=True)
        roles = self.world.roles[actor]
        self.compare(
            self.world.call("close_account", actor, name),
            self.model.told(lambda: self.model.close_account(actor, roles, name)),
        )

    @rule(actor=CUSTOMER, payer=SIDE, confirmed=IS_CONFIRMED, which=st.one_of(st.none(), WHICH),
          rows=st.lists(st.tuples(st.integers(0, 31), AMOUNTS, NOTE), min_size=1, max_size=4))  # fmt: skip
    def pay_many(
        self, actor: str, payer: int, rows: list[tuple[int, Decimal, str]], which: int | None, *,
        confirmed: bool,
    ) -> None:  # fmt: skip
        """`which` puts in the id of a payment that there is already."""
        payer_id = self.own(actor, payer)
        made = [
            Row(uuid4(), self.any_or_peer(payer_id, side), amount, note)
            for side, amount, note in rows
        ]
        if which is not None and self.model.books.payments:
            made[-1] = made[-1]._replace(name=self.payment(which)[0])
        self.batches.append((uuid4(), actor, payer_id, tuple(made)))
        self.send_many(*self.batches[-1], confirmed=confirmed)

    @precondition(lambda self: self.batches)
    @rule(which=WHICH, other=CUSTOMER, change=st.sampled_from(("", "", "amount", "actor")))
    def repeat_a_batch(self, which: int, other: str, change: str) -> None:
        name, actor, payer, rows = newest(self.batches, which)
        if change == "amount":
            rows = (rows[0]._replace(amount=rows[0].amount + 1), *rows[1:])
        self.send_many(name, other if change == "actor" else actor, payer, rows, confirmed=True)

    @rule(actor=PERSON, which=WHICH, is_new=st.booleans(), of_batch=RARELY)
    def settle(self, actor: str, which: int, *, is_new: bool, of_batch: bool) -> None:
        if of_batch:
            self.settle_batch(actor, which, is_new=is_new)
            return
        name = uuid4()
        if self.model.books.payments and not is_new:
            name = self.payment(which)[0]
        self.compare(
            self.world.call("settle", actor, name),
            self.model.told(lambda: self.model.settle(actor, name)),
        )

    def settle_batch(self, actor: str, which: int, *, is_new: bool) -> None:
        """One that never arrived may arrive afterwards."""
        if is_new or not self.batches:
            row = Row(uuid4(), self.account(0), Decimal(1), "late")
            customer = actor if actor in CUSTOMERS else CUSTOMERS[1]
            self.batches.append((uuid4(), customer, self.own(customer, 0), (row,)))
        name = newest(self.batches, which)[0]
        self.compare(
            self.world.call("settle_batch", actor, name),
            self.model.told(lambda: self.model.settle_batch(actor, name)),
        )
