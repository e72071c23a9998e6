"""The other database's newest seals, and what an attempt was made for."""

from __future__ import annotations

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_UPGRADE = """
CREATE TABLE public.audit_heads (
    database varchar(20) NOT NULL,
    seal_id bigint NOT NULL,
    era integer NOT NULL,
    last_id bigint NOT NULL,
    hash bytea NOT NULL,
    copied_at timestamp NOT NULL DEFAULT (clock_timestamp() AT TIME ZONE 'UTC'),
    CONSTRAINT audit_heads_pkey PRIMARY KEY (database, seal_id)
);
ALTER TABLE private.worker_runs ADD COLUMN state text;
ALTER TABLE public.audit_heads ENABLE ROW LEVEL SECURITY;
"""


def upgrade() -> None:
    op.execute(_UPGRADE)


def downgrade() -> None:
    op.execute("DROP TABLE public.audit_heads; ALTER TABLE private.worker_runs DROP COLUMN state;")
