"""Payments lock their accounts at their end, and what they look up follows from what they write.

Whom somebody has paid before is told by the payments themselves, through an index over both sides: a
table of its own took a statement and a row in each payment. A reversal says what it reverses, a refused
one too.
"""

from __future__ import annotations

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_UPGRADE = """
-- squawk-ignore require-concurrent-index-creation
CREATE INDEX transactions_from_account_id_to_account_id_idx
    ON public.transactions (from_account_id, to_account_id);
-- squawk-ignore ban-drop-table
DROP TABLE public.known_payees;

ALTER TABLE public.transactions ADD COLUMN original_id uuid;
UPDATE public.transactions AS t SET original_id = r.original_id
FROM public.reversals AS r WHERE r.reversal_id = t.id;

CREATE TYPE private.standing AS (
    payer_balance numeric(18, 2), payer_first_balance numeric(18, 2), payer_last_sequence bigint,
    payer_sequence bigint, payer_at timestamp, payee_balance numeric(18, 2),
    payee_first_balance numeric(18, 2), payee_last_sequence bigint, payee_sequence bigint,
    payee_at timestamp, fees_balance numeric(18, 2), fees_sequence bigint, fees_at timestamp
);
"""

_DOWNGRADE = """
DROP TYPE private.standing;
ALTER TABLE public.transactions DROP COLUMN original_id;
CREATE TABLE public.known_payees (
    user_id uuid NOT NULL,
    account_id uuid NOT NULL,
    first_paid_at timestamp NOT NULL,
    CONSTRAINT known_payees_pkey PRIMARY KEY (user_id, account_id)
);
ALTER TABLE public.known_payees ENABLE ROW LEVEL SECURITY;
INSERT INTO public.known_payees (user_id, account_id, first_paid_at)
SELECT a.user_id, t.to_account_id, min(t.completed_at)
FROM public.transactions AS t JOIN public.accounts AS a ON a.id = t.from_account_id
WHERE t.kind = 'TRANSFER' AND t.status = 'COMPLETED'
GROUP BY a.user_id, t.to_account_id;
DROP INDEX public.transactions_from_account_id_to_account_id_idx;
"""


def upgrade() -> None:
    op.execute(_UPGRADE)


def downgrade() -> None:
    op.execute(_DOWNGRADE)
