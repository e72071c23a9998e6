"""Tills: who has which drawer open, what was done at it, and how far a member of staff may go alone."""

from __future__ import annotations

from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

_UPGRADE = """
CREATE TABLE public.tills (
    teller_id uuid NOT NULL,
    currency char(3) NOT NULL,
    account_id uuid NOT NULL CONSTRAINT tills_account_id_fkey REFERENCES public.accounts (id),
    number integer NOT NULL GENERATED ALWAYS AS IDENTITY,
    CONSTRAINT tills_pkey PRIMARY KEY (teller_id, currency),
    CONSTRAINT tills_account_id_key UNIQUE (account_id)
);
CREATE TABLE public.till_sessions (
    id uuid NOT NULL CONSTRAINT till_sessions_pkey PRIMARY KEY,
    teller_id uuid NOT NULL,
    teller_name varchar(100) NOT NULL,
    currency char(3) NOT NULL,
    account_id uuid NOT NULL CONSTRAINT till_sessions_account_id_fkey REFERENCES public.accounts (id),
    business_day date NOT NULL,
    opened_at timestamp NOT NULL,
    opening_float numeric(18, 2) NOT NULL,
    taken_over_from uuid
        CONSTRAINT till_sessions_taken_over_from_fkey REFERENCES public.till_sessions (id),
    last_slip integer NOT NULL DEFAULT 0,
    counted_at timestamp,
    counts jsonb,
    counted numeric(18, 2),
    expected numeric(18, 2),
    variance_reason varchar(200),
    variance_needs_approval boolean NOT NULL DEFAULT false,
    variance_approved_by uuid,
    variance_approved_at timestamp,
    closed_at timestamp,
    CONSTRAINT till_sessions_counted_whole CHECK (
        (counted_at IS NULL) = (counted IS NULL) AND (counted_at IS NULL) = (expected IS NULL)
        AND (closed_at IS NULL OR counted_at IS NOT NULL))
);
CREATE UNIQUE INDEX till_sessions_open_key ON public.till_sessions (teller_id, currency)
    WHERE closed_at IS NULL;
CREATE INDEX till_sessions_account_id_opened_at_idx
    ON public.till_sessions (account_id, opened_at);
CREATE INDEX till_sessions_business_day_idx ON public.till_sessions (business_day);
CREATE INDEX till_sessions_taken_over_from_idx ON public.till_sessions (taken_over_from);

CREATE TABLE public.cash_slips (
    transaction_id uuid NOT NULL CONSTRAINT cash_slips_pkey PRIMARY KEY
        CONSTRAINT cash_slips_transaction_id_fkey REFERENCES public.transactions (id),
    till_session_id uuid NOT NULL
        CONSTRAINT cash_slips_till_session_id_fkey REFERENCES public.till_sessions (id),
    number integer NOT NULL,
    identification varchar(200) NOT NULL,
    decline_reason varchar(200),
    CONSTRAINT cash_slips_number_key UNIQUE (till_session_id, number)
);

CREATE TABLE public.counter_limits (
    role varchar(20) NOT NULL,
    kind varchar(20) NOT NULL,
    currency char(3) NOT NULL,
    alone_up_to numeric(18, 2) NOT NULL,
    updated_at timestamp NOT NULL DEFAULT (clock_timestamp() AT TIME ZONE 'UTC'),
    updated_by uuid,
    CONSTRAINT counter_limits_pkey PRIMARY KEY (role, kind, currency),
    CONSTRAINT counter_limits_role_is_staff CHECK (role IN ('TELLER', 'SUPERVISOR')),
    CONSTRAINT counter_limits_kind_is_known CHECK (kind IN ('CASH_IN', 'CASH_OUT', 'COUNTER')),
    CONSTRAINT counter_limits_is_a_number CHECK (alone_up_to >= 0 AND alone_up_to <> 'NaN')
);
INSERT INTO public.counter_limits (role, kind, currency, alone_up_to)
SELECT r.role, k.kind, c.currency, round(k.amount * r.times / c.rate, 2)
FROM (VALUES ('TELLER', 1), ('SUPERVISOR', 10)) AS r (role, times),
    (VALUES ('CASH_IN', 100000), ('CASH_OUT', 20000), ('COUNTER', 50000)) AS k (kind, amount),
    (VALUES ('EGP', 1), ('USD', 50), ('EUR', 50)) AS c (currency, rate);
INSERT INTO private.settings (name, value) VALUES
    ('till_variance_alone', '50'), ('approval_hours', '8');

ALTER TABLE public.tills ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.till_sessions ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.cash_slips ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.counter_limits ENABLE ROW LEVEL SECURITY;
"""

_DOWNGRADE = """
DELETE FROM private.settings WHERE name IN ('till_variance_alone', 'approval_hours');
DROP TABLE public.counter_limits;
DROP TABLE public.cash_slips;
DROP TABLE public.till_sessions;
DROP TABLE public.tills;
"""


def upgrade() -> None:
    op.execute(_UPGRADE)


def downgrade() -> None:
    op.execute(_DOWNGRADE)
