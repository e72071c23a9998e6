"""Becoming a background process that holds on to nothing of who started it."""

from __future__ import annotations

import fcntl
import logging
import logging.handlers
import os
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from app.postgres.private_files import PRIVATE_FILE, make_private_directory

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_LOG_BYTES = 1024 * 1024
_EARLIER_LOGS = 2
_FIRST_BEYOND_STANDARD = 3


def guardian_log(home: Path) -> Path:
    """Return where the guardian of `home` writes what it does."""
    return home / "logs" / "guardian.log"


def detach(home: Path) -> None:
    """Lead an own session, let go of inherited files, speak to the guardian's log only."""
    with suppress(PermissionError):  # we lead one already
        os.setsid()
    os.chdir("/")
    _close_inherited()
    nothing = os.open(os.devnull, os.O_RDONLY)
    words = os.open(guardian_log(home), os.O_WRONLY | os.O_APPEND | os.O_CREAT, PRIVATE_FILE)
    for source, standard in ((nothing, 0), (words, 1), (words, 2)):
        os.dup2(source, standard)
    os.close(nothing)
    os.close(words)


def _close_inherited() -> None:
    """Close what came through exec: those are the files not marked to be closed by it."""
    for name in os.listdir("/dev/fd"):  # noqa: PTH208 (a listing of numbers, not of files)
        descriptor = int(name)
        if descriptor < _FIRST_BEYOND_STANDARD:
            continue
        with suppress(OSError):  # the listing's own
            if not fcntl.fcntl(descriptor, fcntl.F_GETFD) & fcntl.FD_CLOEXEC:
                os.close(descriptor)


@contextmanager
def guardian_logging(home: Path) -> Iterator[None]:
    """Write what `app.postgres` logs to `home`'s guardian.log, 1 MiB and two earlier ones."""
    make_private_directory(home / "logs")
    path = guardian_log(home)
    path.touch(PRIVATE_FILE)
    handler = logging.handlers.RotatingFileHandler(
        path, maxBytes=_LOG_BYTES, backupCount=_EARLIER_LOGS, encoding="utf-8"
    )
    handler.setFormatter(
        logging.Formatter("%(asctime)s [%(process)d] %(levelname)s %(name)s: %(message)s")
    )
    logger = logging.getLogger("app.postgres")
    earlier_level = logger.level
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    try:
        yield
    finally:
        logger.removeHandler(handler)
        logger.setLevel(earlier_level)
        handler.close()
