"""Servers outside their homes (see placement.py) whose home is gone."""

from __future__ import annotations

import logging
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.postgres import placement
from app.postgres.leftovers import is_alive, locked_by
from app.postgres.private_files import read_json

if TYPE_CHECKING:
    from collections.abc import Iterator

_log = logging.getLogger(__name__)

_OWN_NAME_ONLY = 1


@dataclass(frozen=True, slots=True)
class Orphan:
    """A server's folder that no home points to.

    Attributes:
        server_dir: the folder, with its databases.
        home: whose it was, None when that cannot be read.
        is_deserted: the home was deleted; otherwise another stands there, or it cannot be seen.

    """

    server_dir: Path
    home: Path | None
    is_deserted: bool


def find_orphans() -> list[Orphan]:
    """Return the servers whose home is gone or points elsewhere; none for who may not look."""
    return [orphan for server_dir in _server_dirs() if (orphan := _orphan(server_dir)) is not None]


def remove_deserted() -> None:
    """Remove servers whose home was deleted; never one that runs, or whose home is unmounted."""
    for orphan in find_orphans():
        pid = locked_by(orphan.server_dir / "data")
        if not orphan.is_deserted or (pid is not None and is_alive(pid)):
            continue
        _log.info("removing %s: its home %s was deleted", orphan.server_dir, orphan.home)
        shutil.rmtree(orphan.server_dir, ignore_errors=True)


def _server_dirs() -> Iterator[Path]:
    try:
        entries = sorted(placement.SYSTEM_ROOT.iterdir())
    except OSError:
        return
    yield from (entry for entry in entries if (entry / placement.POINTER).is_file())


def _orphan(server_dir: Path) -> Orphan | None:
    record = read_json(server_dir / placement.POINTER)
    if record is None or not isinstance(record.get("home"), str):
        return Orphan(server_dir, None, is_deserted=False)
    home = Path(record["home"])
    pointer = read_json(home / placement.POINTER)
    if pointer is not None and pointer.get("id") == server_dir.name:
        return None
    return Orphan(server_dir, home, _is_deserted(server_dir, home, record))


def _is_deserted(server_dir: Path, home: Path, record: dict[str, Any]) -> bool:
    """Tell a deleted home from one that is renamed, unmounted, or replaced."""
    if home.exists():
        return False
    standing = next(parent for parent in home.parents if parent.exists())
    is_same_device = standing.stat().st_dev == record.get("home_device")
    names = (server_dir / placement.POINTER).stat().st_nlink
    return is_same_device and names == _OWN_NAME_ONLY
