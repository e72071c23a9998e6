"""Batches: many payments from one account that are made together or not at all."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from services.values.identifiers import new_uuid7
from services.values.money import Money

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from uuid import UUID

    from services.values.transfers import TransferStatus

#: What one batch may hold at most.
MAX_ROWS = 10_000
#: How large the file of one may be.
MAX_OCTETS = 5 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class BatchRow:
    """One payment of a file, as far as it is understood.

    Attributes:
        number: where it stands in the file, counted from one, a header and empty rows too: as a spreadsheet
            counts.
        payee: the IBAN or payment address as the bank writes it, where it can be one; else what stands
            there.
        amount_text: what stands in the file.
        amount: None where that is no amount.
        expected_name: whom the file says it is for; may be empty.
        account_id: whom it reaches; None until the bank has said so, and where it reaches nobody.
        masked_name: such as ``Mona A••••``; the account's own name where `is_own`.
        error: a code that says why it cannot be paid; empty where nothing is wrong.
        warning: a code of what its sender should look at; it can be paid all the same.
        repeats: the number of an earlier row with the same payee and amount; 0 for none.

    """

    number: int
    payee: str
    amount_text: str
    amount: Money | None
    note: str
    expected_name: str = ""
    account_id: UUID | None = None
    masked_name: str = ""
    is_own: bool = False
    error: str = ""
    warning: str = ""
    repeats: int = 0


@dataclass(frozen=True, slots=True)
class BatchSheet:
    """What a file says, row by row; all amounts are in `currency`."""

    currency: str
    rows: tuple[BatchRow, ...]

    @property
    def error_count(self) -> int:
        """How many rows cannot be paid."""
        return sum(bool(row.error) for row in self.rows)

    @property
    def warning_count(self) -> int:
        """How many rows its sender should look at."""
        return sum(bool(row.warning) and not row.error for row in self.rows)

    @property
    def total(self) -> Money:
        """What all rows that have an amount come to, without fees."""
        amounts = (row.amount.amount for row in self.rows if row.amount is not None)
        return Money(sum(amounts, Decimal("0.00")), self.currency)

    def with_errors(self, errors: Mapping[int, str]) -> BatchSheet:
        """Return it with faults that the bank found, by the rows' places counted from one."""
        return BatchSheet(
            self.currency,
            tuple(
                replace(row, error=errors[place]) if place in errors else row
                for place, row in enumerate(self.rows, 1)
            ),
        )


@dataclass(frozen=True, slots=True)
class BatchQuote:
    """What a batch would come to, as the bank sees it now.

    Attributes:
        failure_code: why all of it would be refused; None where it would not.
        needs_confirmation: it is sent with a token of `IdentityService.confirm` only.

    """

    failure_code: str | None
    amount: Money
    fee: Money
    total: Money
    needs_confirmation: bool


@dataclass(frozen=True, slots=True)
class BatchOrder:
    """A batch as somebody has confirmed it: sent again, under the same ids, it moves money once.

    Attributes:
        identification: how staff identified the customer whose account pays; empty where the payer
            sends it.
        ids: of the payments, in the order of the rows.
        name: of the file, to be known again by.

    """

    payer_account_id: UUID
    sheet: BatchSheet
    name: str = ""
    identification: str = ""
    id: UUID = field(default_factory=new_uuid7)
    ids: tuple[UUID, ...] = ()

    def __post_init__(self) -> None:
        """Give each row an id of its own, once."""
        if not self.ids:
            object.__setattr__(self, "ids", tuple(new_uuid7() for _ in self.sheet.rows))


@dataclass(frozen=True, slots=True)
class BatchOutcome:
    """What became of a batch: all its payments were made, or none.

    Attributes:
        failure_code: why it was refused (``insufficient_funds``, ``abandoned`` …); None unless FAILED.
        decided_at: UTC.
        balance_after: of the account that paid, fee taken; None unless COMPLETED.

    """

    id: UUID
    status: TransferStatus
    failure_code: str | None
    decided_at: datetime
    balance_after: Money | None
    fee: Money


@dataclass(frozen=True, slots=True)
class UnknownBatch:
    """A batch that left this computer and whose outcome never came back. `sent_at` is UTC."""

    id: UUID
    payer_account_id: UUID
    row_count: int
    amount: Money
    name: str
    sent_at: datetime
