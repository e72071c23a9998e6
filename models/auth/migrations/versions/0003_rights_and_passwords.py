"""Locked people and windows, passwords that must be changed, and what throttles are counted by."""

from __future__ import annotations

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_UPGRADE = """
ALTER TABLE public.users
    ADD COLUMN must_change_password boolean NOT NULL DEFAULT false,
    ADD COLUMN needs_resalt boolean NOT NULL DEFAULT false,
    ADD COLUMN locked_at timestamp,
    ADD COLUMN locked_reason varchar(200),
    ADD COLUMN lockout_lifted_at timestamp;
ALTER TABLE public.sessions ADD COLUMN locked_at timestamp;

-- Challenges that wait for an answer are counted by login; those that were answered leave the index.
-- As all of this migration: nobody works meanwhile.
-- squawk-ignore require-concurrent-index-deletion
DROP INDEX public.sign_in_attempts_created_at_idx;
CREATE INDEX sign_in_attempts_waiting_idx ON public.sign_in_attempts (database_role, created_at)
    WHERE answered_at IS NULL;
CREATE INDEX applications_database_role_created_at_idx
    ON public.applications (database_role, created_at);
CREATE INDEX user_roles_granted_by_idx ON public.user_roles (granted_by, granted_at)
    WHERE granted_by IS NOT NULL;
"""

_DOWNGRADE = """
DROP INDEX public.user_roles_granted_by_idx;
DROP INDEX public.applications_database_role_created_at_idx;
DROP INDEX public.sign_in_attempts_waiting_idx;
CREATE INDEX sign_in_attempts_created_at_idx ON public.sign_in_attempts (created_at);
ALTER TABLE public.sessions DROP COLUMN locked_at;
ALTER TABLE public.users
    DROP COLUMN lockout_lifted_at,
    DROP COLUMN locked_reason,
    DROP COLUMN locked_at,
    DROP COLUMN needs_resalt,
    DROP COLUMN must_change_password;
"""


def upgrade() -> None:
    op.execute(_UPGRADE)


def downgrade() -> None:
    op.execute(_DOWNGRADE)
