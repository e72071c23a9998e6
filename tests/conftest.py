"""Fixtures for all tests: one real Postgres a run, a clone of provisioned databases for each test."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import itertools
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg2
import pytest

from app.postgres.binaries import Binaries, available_binaries
from app.postgres.cluster import Cluster
from app.provisioning.administration import Report
from app.provisioning.provision import provision
from app.provisioning.roles import secure_database
from tests.bank import Bank
from tests.clock import Clock

if TYPE_CHECKING:
    from collections.abc import Iterator

STATION = "station_1"
STATION_PASSWORD = "station one's password"

#: What a test may lose in a crash it may lose: speed counts here, except in tests/faults.
_FAST = {"fsync": "off", "full_page_writes": "off", "synchronous_commit": "off"}

_numbers = itertools.count()


@dataclass
class Server:
    """A running server with two provisioned template databases."""

    cluster: Cluster
    auth_template: str = "template_auth"
    payment_template: str = "template_payment"


def _each_source() -> dict[str, Binaries]:
    """One set of binaries a source: the wheel's Postgres and the machine's own, where it has one."""
    sources: dict[str, Binaries] = {}
    for each in available_binaries():
        sources.setdefault(each.source, each)
    return sources


_SOURCES = _each_source()


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run what is about the databases on every Postgres there is, the rest on the first."""
    if "server" in metafunc.fixturenames:
        everywhere = metafunc.definition.get_closest_marker("system_postgres") is not None
        sources = list(_SOURCES) if everywhere else list(_SOURCES)[:1]
        metafunc.parametrize("server", sources, indirect=True, scope="session")


@pytest.fixture(scope="session")
def server(request: pytest.FixtureRequest) -> Iterator[Server]:
    source = request.param
    # Not below pytest's own folders, which are closed to the account that Postgres runs as under root.
    # In memory where there is some: each test copies two databases.
    memory = Path("/dev/shm")  # noqa: S108 (mkdtemp makes it ours)
    place = memory if os.access(memory, os.W_OK | os.X_OK) else None
    home = Path(tempfile.mkdtemp(prefix=f"instapay-{source}-", dir=place))
    home.chmod(0o711)
    with Cluster(home, _SOURCES[source], extra_settings=_FAST) as cluster:
        made = Server(cluster)
        report = provision(
            cluster.url(made.auth_template),
            cluster.url(made.payment_template),
            worker_password=cluster.secrets.worker_password,
            desktop_login=(STATION, STATION_PASSWORD),
        )
        assert report.too_weak == []
        yield made
    shutil.rmtree(home, ignore_errors=True)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """The window's clock (`ui/clock.py`), which the test sets."""
    from ui.shell import idle_watch  # noqa: PLC0415 (most tests have no window)

    # A window looks every second whether it is idle; a test waits for a look or two.
    monkeypatch.setattr(idle_watch, "LOOK_EVERY_MS", 20)
    return Clock(monkeypatch)


@pytest.fixture
def bank(server: Server, tmp_path: Path) -> Iterator[Bank]:
    number = next(_numbers)
    names = (f"auth_{number}", f"payment_{number}")
    cluster = server.cluster
    admin = psycopg2.connect(cluster.url("postgres"))
    admin.autocommit = True
    cursor = admin.cursor()
    for name, template in zip(names, (server.auth_template, server.payment_template), strict=True):
        cursor.execute(
            f"CREATE DATABASE {name} OWNER instapay_owner TEMPLATE {template} STRATEGY FILE_COPY"
        )
        # A clone takes tables and functions along, but not who may connect.
        secure_database(cursor, Report(), name)
    auth, payment = names
    made = Bank(
        auth_url=cluster.url(auth, user=STATION, password=STATION_PASSWORD),
        payment_url=cluster.url(payment, user=STATION, password=STATION_PASSWORD),
        auth_owner_url=cluster.url(auth),
        payment_owner_url=cluster.url(payment),
        folder=tmp_path,
    )
    yield made
    made.close()
    for name in names:
        cursor.execute(f"DROP DATABASE {name} WITH (FORCE)")
    admin.close()
