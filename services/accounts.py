"""A customer's accounts and what happened on them."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING, Any, TypeAlias
from uuid import UUID

from sqlalchemy import select

from models.payment.tables import Account as AccountRow
from models.payment.tables import LedgerEntry
from services.database import ConnectionLost
from services.values.accounts import Account
from services.values.history import Entry, HistoryPage
from services.values.money import Money
from services.values.people import Role

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal

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
    ) -> HistoryPage:
        """Return posted entries of one account, newest first, by key and never by offset.

        `before` is the `next_before` of the page above; None asks for the newest. An account that
        the person may not read looks empty. Raises SessionEnded, Unavailable.
        """

        def query(session: Session) -> HistoryPage:
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
            return HistoryPage(entries, last if last > 1 else None)

        return self._access.authorised(lambda token: self._payment.read(query, token=token))

    def _list(self) -> tuple[Account, ...]:
        rows = self._access.authorised(self._read_rows)
        return tuple(_account(row) for row in rows)

    def _read_rows(self, token: str) -> Rows:
        try:
            return self._payment.call_rows("my_accounts", token)
        except ConnectionLost:
            return self._payment.call_rows("my_accounts", token)


def _account(row: Mapping[str, Any]) -> Account:
    def money(amount: Decimal) -> Money:
        return Money(amount, row["currency"])

    return Account(
        id=UUID(str(row["id"])),
        name=row["name"],
        iban=row["iban"],
        address=row["address"],
        currency=row["currency"],
        balance=money(row["balance"]),
        held=money(row["held"]),
        available=money(row["balance"] - row["held"]),
        opened_at=row["created_at"].replace(tzinfo=UTC),
    )


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
