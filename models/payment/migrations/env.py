"""Alembic's entry for the payment history."""

from models.migration_run import run
from models.payment.tables import Base

run(Base.metadata)
