"""A customer's accounts and what happened on them."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING, Any, TypeAlias

from sqlalchemy import select

from models.payment.tables import Account as AccountRow
from models.payment.tables import Holder, LedgerEntry
from services.account_rows import account_of
from services.values.accounts import Account, BalancePoint, StatementPeriod
from services.values.history import Entry, EntryPage
from services.values.money import Money
from services.values.people import Role

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime
    from uuid import UUID

    from sqlalchemy.orm import Session

    from services.access import Access
    from services.database import Database
    from services.identity import IdentityService


#: The class below has a verb called `list`, so the type needs a name of its own.
Rows: TypeAlias = "list[Mapping[str, Any]]"


class AccountService:
    """Reads under row-level security: whose accounts these are, the database knows."""

    def __init__(self, payment: Database, access: Access, identity: IdentityService) -> None:
        self._payment = payment
        self._access = access
        self._identity = identity

    def list(self) -> tuple[Account, ...]:
        """Return the signed-in person's accounts, oldest first.

        A customer without one gets the first account opened now. Raises SessionEnded, Unavailable.
        """
        found = self._list()
        if not found and Role.CUSTOMER in self._access.claims()["roles"]:
            self._identity.welcome()
            found = self._list()
        return found

    def history(
        self, *, account_id: UUID, before: int | None = None, limit: int = 100
    ) -> EntryPage:
        """Return posted entries of one account, newest first, by key and never by offset.

        `before` is the `next_before` of the page above; None asks for the newest. An account that
        the person may not read looks empty. Raises SessionEnded, Unavailable.
        """

        def query(session: Session) -> EntryPage:
            statement = (
                select(LedgerEntry, AccountRow.currency)
                .join(AccountRow, AccountRow.id == LedgerEntry.account_id)
                .where(LedgerEntry.account_id == account_id)
                .order_by(LedgerEntry.sequence.desc())
                .limit(limit)
            )
            if before is not None:
                statement = statement.where(LedgerEntry.sequence < before)
            rows = session.execute(statement).all()
            entries = tuple(_entry(row, currency) for row, currency in rows)
            # Sequences have no gaps, so the page that reaches 1 is the last.
            last = entries[-1].sequence if entries else 1
            return EntryPage(entries, last if last > 1 else None)

        return self._access.authorised(lambda token: self._payment.read(query, token=token))

    def statement(self, *, account: Account, start: datetime, end: datetime) -> StatementPeriod:
        """Return what a statement from `start` (included) to `end` (not included) lies between.

        Its entries are `history` from `last_sequence + 1` down to `first_sequence`. The time this takes
        does not grow with the account's history. Raises Refused (account_unknown), SessionEnded,
        Unavailable.
        """
        row = self._read_rows(
            "statement", str(account.id), _without_zone(start), _without_zone(end)
        )[0]
        return StatementPeriod(
            Money(row["opening_balance"], account.currency),
            Money(row["closing_balance"], account.currency),
            row["first_sequence"],
            row["last_sequence"],
        )

    def balance_at(self, *, account: Account, at: datetime) -> Money:
        """Return what an account had at a moment. Raises as `statement` does."""
        row = self._read_rows("balance_at", str(account.id), _without_zone(at))[0]
        return Money(row["balance_at"], account.currency)

    def holder(self) -> str:
        """Return the signed-in person's name, as accounts are kept in. Raises SessionEnded, Unavailable."""

        def query(session: Session) -> str:
            # Row-level security leaves one row: their own.
            return session.scalars(select(Holder.full_name)).one()

        return self._access.authorised(lambda token: self._payment.read(query, token=token))

    def balances_at(
        self, *, account: Account, moments: Sequence[datetime]
    ) -> tuple[BalancePoint, ...]:
        """Return what an account had at each of up to 400 moments, given from the oldest on.

        One call, whose time does not grow with the account's history. Raises InvalidInput
        (period_invalid) and what `statement` does.
        """
        rows = self._read_rows(
            "balances_at", str(account.id), [_without_zone(each) for each in moments]
        )
        return tuple(
            BalancePoint(row["at"].replace(tzinfo=UTC), Money(row["balance"], account.currency))
            for row in rows
        )

    def _list(self) -> tuple[Account, ...]:
        return tuple(account_of(row) for row in self._read_rows("my_accounts"))

    def _read_rows(self, function: str, *arguments: object) -> Rows:
        """Ask a function that changes nothing."""
        return self._access.asked(
            lambda token: self._payment.call_rows(function, token, *arguments)
        )


def _without_zone(moment: datetime) -> datetime:
    """Return a moment as the databases keep it: UTC, without saying so."""
    return moment.astimezone(UTC).replace(tzinfo=None)


def _entry(row: LedgerEntry, currency: str) -> Entry:
    return Entry(
        account_id=row.account_id,
        sequence=row.sequence,
        transaction_id=row.transaction_id,
        posted_at=row.created_at.replace(tzinfo=UTC),
        kind=row.kind,
        counterparty=row.counterparty,
        note=row.note,
        amount=Money(row.amount, currency),
        balance_after=Money(row.balance_after, currency),
    )
