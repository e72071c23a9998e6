"""Roles, databases, migrations and functions, on any Postgres 15 to 18; idempotent."""
