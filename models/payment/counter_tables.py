"""Payment's tables of the counter: finding customers, tills, slips. A desktop reads none of them itself."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ForeignKey, Identity, Index, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import JSONB, VARCHAR
from sqlalchemy.orm import Mapped, mapped_column

from models.columns import Amount, CreatedAt, Currency, Day, Id, Moment, NewId
from models.payment.base import Base


class HolderWord(Base):
    """A word of a person's name, folded, so that staff find it by its beginning. A trigger keeps it."""

    __tablename__ = "holder_words"
    __table_args__ = (Index("holder_words_user_id_idx", "user_id"),)

    word: Mapped[str] = mapped_column(VARCHAR(400, collation="C"), primary_key=True)
    user_id: Mapped[Id] = mapped_column(
        ForeignKey("holders.user_id", name="holder_words_user_id_fkey", ondelete="CASCADE"),
        primary_key=True,
    )


class CustomerOpening(Base):
    """Until when a member of staff may read a customer's accounts, and why."""

    __tablename__ = "customer_openings"
    __table_args__ = (
        Index("customer_openings_staff_id_closes_at_idx", "staff_id", "closes_at"),
        Index("customer_openings_customer_id_idx", "customer_id"),
    )

    id: Mapped[NewId]
    staff_id: Mapped[Id]
    session_id: Mapped[Id]
    customer_id: Mapped[Id] = mapped_column(
        ForeignKey("holders.user_id", name="customer_openings_customer_id_fkey")
    )
    reason: Mapped[str] = mapped_column(VARCHAR(200))
    opened_at: Mapped[CreatedAt]
    closes_at: Mapped[Moment]


class CustomerNote(Base):
    """What staff wrote about a customer, for other staff."""

    __tablename__ = "customer_notes"
    __table_args__ = (
        Index("customer_notes_customer_id_created_at_idx", "customer_id", "created_at"),
    )

    id: Mapped[NewId]
    customer_id: Mapped[Id] = mapped_column(
        ForeignKey("holders.user_id", name="customer_notes_customer_id_fkey")
    )
    author_id: Mapped[Id]
    author_name: Mapped[str] = mapped_column(VARCHAR(100))
    text: Mapped[str] = mapped_column(VARCHAR(1000))
    created_at: Mapped[CreatedAt]


class Till(Base):
    """A teller's drawer in a currency. Its cash is minus its account's balance."""

    __tablename__ = "tills"
    __table_args__ = (UniqueConstraint("account_id", name="tills_account_id_key"),)

    teller_id: Mapped[Id] = mapped_column(primary_key=True)
    currency: Mapped[Currency] = mapped_column(primary_key=True)
    account_id: Mapped[Id] = mapped_column(ForeignKey("accounts.id", name="tills_account_id_fkey"))
    number: Mapped[int] = mapped_column(Identity(always=False))


class TillSession(Base):
    """A till from its opening to its closing. `counts` are denominations and how many of each."""

    __tablename__ = "till_sessions"
    __table_args__ = (
        Index(
            "till_sessions_open_key",
            "teller_id",
            "currency",
            unique=True,
            postgresql_where=text("closed_at IS NULL"),
        ),
        Index("till_sessions_account_id_opened_at_idx", "account_id", "opened_at"),
        Index("till_sessions_business_day_idx", "business_day"),
        Index("till_sessions_taken_over_from_idx", "taken_over_from"),
    )

    id: Mapped[Id] = mapped_column(primary_key=True)
    teller_id: Mapped[Id]
    teller_name: Mapped[str] = mapped_column(VARCHAR(100))
    currency: Mapped[Currency]
    account_id: Mapped[Id] = mapped_column(
        ForeignKey("accounts.id", name="till_sessions_account_id_fkey")
    )
    business_day: Mapped[Day]
    opened_at: Mapped[Moment]
    opening_float: Mapped[Amount]
    taken_over_from: Mapped[Id | None] = mapped_column(
        ForeignKey("till_sessions.id", name="till_sessions_taken_over_from_fkey")
    )
    last_slip: Mapped[int] = mapped_column(server_default=text("0"))
    counted_at: Mapped[Moment | None]
    counts: Mapped[dict[str, Any] | None] = mapped_column(JSONB)
    counted: Mapped[Amount | None]
    expected: Mapped[Amount | None]
    variance_reason: Mapped[str | None] = mapped_column(VARCHAR(200))
    variance_needs_approval: Mapped[bool] = mapped_column(server_default=text("false"))
    variance_approved_by: Mapped[Id | None]
    variance_approved_at: Mapped[Moment | None]
    closed_at: Mapped[Moment | None]


class CashSlip(Base):
    """The numbered slip of what was done at a till, how the customer was identified, and who decided."""

    __tablename__ = "cash_slips"
    __table_args__ = (UniqueConstraint("till_session_id", "number", name="cash_slips_number_key"),)

    transaction_id: Mapped[Id] = mapped_column(
        ForeignKey("transactions.id", name="cash_slips_transaction_id_fkey"), primary_key=True
    )
    till_session_id: Mapped[Id] = mapped_column(
        ForeignKey("till_sessions.id", name="cash_slips_till_session_id_fkey")
    )
    number: Mapped[int]
    identification: Mapped[str] = mapped_column(VARCHAR(200))
    decline_reason: Mapped[str | None] = mapped_column(VARCHAR(200))
    #: The supervisor who approved or declined it, by the name that Payment knew then.
    decided_by: Mapped[Id | None]
    decided_by_name: Mapped[str | None] = mapped_column(VARCHAR(100))


class CounterLimit(Base):
    """Up to which amount a role may act at the counter without somebody else's approval."""

    __tablename__ = "counter_limits"

    role: Mapped[str] = mapped_column(VARCHAR(20), primary_key=True)
    kind: Mapped[str] = mapped_column(VARCHAR(20), primary_key=True)
    currency: Mapped[Currency] = mapped_column(primary_key=True)
    alone_up_to: Mapped[Amount]
    updated_at: Mapped[CreatedAt]
    updated_by: Mapped[Id | None]
