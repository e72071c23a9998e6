"""The log of both databases: its records, what somebody looks for among them, and its seals."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime
    from uuid import UUID


class AuditLog(Enum):
    """Whose log; the values are the databases' names.

    Attributes:
        PAYMENTS: money, accounts, tills, and the rules of payments.
        SIGN_INS: sign-ins, people and their roles.

    """

    PAYMENTS = "payment"
    SIGN_INS = "auth"


#: The longest text of a filter, in characters.
MAX_TEXT = 100


@dataclass(frozen=True, slots=True)
class AuditFilter:
    """What the log is narrowed to; all of it holds at once, and an empty text is any.

    Attributes:
        start: the first day on this computer's calendar, or None for the log's first.
        end: the last day, itself included, or None for today. None before `start`.
        actor: who did it: the beginning of a name's words, an email, or an id.
        event: what happened, by the database's own word, such as ``account_frozen``.
        entity: what it is about: the id of an account, payment, till, session or person, an IBAN, a payment
            address or an email, whole. A person stands for their accounts, and for what they did.

    """

    start: date | None = None
    end: date | None = None
    actor: str = ""
    event: str = ""
    entity: str = ""

    @property
    def is_empty(self) -> bool:
        """Nothing is narrowed."""
        return self == AuditFilter()


@dataclass(frozen=True, slots=True)
class Fact:
    """One value that a record tells, as text; what is within another one is named ``before.per_day``.

    Attributes:
        person: where the value is somebody's id, what that person is called.

    """

    key: str
    value: str
    person: str | None = None


@dataclass(frozen=True, slots=True)
class AuditRecord:
    """One row of a log.

    Attributes:
        id: its key; a later row has a higher one.
        at: when it was written, UTC.
        service: which part of the bank wrote it, such as ``payment`` or ``operator``.
        actor: who did it; None where nobody had signed in.
        actor_name: what that person is called; None while that is not known.
        station: the database login that it came by.
        facts: what it tells, in the order of their names.
        is_sealed: a seal guards it; what was written within the last seconds has none yet.

    """

    log: AuditLog
    id: int
    at: datetime
    service: str
    event: str
    actor: UUID | None
    actor_name: str | None
    session_id: UUID | None
    station: str
    facts: tuple[Fact, ...]
    is_sealed: bool

    def fact(self, key: str) -> Fact | None:
        """Return the fact of this name, None where the record tells none."""
        return next((each for each in self.facts if each.key == key and each.value), None)


@dataclass(frozen=True, slots=True)
class AuditPage:
    """Records newest first.

    A call looks at so many rows and no more, so that a page may be short, or even empty, with older ones
    to come.

    Attributes:
        next_before: the key that the next older page ends before; None at the end.
        searched_to: how far back this page has looked, UTC; None at the end.

    """

    records: tuple[AuditRecord, ...]
    next_before: int | None
    searched_to: datetime | None = None


@dataclass(frozen=True, slots=True)
class BrokenSeal:
    """The first seal that does not hold.

    Attributes:
        is_replaced: it is missing, or not the one that the other database has kept; else it does not fit
            its records.
        first_at: when the first of its records was written, UTC; None where none is left.
        last_at: the same of the last one.

    """

    seal_id: int
    is_replaced: bool
    first_at: datetime | None = None
    last_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class SealCheck:
    """How far holding the seals against the log has got.

    Attributes:
        seals: how many hold so far.
        records: how many records they are over.
        share: how much of the work is done, 0 to 1.
        through: up to when what was looked at is sealed, UTC; None before the first seal.
        broken: the first that does not hold: then nothing further is looked at.
        is_done: this is the last one.

    """

    seals: int = 0
    records: int = 0
    share: float = 0.0
    through: datetime | None = None
    broken: BrokenSeal | None = None
    is_done: bool = False
