"""A file that is written whole or not at all.

It is written beside its place under another name and takes the place of an older one only once all
of it is on the disk: a full disk or a pulled plug leaves the older one as it was.
"""

from __future__ import annotations

import errno
import os
import tempfile
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, TYPE_CHECKING

from services.errors import Unavailable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_DENIED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


@contextmanager
def writing(path: Path, *, at_last: Callable[[], object] = lambda: None) -> Iterator[IO[bytes]]:
    """Yield a file to write to; it is at `path` once the block has ended well, for its owner to read.

    `at_last` is called once all is on the disk, which may take long; it may raise, so that an older file
    stays. Raises Unavailable: file_denied, file_no_space, file_no_folder or file_unwritable (data: path).
    What the block raises, or `at_last`, leaves no trace either.
    """
    try:
        part = tempfile.NamedTemporaryFile(  # noqa: SIM115 (its name outlives it)
            "wb", dir=path.parent, prefix=f".{path.name[:40]}.", suffix=".part", delete=False
        )
    except OSError as error:
        raise _told(error, path) from error
    try:
        with part:
            yield part
            part.flush()
            os.fsync(part.fileno())
        at_last()
        Path(part.name).replace(path)
    except OSError as error:
        _discard(part.name)
        raise _told(error, path) from error
    except BaseException:
        _discard(part.name)
        raise


def _discard(name: str) -> None:
    with suppress(OSError):
        Path(name).unlink()


def _told(error: OSError, path: Path) -> Unavailable:
    if error.errno in _DENIED:
        return Unavailable("file_denied", path=str(path.parent))
    if error.errno in _FULL:
        return Unavailable("file_no_space", path=str(path.parent))
    if error.errno in {errno.ENOENT, errno.ENOTDIR}:
        return Unavailable("file_no_folder", path=str(path.parent))
    return Unavailable("file_unwritable", path=str(path))
