"""Who uses the program."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from services.errors import InstaPayError


class Role(StrEnum):
    """What a person may do; the databases decide, the window only shows accordingly."""

    CUSTOMER = "CUSTOMER"
    TELLER = "TELLER"
    SUPERVISOR = "SUPERVISOR"
    AUDITOR = "AUDITOR"
    ADMIN = "ADMIN"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who is signed in."""

    user_id: UUID
    email: str
    full_name: str
    roles: frozenset[Role]
    #: Nothing else can be done before; name and roles are not known until then.
    must_change_password: bool = False


@dataclass(frozen=True, slots=True)
class SignedInPlace:
    """A session of one's own that lives, with the station it was opened at. Times are aware, UTC."""

    id: UUID
    station: str
    opened_at: datetime
    last_used_at: datetime
    is_this_one: bool


@dataclass(frozen=True, slots=True)
class Enrolled:
    """Somebody who has just become a customer, and the password to hand over on paper."""

    user_id: UUID
    one_time_password: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class NewCustomer:
    """Somebody who was enrolled at the counter, with what became of the first account.

    Attributes:
        iban: of the account; None where it could not be opened, and then `failure` says why.

    """

    enrolled: Enrolled
    iban: str | None
    failure: InstaPayError | None


@dataclass(frozen=True, slots=True)
class DemoPerson:
    """Somebody of the demo bank, whose password is public on purpose."""

    full_name: str
    email: str
    password: str = field(repr=False)
    role: Role = Role.CUSTOMER
