"""Notices to the signed-in person."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import func, select

from models.payment.tables import Account, Transaction
from models.payment.tables import Notification as NotificationRow
from services.values.notifications import COUNTED, Notification, NotificationList

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from services.access import Access
    from services.database import Database

#: Events of money that came in: their account is the payee's.
_RECEIVED = frozenset({"payment_received", "payment_returned"})


class NotificationService:
    """Reads notices under row-level security; marking them read is a call of the database's."""

    def __init__(self, payment: Database, access: Access) -> None:
        self._payment = payment
        self._access = access

    def list(self, *, limit: int = 50) -> NotificationList:
        """Return the newest notices and how many of the newest thousand are unread.

        Raises SessionEnded, Unavailable.
        """
        newest = (
            select(NotificationRow.is_read)
            .order_by(NotificationRow.created_at.desc())
            .limit(COUNTED)
            .subquery()
        )
        unread = select(func.count()).select_from(newest).where(~newest.c.is_read).scalar_subquery()

        def query(session: Session) -> NotificationList:
            rows = session.execute(
                select(NotificationRow, unread)
                .order_by(NotificationRow.created_at.desc(), NotificationRow.id)
                .limit(limit)
            ).all()
            return NotificationList(
                tuple(_notification(row) for row, _ in rows), rows[0][1] if rows else 0
            )

        return self._access.authorised(lambda token: self._payment.read(query, token=token))

    def mark_read(self, *, ids: tuple[UUID, ...]) -> None:
        """Mark notices as read; those of others are passed over. Raises SessionEnded, Unavailable."""
        if ids:
            wanted = "{" + ",".join(str(each) for each in ids) + "}"
            self._access.authorised(
                lambda token: self._payment.call("mark_notifications_read", token, wanted)
            )

    def account_of(self, *, notification: Notification) -> UUID | None:
        """Return which of the person's accounts a notice is about; SessionEnded, Unavailable.

        None where it is about none, or about a payment that is no single one, such as a payroll.
        """
        told = notification.details.get("account_id")
        if told is not None:
            return UUID(told)
        if notification.transaction_id is None:
            return None
        transaction_id = notification.transaction_id
        received = notification.event in _RECEIVED

        def query(session: Session) -> UUID | None:
            sides = session.execute(
                select(Transaction.from_account_id, Transaction.to_account_id).where(
                    Transaction.id == transaction_id
                )
            ).one_or_none()
            if sides is None:
                return None
            own = session.scalars(select(Account.id).where(Account.id.in_(sides))).all()
            wanted = sides.to_account_id if received else sides.from_account_id
            return wanted if wanted in own else next(iter(own), None)

        return self._access.authorised(lambda token: self._payment.read(query, token=token))


def _notification(row: NotificationRow) -> Notification:
    return Notification(
        id=row.id,
        type=row.type,
        message=row.message,
        is_read=row.is_read,
        created_at=row.created_at.replace(tzinfo=UTC),
        event=row.event,
        transaction_id=row.transaction_id,
        details={name: str(value) for name, value in (row.details or {}).items()},
    )
