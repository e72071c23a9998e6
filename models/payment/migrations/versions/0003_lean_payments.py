"""What a payment looks up for itself stands in the rows that it locks anyway.

An account says how its owner appears to strangers. Limits, tariffs, fee accounts and the bank's zone
come together in one row for each kind of payment. What functions hand one another has types with names:
for a function with OUT parameters Postgres works the type out anew at each call.
"""

from __future__ import annotations

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_UPGRADE = """
ALTER TABLE public.accounts ADD COLUMN shown_as varchar(110);
UPDATE public.accounts AS a
SET shown_as = CASE
    WHEN strpos(btrim(h.full_name), ' ') = 0 THEN left(btrim(h.full_name), 1) || '••••'
    ELSE split_part(btrim(h.full_name), ' ', 1) || ' '
        || left(ltrim(substr(btrim(h.full_name), strpos(btrim(h.full_name), ' '))), 1) || '••••'
END
FROM public.holders AS h WHERE h.user_id = a.user_id;
ALTER TABLE public.accounts ALTER COLUMN shown_as SET STATISTICS 0;

-- Whoever inserts a payment has asked whether its amount is one, and the doctor proves it.
-- squawk-ignore ban-drop-constraint
ALTER TABLE public.transactions DROP CONSTRAINT transactions_amount_is_positive;

-- A trigger keeps it as limits, tariffs, fee accounts and settings are; nobody else writes to it.
CREATE TABLE private.payment_rules (
    kind varchar(20) NOT NULL,
    account_kind varchar(20) NOT NULL,
    currency char(3) NOT NULL,
    per_payment numeric(18, 2),
    per_day numeric(18, 2),
    per_month numeric(18, 2),
    confirm_from numeric(18, 2),
    rate numeric(9, 6),
    minimum numeric(18, 2),
    maximum numeric(18, 2),
    time_zone text NOT NULL,
    fee_account_ids uuid[] NOT NULL,
    CONSTRAINT payment_rules_pkey PRIMARY KEY (kind, account_kind, currency)
);
INSERT INTO private.payment_rules
SELECT l.kind, l.account_kind, l.currency, l.per_payment, l.per_day, l.per_month, l.confirm_from,
    t.rate, t.minimum, t.maximum, s.value,
    ARRAY(SELECT f.account_id FROM public.fee_accounts AS f
        WHERE f.currency = l.currency ORDER BY f.stripe)
FROM public.limits AS l
LEFT JOIN public.tariffs AS t USING (kind, account_kind, currency)
JOIN private.settings AS s ON s.name = 'time_zone'
WHERE l.role = 'CUSTOMER';

-- Access tokens that a writing call has verified, until they die. Lost in a crash: then they are verified
-- once more.
CREATE UNLOGGED TABLE private.known_tokens (
    signature text COLLATE "C" CONSTRAINT known_tokens_pkey PRIMARY KEY,
    token text NOT NULL,
    database_role text NOT NULL,
    user_id uuid,
    session_id uuid,
    roles jsonb,
    issued numeric,
    dies_at timestamptz NOT NULL
);
CREATE INDEX known_tokens_dies_at_idx ON private.known_tokens (dies_at);

CREATE TYPE private.caller_facts AS (
    user_id uuid, session_id uuid, roles jsonb, has_confirmed boolean, issued numeric,
    dies numeric
);
CREATE TYPE private.verdict AS (
    failure_code text, fee numeric, total numeric, available numeric, needs_confirmation boolean,
    per_payment numeric, per_day numeric, per_month numeric, spent_on date, spent_day numeric,
    spent_month numeric, fee_account_id uuid
);
CREATE TYPE private.outcome AS (
    status text, failure_code text, decided_at timestamp, balance_after numeric, fee numeric
);
"""

_DOWNGRADE = """
DROP TABLE private.payment_rules, private.known_tokens;
DROP TYPE private.caller_facts, private.verdict, private.outcome;
ALTER TABLE public.transactions
    ADD CONSTRAINT transactions_amount_is_positive CHECK (amount > 0 AND amount <> 'NaN');
ALTER TABLE public.accounts DROP COLUMN shown_as;
"""


def upgrade() -> None:
    op.execute(_UPGRADE)


def downgrade() -> None:
    op.execute(_DOWNGRADE)
