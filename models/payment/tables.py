"""Payment's tables. A desktop reads them through row-level security and writes none.

Those of the counter are in `counter_tables`, and come with these.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from sqlalchemy import BigInteger, ForeignKey, Index, SmallInteger, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import BYTEA, JSONB, NUMERIC, VARCHAR
from sqlalchemy.orm import Mapped, mapped_column

from models.columns import (
    Amount,
    Counter,
    CreatedAt,
    Currency,
    Day,
    Id,
    LongText,
    Moment,
    NewId,
    audit_heads,
    audit_logs,
    audit_seals,
    private_tables,
)
from models.payment.base import Base
from models.payment.private_tables import known_tokens, payment_rules, setting_changes

audit_logs(Base.metadata)
audit_seals(Base.metadata)
audit_heads(Base.metadata)
private_tables(Base.metadata)
payment_rules(Base.metadata)
known_tokens(Base.metadata)
setting_changes(Base.metadata)


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
        Index("accounts_bank_idx", "currency", postgresql_where=text("kind::text = 'BANK'")),
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

    frozen: Mapped[str | None] = mapped_column(VARCHAR(10))
    frozen_reason: Mapped[str | None] = mapped_column(
        VARCHAR(200), deferred=True, deferred_raiseload=True
    )
    frozen_by: Mapped[Id | None] = mapped_column(deferred=True, deferred_raiseload=True)
    frozen_until: Mapped[Moment | None]
    closed_at: Mapped[Moment | None]
    last_entry_at: Mapped[Moment | None] = mapped_column(deferred=True, deferred_raiseload=True)
    #: What was paid on the bank's day `spent_on` and in its month, by single payments; then by batches.
    spent_on: Mapped[Day | None] = mapped_column(deferred=True, deferred_raiseload=True)
    spent_day: Mapped[Counter]
    spent_month: Mapped[Counter]
    batched_on: Mapped[Day | None] = mapped_column(deferred=True, deferred_raiseload=True)
    batched_day: Mapped[Counter]
    batched_month: Mapped[Counter]
    #: Its owner as strangers may see that person.
    shown_as: Mapped[str | None] = mapped_column(
        VARCHAR(110), deferred=True, deferred_raiseload=True
    )
    #: Whether the bank has admitted it to batches, which have limits of their own.
    batches_allowed: Mapped[bool] = mapped_column(
        server_default=text("false"), deferred=True, deferred_raiseload=True
    )


class PaymentAddress(Base):
    """A name that money can be sent to (``salma@instapay``), for one account, until it is released."""

    __tablename__ = "payment_addresses"
    __table_args__ = (
        Index(
            "payment_addresses_account_id_key",
            "account_id",
            unique=True,
            postgresql_where=text("released_at IS NULL"),
        ),
    )

    address: Mapped[str] = mapped_column(VARCHAR(50), primary_key=True)
    account_id: Mapped[Id] = mapped_column(
        ForeignKey("accounts.id", name="payment_addresses_account_id_fkey")
    )
    claimed_at: Mapped[CreatedAt]
    released_at: Mapped[Moment | None]


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
        # Whom somebody has paid before.
        Index("transactions_from_account_id_to_account_id_idx", "from_account_id", "to_account_id"),
        Index(
            "transactions_expires_at_idx",
            "expires_at",
            postgresql_where=text("status::text = 'PENDING'"),
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
    fee_account_id: Mapped[Id | None] = mapped_column(deferred=True, deferred_raiseload=True)
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
    #: Keys of its entries in the ledger: the payer's first one, and the payee's.
    payer_sequence: Mapped[int | None] = mapped_column(
        BigInteger, deferred=True, deferred_raiseload=True
    )
    payee_sequence: Mapped[int | None] = mapped_column(
        BigInteger, deferred=True, deferred_raiseload=True
    )
    batch_id: Mapped[Id | None] = mapped_column(deferred=True, deferred_raiseload=True)
    #: What a reversal takes back, or would have.
    original_id: Mapped[Id | None] = mapped_column(deferred=True, deferred_raiseload=True)


class LedgerEntry(Base):
    """Half of a leg: what it did to one account. The pair of a leg sums to zero."""

    __tablename__ = "ledger_entries"

    account_id: Mapped[Id] = mapped_column(primary_key=True)
    sequence: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    transaction_id: Mapped[Id]
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
    __table_args__ = (Index("notifications_user_id_created_at_idx", "user_id", "created_at"),)

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


class Limit(Base):
    """What one kind of payer may pay: in one payment, a day, a month; from where it must confirm.

    In `currency`; None is no limit. A kind without a row may not pay at all. `role` is CUSTOMER.
    """

    __tablename__ = "limits"

    kind: Mapped[str] = mapped_column(VARCHAR(20), primary_key=True)
    role: Mapped[str] = mapped_column(VARCHAR(20), primary_key=True)
    account_kind: Mapped[str] = mapped_column(VARCHAR(20), primary_key=True)
    currency: Mapped[Currency] = mapped_column(primary_key=True)
    per_payment: Mapped[Amount | None]
    per_day: Mapped[Amount | None]
    per_month: Mapped[Amount | None]
    confirm_from: Mapped[Amount | None]
    updated_at: Mapped[CreatedAt]
    updated_by: Mapped[Id | None]


class Tariff(Base):
    """The fee of one kind of payment: a part of the amount, at least and at most so much."""

    __tablename__ = "tariffs"

    kind: Mapped[str] = mapped_column(VARCHAR(20), primary_key=True)
    account_kind: Mapped[str] = mapped_column(VARCHAR(20), primary_key=True)
    currency: Mapped[Currency] = mapped_column(primary_key=True)
    rate: Mapped[Decimal] = mapped_column(NUMERIC(9, 6))
    minimum: Mapped[Amount]
    maximum: Mapped[Amount]
    updated_at: Mapped[CreatedAt]
    updated_by: Mapped[Id | None]


class FeeAccount(Base):
    """One of the sixteen accounts that take a currency's fees."""

    __tablename__ = "fee_accounts"
    __table_args__ = (UniqueConstraint("account_id", name="fee_accounts_account_id_key"),)

    currency: Mapped[Currency] = mapped_column(primary_key=True)
    stripe: Mapped[int] = mapped_column(SmallInteger, primary_key=True, autoincrement=False)
    account_id: Mapped[Id] = mapped_column(
        ForeignKey("accounts.id", name="fee_accounts_account_id_fkey")
    )


class Reversal(Base):
    """A payment that was taken back, by another payment; its key makes a second one impossible."""

    __tablename__ = "reversals"
    __table_args__ = (UniqueConstraint("reversal_id", name="reversals_reversal_id_key"),)

    original_id: Mapped[Id] = mapped_column(
        ForeignKey("transactions.id", name="reversals_original_id_fkey"), primary_key=True
    )
    reversal_id: Mapped[Id] = mapped_column(
        ForeignKey("transactions.id", name="reversals_reversal_id_fkey")
    )
    payer_account_id: Mapped[Id]
    payee_account_id: Mapped[Id]
    reason: Mapped[str] = mapped_column(VARCHAR(200))
    fee_returned: Mapped[Amount]
    from_bank: Mapped[bool]
    reversed_by: Mapped[Id]
    created_at: Mapped[CreatedAt]


class Batch(Base):
    """Payments that were made as one: all, or none of them. `digest` is the sha256 of what was asked.

    An abandoned one, claimed so that a late original cannot land, has nothing but its id and actor.
    """

    __tablename__ = "batches"

    id: Mapped[Id] = mapped_column(primary_key=True)
    payer_account_id: Mapped[Id | None] = mapped_column(
        ForeignKey("accounts.id", name="batches_payer_account_id_fkey")
    )
    initiated_by: Mapped[Id]
    digest: Mapped[bytes | None] = mapped_column(BYTEA)
    row_count: Mapped[int | None]
    currency: Mapped[Currency | None]
    amount: Mapped[Amount | None]
    fee: Mapped[Amount] = mapped_column(server_default=text("0"))
    status: Mapped[str] = mapped_column(VARCHAR(20))
    failure_code: Mapped[str | None] = mapped_column(VARCHAR(50))
    decided_at: Mapped[Moment]
    payer_balance_after: Mapped[Amount | None]
    repeats: Mapped[int] = mapped_column(server_default=text("0"))
    #: How staff identified the customer; None for one that its payer made.
    identification: Mapped[str | None] = mapped_column(VARCHAR(200))


class Contact(Base):
    """A payee that a person keeps, by a name of that person's choice."""

    __tablename__ = "contacts"
    __table_args__ = (
        UniqueConstraint("owner_id", "account_id", name="contacts_owner_id_account_id_key"),
    )

    id: Mapped[NewId]
    owner_id: Mapped[Id]
    account_id: Mapped[Id] = mapped_column(
        ForeignKey("accounts.id", name="contacts_account_id_fkey")
    )
    name: Mapped[str] = mapped_column(VARCHAR(60))
    reached_by: Mapped[str] = mapped_column(VARCHAR(50))
    created_at: Mapped[CreatedAt]


class PayeeQuestion(Base):
    """Somebody's question whom an IBAN or address reaches, counted before it is answered."""

    __tablename__ = "payee_questions"
    __table_args__ = (
        Index("payee_questions_user_id_asked_at_idx", "user_id", "asked_at"),
        Index("payee_questions_asked_at_idx", "asked_at"),
    )

    id: Mapped[NewId]
    user_id: Mapped[Id]
    question: Mapped[str] = mapped_column(VARCHAR(50))
    asked_at: Mapped[CreatedAt]


class BatchQuestion(Base):
    """Somebody's question whom a batch's rows reach, counted before it is answered.

    `digest` is the sha256 of the texts that were asked about.
    """

    __tablename__ = "batch_questions"
    __table_args__ = (
        Index("batch_questions_user_id_asked_at_idx", "user_id", "asked_at"),
        Index("batch_questions_asked_at_idx", "asked_at"),
        Index("batch_questions_payer_account_id_idx", "payer_account_id"),
    )

    id: Mapped[NewId]
    user_id: Mapped[Id]
    payer_account_id: Mapped[Id] = mapped_column(
        ForeignKey("accounts.id", name="batch_questions_payer_account_id_fkey")
    )
    row_count: Mapped[int]
    digest: Mapped[bytes] = mapped_column(BYTEA)
    asked_at: Mapped[CreatedAt]
