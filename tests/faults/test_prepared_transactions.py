"""A server where transactions can be left prepared: what a desktop could do there, and who says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import psycopg2

from app.postgres.binaries import find_binaries
from app.postgres.cluster import Cluster
from app.provisioning.checks import examine
from app.provisioning.provision import provision
from tests.faults.observing import FAST

if TYPE_CHECKING:
    from pathlib import Path

_FINDING = "leave a transaction prepared"


def test_the_doctor_says_that_transactions_can_be_left_prepared(home: Path) -> None:
    """No backend holds such a transaction, so the worker finds none to end."""
    settings = {**FAST, "max_prepared_transactions": "2"}
    with Cluster(home, find_binaries(), extra_settings=settings) as cluster:
        urls = cluster.url("auth"), cluster.url("payment")
        provision(*urls, desktop_login=("station_1", "a password"))
        desktop = psycopg2.connect(cluster.url("payment", user="station_1", password="a password"))
        desktop.autocommit = True
        desktop.cursor().execute("BEGIN; SELECT 1; PREPARE TRANSACTION 'mine'")
        assert _FINDING in examine(*urls)["privileges"]
        desktop.cursor().execute("ROLLBACK PREPARED 'mine'")
        desktop.close()
    with Cluster(home, find_binaries(), extra_settings=FAST) as cluster:
        assert _FINDING not in examine(cluster.url("auth"), cluster.url("payment"))["privileges"]
