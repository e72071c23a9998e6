"""A private server for the benches: its own folder on disk, the product's settings, fsync on.

Both databases are provisioned as for a bank, the worker's jobs run beside it as they do in use, and
whoever measures reaches it over the Unix socket as a desktop's login.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psycopg2
from psycopg2.extensions import make_dsn, parse_dsn

from app.postgres.binaries import find_binaries
from app.postgres.cluster import Cluster
from app.provisioning.administration import owner_transaction
from app.provisioning.checks import OK, examine
from app.provisioning.provision import provision

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from models.heads import Database

_ROOT = Path(__file__).parents[1]
_AUTH, _PAYMENT = "instapay_auth", "instapay_payment"
_STATION, _STATION_PASSWORD = "station_bench", "the bench's own password"
#: The doctor's findings that money rests on.
_MONEY = (
    "books_balance",
    "ledger_matches_balances",
    "sequences_without_gaps",
    "entries_in_pairs",
)
#: Where the peer keeps its tables.
_MINIMAL = "minimal"


@dataclass(frozen=True)
class BenchServer:
    """A running server. The desktop's URLs lead to its Unix socket, `minimal_url` to the peer's database.

    Attributes:
        folder: on the same disk, for outboxes and the like.
        socket: the Unix socket itself.

    """

    auth_url: str
    payment_url: str
    minimal_url: str
    auth_owner_url: str
    payment_owner_url: str
    folder: Path
    socket: Path

    def through(self, socket_dir: Path) -> tuple[str, str, str]:
        """Return Auth's, Payment's and the peer's URL by way of another socket's directory."""
        auth, payment, minimal = (
            _located(url, socket_dir) for url in (self.auth_url, self.payment_url, self.minimal_url)
        )
        return auth, payment, minimal

    @contextmanager
    def as_owner(self, database: Database) -> Iterator[Any]:
        """One transaction as the owner of everything; yields a cursor."""
        url = self.auth_owner_url if database == "auth" else self.payment_owner_url
        connection = psycopg2.connect(url)
        try:
            connection.autocommit = True
            with owner_transaction(connection) as cursor:
                yield cursor
        finally:
            connection.close()

    def check_books(self) -> None:
        """Assert what the doctor says of the money."""
        found = examine(self.auth_owner_url, self.payment_owner_url)
        assert {name: found[name] for name in _MONEY} == dict.fromkeys(_MONEY, OK)

    def vacuum(self) -> None:
        """Settle what a load has left: statistics, visibility, dirty pages."""
        connection = psycopg2.connect(self.payment_owner_url)
        try:
            connection.autocommit = True
            with connection.cursor() as cursor:
                cursor.execute("VACUUM ANALYZE")
                cursor.execute("CHECKPOINT")
        finally:
            connection.close()


@contextmanager
def bench_server(
    *, has_worker: bool = True, extra_settings: Mapping[str, str] | None = None
) -> Iterator[BenchServer]:
    """Start a server of its own on disk; it is gone afterwards, with all that was in it.

    `extra_settings` are for looking into it: figures are measured with the product's own.
    """
    home = Path(tempfile.mkdtemp(prefix="instapay-bench-"))
    home.chmod(0o711)
    try:
        with Cluster(home, find_binaries(), extra_settings=extra_settings) as cluster:
            report = provision(
                cluster.url(_AUTH),
                cluster.url(_PAYMENT),
                worker_password=cluster.secrets.worker_password,
                desktop_login=(_STATION, _STATION_PASSWORD),
            )
            assert report.too_weak == []
            server = _described(cluster, home)
            if has_worker:
                with _worker(cluster, home):
                    yield server
            else:
                yield server
    finally:
        shutil.rmtree(home, ignore_errors=True)


def _described(cluster: Cluster, home: Path) -> BenchServer:
    socket_dir = cluster.socket_dir
    assert socket_dir is not None, "the benches measure over a Unix socket"

    def url(database: str) -> str:
        return _located(
            cluster.url(database, user=_STATION, password=_STATION_PASSWORD), socket_dir
        )

    admin = psycopg2.connect(cluster.url("postgres"))
    try:
        admin.autocommit = True
        with admin.cursor() as cursor:
            cursor.execute(f"CREATE DATABASE {_MINIMAL} OWNER {_STATION}")
    finally:
        admin.close()
    return BenchServer(
        auth_url=url(_AUTH),
        payment_url=url(_PAYMENT),
        minimal_url=url(_MINIMAL),
        auth_owner_url=_located(cluster.url(_AUTH), socket_dir),
        payment_owner_url=_located(cluster.url(_PAYMENT), socket_dir),
        folder=home,
        socket=socket_dir / f".s.PGSQL.{cluster.port}",
    )


def _located(url: str, socket_dir: Path) -> str:
    parts: dict[str, Any] = dict(parse_dsn(url))
    parts["host"] = str(socket_dir)
    return str(make_dsn(**parts))


@contextmanager
def _worker(cluster: Cluster, home: Path) -> Iterator[None]:
    """Run the periodic jobs in a process of their own, as beside a bank's server."""

    def url(database: str) -> str:
        return cluster.url(
            database, user="instapay_worker", password=cluster.secrets.worker_password
        )

    process = subprocess.Popen(
        [sys.executable, str(_ROOT / "main.py"), "worker"],
        env=os.environ
        | {
            "INSTAPAY_HOME": str(home / "worker"),
            "INSTAPAY_AUTH_URL": url(_AUTH),
            "INSTAPAY_PAYMENT_URL": url(_PAYMENT),
        },
    )
    try:
        yield
        assert process.poll() is None, "the worker ended while the bench ran"
    finally:
        process.terminate()
        process.wait(30)
