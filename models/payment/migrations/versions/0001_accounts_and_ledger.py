"""Accounts, transactions, the ledger, notices, holders, keys and the log."""

from __future__ import annotations

from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_UPGRADE = """
CREATE TABLE public.holders (
    user_id uuid CONSTRAINT holders_pkey PRIMARY KEY,
    full_name varchar(100) NOT NULL,
    stated_at numeric(20, 6) NOT NULL,
    created_at timestamp NOT NULL DEFAULT (clock_timestamp() AT TIME ZONE 'UTC')
);

CREATE TABLE public.accounts (
    id uuid DEFAULT gen_random_uuid() CONSTRAINT accounts_pkey PRIMARY KEY,
    user_id uuid CONSTRAINT accounts_user_id_fkey REFERENCES public.holders (user_id),
    currency char(3) NOT NULL,
    balance numeric(18, 2) NOT NULL DEFAULT 0,
    created_at timestamp NOT NULL DEFAULT (clock_timestamp() AT TIME ZONE 'UTC'),
    kind varchar(20) NOT NULL DEFAULT 'CUSTOMER',
    name varchar(60),
    iban varchar(34) CONSTRAINT accounts_iban_key UNIQUE,
    held numeric(18, 2) NOT NULL DEFAULT 0,
    last_sequence bigint NOT NULL DEFAULT 0,
    CONSTRAINT accounts_kind_is_known
        CHECK (kind IN ('CUSTOMER', 'TILL', 'VAULT', 'FEES', 'VARIANCE', 'BANK')),
    CONSTRAINT accounts_only_customers_have_users CHECK ((kind = 'CUSTOMER') = (user_id IS NOT NULL)),
    CONSTRAINT accounts_customers_are_not_overdrawn
        CHECK (kind <> 'CUSTOMER' OR (balance >= 0 AND held >= 0 AND held <= balance)),
    CONSTRAINT accounts_figures_are_numbers CHECK (balance <> 'NaN' AND held <> 'NaN')
) WITH (fillfactor = 80);
CREATE INDEX accounts_user_id_idx ON public.accounts (user_id);

CREATE TABLE public.payment_addresses (
    address varchar(50) CONSTRAINT payment_addresses_pkey PRIMARY KEY,
    account_id uuid NOT NULL CONSTRAINT payment_addresses_account_id_fkey
        REFERENCES public.accounts (id),
    claimed_at timestamp NOT NULL DEFAULT (clock_timestamp() AT TIME ZONE 'UTC'),
    CONSTRAINT payment_addresses_account_id_key UNIQUE (account_id),
    CONSTRAINT payment_addresses_address_is_folded
        CHECK (address ~ '^[a-z0-9][a-z0-9._-]{1,38}@instapay$')
);

CREATE TABLE public.transactions (
    id uuid DEFAULT gen_random_uuid() CONSTRAINT transactions_pkey PRIMARY KEY,
    from_account_id uuid CONSTRAINT transactions_from_account_id_fkey
        REFERENCES public.accounts (id),
    to_account_id uuid CONSTRAINT transactions_to_account_id_fkey REFERENCES public.accounts (id),
    amount numeric(18, 2),
    currency char(3),
    status varchar(20) NOT NULL,
    initiated_at timestamp NOT NULL DEFAULT (clock_timestamp() AT TIME ZONE 'UTC'),
    completed_at timestamp,
    kind varchar(20) NOT NULL DEFAULT 'TRANSFER',
    note varchar(140) NOT NULL DEFAULT '',
    fee numeric(18, 2) NOT NULL DEFAULT 0,
    fee_account_id uuid CONSTRAINT transactions_fee_account_id_fkey
        REFERENCES public.accounts (id),
    initiated_by uuid,
    approved_by uuid,
    failure_code varchar(50),
    expires_at timestamp,
    payer_balance_after numeric(18, 2),
    repeats integer NOT NULL DEFAULT 0,
    CONSTRAINT transactions_status_is_known
        CHECK (status IN ('PENDING', 'COMPLETED', 'CANCELLED', 'EXPIRED', 'FAILED')),
    CONSTRAINT transactions_amount_is_positive CHECK (amount > 0 AND amount <> 'NaN'),
    CONSTRAINT transactions_failure_has_code CHECK ((status = 'FAILED') = (failure_code IS NOT NULL)),
    CONSTRAINT transactions_only_abandoned_is_empty CHECK (
        failure_code IS NOT DISTINCT FROM 'abandoned'
        OR (from_account_id IS NOT NULL AND to_account_id IS NOT NULL
            AND amount IS NOT NULL AND currency IS NOT NULL)),
    CONSTRAINT transactions_accounts_differ CHECK (from_account_id <> to_account_id)
) WITH (fillfactor = 90);
CREATE INDEX transactions_from_account_id_initiated_at_idx
    ON public.transactions (from_account_id, initiated_at) WHERE status <> 'COMPLETED';

CREATE TABLE public.ledger_entries (
    account_id uuid NOT NULL CONSTRAINT ledger_entries_account_id_fkey
        REFERENCES public.accounts (id),
    sequence bigint NOT NULL,
    transaction_id uuid NOT NULL CONSTRAINT ledger_entries_transaction_id_fkey
        REFERENCES public.transactions (id),
    leg smallint NOT NULL DEFAULT 1,
    amount numeric(18, 2) NOT NULL,
    balance_after numeric(18, 2) NOT NULL,
    created_at timestamp NOT NULL,
    kind varchar(20) NOT NULL,
    counterparty varchar(120) NOT NULL,
    note varchar(140) NOT NULL DEFAULT '',
    CONSTRAINT ledger_entries_pkey PRIMARY KEY (account_id, sequence),
    CONSTRAINT ledger_entries_amount_is_not_zero CHECK (amount <> 0)
);
CREATE INDEX ledger_entries_transaction_id_idx ON public.ledger_entries (transaction_id);

CREATE TABLE public.notifications (
    id uuid DEFAULT gen_random_uuid() CONSTRAINT notifications_pkey PRIMARY KEY,
    user_id uuid NOT NULL,
    type varchar(50) NOT NULL,
    message text NOT NULL,
    is_read boolean NOT NULL DEFAULT false,
    created_at timestamp NOT NULL DEFAULT (clock_timestamp() AT TIME ZONE 'UTC'),
    event varchar(50),
    transaction_id uuid,
    details jsonb
) WITH (fillfactor = 90);
CREATE INDEX notifications_user_id_created_at_idx
    ON public.notifications (user_id, created_at);
CREATE INDEX notifications_unread_idx ON public.notifications (user_id) WHERE NOT is_read;

CREATE TABLE public.revocations (
    subject uuid CONSTRAINT revocations_pkey PRIMARY KEY,
    not_before numeric(20, 6) NOT NULL,
    created_at timestamp NOT NULL DEFAULT (clock_timestamp() AT TIME ZONE 'UTC')
);

CREATE TABLE public.audit_logs (
    id bigserial CONSTRAINT audit_logs_pkey PRIMARY KEY,
    service varchar(50) NOT NULL,
    event varchar(50) NOT NULL,
    payload jsonb,
    created_at timestamp NOT NULL DEFAULT (clock_timestamp() AT TIME ZONE 'UTC'),
    actor uuid,
    session_id uuid,
    database_role text DEFAULT session_user,
    xid xid8 DEFAULT pg_current_xact_id()
);
CREATE INDEX audit_logs_xid_idx ON public.audit_logs (xid);

CREATE TABLE public.audit_seals (
    id bigserial CONSTRAINT audit_seals_pkey PRIMARY KEY,
    era integer NOT NULL,
    after_id bigint NOT NULL,
    from_xid xid8 NOT NULL,
    below_xid xid8 NOT NULL,
    row_count bigint NOT NULL,
    last_id bigint NOT NULL,
    hash bytea NOT NULL,
    created_at timestamp NOT NULL DEFAULT (clock_timestamp() AT TIME ZONE 'UTC'),
    CONSTRAINT audit_seals_range_is_forward CHECK (from_xid <= below_xid)
);

CREATE TABLE private.signing_keys (
    kid text CONSTRAINT signing_keys_pkey PRIMARY KEY,
    header text NOT NULL CONSTRAINT signing_keys_header_key UNIQUE,
    inner_pad bytea NOT NULL,
    outer_pad bytea NOT NULL,
    created_at timestamp NOT NULL DEFAULT (clock_timestamp() AT TIME ZONE 'UTC'),
    signs boolean NOT NULL DEFAULT true,
    verifies_until timestamp,
    CONSTRAINT signing_keys_pads_are_blocks
        CHECK (octet_length(inner_pad) = 64 AND octet_length(outer_pad) = 64)
);

CREATE TABLE private.settings (
    name text CONSTRAINT settings_pkey PRIMARY KEY,
    value text NOT NULL
);
INSERT INTO private.settings (name, value) VALUES
    ('time_zone', 'Africa/Cairo'),
    ('iban_bank_and_branch', '00190005');

CREATE TABLE private.worker_runs (
    job text CONSTRAINT worker_runs_pkey PRIMARY KEY,
    last_run_at timestamp NOT NULL
);

-- Account numbers start where no demo or test figure looks like a real customer's.
CREATE SEQUENCE private.account_numbers START WITH 2631800020 INCREMENT BY 7;

-- Estimates from statistics would tell a desktop how common a text is among rows it may not read.
ALTER TABLE public.accounts ALTER COLUMN iban SET STATISTICS 0;
ALTER TABLE public.accounts ALTER COLUMN name SET STATISTICS 0;
ALTER TABLE public.holders ALTER COLUMN full_name SET STATISTICS 0;
ALTER TABLE public.transactions ALTER COLUMN note SET STATISTICS 0;
ALTER TABLE public.ledger_entries ALTER COLUMN note SET STATISTICS 0;
ALTER TABLE public.ledger_entries ALTER COLUMN counterparty SET STATISTICS 0;
ALTER TABLE public.notifications ALTER COLUMN message SET STATISTICS 0;

ALTER TABLE public.holders ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.accounts ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.payment_addresses ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.transactions ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.ledger_entries ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.notifications ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.revocations ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.audit_logs ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.audit_seals ENABLE ROW LEVEL SECURITY;
"""

_TABLES = (
    "public.ledger_entries",
    "public.transactions",
    "public.payment_addresses",
    "public.accounts",
    "public.holders",
    "public.notifications",
    "public.revocations",
    "public.audit_logs",
    "public.audit_seals",
    "private.signing_keys",
    "private.settings",
    "private.worker_runs",
)


def upgrade() -> None:
    op.execute(_UPGRADE)


def downgrade() -> None:
    for table in _TABLES:
        op.execute(f"DROP TABLE {table}")
    op.execute("DROP SEQUENCE private.account_numbers")
