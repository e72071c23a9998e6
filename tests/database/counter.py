"""A counter for tests: a teller and a supervisor whose names Payment knows, a vault with cash, an open till."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from services.values.identifiers import new_uuid7
from tests.database.desk import Desk

if TYPE_CHECKING:
    from tests.bank import Bank
    from tests.caller import Caller


class Counter(Desk):
    """Salma and Karim as customers, Mona at the till, Nadia above her; every call is made in SQL."""

    def __init__(self, bank: Bank, opening_float: str = "5000.00") -> None:
        super().__init__(bank)
        self.vault_before = self.cash_of("VAULT")
        for caller, name in ((self.as_teller, "Mona Teller"), (self.as_supervisor, "Nadia Super")):
            self.name(caller, name)
        self.as_supervisor("supply_vault", uuid4(), "EGP", "100000", "first delivery")
        self.till = uuid4()
        self.as_teller("open_till", self.till, "EGP", opening_float)
        self.open_customers(self.as_teller)

    def name(self, caller: Caller, name: str) -> None:
        """Let Payment know somebody's name, as Auth's statement does."""
        self.ask(
            "INSERT INTO holders (user_id, full_name, stated_at) VALUES (%s, %s, 0)"
            " ON CONFLICT DO NOTHING",
            caller.user_id,
            name,
        )

    def add_teller(self, name: str, role: str = "TELLER") -> Caller:
        """Add one more member of staff."""
        caller = self._staff(name, f"{uuid4().hex}@demo.eg", role)
        self.name(caller, name)
        return caller

    def open_customers(self, caller: Caller) -> None:
        """Open both customers to somebody."""
        for customer in (self.salma, self.karim):
            caller("open_customer", customer.user_id, "at the counter")

    def cash(self, kind: str, amount: str | Decimal, **changes: Any) -> dict[str, Any]:
        """Take Salma's cash in or pay it out."""
        caller: Caller = changes.pop("caller", self.as_teller)
        payment_id = changes.pop("id", None) or new_uuid7()
        account = changes.pop("account", self.salma.account_id)
        note = changes.pop("note", "")
        currency = changes.pop("currency", "EGP")
        shown = changes.pop("identification", "national card")
        assert not changes
        outcome = caller("cash", payment_id, kind, account, amount, currency, shown, note)
        return {"id": payment_id, **outcome}

    def drawer(self, caller: Caller | None = None) -> Decimal:
        """Return what is in an open till."""
        (till,) = (caller or self.as_teller).rows("my_tills")
        found: Decimal = till["drawer"]
        return found

    def cash_of(self, kind: str) -> Decimal:
        """Return the cash of the bank's own accounts of a kind."""
        ((total,),) = self.ask(
            "SELECT coalesce(sum(-balance), 0) FROM accounts WHERE kind = %s AND currency = 'EGP'",
            kind,
        )
        return Decimal(total)

    def close(self, counts: dict[str, int], reason: str | None = None) -> dict[str, Any]:
        """Count Mona's till and close it."""
        counted: dict[str, Any] = self.as_teller("count_till", self.till, counts)
        self.as_teller("close_till", self.till, reason)
        return counted

    def balance(self, account_id: UUID) -> Decimal:
        """Return an account's balance."""
        return self.bank.balance(account_id)
