"""Column types and the tables that both databases have."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated
from uuid import UUID

from sqlalchemy import (
    CHAR,
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.dialects.postgresql import BYTEA, JSONB, NUMERIC, TIMESTAMP, VARCHAR
from sqlalchemy.dialects.postgresql import UUID as PG_UUID
from sqlalchemy.orm import mapped_column
from sqlalchemy.types import UserDefinedType

#: TIMESTAMP without zone that holds UTC; the database's clock, never the desktop's.
UTC_NOW = text("(clock_timestamp() AT TIME ZONE 'UTC')")

NewId = Annotated[
    UUID, mapped_column(PG_UUID(), primary_key=True, server_default=text("gen_random_uuid()"))
]
Id = Annotated[UUID, mapped_column(PG_UUID())]
CreatedAt = Annotated[datetime, mapped_column(TIMESTAMP(), server_default=UTC_NOW)]
Moment = Annotated[datetime, mapped_column(TIMESTAMP())]
Amount = Annotated[Decimal, mapped_column(NUMERIC(18, 2))]
#: Money counted in a payer's row: never granted, never loaded.
Counter = Annotated[
    Decimal,
    mapped_column(NUMERIC(18, 2), server_default=text("0"), deferred=True, deferred_raiseload=True),
]
Day = Annotated[date, mapped_column(Date())]
Currency = Annotated[str, mapped_column(CHAR(3))]
LongText = Annotated[str, mapped_column(Text())]
#: Never granted to a desktop: loading it is a mistake of ours, and says so at once.
Secret = Annotated[str, mapped_column(Text(), deferred=True, deferred_raiseload=True)]
#: The same for what only functions decide by.
Flag = Annotated[
    bool,
    mapped_column(Boolean(), server_default=text("false"), deferred=True, deferred_raiseload=True),
]
HiddenMoment = Annotated[
    datetime, mapped_column(TIMESTAMP(), deferred=True, deferred_raiseload=True)
]


class Xid8(UserDefinedType[int]):
    """A transaction's 64-bit id, which does not wrap around (pg_current_xact_id)."""

    cache_ok = True

    def get_col_spec(self, **_options: object) -> str:
        """Return the type's name in SQL."""
        return "xid8"


def audit_logs(metadata: MetaData) -> Table:
    """Return the append-only log of one database."""
    return Table(
        "audit_logs",
        metadata,
        Column("id", BigInteger, primary_key=True),
        Column("service", VARCHAR(50), nullable=False),
        Column("event", VARCHAR(50), nullable=False),
        Column("payload", JSONB),
        Column("created_at", TIMESTAMP, nullable=False, server_default=UTC_NOW),
        Column("actor", PG_UUID),
        Column("session_id", PG_UUID),
        Column("database_role", Text, server_default=text("session_user")),
        Column("xid", Xid8, server_default=text("pg_current_xact_id()")),
        Index("audit_logs_xid_idx", "xid"),
    )


def audit_seals(metadata: MetaData) -> Table:
    """Return the chain of hashes over one database's log."""
    return Table(
        "audit_seals",
        metadata,
        Column("id", BigInteger, primary_key=True),
        Column("era", Integer, nullable=False),
        Column("after_id", BigInteger, nullable=False),
        Column("from_xid", Xid8, nullable=False),
        Column("below_xid", Xid8, nullable=False),
        Column("row_count", BigInteger, nullable=False),
        Column("last_id", BigInteger, nullable=False),
        Column("hash", BYTEA, nullable=False),
        Column("created_at", TIMESTAMP, nullable=False, server_default=UTC_NOW),
    )


def audit_heads(metadata: MetaData) -> Table:
    """Return the other database's newest seals, as copied from there."""
    return Table(
        "audit_heads",
        metadata,
        Column("database", VARCHAR(20), primary_key=True),
        Column("seal_id", BigInteger, primary_key=True, autoincrement=False),
        Column("era", Integer, nullable=False),
        Column("last_id", BigInteger, nullable=False),
        Column("hash", BYTEA, nullable=False),
        Column("copied_at", TIMESTAMP, nullable=False, server_default=UTC_NOW),
    )


def private_tables(metadata: MetaData) -> None:
    """Declare the tables of schema `private` that both databases have; only functions read them."""
    Table(
        "signing_keys",
        metadata,
        Column("kid", Text, primary_key=True),
        Column("header", Text, nullable=False),
        Column("inner_pad", BYTEA, nullable=False),
        Column("outer_pad", BYTEA, nullable=False),
        Column("created_at", TIMESTAMP, nullable=False, server_default=UTC_NOW),
        Column("signs", Boolean, nullable=False, server_default=text("true")),
        Column("verifies_until", TIMESTAMP),
        UniqueConstraint("header", name="signing_keys_header_key"),
        CheckConstraint(
            "octet_length(inner_pad) = 64 AND octet_length(outer_pad) = 64",
            name="signing_keys_pads_are_blocks",
        ),
        schema="private",
    )
    Table(
        "settings",
        metadata,
        Column("name", Text, primary_key=True),
        Column("value", Text, nullable=False),
        schema="private",
    )
    Table(
        "worker_runs",
        metadata,
        Column("job", Text, primary_key=True),
        Column("last_run_at", TIMESTAMP, nullable=False),
        Column("state", Text),
        schema="private",
    )
