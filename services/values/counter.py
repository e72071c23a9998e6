"""What is done for a customer at the counter, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from services.values.identifiers import new_uuid7

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from services.values.money import Money
    from services.values.transfers import Payee, TransferStatus


class CounterKind(StrEnum):
    """What can be done at a till (`transactions.kind`)."""

    CASH_IN = "CASH_IN"
    CASH_OUT = "CASH_OUT"
    TRANSFER = "COUNTER"
    CORRECTION = "CASH_CORRECTION"


@dataclass(frozen=True, slots=True)
class CounterPayment:
    """One thing that a teller does for a customer, as the teller has sent it.

    `id` is made here, once: sending the same one twice, by a second key or after a lost connection,
    moves money once.

    Attributes:
        customer: the customer's name, for telling the teller which one this was.
        account_id: the customer's account; None for a correction, which goes by its original.
        payee: whom a transfer goes to; None for cash.
        identification: how the teller knows the customer; of a correction why it is made.
        original_id: what a correction takes back; None for everything else.

    """

    kind: CounterKind
    customer: str
    account_id: UUID | None
    amount: Money
    identification: str
    note: str = ""
    payee: Payee | None = None
    original_id: UUID | None = None
    id: UUID = field(default_factory=new_uuid7)


@dataclass(frozen=True, slots=True)
class CounterQuote:
    """What a transfer at the counter would cost and whether it would go through, as of now.

    Attributes:
        failure_code: why it would be refused; None where it would not.
        needs_approval: it would wait until somebody else approves it.

    """

    failure_code: str | None
    fee: Money
    total: Money
    available: Money
    needs_approval: bool


@dataclass(frozen=True, slots=True)
class Slip:
    """The numbered record of one thing that was done at a till. Times are aware, UTC, but for one.

    Attributes:
        id: the payment's.
        failure_code: why it was refused; None unless FAILED.
        decline_reason: what the person wrote who declined it.
        made_at: when it was decided, or made while it waits.
        made_on: the same moment by the clock of the bank's own zone, without one.
        expires_at: until when it waits for somebody to approve it; None where that was not needed.
        payee: the masked name, or the name of an own account, that a transfer went to.
        drawer: what is in the drawer now; None once it was counted.
        corrected_by: the correction that took it back.
        original_number: of a correction, the number of the slip that it takes back.

    """

    id: UUID
    till_number: int
    number: int
    kind: CounterKind
    amount: Money
    fee: Money
    status: TransferStatus
    failure_code: str | None
    decline_reason: str | None
    made_at: datetime
    made_on: datetime
    expires_at: datetime | None
    customer: str
    iban: str
    payee: str | None
    identification: str
    note: str
    teller: str
    drawer: Money | None
    corrected_by: UUID | None
    original_number: int | None


@dataclass(frozen=True, slots=True)
class CounterOutcome:
    """What became of one thing that was sent from the counter.

    PENDING is neither success nor failure: nothing was paid, and somebody else has yet to approve it.

    Attributes:
        failure_code: why it was refused (``insufficient_funds``, ``abandoned`` …); None unless FAILED.
        fee: what the customer pays on top of the amount.
        slip: its slip; None where it could not be read just now, or where there is none (abandoned).

    """

    id: UUID
    status: TransferStatus
    failure_code: str | None
    decided_at: datetime
    fee: Money
    slip: Slip | None = None


@dataclass(frozen=True, slots=True)
class UnknownCounterPayment:
    """What left this desktop and whose outcome never came back (from the outbox).

    Attributes:
        sent_at: UTC, by this desktop's clock.

    """

    payment: CounterPayment
    sent_at: datetime
