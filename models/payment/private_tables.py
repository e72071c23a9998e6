"""Payment's tables of schema `private` that Auth has not: only functions read and write them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import CHAR, Column, Index, Numeric, Table, Text
from sqlalchemy.dialects.postgresql import ARRAY, JSONB, NUMERIC, TIMESTAMP, VARCHAR
from sqlalchemy.dialects.postgresql import UUID as PG_UUID

if TYPE_CHECKING:
    from sqlalchemy import MetaData


def payment_rules(metadata: MetaData) -> Table:
    """Return the limits, tariff, fee accounts and zone of each kind of payment, one row a kind."""
    return Table(
        "payment_rules",
        metadata,
        Column("kind", VARCHAR(20), primary_key=True),
        Column("account_kind", VARCHAR(20), primary_key=True),
        Column("currency", CHAR(3), primary_key=True),
        Column("per_payment", NUMERIC(18, 2)),
        Column("per_day", NUMERIC(18, 2)),
        Column("per_month", NUMERIC(18, 2)),
        Column("confirm_from", NUMERIC(18, 2)),
        Column("rate", NUMERIC(9, 6)),
        Column("minimum", NUMERIC(18, 2)),
        Column("maximum", NUMERIC(18, 2)),
        Column("time_zone", Text, nullable=False),
        Column("fee_account_ids", ARRAY(PG_UUID), nullable=False),
        schema="private",
    )


def known_tokens(metadata: MetaData) -> Table:
    """Return the access tokens that have been verified and have not died. `issued` is Unix time, s."""
    return Table(
        "known_tokens",
        metadata,
        Column("signature", Text(collation="C"), primary_key=True),
        Column("token", Text, nullable=False),
        Column("database_role", Text, nullable=False),
        Column("user_id", PG_UUID),
        Column("session_id", PG_UUID),
        Column("roles", JSONB),
        Column("issued", Numeric),
        Column("dies_at", TIMESTAMP(timezone=True), nullable=False),
        Index("known_tokens_dies_at_idx", "dies_at"),
        schema="private",
    )


def setting_changes(metadata: MetaData) -> Table:
    """Return who changed a setting last, and when; a trigger keeps it. Null is the owner's SQL."""
    return Table(
        "setting_changes",
        metadata,
        Column("name", Text, primary_key=True),
        Column("changed_at", TIMESTAMP, nullable=False),
        Column("changed_by", PG_UUID),
        schema="private",
    )
