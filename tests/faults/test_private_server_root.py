"""Root's servers, whose account cannot reach root's folders."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from app.postgres import placement, server_account
from app.postgres.binaries import Binaries, find_binaries
from app.postgres.cluster import Cluster
from app.postgres.orphans import find_orphans, remove_deserted
from app.postgres.private_files import read_json, write_private_json
from services.errors import ServerFault
from tests.faults.observing import FAST, connect

if TYPE_CHECKING:
    from pathlib import Path


pytestmark = pytest.mark.skipif(os.geteuid() != 0, reason="only root runs Postgres as another")


@pytest.fixture
def system_root(ground: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stands for /var/lib/mini-instapay."""
    place = ground / "system"
    monkeypatch.setattr(placement, "SYSTEM_ROOT", place)
    return place


@pytest.fixture
def closed(ground: Path) -> Path:
    """A folder that only root may pass, as /root or a `mktemp -d`."""
    place = ground / "closed"
    place.mkdir(mode=0o700)
    return place


def run_once(home: Path, binaries: Binaries | None = None) -> Path:
    """Start and stop the server of `home`; return where its databases are."""
    with Cluster(home, binaries or find_binaries(), extra_settings=FAST) as cluster:
        connect(cluster.port, cluster.secrets.admin_password).close()
        return cluster.data_dir


def place_once(home: Path) -> Path:
    """Do what a start does about places, without the Postgres; return where its databases are."""
    placed = placement.place(home)
    placed.make_directories()
    placed.data_dir.mkdir(exist_ok=True)
    (home / placement.STATE).touch()
    return placed.data_dir


def test_a_reachable_home_holds_its_databases(ground: Path, system_root: Path) -> None:
    home = ground / "home"
    assert place_once(home) == home / "postgres" / "data"
    assert not system_root.exists()


def test_databases_of_an_unreachable_home_stand_outside_and_are_found_again(
    closed: Path, system_root: Path
) -> None:
    home = closed / "home"
    data_dir = run_once(home)
    assert data_dir.is_relative_to(system_root)
    assert data_dir.stat().st_uid != 0
    assert not (home / "postgres" / "data").exists()
    assert run_once(home) == data_dir
    assert len(list(system_root.iterdir())) == 1
    assert find_orphans() == []
    assert "ready to accept connections" in (home / "logs" / "postgres.log").read_text()


def test_databases_whose_home_was_deleted_are_orphans_that_any_guardian_removes(
    closed: Path, system_root: Path
) -> None:
    data_dir = place_once(closed / "home")
    shutil.rmtree(closed / "home")
    (orphan,) = find_orphans()
    assert orphan.server_dir == data_dir.parent
    assert orphan.home == closed / "home"
    assert orphan.is_deserted
    # What every guardian does once its own server is ready.
    remove_deserted()
    assert not data_dir.exists()
    assert list(system_root.iterdir()) == []


def test_a_renamed_home_keeps_its_databases(closed: Path, system_root: Path) -> None:
    data_dir = place_once(closed / "home")
    (closed / "home").rename(closed / "renamed")
    remove_deserted()
    assert data_dir.exists()
    assert place_once(closed / "renamed") == data_dir
    assert find_orphans() == []
    assert len(list(system_root.iterdir())) == 1


def test_a_copied_home_does_not_get_the_databases_of_the_original(
    closed: Path, system_root: Path
) -> None:
    data_dir = place_once(closed / "home")
    subprocess.run(["cp", "-a", str(closed / "home"), str(closed / "copy")], check=True)
    with pytest.raises(ServerFault) as refusal:
        place_once(closed / "copy")
    assert refusal.value.code == "server_start_failed"
    assert f"is a copy of {closed / 'home'}" in str(refusal.value.data["reason"])
    assert place_once(closed / "home") == data_dir
    assert len(list(system_root.iterdir())) == 1


def test_databases_of_a_home_on_a_disk_that_is_not_there_are_kept(
    closed: Path, system_root: Path
) -> None:
    data_dir = place_once(closed / "home")
    record = read_json(data_dir.parent / placement.POINTER)
    assert record is not None
    write_private_json(data_dir.parent / placement.POINTER, {**record, "home_device": 1})
    shutil.rmtree(closed / "home")
    (orphan,) = find_orphans()
    assert not orphan.is_deserted
    remove_deserted()
    assert data_dir.exists()
    assert system_root.exists()


def test_where_no_second_name_can_be_given_the_device_alone_decides(
    closed: Path, system_root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EXDEV, "another file system")

    monkeypatch.setattr(os, "link", refuse)
    data_dir = place_once(closed / "home")
    assert place_once(closed / "home") == data_dir
    assert find_orphans() == []
    shutil.rmtree(closed / "home")
    remove_deserted()
    assert list(system_root.iterdir()) == []


def test_databases_that_are_in_use_are_kept_though_their_home_was_deleted(
    closed: Path, system_root: Path
) -> None:
    with Cluster(closed / "home", find_binaries(), extra_settings=FAST) as cluster:
        shutil.rmtree(closed / "home")
        remove_deserted()
        assert cluster.data_dir.exists()
        connect(cluster.port, cluster.secrets.admin_password).close()
    remove_deserted()
    assert list(system_root.iterdir()) == []


def test_a_home_whose_outside_databases_are_gone_is_told(closed: Path, system_root: Path) -> None:
    place_once(closed / "home")
    shutil.rmtree(system_root)
    with pytest.raises(ServerFault) as fault:
        place_once(closed / "home")
    assert fault.value.code == "server_damaged"


@pytest.mark.parametrize("identifier", ["", "..", "/etc", "../../etc"])
def test_a_pointer_that_names_no_server_is_not_followed(
    closed: Path, system_root: Path, identifier: str
) -> None:
    home = closed / "home"
    place_once(home)
    write_private_json(home / placement.POINTER, {"id": identifier})
    with pytest.raises(ServerFault) as fault:
        place_once(home)
    assert fault.value.code == "server_damaged"
    assert len(list(system_root.iterdir())) == 1


def test_programs_in_an_unreachable_checkout_are_copied_once(
    home: Path, closed: Path, system_root: Path
) -> None:
    wheel = find_binaries("wheel")
    site_packages = wheel.bin_dir.parents[2]
    package = wheel.bin_dir.parents[1].name
    install = wheel.bin_dir.parent.name
    (closed / package).mkdir()
    shutil.copytree(site_packages / package / install, closed / package / install, symlinks=True)
    shutil.copytree(site_packages / f"{package}.libs", closed / f"{package}.libs", symlinks=True)
    hidden = Binaries(closed / package / install / "bin", wheel.major, "wheel")
    run_once(home, hidden)
    (copy,) = system_root.iterdir()
    assert copy.name.startswith("binaries-")
    assert copy.name.endswith(f"-{wheel.major}")
    made_at = copy.stat().st_mtime_ns
    run_once(home, hidden)
    assert [copy] == list(system_root.iterdir())
    assert copy.stat().st_mtime_ns == made_at


def test_reachability_is_what_the_account_itself_finds(ground: Path, closed: Path) -> None:
    account = server_account.server_account(ground / "none")
    assert account is not None
    inside = closed / "inside"
    inside.mkdir()
    assert server_account.can_pass(account, ground)
    assert not server_account.can_use(account, ground)
    assert not server_account.can_pass(account, inside)
    inside.chmod(0o755)
    assert not server_account.can_pass(account, inside)
    closed.chmod(0o711)
    assert server_account.can_use(account, inside)


def test_a_cluster_stays_with_the_account_that_owns_it(ground: Path) -> None:
    owned = ground / "data"
    owned.mkdir()
    os.chown(owned, 12345, 12345)
    account = server_account.server_account(owned)
    assert account == server_account.ServerAccount(12345, 12345)
