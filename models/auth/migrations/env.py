"""Alembic's entry for the auth history."""

from models.auth.tables import Base
from models.migration_run import run

run(Base.metadata)
