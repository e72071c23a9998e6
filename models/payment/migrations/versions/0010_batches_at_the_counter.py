"""Batches at the counter: how the customer was identified; and questions about whom their rows reach."""

from __future__ import annotations

from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

_UPGRADE = """
ALTER TABLE public.batches ADD COLUMN identification varchar(200);

CREATE TABLE public.batch_questions (
    id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT batch_questions_pkey PRIMARY KEY,
    user_id uuid NOT NULL,
    payer_account_id uuid NOT NULL
        CONSTRAINT batch_questions_payer_account_id_fkey REFERENCES public.accounts (id),
    row_count integer NOT NULL,
    digest bytea NOT NULL,
    asked_at timestamp NOT NULL DEFAULT (clock_timestamp() AT TIME ZONE 'UTC')
);
CREATE INDEX batch_questions_user_id_asked_at_idx ON public.batch_questions (user_id, asked_at);
CREATE INDEX batch_questions_asked_at_idx ON public.batch_questions (asked_at);
CREATE INDEX batch_questions_payer_account_id_idx ON public.batch_questions (payer_account_id);
ALTER TABLE public.batch_questions ENABLE ROW LEVEL SECURITY;

INSERT INTO private.settings (name, value) VALUES ('batch_rows_per_day', '50000');
"""

_DOWNGRADE = """
DELETE FROM private.settings WHERE name = 'batch_rows_per_day';
DROP TABLE public.batch_questions;
ALTER TABLE public.batches DROP COLUMN identification;
"""


def upgrade() -> None:
    op.execute(_UPGRADE)


def downgrade() -> None:
    op.execute(_DOWNGRADE)
