"""Takes a database away from everybody, and gives it back."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import psycopg2

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.conftest import Server


@contextmanager
def no_connections(server: Server, *urls: str) -> Iterator[None]:
    """Cut databases off: their sessions end and new ones are refused."""
    names = [psycopg2.extensions.parse_dsn(url)["dbname"] for url in urls]
    admin = psycopg2.connect(server.cluster.url("postgres"))
    admin.autocommit = True
    cursor = admin.cursor()
    try:
        for name in names:
            cursor.execute(f"ALTER DATABASE {name} ALLOW_CONNECTIONS false")
            cursor.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", (name,)
            )
        yield
    finally:
        for name in names:
            cursor.execute(f"ALTER DATABASE {name} ALLOW_CONNECTIONS true")
        admin.close()
