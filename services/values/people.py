"""Who uses the program."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from uuid import UUID


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


@dataclass(frozen=True, slots=True)
class DemoPerson:
    """Somebody of the demo bank, whose password is public on purpose."""

    full_name: str
    email: str
    password: str = field(repr=False)
    role: Role = Role.CUSTOMER
