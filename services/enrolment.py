"""A new customer at the counter: a person, a one-time password, and their first account."""

from __future__ import annotations

from typing import TYPE_CHECKING

from services.errors import InstaPayError
from services.values.people import NewCustomer

if TYPE_CHECKING:
    from uuid import UUID

    from services.access import Access
    from services.customers import CustomerService
    from services.people import PeopleService


class EnrolmentService:
    """What enrolling somebody takes from both databases, in one call."""

    def __init__(self, access: Access, people: PeopleService, customers: CustomerService) -> None:
        self._access = access
        self._people = people
        self._customers = customers

    def enrol(
        self,
        *,
        account_id: UUID,
        email: str,
        full_name: str,
        currency: str,
        account_name: str,
        reason: str,
    ) -> NewCustomer:
        """Make a customer and open their first account; they stay open to the caller, for `reason`.

        The one-time password is told this once, so whatever fails after it was made is no error here: it
        is in the answer. Raises what `PeopleService.enrol` does: nobody was made then, unless it is
        Unavailable (server_unreachable).
        """
        # All of it is one person's doing, whoever signs in before it is done.
        tokens = self._access.current()
        enrolled = self._people.enrol(email=email, full_name=full_name, tokens=tokens)
        try:
            self._customers.open(user_id=enrolled.user_id, reason=reason, tokens=tokens)
            iban = self._customers.open_account(
                account_id=account_id,
                user_id=enrolled.user_id,
                currency=currency,
                name=account_name,
                tokens=tokens,
            )
        except InstaPayError as error:
            return NewCustomer(enrolled, None, error)
        return NewCustomer(enrolled, iban, None)
