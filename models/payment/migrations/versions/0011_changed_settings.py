"""Who changed a setting of the bank, and when."""

from __future__ import annotations

from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

_UPGRADE = """
CREATE TABLE private.setting_changes (
    name text NOT NULL CONSTRAINT setting_changes_pkey PRIMARY KEY,
    changed_at timestamp NOT NULL,
    changed_by uuid
);
"""

_DOWNGRADE = """
DROP TABLE private.setting_changes;
"""


def upgrade() -> None:
    op.execute(_UPGRADE)


def downgrade() -> None:
    op.execute(_DOWNGRADE)
