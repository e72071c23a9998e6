"""Brings one database's tables to the head of its history."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import models
from app.provisioning.administration import OWNER
from models.heads import HEADS
from services.errors import SchemaMismatch

if TYPE_CHECKING:
    from alembic.config import Config

    from app.provisioning.administration import Report
    from models.heads import Database

_INI = Path(models.__file__).parent / "alembic.ini"


def config(database: Database) -> Config:
    """Return alembic's configuration of one history."""
    from alembic.config import Config  # noqa: PLC0415 (160 ms, and a warm start never needs it)

    return Config(str(_INI), ini_section=database)


def found_revision(cursor: Any) -> str | None:  # noqa: ANN401
    """Return the revision a database is at; None for one without our tables."""
    cursor.execute("SELECT to_regclass('private.alembic_version')")
    if cursor.fetchone()[0] is None:
        return None
    cursor.execute("SELECT version_num FROM private.alembic_version")
    row = cursor.fetchone()
    return None if row is None else str(row[0])


def migrate(url: str, report: Report, database: Database, found: str | None) -> None:
    """Upgrade from revision `found` to the head.

    Raises SchemaMismatch (`schema_newer`) for a revision that this program does not know.
    """
    from alembic import command  # noqa: PLC0415
    from alembic.script import ScriptDirectory  # noqa: PLC0415
    from alembic.util import CommandError  # noqa: PLC0415
    from sqlalchemy import create_engine, text  # noqa: PLC0415
    from sqlalchemy.pool import NullPool  # noqa: PLC0415

    settings = config(database)
    if found is not None:
        try:
            ScriptDirectory.from_config(settings).get_revision(found)
        except CommandError as error:
            raise SchemaMismatch(
                "schema_newer", database=database, found=found, expected=HEADS[database]
            ) from error

    import psycopg2  # noqa: PLC0415

    engine = create_engine(
        "postgresql+psycopg2://", creator=lambda: psycopg2.connect(url), poolclass=NullPool
    )
    with engine.begin() as connection:
        connection.execute(text(f"SET ROLE {OWNER}"))
        settings.attributes["connection"] = connection
        command.upgrade(settings, "head")
    report.changed(f"{database}: tables from revision {found or 'none'} to {HEADS[database]}")
