"""Whether the books balance, and what the bank did on a day, for the bank's people."""

from __future__ import annotations

from datetime import UTC
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from services.values.books import Books, BooksState, BooksTotal, DayMoney, Tally
from services.values.money import Money

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from services.access import Access
    from services.database import Database


class BooksService:
    """Asks what the bank's own worker proved last: a proof looks at every account."""

    def __init__(self, payment: Database, access: Access) -> None:
        self._payment = payment
        self._access = access

    def state(self) -> BooksState | None:
        """Return the last proof; None before the first.

        Raises SessionEnded; Refused (not_permitted: for staff only); Unavailable.
        """
        return _state(self._access.asked(lambda token: self._payment.call("books_state", token)))

    def books(self) -> Books:
        """Return the last proof in full, and whether the newest payments' entries match.

        Raises SessionEnded; Refused (not_permitted: for supervisors and auditors); Unavailable.
        """
        row = self._access.asked(lambda token: self._payment.call("books", token))
        return Books(
            _state(row),
            tuple(
                BooksTotal(
                    each["kind"],
                    each["accounts"],
                    int(each["entries"]),
                    # As text: a number of JSON would be read as a double.
                    Money(Decimal(each["balance"]), each["currency"]),
                )
                for each in row["totals"] or ()
            ),
            row["checked"],
            row["unbalanced"],
        )

    def money(self, *, day: date | None) -> tuple[DayMoney, ...]:
        """Return what the bank did on a day (None: its present one), a value a currency.

        Raises SessionEnded; Refused (not_permitted: for supervisors and auditors); Unavailable.
        """
        rows = self._access.asked(lambda token: self._payment.call_rows("money_today", token, day))
        return tuple(map(_day_money, rows))


def _state(row: Mapping[str, Any]) -> BooksState | None:
    if row["proved_at"] is None:
        return None
    return BooksState(bool(row["balanced"]), row["proved_at"].replace(tzinfo=UTC))


def _day_money(row: Mapping[str, Any]) -> DayMoney:
    currency = row["currency"]

    def tally(count: str, amount: str) -> Tally:
        return Tally(row[count], Money(row[amount], currency))

    return DayMoney(
        currency=currency,
        day=row["day"],
        transfers=tally("transfer_count", "transfers"),
        cash_in=tally("cash_in_count", "cash_in"),
        cash_out=tally("cash_out_count", "cash_out"),
        fees=tally("fee_count", "fees"),
        refused=tally("refused_count", "refused"),
        waiting=tally("waiting_count", "waiting"),
        vault=Money(row["vault"], currency),
        drawers=Money(row["drawers"], currency),
    )
