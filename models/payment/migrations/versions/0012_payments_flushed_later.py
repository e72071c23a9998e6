"""Payments whose caller waits for the disk in their stead, and one index less to write for each.

Unread notices are counted among a person's newest.
"""

from __future__ import annotations

from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

_UPGRADE = """
ALTER TYPE private.outcome ADD ATTRIBUTE awaits_flush boolean;
-- squawk-ignore require-concurrent-index-deletion
DROP INDEX public.notifications_unread_idx;
"""

_DOWNGRADE = """
ALTER TYPE private.outcome DROP ATTRIBUTE awaits_flush;
CREATE INDEX notifications_unread_idx ON public.notifications (user_id) WHERE NOT is_read;
"""


def upgrade() -> None:
    op.execute(_UPGRADE)


def downgrade() -> None:
    op.execute(_DOWNGRADE)
