"""What waits until a second person has looked at it, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from services.values.money import Money
    from services.values.transfers import TransferStatus


@dataclass(frozen=True, slots=True)
class WaitingApproval:
    """What a member of staff did above what they may do alone. Times are aware, UTC.

    Attributes:
        id: the payment's.
        kind: CASH_IN, CASH_OUT or COUNTER (from account to account).
        fee: on top of the amount.
        expires_at: when the money is free again, unless somebody has decided.
        maker: who did it, at the till of that number.
        customer: whose account is paid into or from; of COUNTER the payer's. `iban` is that account's.
        payee: of COUNTER, the one who is paid, into `payee_iban`; None of cash.
        identification: how the customer was identified.
        frozen: what is frozen of the customer's account now: DEBITS, CREDITS or ALL; None for nothing.
        is_made_by_caller: whoever asks has made it.
        is_own: they have, or own one of its accounts, and so may not decide.

    """

    id: UUID
    kind: str
    amount: Money
    fee: Money
    note: str
    made_at: datetime
    expires_at: datetime
    maker: str
    till: int
    customer: str
    customer_id: UUID
    iban: str
    frozen: str | None
    payee: str | None
    payee_iban: str | None
    payee_frozen: str | None
    identification: str
    is_own: bool
    is_made_by_caller: bool


@dataclass(frozen=True, slots=True)
class Decision:
    """What became of it. `decided_at` is aware, UTC.

    Attributes:
        status: COMPLETED where it was approved and posted; FAILED with `failure_code` (``declined``, or why
            it could not be posted any more); CANCELLED by its maker; EXPIRED.
        decided_by: the supervisor's name; None where nobody decided, or the name is not known.
        is_mine: whoever asked has decided so, now or before.

    """

    status: TransferStatus
    failure_code: str | None
    decided_at: datetime
    decided_by: str | None
    is_mine: bool
