"""Whether the books balance, for the bank's people."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING

from services.values.books import BooksState

if TYPE_CHECKING:
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
        row = self._access.asked(lambda token: self._payment.call("books_state", token))
        if row["proved_at"] is None:
            return None
        return BooksState(bool(row["balanced"]), row["proved_at"].replace(tzinfo=UTC))
