"""Who decided about what a member of staff did above what they may do alone."""

from __future__ import annotations

from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

_UPGRADE = """
ALTER TABLE public.cash_slips
    ADD COLUMN decided_by uuid,
    ADD COLUMN decided_by_name varchar(100);
"""

_DOWNGRADE = """
ALTER TABLE public.cash_slips DROP COLUMN decided_by_name, DROP COLUMN decided_by;
"""


def upgrade() -> None:
    op.execute(_UPGRADE)


def downgrade() -> None:
    op.execute(_DOWNGRADE)
