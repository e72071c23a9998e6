"""A file is written whole or not at all."""

from __future__ import annotations

import os
import resource
import threading
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from services.errors import Unavailable
from tests.pages.finding import PATIENCE_MS
from ui import whole_file

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def room_for(octets: int) -> Iterator[None]:
    """Have files of this process grow no further than that, as on a disk that is full."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (octets, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


class SlowDisk:
    """A disk that takes what is written, but says so only once `gate` is set.

    Attributes:
        reached: something is waited for.

    """

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._fsync = os.fsync
        self.reached = threading.Event()
        self.gate = threading.Event()
        monkeypatch.setattr(os, "fsync", self.fsync)

    def fsync(self, file: int) -> None:
        self.reached.set()
        assert self.gate.wait(PATIENCE_MS / 1000)
        self._fsync(file)


def names(folder: Path) -> list[str]:
    return [each.name for each in folder.iterdir()]


def write(path: Path, size: int, *, then: BaseException | None = None) -> None:
    """Write so many bytes to a file at `path`, then raise."""
    with whole_file.writing(path) as file:
        for _ in range(size // 1000):
            file.write(b"x" * 1000)
        if then is not None:
            raise then


def test_it_takes_the_place_of_an_older_one_and_is_its_owners_alone(tmp_path: Path) -> None:
    path = tmp_path / "a statement.pdf"
    path.write_bytes(b"old")
    with whole_file.writing(path) as file:
        file.write(b"new")
        file.flush()
        assert path.read_bytes() == b"old"
    assert path.read_bytes() == b"new"
    assert names(tmp_path) == ["a statement.pdf"]
    assert path.stat().st_mode & 0o077 == 0


def test_a_full_disk_leaves_the_older_one(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_bytes(b"old")
    with room_for(10_000), pytest.raises(Unavailable, match="file_no_space"):
        write(path, 100_000)
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["x.csv"]


def test_what_is_left_off_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        write(tmp_path / "x.csv", 1000, then=KeyboardInterrupt())
    assert names(tmp_path) == []


def test_it_can_be_left_off_even_once_it_is_on_the_disk(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_bytes(b"old")

    def at_last() -> None:
        (part,) = set(names(tmp_path)) - {"x.csv"}
        assert (tmp_path / part).read_bytes() == b"new"
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt), whole_file.writing(path, at_last=at_last) as file:
        file.write(b"new")
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["x.csv"]


@pytest.mark.parametrize(
    ("folder", "code"), [("/sys", "file_denied"), ("/nowhere/at/all", "file_no_folder")]
)
def test_a_folder_that_takes_nothing_is_told(folder: str, code: str) -> None:
    # /sys takes no files from anybody, root included.
    with pytest.raises(Unavailable) as told, whole_file.writing(Path(folder) / "x.csv"):
        pass
    assert (told.value.code, told.value.data) == (code, {"path": folder})


def test_a_name_that_cannot_be_one_is_told(tmp_path: Path) -> None:
    path = tmp_path / ("x" * 300)
    with pytest.raises(Unavailable, match="file_unwritable"), whole_file.writing(path):
        pass
    assert names(tmp_path) == []
