"""Maker and checker: what waits for a second person, and how it is decided, exactly once."""

from __future__ import annotations

import logging
from datetime import UTC
from typing import TYPE_CHECKING, Any, TypeAlias
from uuid import UUID

from services.account_rows import utc_or_none
from services.errors import InvalidInput, SessionEnded, Unavailable
from services.sending import SEND_LIMIT_S, asked_again, unless_changed
from services.statements import introduce
from services.values.approvals import Decision, WaitingApproval
from services.values.money import Money
from services.values.transfers import TransferStatus

if TYPE_CHECKING:
    from collections.abc import Mapping

    from services.access import Access, Tokens
    from services.database import Database

    Row: TypeAlias = Mapping[str, Any]

_log = logging.getLogger(__name__)
MAX_REASON = 200


class ApprovalService:
    """For supervisors; cancelling is for who made it. The databases decide by the roles of that moment.

    Every verb raises Refused (not_permitted: not a supervisor, one's own work or an account of one's own),
    SessionEnded, Unavailable. What decides is done once, whoever comes first: whoever comes later, and who
    repeats a call, is answered how it was decided. It raises OutcomeUnknown where it was sent and no answer
    came: then call it again.
    """

    def __init__(self, payment: Database, access: Access) -> None:
        self._payment = payment
        self._access = access
        #: Whose name Payment has been told: once a session is enough.
        self._told_of: UUID | None = None

    def waiting(self) -> tuple[WaitingApproval, ...]:
        """Return what waits, oldest first, two hundred at most; one's own too."""
        rows = self._access.asked(lambda token: self._payment.call_rows("approvals", token))
        return tuple(map(_waiting, rows))

    def count(self) -> int:
        """Return how many of them wait for a decision of this very person: all but their own."""
        return sum(not each.is_own for each in self.waiting())

    def approve(self, *, payment_id: UUID) -> Decision:
        """Have it posted, as it was made. Raises Refused (transaction_unknown), OutcomeUnknown."""
        tokens = self._access.current()
        self._tell_name(tokens)
        return self._decided(tokens, "approve", payment_id)

    def decline(self, *, payment_id: UUID, reason: str) -> Decision:
        """Free the money, for a reason that its maker reads.

        Raises InvalidInput (reason_invalid: 1 to 200 characters), Refused (transaction_unknown),
        OutcomeUnknown.
        """
        if not 1 <= len(reason.strip()) <= MAX_REASON:
            raise InvalidInput("reason_invalid", field="reason")
        tokens = self._access.current()
        self._tell_name(tokens)
        return self._decided(tokens, "decline", payment_id, reason)

    def cancel(self, *, payment_id: UUID) -> Decision:
        """Take back what one has made oneself, while it waits.

        Raises Refused (transaction_unknown: somebody else has made it, or it never waited), OutcomeUnknown.
        """
        return self._decided(self._access.current(), "cancel_held", payment_id)

    def _decided(
        self, tokens: Tokens, function: str, payment_id: UUID, *arguments: str
    ) -> Decision:
        """Call what is done once; once more where its answer was lost, or something changed meanwhile."""

        def ask_once(token: str) -> Row:
            return self._payment.call(
                function, token, str(payment_id), *arguments, limit_s=SEND_LIMIT_S
            )

        ask = unless_changed(ask_once)
        row = asked_again(self._payment, lambda: self._access.authorised(ask, tokens), payment_id)
        return _decision(row)

    def _tell_name(self, tokens: Tokens) -> None:
        """Let Payment know who decides, so that others are told; without Auth it goes on all the same."""
        user_id = self._access.user_id(tokens)
        if user_id == self._told_of:
            return
        try:
            introduce(self._payment, self._access, tokens)
        except SessionEnded:
            raise
        except Unavailable as error:
            _log.info("the name could not be told: %s", error.code)
        else:
            self._told_of = user_id


def _waiting(row: Row) -> WaitingApproval:
    currency = row["currency"]
    return WaitingApproval(
        id=UUID(str(row["id"])),
        kind=row["kind"],
        amount=Money(row["amount"], currency),
        fee=Money(row["fee"], currency),
        note=row["note"],
        made_at=row["made_at"].replace(tzinfo=UTC),
        expires_at=row["expires_at"].replace(tzinfo=UTC),
        maker=row["maker"],
        till=row["till"],
        customer=row["customer"],
        customer_id=UUID(str(row["customer_id"])),
        iban=row["iban"],
        frozen=row["frozen"],
        payee=row["payee"],
        payee_iban=row["payee_iban"],
        payee_frozen=row["payee_frozen"],
        identification=row["identification"],
        is_own=row["is_own"],
        is_made_by_caller=row["is_made_by_caller"],
    )


def _decision(row: Row) -> Decision:
    decided_at = utc_or_none(row["decided_at"])
    assert decided_at is not None
    return Decision(
        status=TransferStatus(row["status"]),
        failure_code=row["failure_code"],
        decided_at=decided_at,
        decided_by=row.get("decided_by"),
        # Of a cancellation the database says nothing: only its maker is answered.
        is_mine=bool(row.get("is_mine", True)),
    )
