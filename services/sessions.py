"""Where a person is signed in, and ending that."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import func, select

from models.auth.tables import Session as SessionRow
from services.statements import hand_over
from services.values.people import SignedInPlace

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from services.access import Access
    from services.database import Database
    from services.identity import IdentityService


class SessionService:
    """One's own sessions, at every station."""

    def __init__(
        self, auth: Database, payment: Database, access: Access, identity: IdentityService
    ) -> None:
        self._auth = auth
        self._payment = payment
        self._access = access
        self._identity = identity

    def list(self) -> tuple[SignedInPlace, ...]:
        """Return the sessions that live, the last used first. Raises SessionEnded, Unavailable."""
        tokens = self._access.current()
        user_id = self._access.user_id(tokens)

        def query(session: Session) -> tuple[SessionRow, ...]:
            # The clock that counts is the database's.
            now = func.timezone("UTC", func.clock_timestamp())
            statement = (
                select(SessionRow)
                .where(
                    SessionRow.user_id == user_id,
                    SessionRow.ended_at.is_(None),
                    SessionRow.expires_at > now,
                    SessionRow.idle_expires_at > now,
                )
                .order_by(SessionRow.rotated_at.desc(), SessionRow.id)
            )
            return tuple(session.scalars(statement))

        rows = self._access.authorised(lambda token: self._auth.read(query, token=token), tokens)
        this_one = UUID(self._access.claims(tokens)["sid"])
        return tuple(
            SignedInPlace(
                id=row.id,
                station=row.station or "",
                opened_at=row.created_at.replace(tzinfo=UTC),
                last_used_at=row.rotated_at.replace(tzinfo=UTC),
                is_this_one=row.id == this_one,
            )
            for row in rows
        )

    def end(self, *, session_id: UUID) -> None:
        """End one of the sessions; this window's own is a sign-out. One that has ended stays so.

        Raises SessionEnded, Unavailable.
        """
        tokens = self._access.current()
        if session_id == UUID(self._access.claims(tokens)["sid"]):
            self._identity.leave(tokens)()
            return
        ended = self._access.session_call("end_other_session", str(session_id), tokens=tokens)
        hand_over(self._payment, [ended])

    def end_others(self) -> None:
        """End every session but this window's own. Raises SessionEnded, Unavailable."""
        hand_over(self._payment, self._access.session_call("end_sessions", True))

    def end_all(self) -> None:
        """Sign out everywhere, here too. Raises SessionEnded, Unavailable: nothing has ended then."""
        tokens = self._access.current()
        statements = self._access.session_call("end_sessions", False, tokens=tokens)
        hand_over(self._payment, statements)
        self._identity.leave(tokens)()
