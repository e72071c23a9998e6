"""Whom money can reach: finding payees, a person's own addresses, and contacts."""

from __future__ import annotations

import time
import unicodedata
from dataclasses import dataclass
from datetime import UTC
from typing import TYPE_CHECKING, Any, TypeAlias
from uuid import UUID

from services.errors import InvalidInput
from services.typed_text import plain
from services.values.payees import Contact, RecentPayee
from services.values.transfers import Payee

if TYPE_CHECKING:
    from collections.abc import Mapping

    from services.access import Access
    from services.database import Database

    Rows: TypeAlias = list[Mapping[str, Any]]

#: A ticket can be used for five minutes; less, as the call takes its time too.
_TICKET_S = 240.0
#: What stands behind the name in each address.
ADDRESS_SUFFIX = "@instapay"
MAX_CONTACT_NAME = 60
#: Longer than any address, or IBAN with blanks, and what the bank reads at most.
_MAX_PAYEE = 100
#: Embeddings, overrides and isolates: they would turn what stands beside the name.
_TURNS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question that the bank has counted, whose it is, and when (s, this computer's clock)."""

    user_id: UUID
    text: str
    question: str
    asked_at: float


class PayeeService:
    """Finding payees exactly, never by a part; and keeping those that are paid often.

    The bank counts each question about an address or IBAN before it answers, for each person by the
    minute and by the day: over that, everything here that finds somebody raises
    Refused (too_many_questions). A text that can be neither costs nothing.
    """

    def __init__(self, payment: Database, access: Access) -> None:
        self._payment = payment
        self._access = access
        #: What was looked up last: keeping it among the contacts is no question of its own.
        self._asked: _Asked | None = None

    def resolve(self, *, payee: str) -> Payee:
        """Return whom an exact IBAN or payment address reaches, by masked name.

        Raises InvalidInput: payee_missing, payee_invalid (neither an address nor an IBAN, or its check
        digits are wrong); Refused: payee_unknown, too_many_questions, not_permitted; SessionEnded,
        Unavailable.
        """
        question = self._ask(payee)
        self._asked = _Asked(self._access.user_id(), plain(payee), question, time.monotonic())
        return _payee(self._read("resolve_payee", question)[0])

    def claim_address(self, *, account_id: UUID, address: str) -> str:
        """Give an account of the signed-in person's an address, typed with its suffix or without.

        Returns it as the bank writes it. Raises InvalidInput: address_missing, address_invalid;
        Refused: address_taken (also where it rests, or is reserved), has_address, account_unknown,
        too_many_questions; SessionEnded, Unavailable.
        """
        typed = plain(address)
        if not typed:
            raise InvalidInput("address_missing", field="address")
        try:
            question = self._ask(typed if "@" in typed else typed + ADDRESS_SUFFIX)
        except InvalidInput as error:
            raise InvalidInput("address_invalid", field="address") from error
        return str(self._call("claim_address", str(account_id), question)["claim_address"])

    def release_address(self, *, account_id: UUID) -> str | None:
        """Take an account's address away; it stays nobody's for a while. Returns it, None without one.

        Raises Refused (account_unknown), SessionEnded, Unavailable.
        """
        address: str | None = self._call("release_address", str(account_id))["release_address"]
        return address

    def contacts(self) -> tuple[Contact, ...]:
        """Return the signed-in person's contacts by name. Raises SessionEnded, Unavailable."""
        return tuple(_contact(row) for row in self._read("my_contacts"))

    def recent(self) -> tuple[RecentPayee, ...]:
        """Return whom the signed-in person has paid lately, the last first, twelve at most.

        No question is asked; own and closed accounts are left out. Raises SessionEnded, Unavailable.
        """
        return tuple(
            RecentPayee(
                _payee({**row, "reached_by": "", "is_own": False}),
                row["paid_at"].replace(tzinfo=UTC),
            )
            for row in self._read("my_recent_payees")
        )

    def add_contact(self, *, payee: str, name: str) -> UUID:
        """Keep whom an exact IBAN or payment address reaches; whoever is kept already is renamed.

        Raises InvalidInput: contact_invalid (no name, over 60 characters, or with ones that control or
        turn text), payee_missing, payee_invalid; Refused: payee_unknown, too_many_questions,
        too_many_contacts, holder_unknown (nobody who could pay); SessionEnded, Unavailable.
        """
        kept = _contact_name(name)
        return UUID(str(self._call("add_contact", self._ask_once(payee), kept)["add_contact"]))

    def rename_contact(self, *, contact_id: UUID, name: str) -> None:
        """Give a contact another name.

        Raises InvalidInput (contact_invalid), Refused (contact_unknown), SessionEnded, Unavailable.
        """
        self._call("rename_contact", str(contact_id), _contact_name(name))

    def remove_contact(self, *, contact_id: UUID) -> None:
        """Forget a contact. Raises Refused (contact_unknown), SessionEnded, Unavailable."""
        self._call("remove_contact", str(contact_id))

    def _ask_once(self, text: str) -> str:
        """Return the ticket of the question that was just resolved, where this is the same one."""
        last = self._asked
        if (
            last is not None
            and (last.user_id, last.text) == (self._access.user_id(), plain(text))
            and time.monotonic() < last.asked_at + _TICKET_S
        ):
            return last.question
        return self._ask(text)

    def _ask(self, text: str) -> str:
        """Return the ticket of a question, committed before anything is answered by it."""
        typed = plain(text)
        if not typed:
            raise InvalidInput("payee_missing", field="payee")
        if len(typed) > _MAX_PAYEE or not typed.isascii() or not typed.isprintable():
            raise InvalidInput("payee_invalid", field="payee")
        return str(self._call("ask_payee", typed)["ask_payee"])

    def _call(self, function: str, *arguments: str) -> Mapping[str, Any]:
        return self._access.authorised(
            lambda token: self._payment.call(function, token, *arguments)
        )

    def _read(self, function: str, *arguments: str) -> Rows:
        """Call what changes nothing."""
        return self._access.asked(
            lambda token: self._payment.call_rows(function, token, *arguments)
        )


def _contact_name(name: str) -> str:
    typed = name.strip()
    if not 1 <= len(typed) <= MAX_CONTACT_NAME or any(
        unicodedata.category(each) in {"Cc", "Cs"} or each in _TURNS for each in typed
    ):
        raise InvalidInput("contact_invalid", field="name")
    return typed


def _payee(row: Mapping[str, Any]) -> Payee:
    return Payee(
        account_id=row["account_id"],
        masked_name=row["masked_name"],
        currency=row["currency"],
        reached_by=row["reached_by"],
        is_own=row["is_own"],
    )


def _contact(row: Mapping[str, Any]) -> Contact:
    return Contact(
        id=UUID(str(row["id"])),
        name=row["name"],
        payee=_payee(row),
        is_closed=row["is_closed"],
    )
