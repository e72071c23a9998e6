"""Takes the bank away from a program that is connected to it."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import psycopg2
from PySide6.QtCore import QThreadPool

from tests.conftest import STATION
from tests.faults.observing import until

if TYPE_CHECKING:
    from collections.abc import Iterator

    from services.bank import Services
    from tests.bank import Bank


@contextmanager
def out_of_reach(bank: Bank, services: Services) -> Iterator[None]:
    """Take the payment database away, and give it back."""
    # Who is just connecting would be put among the connections at hand once those were closed.
    QThreadPool.globalInstance().waitForDone(10_000)
    right = bank.payment_url
    bank.payment_url = "postgresql://station_1@127.0.0.1:1/nowhere"
    services.databases[1].close()
    # A call that is just on its way would keep its connection.
    owner = psycopg2.connect(bank.payment_owner_url)
    # Within one transaction the list of connections stays as it was.
    owner.autocommit = True
    with owner.cursor() as cursor:

        def is_gone() -> bool:
            cursor.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE datname = current_database() AND usename = %s",
                (STATION,),
            )
            return cursor.fetchall() == []

        assert until(is_gone, patience_s=10)
    owner.close()
    yield
    bank.payment_url = right
