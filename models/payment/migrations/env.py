"""Alembic's entry for the payment history."""

from models.migration_run import run
from models.payment.counter_tables import Till
from models.payment.tables import Account

# Both modules' tables are known by then.
assert Till.metadata is Account.metadata
run(Account.metadata)
