"""Fixtures for all tests: one real Postgres a run, a clone of provisioned databases for each test."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# Windows speak English at first, whatever whoever runs the tests does.
os.environ["LC_ALL"] = "C.UTF-8"
os.environ.pop("LANGUAGE", None)

import itertools
import logging
import shutil
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

import psycopg2
import pytest
from pytestqt.qtbot import QtBot

from app import logs
from app.postgres.binaries import Binaries, available_binaries
from app.postgres.cluster import Cluster
from app.provisioning.administration import Report
from app.provisioning.provision import provision
from app.provisioning.roles import secure_database
from app.worker import Worker
from tests import translations
from tests.bank import Bank
from tests.builders import Builder
from tests.clock import Clock
from tests.given_bank import GivenBank, a_station_of_its_own
from tests.pages.finding import PATIENCE_MS
from tests.sent_secrets import Sent

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

STATION = "station_1"
STATION_PASSWORD = "station one's password"

#: What a test may lose in a crash it may lose: speed counts here, except in tests/faults.
_FAST = {"fsync": "off", "full_page_writes": "off", "synchronous_commit": "off"}

# Whoever waits for something waits as long everywhere: on a busy machine five seconds are not much.
for _verb in ("waitUntil", "waitSignal", "waitSignals", "waitExposed", "waitActive"):
    getattr(QtBot, _verb).__kwdefaults__["timeout"] = PATIENCE_MS

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


def pytest_addoption(parser: pytest.Parser) -> None:
    """Take the administrator's URLs of a bank that is there already (tests/given_bank.py)."""
    group = parser.getgroup("bank", "a bank that is there already")
    for database in ("auth", "payment"):
        group.addoption(f"--{database}-url", help=f"administrator's libpq URL of {database}")


def _given_urls(config: pytest.Config) -> tuple[str, str] | None:
    auth, payment = config.getoption("--auth-url"), config.getoption("--payment-url")
    if bool(auth) != bool(payment):
        raise pytest.UsageError("--auth-url and --payment-url go together")
    return (auth, payment) if auth else None


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what needs a bank of its own, where one is given."""
    if _given_urls(config):
        for item in items:
            if item.get_closest_marker("any_bank") is None:
                item.add_marker(pytest.mark.skip(reason="needs a bank of its own"))


def pytest_configure() -> None:
    """Have the sentences compiled, as they are once the program is set up."""
    translations.compile_all()


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run what is about the databases on every Postgres there is, the rest on the first."""
    if "server" in metafunc.fixturenames:
        if _given_urls(metafunc.config):
            metafunc.parametrize("server", ["given"], indirect=True, scope="session")
            return
        everywhere = metafunc.definition.get_closest_marker("system_postgres") is not None
        sources = list(_SOURCES) if everywhere else list(_SOURCES)[:1]
        metafunc.parametrize("server", sources, indirect=True, scope="session")


@pytest.fixture(scope="session")
def server(request: pytest.FixtureRequest) -> Iterator[Server]:
    source = request.param
    if source == "given":
        # Whoever is marked `any_bank` asks nothing of the server.
        yield cast("Server", None)
        return
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


@pytest.fixture(scope="session")
def given(request: pytest.FixtureRequest) -> Iterator[GivenBank | None]:
    """The bank of --auth-url and --payment-url, with a login for this run; None without them."""
    urls = _given_urls(request.config)
    if urls is None:
        yield None
        return
    with a_station_of_its_own(*urls) as made:
        yield made


@pytest.fixture
def build(bank: Bank) -> Builder:
    """Makes people, accounts and histories (`tests/builders.py`)."""
    return Builder(bank)


@pytest.fixture
def egypt(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """This computer's clock is Cairo's."""
    # Forward at midnight of the last Friday in April; a POSIX rule, so that no time zone files are needed.
    monkeypatch.setenv("TZ", "EET-2EEST,M4.5.5/0,M10.5.4/24")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """The window's clock (`ui/clock.py`), which the test sets."""
    from ui.shell import idle_watch  # noqa: PLC0415 (most tests have no window)

    # A window looks every second whether it is idle; a test waits for a look or two.
    monkeypatch.setattr(idle_watch, "LOOK_EVERY_MS", 20)
    return Clock(monkeypatch)


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> Sent:
    return Sent(monkeypatch)


@pytest.fixture
def our_log(tmp_path: Path) -> Iterator[Path]:
    """Log everything there is to log, as INSTAPAY_LOG=debug has it."""
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    logs.start(tmp_path / "logs", "desktop", is_verbose=True)
    yield tmp_path / "logs" / "desktop.log"
    for handler in set(root.handlers) - set(handlers):
        root.removeHandler(handler)
        handler.close()
    root.setLevel(level)


@pytest.fixture
def bank(server: Server, given: GivenBank | None, tmp_path: Path) -> Iterator[Bank]:
    """Two databases of the test's own, or the given ones."""
    if given is not None:
        lent = Bank(
            given.auth_url,
            given.payment_url,
            given.auth_owner_url,
            given.payment_owner_url,
            tmp_path,
        )
        yield lent
        lent.close()
        return
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


@pytest.fixture
def at_work(bank: Bank, server: Server) -> Iterator[None]:
    """The worker, as often as the guardian asks it."""
    cluster = server.cluster

    def url(owner_url: str) -> Callable[[], str]:
        name = str(psycopg2.extensions.parse_dsn(owner_url)["dbname"])
        return lambda: cluster.url(
            name, user="instapay_worker", password=cluster.secrets.worker_password
        )

    made = Worker(url(bank.auth_owner_url), url(bank.payment_owner_url))
    stop = threading.Event()

    def work() -> None:
        while not stop.wait(0.2):
            made.tick()

    thread = threading.Thread(target=work)
    thread.start()
    yield
    stop.set()
    thread.join()
    made.close()
