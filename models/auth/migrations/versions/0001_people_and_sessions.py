"""People, sessions, sign-in attempts, applications, keys and the log."""

from __future__ import annotations

from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_UPGRADE = """
CREATE TABLE public.users (
    id uuid DEFAULT gen_random_uuid() CONSTRAINT users_pkey PRIMARY KEY,
    email varchar(255) NOT NULL CONSTRAINT users_email_key UNIQUE,
    password_hash text NOT NULL,
    full_name varchar(100) NOT NULL,
    created_at timestamp NOT NULL DEFAULT (clock_timestamp() AT TIME ZONE 'UTC'),
    updated_at timestamp NOT NULL DEFAULT (clock_timestamp() AT TIME ZONE 'UTC'),
    CONSTRAINT users_email_is_ascii_lower_case
        CHECK (email ~ '^[\\x21-\\x7e]+@[\\x21-\\x7e]+$' AND email = lower(email)),
    CONSTRAINT users_full_name_is_not_blank CHECK (btrim(full_name) <> '')
);

CREATE TABLE public.user_roles (
    user_id uuid NOT NULL CONSTRAINT user_roles_user_id_fkey REFERENCES public.users (id),
    role varchar(20) NOT NULL,
    granted_at timestamp NOT NULL DEFAULT (clock_timestamp() AT TIME ZONE 'UTC'),
    granted_by uuid CONSTRAINT user_roles_granted_by_fkey REFERENCES public.users (id),
    CONSTRAINT user_roles_pkey PRIMARY KEY (user_id, role),
    CONSTRAINT user_roles_role_is_known
        CHECK (role IN ('CUSTOMER', 'TELLER', 'SUPERVISOR', 'AUDITOR', 'ADMIN'))
);

CREATE TABLE public.sessions (
    id uuid DEFAULT gen_random_uuid() CONSTRAINT sessions_pkey PRIMARY KEY,
    user_id uuid NOT NULL CONSTRAINT sessions_user_id_fkey REFERENCES public.users (id),
    token text NOT NULL CONSTRAINT sessions_token_key UNIQUE,
    expires_at timestamp NOT NULL,
    previous_token text,
    rotated_at timestamp NOT NULL DEFAULT (clock_timestamp() AT TIME ZONE 'UTC'),
    idle_expires_at timestamp NOT NULL
        DEFAULT (clock_timestamp() AT TIME ZONE 'UTC') + interval '15 minutes',
    created_at timestamp NOT NULL DEFAULT (clock_timestamp() AT TIME ZONE 'UTC'),
    ended_at timestamp,
    database_role text NOT NULL DEFAULT session_user,
    station varchar(100)
);
CREATE INDEX sessions_user_id_idx ON public.sessions (user_id);
CREATE INDEX sessions_previous_token_idx ON public.sessions (previous_token)
    WHERE previous_token IS NOT NULL;

CREATE TABLE public.sign_in_attempts (
    id uuid DEFAULT gen_random_uuid() CONSTRAINT sign_in_attempts_pkey PRIMARY KEY,
    email text NOT NULL,
    user_id uuid CONSTRAINT sign_in_attempts_user_id_fkey REFERENCES public.users (id),
    database_role text NOT NULL DEFAULT session_user,
    created_at timestamp NOT NULL DEFAULT (clock_timestamp() AT TIME ZONE 'UTC'),
    proof bytea,
    answered_at timestamp,
    evaluated_at timestamp,
    succeeded boolean NOT NULL DEFAULT false
);
CREATE INDEX sign_in_attempts_email_database_role_answered_at_idx
    ON public.sign_in_attempts (email, database_role, answered_at) WHERE answered_at IS NOT NULL;
CREATE INDEX sign_in_attempts_database_role_answered_at_idx
    ON public.sign_in_attempts (database_role, answered_at) WHERE answered_at IS NOT NULL;
CREATE INDEX sign_in_attempts_created_at_idx ON public.sign_in_attempts (created_at);
CREATE INDEX sign_in_attempts_user_id_idx ON public.sign_in_attempts (user_id);

CREATE TABLE public.applications (
    id uuid DEFAULT gen_random_uuid() CONSTRAINT applications_pkey PRIMARY KEY,
    email varchar(255) NOT NULL,
    password_hash text NOT NULL,
    full_name varchar(100) NOT NULL,
    database_role text NOT NULL DEFAULT session_user,
    created_at timestamp NOT NULL DEFAULT (clock_timestamp() AT TIME ZONE 'UTC'),
    decided_at timestamp,
    became_user boolean NOT NULL DEFAULT false
);
CREATE INDEX applications_created_at_idx ON public.applications (created_at)
    WHERE decided_at IS NULL;

CREATE TABLE public.statements (
    id uuid DEFAULT gen_random_uuid() CONSTRAINT statements_pkey PRIMARY KEY,
    kind varchar(20) NOT NULL,
    subject uuid NOT NULL,
    body text NOT NULL,
    created_at timestamp NOT NULL DEFAULT (clock_timestamp() AT TIME ZONE 'UTC'),
    delivered_at timestamp,
    CONSTRAINT statements_kind_is_known CHECK (kind IN ('holder', 'revoke'))
);
CREATE INDEX statements_created_at_idx ON public.statements (created_at)
    WHERE delivered_at IS NULL;

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
    ('fake_salt_secret', gen_random_uuid()::text || gen_random_uuid()::text);

CREATE TABLE private.worker_runs (
    job text CONSTRAINT worker_runs_pkey PRIMARY KEY,
    last_run_at timestamp NOT NULL
);

-- Estimates from statistics would tell a desktop how common a name is among rows it may not read.
ALTER TABLE public.users ALTER COLUMN full_name SET STATISTICS 0;

ALTER TABLE public.users ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.user_roles ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.sessions ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.sign_in_attempts ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.applications ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.statements ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.audit_logs ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.audit_seals ENABLE ROW LEVEL SECURITY;
"""

_TABLES = (
    "public.statements",
    "public.applications",
    "public.sign_in_attempts",
    "public.sessions",
    "public.user_roles",
    "public.users",
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
