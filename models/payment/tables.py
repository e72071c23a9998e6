"""Payment's tables. A desktop reads them through row-level security and writes none."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from sqlalchemy import BigInteger, ForeignKey, Index, SmallInteger, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import JSONB, NUMERIC, VARCHAR
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship

from models.columns import (
    Amount,
    CreatedAt,
    Currency,
    Id,
    LongText,
    Moment,
    NewId,
    audit_logs,
    audit_seals,
    private_tables,
)


class Base(DeclarativeBase):
    """Root of Payment's mappers."""


audit_logs(Base.metadata)
audit_seals(Base.metadata)
private_tables(Base.metadata)


class Holder(Base):
    """A person who may have accounts, by the name that Auth has signed. `stated_at` is Unix time, s."""

    __tablename__ = "holders"

    user_id: Mapped[Id] = mapped_column(primary_key=True)
    full_name: Mapped[str] = mapped_column(VARCHAR(100))
    stated_at: Mapped[Decimal] = mapped_column(NUMERIC(20, 6))
    created_at: Mapped[CreatedAt]


class Account(Base):
    """An account. Available money is `balance` less `held`; `last_sequence` counts its entries."""

    __tablename__ = "accounts"
    __table_args__ = (
        UniqueConstraint("iban", name="accounts_iban_key"),
        Index("accounts_user_id_idx", "user_id"),
    )

    id: Mapped[NewId]
    user_id: Mapped[Id | None] = mapped_column(
        ForeignKey("holders.user_id", name="accounts_user_id_fkey")
    )
    currency: Mapped[Currency]
    balance: Mapped[Amount] = mapped_column(server_default=text("0"))
    created_at: Mapped[CreatedAt]
    kind: Mapped[str] = mapped_column(VARCHAR(20), server_default=text("'CUSTOMER'"))
    name: Mapped[str | None] = mapped_column(VARCHAR(60))
    #: Nullable for writers that know only the six tables' first columns; a trigger fills it.
    iban: Mapped[str] = mapped_column(
        VARCHAR(34), nullable=True, deferred=True, deferred_raiseload=True
    )
    held: Mapped[Amount] = mapped_column(server_default=text("0"))
    last_sequence: Mapped[int] = mapped_column(
        BigInteger, server_default=text("0"), deferred=True, deferred_raiseload=True
    )

    address: Mapped[PaymentAddress | None] = relationship(back_populates="account", lazy="raise")


class PaymentAddress(Base):
    """A name that money can be sent to (``salma@instapay``), for one account."""

    __tablename__ = "payment_addresses"
    __table_args__ = (UniqueConstraint("account_id", name="payment_addresses_account_id_key"),)

    address: Mapped[str] = mapped_column(VARCHAR(50), primary_key=True)
    account_id: Mapped[Id] = mapped_column(
        ForeignKey("accounts.id", name="payment_addresses_account_id_fkey")
    )
    claimed_at: Mapped[CreatedAt]

    account: Mapped[Account] = relationship(back_populates="address", lazy="raise")


class Transaction(Base):
    """A payment by its payer's own id. `amount` is what the payee gets.

    An abandoned one, claimed so that a late original cannot land, has no accounts and no amount.
    """

    __tablename__ = "transactions"
    __table_args__ = (
        Index(
            "transactions_from_account_id_initiated_at_idx",
            "from_account_id",
            "initiated_at",
            postgresql_where=text("status::text <> 'COMPLETED'"),
        ),
    )

    id: Mapped[NewId]
    from_account_id: Mapped[Id | None] = mapped_column(
        ForeignKey("accounts.id", name="transactions_from_account_id_fkey")
    )
    to_account_id: Mapped[Id | None] = mapped_column(
        ForeignKey("accounts.id", name="transactions_to_account_id_fkey")
    )
    amount: Mapped[Amount | None]
    currency: Mapped[Currency | None]
    status: Mapped[str] = mapped_column(VARCHAR(20))
    initiated_at: Mapped[CreatedAt]
    completed_at: Mapped[Moment | None]
    kind: Mapped[str] = mapped_column(VARCHAR(20), server_default=text("'TRANSFER'"))
    note: Mapped[str] = mapped_column(VARCHAR(140), server_default=text("''"))
    fee: Mapped[Amount] = mapped_column(server_default=text("0"))
    fee_account_id: Mapped[Id | None] = mapped_column(
        ForeignKey("accounts.id", name="transactions_fee_account_id_fkey"),
        deferred=True,
        deferred_raiseload=True,
    )
    initiated_by: Mapped[Id | None] = mapped_column(deferred=True, deferred_raiseload=True)
    approved_by: Mapped[Id | None] = mapped_column(deferred=True, deferred_raiseload=True)
    failure_code: Mapped[str | None] = mapped_column(VARCHAR(50))
    expires_at: Mapped[Moment | None]
    payer_balance_after: Mapped[Amount | None] = mapped_column(
        deferred=True, deferred_raiseload=True
    )
    repeats: Mapped[int] = mapped_column(
        server_default=text("0"), deferred=True, deferred_raiseload=True
    )


class LedgerEntry(Base):
    """Half of a leg: what it did to one account. The pair of a leg sums to zero."""

    __tablename__ = "ledger_entries"
    __table_args__ = (Index("ledger_entries_transaction_id_idx", "transaction_id"),)

    account_id: Mapped[Id] = mapped_column(
        ForeignKey("accounts.id", name="ledger_entries_account_id_fkey"), primary_key=True
    )
    sequence: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    transaction_id: Mapped[Id] = mapped_column(
        ForeignKey("transactions.id", name="ledger_entries_transaction_id_fkey")
    )
    leg: Mapped[int] = mapped_column(SmallInteger, server_default=text("1"))
    amount: Mapped[Amount]
    balance_after: Mapped[Amount]
    created_at: Mapped[Moment]
    kind: Mapped[str] = mapped_column(VARCHAR(20))
    counterparty: Mapped[str] = mapped_column(VARCHAR(120))
    note: Mapped[str] = mapped_column(VARCHAR(140), server_default=text("''"))


class Notification(Base):
    """A notice to a person. `message` is English; `event` and `details` let a window word it anew."""

    __tablename__ = "notifications"
    __table_args__ = (
        Index("notifications_user_id_created_at_idx", "user_id", "created_at"),
        Index("notifications_unread_idx", "user_id", postgresql_where=text("NOT is_read")),
    )

    id: Mapped[NewId]
    user_id: Mapped[Id]
    type: Mapped[str] = mapped_column(VARCHAR(50))
    message: Mapped[LongText]
    is_read: Mapped[bool] = mapped_column(server_default=text("false"))
    created_at: Mapped[CreatedAt]
    event: Mapped[str | None] = mapped_column(VARCHAR(50))
    transaction_id: Mapped[Id | None]
    details: Mapped[dict[str, Any] | None] = mapped_column(JSONB)


class Revocation(Base):
    """Tokens of this person or session issued before `not_before` (Unix time, s) count no longer."""

    __tablename__ = "revocations"

    subject: Mapped[Id] = mapped_column(primary_key=True)
    not_before: Mapped[Decimal] = mapped_column(NUMERIC(20, 6))
    created_at: Mapped[CreatedAt]
