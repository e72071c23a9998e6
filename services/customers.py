"""Customers at the counter: finding, opening for a reason, notes, and more accounts."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING, Any, TypeAlias
from uuid import UUID

from services.account_rows import account_of, utc_or_none
from services.errors import InvalidInput
from services.payees import ADDRESS_SUFFIX
from services.statements import introduce
from services.typed_text import plain
from services.values.customers import (
    MAX_NOTE,
    MIN_SEARCH,
    CustomerAccount,
    CustomerIdentity,
    CustomerNote,
    FoundCustomer,
)
from services.values.people import Role

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from services.access import Access, Tokens
    from services.database import Database

    Rows: TypeAlias = list[Mapping[str, Any]]

_MAX_SEARCH = 100


class CustomerService:
    """For tellers, supervisors and auditors; the databases decide by the roles of that moment.

    Every verb raises Refused (not_permitted), SessionEnded, Unavailable. What is about one customer
    raises Refused (customer_not_open) unless that customer was opened within the last quarter of an hour.
    """

    def __init__(self, auth: Database, payment: Database, access: Access) -> None:
        self._auth = auth
        self._payment = payment
        self._access = access

    def find(self, *, text: str) -> tuple[FoundCustomer, ...]:
        """Return whom a text may mean, by name, fifty at most; nobody for less than two characters.

        It may be an email, IBAN or payment address, whole, or beginnings of a name's words.
        """
        typed = plain(text)[:_MAX_SEARCH]
        if len(typed) < MIN_SEARCH:
            return ()
        if "@" in typed and not typed.casefold().endswith(ADDRESS_SUFFIX):
            session = self._access.current().session
            found = self._auth.call_rows("find_user", session, typed)
            return tuple(
                FoundCustomer(UUID(str(r["user_id"])), r["full_name"], None) for r in found
            )
        return tuple(
            FoundCustomer(UUID(str(row["user_id"])), row["full_name"], row["account_count"])
            for row in self._read("find_customers", typed)
        )

    def open(self, *, user_id: UUID, reason: str, tokens: Tokens | None = None) -> datetime:
        """Have a customer's accounts readable for a quarter of an hour; return until when (UTC).

        Raises InvalidInput (reason_invalid), Refused (customer_unknown).
        """
        row = self._call("open_customer", str(user_id), reason, tokens=tokens)
        closes_at: datetime = row["open_customer"]
        return closes_at.replace(tzinfo=UTC)

    def identity(self, *, user_id: UUID) -> CustomerIdentity:
        """Return who a customer is, and how their access stands. Raises Refused (user_unknown)."""
        row = self._access.session_row("person", str(user_id))
        return CustomerIdentity(
            user_id=user_id,
            email=row["email"],
            full_name=row["full_name"],
            joined_at=row["created_at"].replace(tzinfo=UTC),
            roles=frozenset(map(Role, row["roles"])),
            must_change_password=row["must_change_password"],
            locked_at=utc_or_none(row["locked_at"]),
            locked_reason=row["locked_reason"],
            paused_until=utc_or_none(row["paused_until"]),
        )

    def accounts(self, *, user_id: UUID) -> tuple[CustomerAccount, ...]:
        """Return all accounts of a customer, closed ones too, oldest first."""
        return tuple(
            CustomerAccount(account_of(row), row["frozen_reason"], row["batches_allowed"])
            for row in self._read("customer_accounts", str(user_id))
        )

    def open_account(
        self,
        *,
        account_id: UUID,
        user_id: UUID,
        currency: str,
        name: str = "",
        tokens: Tokens | None = None,
    ) -> str:
        """Open one more account, under an id of the caller's so that a repeat opens no second one.

        Returns its IBAN. Raises InvalidInput (account_invalid: over 60 characters of name, or a currency
        that is not offered), Refused (too_many_accounts, id_reused).
        """
        row = self._call(
            "open_account", str(account_id), str(user_id), currency, name, tokens=tokens
        )
        return str(row["open_account"])

    def notes(self, *, user_id: UUID) -> tuple[CustomerNote, ...]:
        """Return the notes about a customer, newest first, a hundred at most."""
        return tuple(
            CustomerNote(
                UUID(str(row["id"])),
                row["author_name"],
                row["text"],
                row["created_at"].replace(tzinfo=UTC),
            )
            for row in self._read("customer_notes", str(user_id))
        )

    def add_note(self, *, user_id: UUID, text: str) -> UUID:
        """Keep a note for other staff; it cannot be changed.

        Raises InvalidInput (customer_note_invalid: 1 to 1,000 characters).
        """
        if not 1 <= len(text.strip()) <= MAX_NOTE:
            raise InvalidInput("customer_note_invalid", field="note")
        # The note bears its author's name, which Payment learns from Auth.
        tokens = self._access.current()
        introduce(self._payment, self._access, tokens)
        row = self._call("add_customer_note", str(user_id), text, tokens=tokens)
        return UUID(str(row["add_customer_note"]))

    def _call(
        self, function: str, *arguments: str, tokens: Tokens | None = None
    ) -> Mapping[str, Any]:
        return self._access.authorised(
            lambda token: self._payment.call(function, token, *arguments), tokens
        )

    def _read(self, function: str, *arguments: str) -> Rows:
        return self._access.asked(
            lambda token: self._payment.call_rows(function, token, *arguments)
        )
