"""The newest revision of each history, known without importing alembic (160 ms).

A test holds these against the migrations themselves.
"""

from __future__ import annotations

from typing import Literal

Database = Literal["auth", "payment"]

HEADS: dict[Database, str] = {"auth": "0003", "payment": "0012"}
