"""An account's history: pages of what a filter lets through, whole for an export, and what waits."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import select

from models.payment.tables import Transaction
from services.errors import InvalidInput, Refused
from services.values.history import (
    MAX_TEXT,
    Cursor,
    Direction,
    HistoryFilter,
    HistoryPage,
    Line,
    Waiting,
)
from services.values.money import Money
from services.values.transfers import TransferStatus

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from datetime import date

    from sqlalchemy.orm import Session

    from services.access import Access
    from services.database import Database

#: Lines a page of `pages`: the most that the bank gives in one call.
_EXPORT_PAGE = 1000
_EVERYTHING = HistoryFilter()


class HistoryService:
    """Reads one account at a time. Whose accounts somebody may read, the database knows."""

    def __init__(self, payment: Database, access: Access) -> None:
        self._payment = payment
        self._access = access

    def page(
        self,
        *,
        account_id: UUID,
        wanted: HistoryFilter = _EVERYTHING,
        cursor: Cursor | None = None,
        limit: int = 100,
    ) -> HistoryPage:
        """Return at most `limit` lines (up to 1,000), newest first; None as `cursor` begins anew.

        Each call is short however long the history is: it looks at up to 10,000 entries, so that a
        page may come empty while `next` says that older ones are left to search.
        Raises InvalidInput (filter_invalid, period_invalid), Refused (account_unknown), SessionEnded,
        Unavailable.
        """
        _check(wanted)
        if wanted.direction is Direction.NOT_MADE:
            rows = self._rows(
                "payments_not_made",
                str(account_id),
                *_period(wanted),
                wanted.text,
                cursor and _without_zone(cursor.at),
                cursor and cursor.transaction_id and str(cursor.transaction_id),
                limit,
            )
        else:
            rows = self._rows(
                "history",
                str(account_id),
                *_period(wanted),
                wanted.direction.value,
                wanted.text,
                cursor and cursor.sequence,
                limit,
            )
        return _page(account_id, rows)

    def pages(
        self, *, account_id: UUID, wanted: HistoryFilter = _EVERYTHING
    ) -> Iterator[HistoryPage]:
        """Yield every line of a filter, newest first, a page at a time; for a worker thread.

        What is posted meanwhile is not among them, and no line comes twice. Between two pages nothing
        is held open: leave off whenever you like. Raises as `page` does.
        """
        page = self.page(account_id=account_id, wanted=wanted, limit=_EXPORT_PAGE)
        yield page
        while page.next is not None:
            page = self.page(
                account_id=account_id, wanted=wanted, cursor=page.next, limit=_EXPORT_PAGE
            )
            yield page

    def waiting(self, *, account_id: UUID, wanted: HistoryFilter = _EVERYTHING) -> Waiting:
        """Return what is held from this account, all of it; at most a hundred can be.

        Nothing of it has come in or failed: with direction IN or NOT_MADE all of it is hidden.
        Raises as `page` does.
        """
        _check(wanted)
        rows = self._rows("payments_waiting", str(account_id), *_period(wanted), wanted.text)
        lets_through = wanted.direction in {Direction.ALL, Direction.OUT}
        lines = [_line(account_id, row) for row in rows if lets_through and row["matches"]]
        return Waiting(tuple(lines), len(rows) - len(lines))

    def payment(self, *, transaction_id: UUID, account_ids: Collection[UUID]) -> Line:
        """Return one posted payment as the history of one of these accounts has it, the payer's first.

        The time this takes does not grow with the history. Raises Refused (transaction_unknown: it is not
        posted, or not theirs), SessionEnded, Unavailable.
        """

        def query(session: Session) -> Transaction | None:
            return session.scalars(
                select(Transaction).where(Transaction.id == transaction_id)
            ).one_or_none()

        found = self._access.authorised(lambda token: self._payment.read(query, token=token))
        if found is None or found.completed_at is None:
            raise Refused("transaction_unknown")
        # An entry bears the very moment of its payment.
        period = found.completed_at, found.completed_at + timedelta(microseconds=1)
        for account_id in (found.from_account_id, found.to_account_id):
            if account_id is None or account_id not in account_ids:
                continue
            rows = self._rows("history", str(account_id), *period, "all", "", None, _EXPORT_PAGE)
            for line in _page(account_id, rows).lines:
                if line.transaction_id == transaction_id:
                    return line
        raise Refused("transaction_unknown")

    def _rows(self, function: str, *arguments: object) -> list[Mapping[str, Any]]:
        return self._access.asked(
            lambda token: self._payment.call_rows(function, token, *arguments)
        )


def _check(wanted: HistoryFilter) -> None:
    if len(wanted.text) > MAX_TEXT or "\0" in wanted.text:
        raise InvalidInput("filter_invalid", field="text")
    if wanted.start is not None and wanted.end is not None and wanted.start > wanted.end:
        raise InvalidInput("period_invalid", field="end")


def _period(wanted: HistoryFilter) -> tuple[datetime | None, datetime | None]:
    """Return from when (included) to when (not included), as the databases keep moments."""
    after = None if wanted.end is None else wanted.end + timedelta(days=1)
    return _midnight(wanted.start), _midnight(after)


def _midnight(day: date | None) -> datetime | None:
    """Return when a day begins on this computer's calendar, in UTC."""
    return None if day is None else _without_zone(datetime.combine(day, time.min))


def _without_zone(moment: datetime | None) -> datetime | None:
    return None if moment is None else moment.astimezone(UTC).replace(tzinfo=None)


def _page(account_id: UUID, rows: list[Mapping[str, Any]]) -> HistoryPage:
    """Read rows of which the last may tell no payment, but how far the bank has looked."""
    if not rows or rows[-1]["kind"] is not None:
        return HistoryPage(tuple(_line(account_id, row) for row in rows), None)
    *told, end = rows
    searched_to = end["at"].replace(tzinfo=UTC)
    if end["transaction_id"] is None:
        cursor = Cursor(sequence=end["sequence"])
    else:
        cursor = Cursor(at=searched_to, transaction_id=UUID(str(end["transaction_id"])))
    return HistoryPage(tuple(_line(account_id, row) for row in told), cursor, searched_to)


def _line(account_id: UUID, row: Mapping[str, Any]) -> Line:
    currency, balance = row["currency"], row["balance_after"]
    expires_at = row["expires_at"]
    return Line(
        account_id=account_id,
        transaction_id=UUID(str(row["transaction_id"])),
        first_sequence=row["first_sequence"],
        sequence=row["sequence"],
        at=row["at"].replace(tzinfo=UTC),
        kind=row["kind"],
        counterparty=row["counterparty"],
        note=row["note"],
        amount=Money(row["amount"], currency),
        fee=Money(row["fee"], currency),
        balance_after=None if balance is None else Money(balance, currency),
        status=TransferStatus(row["status"]),
        failure_code=row["failure_code"],
        expires_at=None if expires_at is None else expires_at.replace(tzinfo=UTC),
    )
