"""What staff do about other people's access. The databases decide by the roles of that moment."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from services import passwords
from services.person_forms import checked_email, checked_name
from services.statements import hand_over
from services.typed_text import checked_reason
from services.values.people import Enrolled

if TYPE_CHECKING:
    from services.access import Access, Tokens
    from services.database import Database
    from services.values.people import Role


class PeopleService:
    """Enrolment, one-time passwords, roles and locks.

    Every verb raises Refused: not_permitted (the role), not_oneself, user_unknown; SessionEnded;
    Unavailable.
    """

    def __init__(self, payment: Database, access: Access) -> None:
        self._payment = payment
        self._access = access

    def enrol(self, *, email: str, full_name: str, tokens: Tokens | None = None) -> Enrolled:
        """Make a customer, with a one-time password to hand over (TELLER, SUPERVISOR).

        Raises InvalidInput: email_missing, email_invalid, name_invalid; Refused: email_taken;
        Unavailable: too_many_applications (200 a day).
        """
        name = checked_name(full_name)
        checked = checked_email(email)
        password = passwords.one_time()
        row = self._access.session_row(
            "enrol_customer", checked, _hash(password), name, tokens=tokens
        )
        hand_over(self._payment, [row["statement"]])
        return Enrolled(UUID(str(row["user_id"])), password)

    def reset_password(self, *, user_id: UUID) -> str:
        """Give somebody a one-time password, which is returned; all their sessions end.

        TELLER and SUPERVISOR for who is a customer and nothing else, ADMIN for everybody else.
        """
        password = passwords.one_time()
        statements = self._access.session_call("reset_password", str(user_id), _hash(password))
        hand_over(self._payment, statements)
        return password

    def lift_lockout(self, *, user_id: UUID) -> None:
        """Make wrong passwords so far count no longer (TELLER, SUPERVISOR, ADMIN)."""
        self._access.session_call("lift_lockout", str(user_id))

    def grant_role(self, *, user_id: UUID, role: Role) -> None:
        """Grant a role; one that is there stays (ADMIN)."""
        self._hand_over_one("grant_role", str(user_id), role.value)

    def revoke_role(self, *, user_id: UUID, role: Role) -> None:
        """Take a role away; one that is not there stays away (ADMIN)."""
        self._hand_over_one("revoke_role", str(user_id), role.value)

    def lock(self, *, user_id: UUID, reason: str) -> None:
        """Lock somebody out; all their sessions end (ADMIN).

        Raises InvalidInput: reason_invalid (1 to 200 characters).
        """
        told = checked_reason(reason)
        hand_over(self._payment, self._access.session_call("lock_user", str(user_id), told))

    def unlock(self, *, user_id: UUID) -> None:
        """Let somebody in again who was locked (ADMIN)."""
        self._access.session_call("unlock_user", str(user_id))

    def _hand_over_one(self, function: str, *arguments: object) -> None:
        hand_over(self._payment, [self._access.session_call(function, *arguments)])


def _hash(password: str) -> str:
    return passwords.new_hash(passwords.check_new(password))
