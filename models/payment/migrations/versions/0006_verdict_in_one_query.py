"""A payment's verdict says what its booking needs, so that nothing carries whole rows of accounts."""

from __future__ import annotations

from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_UPGRADE = """
-- Functions alone use them, and those are made anew after the revisions.
-- squawk-ignore ban-drop-type
DROP TYPE private.standing;
-- squawk-ignore ban-drop-type
DROP TYPE private.verdict;
CREATE TYPE private.verdict AS (
    failure_code text, fee numeric, available numeric, needs_confirmation boolean,
    per_payment numeric, per_day numeric, per_month numeric, spent_on date, spent_day numeric,
    spent_month numeric, fee_account_id uuid, payee_user_id uuid, payer_sees text, payee_sees text,
    is_claimed boolean, is_delicate boolean
);
"""

_DOWNGRADE = """
DROP TYPE private.verdict;
CREATE TYPE private.verdict AS (
    failure_code text, fee numeric, total numeric, available numeric, needs_confirmation boolean,
    per_payment numeric, per_day numeric, per_month numeric, spent_on date, spent_day numeric,
    spent_month numeric, fee_account_id uuid
);
CREATE TYPE private.standing AS (
    payer_balance numeric(18, 2), payer_first_balance numeric(18, 2), payer_last_sequence bigint,
    payer_sequence bigint, payer_at timestamp, payee_balance numeric(18, 2),
    payee_first_balance numeric(18, 2), payee_last_sequence bigint, payee_sequence bigint,
    payee_at timestamp, fees_balance numeric(18, 2), fees_sequence bigint, fees_at timestamp
);
"""


def upgrade() -> None:
    op.execute(_UPGRADE)


def downgrade() -> None:
    op.execute(_DOWNGRADE)
