"""The root of Payment's mappers, for the modules that hold its tables."""

from __future__ import annotations

from sqlalchemy.orm import DeclarativeBase


class Base(DeclarativeBase):
    """Root of Payment's mappers."""
