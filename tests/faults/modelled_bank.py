"""What the rules of the bank's machine have in common: both sides called, and held together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant

from tests.faults.bank_model_staff import Row, WholeBankModel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.faults.bank_books import Account, Outcome, Payment
    from tests.faults.bank_world import World


class ModelledBank(RuleBasedStateMachine):
    """The bank and its model, and what is asked of both; rules of a machine choose what."""

    def __init__(self, world: World) -> None:
        super().__init__()
        self.world = world
        self.model: WholeBankModel

    @initialize()
    def open(self) -> None:
        self.model = WholeBankModel(self.world.refounded(), self.world.terms, self.world.today())
        self.reversals: list[tuple[UUID, UUID, str, bool]] = []
        self.batches: list[tuple[UUID, str, UUID, tuple[Row, ...]]] = []

    @invariant()
    def books_are_the_models(self) -> None:
        if not hasattr(self, "model"):
            return
        books = self.model.books
        seen = self.world.seen()
        assert seen.accounts == {name: as_row(each) for name, each in books.accounts.items()}
        assert seen.collected == {"FEES": books.fees, "BANK": books.bank}
        assert seen.payments == {
            name: (each.status, each.failure_code, each.fee)
            for name, each in books.payments.items()
        }
        assert seen.reversed == books.reversed
        assert not seen.broken_proofs, seen.broken_proofs
        assert all(0 <= each.held <= each.balance for each in books.accounts.values())

    def send(self, actor: str, name: UUID, wanted: Payment, *, confirmed: bool) -> None:
        at_end = () if wanted.expires_at is None else (wanted.expires_at,)
        assert wanted.payer is not None
        currency = self.model.books.accounts[wanted.payer].currency
        self.compare(
            self.world.call("hold" if at_end else "transfer", actor, name, wanted.payer,
                wanted.payee, wanted.amount, currency, wanted.note, *at_end,
                confirmed=name if confirmed else None),
            self.model.told(
                lambda: self.model.transfer(actor, name, wanted, has_confirmed=confirmed)
            ),
        )  # fmt: skip

    def send_many(
        self, name: UUID, actor: str, payer: UUID, rows: tuple[Row, ...], *, confirmed: bool
    ) -> None:
        names, payees, amounts, notes = (list(each) for each in zip(*rows, strict=True))
        currency = self.model.books.accounts[payer].currency
        self.compare(
            self.world.call("transfer_many", actor, name, payer, names, payees, amounts, currency,
                notes, confirmed=name if confirmed else None),
            self.model.told(
                lambda: self.model.transfer_many(actor, name, payer, rows, has_confirmed=confirmed)
            ),
        )  # fmt: skip

    def take_back(self, name: UUID, original: UUID, actor: str, from_bank: bool) -> None:
        roles = self.world.roles[actor]
        self.compare(
            self.world.call("reverse", actor, name, original, "a mistake", from_bank),
            self.model.told(
                lambda: self.model.reverse(actor, roles, name, original, from_bank=from_bank)
            ),
        )

    def compare(self, answer: Outcome | str | None, expected: Outcome | str | None) -> None:
        assert answer == expected, f"the bank: {answer}; the model: {expected}"

    def account(self, number: int) -> UUID:
        return list(self.model.books.accounts)[number]

    def any_or_peer(self, payer: UUID, number: int) -> UUID:
        """One that can be paid; now and then any account, or an id that none has."""
        if number < 24:
            return self.peer(payer, number)
        return [*self.model.books.accounts, UUID(int=7)][number - 24]

    def sides(self, actor: str, payer: int, payee: int) -> tuple[UUID, UUID]:
        """An account of one's own and one that it can pay."""
        own = self.own(actor, payer)
        return own, self.peer(own, payee)

    def peer(self, payer: UUID, number: int) -> UUID:
        accounts = self.model.books.accounts
        peers = [
            name
            for name, each in accounts.items()
            if name != payer and each.currency == accounts[payer].currency
        ]
        return peers[number % len(peers)]

    def own(self, actor: str, number: int) -> UUID:
        own = [name for name, each in self.model.books.accounts.items() if each.owner == actor]
        return own[number % len(own)]

    def payment(self, which: int, status: str | None = None) -> tuple[UUID, Payment]:
        """A payment of this status, any one where there is none."""
        found = [
            (name, each)
            for name, each in self.model.books.payments.items()
            if status in {None, each.status}
        ]
        named: tuple[UUID, Payment] = newest(
            found or list(self.model.books.payments.items()), which
        )
        return named


def newest(found: Sequence[Any], which: int) -> Any:
    return found[-1 - which % len(found)]


def as_row(account: Account) -> tuple[object, ...]:
    return (account.balance, account.held, account.frozen, account.is_closed,
        *account.spent.as_row(), *account.batched.as_row())  # fmt: skip
