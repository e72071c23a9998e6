"""A batch of payments, for tests: sent, quoted, changed and sent again."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from services.values.identifiers import new_uuid7

if TYPE_CHECKING:
    from uuid import UUID

    from tests.caller import Caller
    from tests.database.desk import Desk


@dataclass
class Sheet:
    """A batch as Salma's window keeps it."""

    desk: Desk
    payees: list[UUID | None]
    amounts: list[Any]
    notes: list[str | None]
    payer: UUID | None = None
    currency: str | None = "EGP"
    id: UUID | None = field(default_factory=new_uuid7)
    ids: list[Any] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.payer = self.payer or self.desk.salma.account_id
        self.ids = self.ids or [new_uuid7() for _ in self.payees]

    def send(self, caller: Caller | None = None, *, confirmed: bool = True) -> dict[str, Any]:
        caller = caller or self.desk.as_salma
        answer: dict[str, Any] = caller(
            "transfer_many", self.id, self.payer, self.ids, self.payees, self.amounts,
            self.currency, self.notes,
            token=caller.confirmed(self.id) if confirmed and self.id else None,
        )  # fmt: skip
        return answer

    def quote(self) -> dict[str, Any]:
        answer: dict[str, Any] = self.desk.as_salma(
            "quote_many", self.payer, self.payees, self.amounts, self.currency, self.notes
        )
        return answer


def sheet_of(desk: Desk, *rows: tuple[UUID | None, Any], **changes: Any) -> Sheet:
    amounts = [None if each is None else Decimal(each) for _, each in rows]
    return Sheet(desk, [payee for payee, _ in rows], amounts, [""] * len(rows), **changes)


def three_rows(desk: Desk) -> Sheet:
    """Return a batch of Salma's for Karim, for Mona, and for Karim again."""
    mona = desk.bank.add_customer("Mona Adel", "mona@demo.eg", balance=5).account_id
    karim = desk.karim.account_id
    made = sheet_of(desk, (karim, "100"), (mona, "600.5"), (karim, "50.25"))
    made.notes = ["March", "March, with overtime", ""]
    return made


def is_untouched(desk: Desk, sheet: Sheet) -> bool:
    """Tell whether nothing whatever is left of a batch."""
    return (
        desk.ask("SELECT 1 FROM batches") == []
        and desk.ask("SELECT 1 FROM transactions WHERE batch_id IS NOT NULL") == []
        and desk.ask("SELECT 1 FROM audit_logs WHERE payload ->> 'batch_id' = %s", sheet.id) == []
        and desk.account(desk.salma.account_id, "balance, last_sequence, batched_day")
        == (1000, 1, 0)
    )
