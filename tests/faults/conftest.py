from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from app.postgres.binaries import Binaries, available_binaries, find_binaries
from app.postgres.cluster import Cluster
from app.postgres.orphans import remove_deserted
from tests.faults.length import IS_LONG
from tests.faults.load import LASTING, Load, provision_templates
from tests.faults.nursery import Nursery
from tests.faults.observing import FAST, Programs, all_gone, connect, is_running, until

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="session")
def session_ground() -> Iterator[Path]:
    yield from _passable_directory()


@pytest.fixture
def ground() -> Iterator[Path]:
    """A directory that every account may pass through; pytest's own are closed to others."""
    yield from _passable_directory()
    remove_deserted()


def _passable_directory() -> Iterator[Path]:
    # Copying a cluster takes 0.7 s on a disk and 0.05 s in memory.
    memory = Path("/dev/shm")  # noqa: S108 (mkdtemp makes it ours)
    in_memory = memory if os.access(memory, os.W_OK | os.X_OK) else None
    place = Path(tempfile.mkdtemp(prefix="instapay ", dir=in_memory))
    place.chmod(0o711)
    yield place
    shutil.rmtree(place, ignore_errors=True)


@pytest.fixture
def new_home(ground: Path) -> Iterator[Path]:
    """A home that does not exist yet, with blanks, an accent and Arabic letters in its path."""
    place = ground / "naïve bank حساب"
    yield place
    _end_guardian(place)


class Templates:
    """Homes whose server ran once: copying one takes a quarter of making it."""

    def __init__(self, ground: Path) -> None:
        self._ground = ground
        self._made: dict[Binaries, Path] = {}

    def copy(self, binaries: Binaries, place: Path) -> Path:
        """Copy the home of a cluster of `binaries` to `place`."""
        if binaries not in self._made:
            self._made[binaries] = self._make(binaries)
        source = self._made[binaries]
        subprocess.run(["cp", "-a", str(source), str(place)], check=True)
        return place

    def _make(self, binaries: Binaries) -> Path:
        place = self._ground / f"template {binaries.major} {binaries.source}"
        with Cluster(place, binaries, extra_settings=FAST) as cluster:
            connection = connect(cluster.port, cluster.secrets.admin_password)
            connection.autocommit = True
            with connection.cursor() as cursor:
                cursor.execute("create table kept as select 42 as answer")
                cursor.execute("create database prepared")
            connection.close()
        (place / "server-state.json").unlink()  # or all copies would want the same port
        return place


@pytest.fixture(scope="session")
def templates(session_ground: Path) -> Templates:
    return Templates(session_ground)


@pytest.fixture
def home(new_home: Path, templates: Templates) -> Path:
    """A home with a cluster of the preferred Postgres that does not run."""
    return templates.copy(find_binaries(), new_home)


@pytest.fixture
def home_of_each(new_home: Path, templates: Templates, binaries: Binaries) -> Path:
    """A home with a cluster of `binaries` that does not run."""
    return templates.copy(binaries, new_home)


@pytest.fixture(
    scope="module",
    params=available_binaries(),
    ids=lambda found: f"postgres{found.major}-{found.source}",
)
def binaries(request: pytest.FixtureRequest) -> Binaries:
    """Every Postgres of this machine in turn."""
    found = request.param
    assert isinstance(found, Binaries)
    return found


@pytest.fixture
def programs(home: Path) -> Iterator[Programs]:
    """Starts programs on `home`; ends those that still run."""
    yield from _programs(home)


@pytest.fixture
def new_programs(new_home: Path) -> Iterator[Programs]:
    """Starts programs on `new_home`; ends those that still run."""
    yield from _programs(new_home)


def _lasting_sources() -> list[Binaries]:
    """Every Postgres of this machine in the long form, the preferred one in the short."""
    found = available_binaries()
    return found if IS_LONG else found[:1]


@pytest.fixture(
    scope="session",
    params=_lasting_sources(),
    ids=lambda found: f"postgres{found.major}-{found.source}",
)
def lasting_cluster(request: pytest.FixtureRequest) -> Iterator[Cluster]:
    """A running server on a disk, with fsync on and two provisioned databases to copy."""
    place = Path(tempfile.mkdtemp(prefix="instapay-lasting-"))
    place.chmod(0o711)
    with Cluster(place / "home", request.param, extra_settings=LASTING) as cluster:
        provision_templates(cluster)
        yield cluster
    shutil.rmtree(place, ignore_errors=True)


@pytest.fixture(scope="session")
def nursery() -> Iterator[Nursery]:
    made = Nursery()
    yield made
    made.close()


@pytest.fixture
def load(lasting_cluster: Cluster, nursery: Nursery, tmp_path: Path) -> Iterator[Load]:
    """A bank of its own for each test, whose clients are processes."""
    made = Load(lasting_cluster, nursery, tmp_path)
    yield made
    made.close()


def _programs(home: Path) -> Iterator[Programs]:
    started = Programs(home)
    yield started
    started.end_all()


def _end_guardian(home: Path) -> None:
    """After a test that failed: end the guardian it left, known by what it says of itself."""
    try:
        pid = json.loads((home / "server.json").read_text())["guardian_pid"]
    except (OSError, ValueError, KeyError):
        return
    if pid != os.getpid() and is_running(pid):
        os.kill(pid, signal.SIGTERM)
        until(lambda: all_gone([pid]), patience_s=20)
