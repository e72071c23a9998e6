"""Payments: what is asked for and what became of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from services.values.identifiers import new_uuid7

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from services.values.money import Money


class TransferStatus(StrEnum):
    """Where a transaction stands (`transactions.status`)."""

    PENDING = "PENDING"
    COMPLETED = "COMPLETED"
    CANCELLED = "CANCELLED"
    EXPIRED = "EXPIRED"
    FAILED = "FAILED"


@dataclass(frozen=True, slots=True)
class Payee:
    """Whom money would go to: the answer to an exact IBAN or payment address.

    Attributes:
        masked_name: such as ``Mona A••••``, to be confirmed by the payer.
        reached_by: what the payer typed, as the bank writes it (address or IBAN without blanks); empty
            where the payee is known from a payment before.
        is_own: the account belongs to the payer too; then `masked_name` is the account's name.

    """

    account_id: UUID
    masked_name: str
    currency: str
    reached_by: str
    is_own: bool


@dataclass(frozen=True, slots=True)
class Payment:
    """A payment as its payer has confirmed it.

    `id` is made here, once, when the payer reviews: sending the same payment twice,
    by a second click or after a lost connection, moves money once.
    """

    payer_account_id: UUID
    payee: Payee
    amount: Money
    note: str = ""
    id: UUID = field(default_factory=new_uuid7)


@dataclass(frozen=True, slots=True)
class Quote:
    """What a payment would cost and whether it would go through, as the bank sees it now.

    Attributes:
        failure_code: why it would be refused, as in `TransferOutcome`; None where it would not.
        fee: on top of the amount.
        total: what its payer would pay: the amount and the fee.
        needs_confirmation: it is sent with a token of `IdentityService.confirm` only.
        is_first_payment: this person has never paid that account before.
        available: what the payer's account holds for payments now.
        per_payment: the most that one payment may be; None without a limit.
        day_left: what may still be paid today, by the bank's own day; None without a limit.
        month_left: what may still be paid this month; None without a limit.

    """

    failure_code: str | None
    fee: Money
    total: Money
    needs_confirmation: bool
    is_first_payment: bool
    available: Money
    per_payment: Money | None = None
    day_left: Money | None = None
    month_left: Money | None = None


@dataclass(frozen=True, slots=True)
class TransferOutcome:
    """What became of a payment.

    Attributes:
        failure_code: why it was refused (``insufficient_funds``, ``abandoned`` …); None unless FAILED.
        decided_at: UTC.
        balance_after: the payer's balance after it, amount and fee taken; None unless COMPLETED.
        fee: what its payer pays on top of the amount; zero where nothing is paid.

    """

    id: UUID
    status: TransferStatus
    failure_code: str | None
    decided_at: datetime
    balance_after: Money | None
    fee: Money


@dataclass(frozen=True, slots=True)
class UnknownPayment:
    """A payment that left this desktop and whose outcome never came back (from the outbox).

    Attributes:
        sent_at: UTC, by this desktop's clock.
        from_this_session: True while the window that sent it still lives: then it is repeated
            with the same id; otherwise the bank is only asked, and gives it up if it never arrived.

    """

    payment: Payment
    sent_at: datetime
    from_this_session: bool
