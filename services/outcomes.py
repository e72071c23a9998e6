"""What the bank answers about money that was to move, and moving it under an id of the caller's."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from services.sending import asked_again, asking, decided
from services.values.money import Money
from services.values.transfers import TransferOutcome, TransferStatus

if TYPE_CHECKING:
    from uuid import UUID

    from services.access import Access
    from services.database import Database


def outcome_of(transfer_id: UUID, row: list[str | None], currency: str) -> TransferOutcome:
    """Read `private.outcome`: a status, why, when (UTC), what the payer has left, and the fee."""
    status, failure_code, decided_at, balance, fee = row[:5]
    assert status is not None
    assert decided_at is not None
    return TransferOutcome(
        id=transfer_id,
        status=TransferStatus(status),
        failure_code=failure_code,
        decided_at=datetime.fromisoformat(decided_at).replace(tzinfo=UTC),
        balance_after=None if balance is None else Money(Decimal(balance), currency),
        fee=Money(Decimal(0) if fee is None else Decimal(fee), currency),
    )


def moved_once(
    payment: Database,
    access: Access,
    function: str,
    transfer_id: UUID,
    *arguments: object,
    currency: str,
) -> TransferOutcome:
    """Call what moves money under an id of the caller's; return the outcome.

    Where the answer is lost it is asked for once more by the same id. Raises what the function raises;
    OutcomeUnknown where no answer came then either: asked again with the same id and the same content
    the bank tells what became of it.
    """
    ask = asking(payment, function, str(transfer_id), *arguments)
    tokens = access.current()
    answer = asked_again(payment, lambda: access.authorised(ask, tokens), transfer_id)
    return outcome_of(transfer_id, decided(transfer_id, answer), currency)
