"""Workers of a test's own bank."""

from __future__ import annotations

from typing import TYPE_CHECKING

import psycopg2.extensions
import pytest

from app.worker import Worker

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.bank import Bank
    from tests.conftest import Server


@pytest.fixture
def make_worker(bank: Bank, server: Server) -> Iterator[Callable[[], Worker]]:
    def url(owner_url: str) -> Callable[[], str]:
        parts = psycopg2.extensions.parse_dsn(owner_url)
        return lambda: server.cluster.url(
            parts["dbname"],
            user="instapay_worker",
            password=server.cluster.secrets.worker_password,
        )

    made: list[Worker] = []

    def make() -> Worker:
        made.append(Worker(url(bank.auth_owner_url), url(bank.payment_owner_url)))
        return made[-1]

    yield make
    for each in made:
        each.close()


@pytest.fixture
def worker(make_worker: Callable[[], Worker]) -> Worker:
    return make_worker()
