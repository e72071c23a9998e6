"""The bank says which accounts may send batches, and limits are those of customers alone.

The limits of batches are a payroll's: whoever might send any batch would go round the limits of single
payments. No role but CUSTOMER pays from an account of its own as that role, so a limit of another role
would never have been asked.
"""

from __future__ import annotations

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_UPGRADE = """
ALTER TABLE public.accounts ADD COLUMN batches_allowed boolean NOT NULL DEFAULT false;
ALTER TABLE public.accounts ALTER COLUMN batches_allowed SET STATISTICS 0;
-- A table of a few rows.
-- squawk-ignore constraint-missing-not-valid
ALTER TABLE public.limits ADD CONSTRAINT limits_role_is_customer CHECK (role = 'CUSTOMER');
"""

_DOWNGRADE = """
ALTER TABLE public.limits DROP CONSTRAINT limits_role_is_customer;
ALTER TABLE public.accounts DROP COLUMN batches_allowed;
"""


def upgrade() -> None:
    op.execute(_UPGRADE)


def downgrade() -> None:
    op.execute(_DOWNGRADE)
