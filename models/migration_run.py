"""Runs one alembic history, on a connection it is handed or as SQL text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alembic import context

if TYPE_CHECKING:
    from sqlalchemy import MetaData

#: The version table lies where no desktop can look; `api.schema_version()` answers for it.
VERSION_SCHEMA = "private"


def run(metadata: MetaData) -> None:
    """Migrate on `config.attributes["connection"]`, or print SQL in offline mode."""
    if context.is_offline_mode():
        context.configure(
            dialect_name="postgresql",
            target_metadata=metadata,
            literal_binds=True,
            version_table_schema=VERSION_SCHEMA,
        )
    else:
        context.configure(
            connection=context.config.attributes["connection"],
            target_metadata=metadata,
            version_table_schema=VERSION_SCHEMA,
            compare_server_default=False,
        )
    with context.begin_transaction():
        # A migration gives way to the people at work rather than queue them up behind its locks.
        context.execute("SET lock_timeout = '5s'")
        context.execute("SET statement_timeout = '30min'")
        context.run_migrations()
        context.execute("RESET lock_timeout")
        context.execute("RESET statement_timeout")
