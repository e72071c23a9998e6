"""The log of both databases for an auditor: pages of it, whole for an export, and its seals."""

from __future__ import annotations

import json
from datetime import UTC, datetime, time, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any, TypeAlias
from uuid import UUID

from services.errors import InvalidInput, Unavailable
from services.seal_checks import SealChecks
from services.typed_text import plain
from services.values.audit import (
    MAX_TEXT,
    AuditFilter,
    AuditLog,
    AuditPage,
    AuditRecord,
    Fact,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from services.access import Access
    from services.database import Database
    from services.values.audit import SealCheck

    Rows: TypeAlias = list[Mapping[str, Any]]

#: Records a page of `pages`: the most that the bank gives in one call.
_EXPORT_PAGE = 500
#: Fewer letters would mean half of the bank; a filter by more people than this is refused.
_MIN_NAME, _MOST_ACTORS = 2, 50
#: Facts that are the id of a person.
_PEOPLE = frozenset({"user_id", "customer_id", "made_by"})
_EVERYTHING = AuditFilter()


class AuditService:
    """For auditors; the databases decide by the roles of that moment.

    Every verb raises Refused (not_permitted), SessionEnded, Unavailable.
    """

    def __init__(self, auth: Database, payment: Database, access: Access) -> None:
        self._auth = auth
        self._payment = payment
        self._access = access
        #: What people are called, by id. Names hardly change.
        self._names: dict[UUID, str] = {}
        #: Whom the last text for an actor meant: a search asks page by page.
        self._meant: tuple[str, tuple[str, ...]] = ("", ())

    def page(
        self,
        *,
        log: AuditLog,
        wanted: AuditFilter = _EVERYTHING,
        before: int | None = None,
        limit: int = 100,
    ) -> AuditPage:
        """Return at most `limit` records (up to 500), newest first, older than the key `before`.

        Each call is short however long the log is: it looks at up to 20,000 rows, so that a page may come
        empty while `next_before` says that older ones are left to search.
        Raises InvalidInput (filter_invalid, period_invalid).
        """
        asked = self._asked(log, wanted)
        if asked is None:
            return AuditPage((), None)
        rows = self._rows(log, "audit_log", *asked, before, limit)
        end = rows.pop() if rows and rows[-1]["event"] is None else None
        payloads = [json.loads(row["payload"] or "{}", parse_float=Decimal) for row in rows]
        self._learn_names(rows, payloads)
        records = tuple(
            self._record(log, row, payload) for row, payload in zip(rows, payloads, strict=True)
        )
        if end is None:
            return AuditPage(records, None)
        return AuditPage(records, end["id"], end["at"].replace(tzinfo=UTC))

    def pages(self, *, log: AuditLog, wanted: AuditFilter = _EVERYTHING) -> Iterator[AuditPage]:
        """Yield every record of a filter, newest first, a page at a time; for an export.

        That it is taken away is noted in the log first. Between two pages nothing is held open: leave off
        whenever you like. Raises as `page` does.
        """
        asked = self._asked(log, wanted)
        if asked is not None:
            self._rows(log, "note_audit_export", *asked, changes=True)
        page = self.page(log=log, wanted=wanted, limit=_EXPORT_PAGE)
        yield page
        while page.next_before is not None:
            page = self.page(log=log, wanted=wanted, before=page.next_before, limit=_EXPORT_PAGE)
            yield page

    def verify(self, *, log: AuditLog) -> Iterator[SealCheck]:
        """Hold every seal of a log against its records and against what the other database has kept.

        Yields after each short call how far it has got; the last one `is_done`. Blocks; leave off whenever
        you like.
        """
        other = AuditLog.SIGN_INS if log is AuditLog.PAYMENTS else AuditLog.PAYMENTS
        return SealChecks(
            lambda after, limit: self._rows(log, "verify_seals", after, limit),
            lambda after: self._rows(other, "kept_heads", after),
        ).run()

    # Calls

    def _rows(
        self, log: AuditLog, function: str, *arguments: object, changes: bool = False
    ) -> Rows:
        """Call `api.<function>` of the database that keeps a log."""
        if log is AuditLog.SIGN_INS:
            session = self._access.current().session
            return self._auth.call_rows(function, session, *arguments)
        ask = self._access.authorised if changes else self._access.asked
        return ask(lambda token: self._payment.call_rows(function, token, *arguments))

    def _asked(self, log: AuditLog, wanted: AuditFilter) -> tuple[object, ...] | None:
        """Return a filter as the databases take it; None where nobody is meant by its actor."""
        _check(wanted)
        actors = self._actors(plain(wanted.actor))
        if actors == ():
            return None
        start = _midnight(wanted.start)
        end = _midnight(None if wanted.end is None else wanted.end + timedelta(days=1))
        listed = None if actors is None else "{" + ",".join(actors) + "}"
        return start, end, listed, wanted.event or None, self._entity(log, plain(wanted.entity))

    def _actors(self, text: str) -> tuple[str, ...] | None:
        """Return the ids of whom a text means; None where any will do."""
        if not text:
            return None
        known, meant = self._meant
        if known != text:
            meant = self._people(text)
            self._meant = text, meant
        return meant

    def _people(self, text: str) -> tuple[str, ...]:
        if (one := _uuid(text)) is not None:
            return (str(one),)
        if "@" in text:
            return tuple(str(row["user_id"]) for row in self._by_email(text))
        if len(text) < _MIN_NAME:
            return ()
        rows = self._rows(AuditLog.PAYMENTS, "find_customers", text)
        return tuple(str(row["user_id"]) for row in rows[:_MOST_ACTORS])

    def _by_email(self, email: str) -> Rows:
        return self._rows(AuditLog.SIGN_INS, "find_user", email)

    def _entity(self, log: AuditLog, text: str) -> str | None:
        """Return what Payment's log would name: it knows no emails."""
        if log is AuditLog.PAYMENTS and "@" in text and not text.endswith("@instapay"):
            return next((str(row["user_id"]) for row in self._by_email(text)), text)
        return text or None

    # Records

    def _learn_names(self, rows: Rows, payloads: list[Any]) -> None:
        """Learn what the people of a page are called; without Auth their ids have to do."""
        ids = {_uuid(str(row["actor"])) for row in rows}
        for payload in payloads:
            ids |= {_uuid(str(payload[key])) for key in _PEOPLE & payload.keys()}
        unknown = sorted(str(each) for each in ids - self._names.keys() if each is not None)
        if not unknown:
            return
        try:
            found = self._rows(AuditLog.SIGN_INS, "audit_names", "{" + ",".join(unknown) + "}")
        except Unavailable:
            return
        self._names |= {UUID(str(row["user_id"])): row["full_name"] for row in found}

    def _record(self, log: AuditLog, row: Mapping[str, Any], payload: Any) -> AuditRecord:  # noqa: ANN401 (JSON)
        actor = _uuid(str(row["actor"]))
        return AuditRecord(
            log=log,
            id=row["id"],
            at=row["at"].replace(tzinfo=UTC),
            service=row["service"],
            event=row["event"],
            actor=actor,
            actor_name=None if actor is None else self._names.get(actor),
            session_id=_uuid(str(row["session_id"])),
            station=row["station"] or "",
            facts=tuple(
                Fact(key, value, self._person(key, value)) for key, value in _flat(payload)
            ),
            is_sealed=row["is_sealed"],
        )

    def _person(self, key: str, value: str) -> str | None:
        one = _uuid(value) if key in _PEOPLE else None
        return None if one is None else self._names.get(one)


def _check(wanted: AuditFilter) -> None:
    for field in ("actor", "entity"):
        text = getattr(wanted, field)
        if len(text) > MAX_TEXT or "\0" in text:
            raise InvalidInput("filter_invalid", field=field)
    if wanted.start is not None and wanted.end is not None and wanted.start > wanted.end:
        raise InvalidInput("period_invalid", field="end")


def _midnight(day: date | None) -> datetime | None:
    """Return when a day begins on this computer's calendar, in UTC."""
    if day is None:
        return None
    return datetime.combine(day, time.min).astimezone(UTC).replace(tzinfo=None)


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def _flat(value: Any, name: str = "") -> Iterator[tuple[str, str]]:  # noqa: ANN401 (JSON)
    """Yield the values of a JSON object by name, those within others under both names."""
    if isinstance(value, dict):
        for key in sorted(value):
            yield from _flat(value[key], f"{name}.{key}" if name else key)
    elif isinstance(value, list):
        yield name, ", ".join(map(_text, value))
    else:
        yield name, _text(value)


def _text(value: Any) -> str:  # noqa: ANN401 (JSON)
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)
