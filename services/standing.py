"""What staff decide about an account or a payment: freezes, closing, lists of payments, reversals."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING

from services.outcomes import moved_once
from services.typed_text import checked_reason
from services.values.people import Role

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from services.access import Access
    from services.database import Database
    from services.values.standing import Freeze
    from services.values.transfers import TransferOutcome


class StandingService:
    """For tellers and supervisors; the databases decide by the roles of that moment.

    Nobody decides about an account of their own. Every verb raises Refused (not_permitted,
    account_unknown), SessionEnded, Unavailable; those that take a reason raise InvalidInput
    (reason_invalid: 1 to 200 characters).
    """

    def __init__(self, payment: Database, access: Access) -> None:
        self._payment = payment
        self._access = access

    def is_supervisor(self) -> bool:
        """Tell whether to offer what supervisors alone may do. Blocks where no token is held."""
        return Role.SUPERVISOR in self._access.claims()["roles"]

    def freeze(
        self, *, account_id: UUID, what: Freeze, reason: str, until: datetime | None = None
    ) -> None:
        """Stop an account's debits, credits or both, until a moment (aware) or until it is released.

        A freeze that is there gives way to the new one; the customer is told. Raises InvalidInput
        (freeze_invalid: an end that is past).
        """
        end = None if until is None else until.astimezone(UTC).replace(tzinfo=None)
        self._call("freeze", str(account_id), what.value, checked_reason(reason), end)

    def release(self, *, account_id: UUID, reason: str) -> None:
        """End a freeze, if there is one; the customer is told."""
        self._call("release", str(account_id), checked_reason(reason))

    def close(self, *, account_id: UUID) -> None:
        """Close an account for good; one that is closed stays so. Raises Refused (account_not_empty)."""
        self._call("close_account", str(account_id))

    def allow_batches(self, *, account_id: UUID, allowed: bool, reason: str) -> None:
        """Let an account send lists of payments, or no longer (SUPERVISOR)."""
        self._call("allow_batches", str(account_id), allowed, checked_reason(reason))

    def reverse(
        self,
        *,
        reversal_id: UUID,
        original_id: UUID,
        reason: str,
        currency: str,
        from_bank: bool = False,
    ) -> TransferOutcome:
        """Take a completed transfer back whole, its fee too, by a payment of an id of the caller's.

        The same id with the same content is answered with the first outcome. Where the payee does not
        have the money it is FAILED (payee_lacks_funds), unless a supervisor has it come `from_bank`.
        Raises Refused: transaction_unknown, not_reversible, already_reversed, id_reused; OutcomeUnknown
        where no answer came: ask again with the same id.
        """
        return moved_once(
            self._payment,
            self._access,
            "reverse",
            reversal_id,
            str(original_id),
            checked_reason(reason),
            from_bank,
            currency=currency,
        )

    def _call(self, function: str, *arguments: object) -> None:
        self._access.authorised(lambda token: self._payment.call(function, token, *arguments))
