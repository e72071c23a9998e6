"""Files and folders that only this person may read, and what their failures mean."""

from __future__ import annotations

import errno
import json
import os
import secrets
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

from services.errors import ServerFault

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from app.postgres.server_account import ServerAccount

#: Owner only: directories and files.
PRIVATE_DIRECTORY = 0o700
PRIVATE_FILE = 0o600
#: Owner, and passage for one group: what root's folders give the server's account.
PASSAGE_DIRECTORY = 0o710

_DISK_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
_UNWRITABLE = frozenset({errno.EROFS, errno.EACCES, errno.EPERM, errno.ENOTDIR, errno.EEXIST})
_PROBE_BYTES = 64 * 1024


def fault_of(error: OSError, path: Path) -> ServerFault:
    """Return what a failed write under `path` means to a person."""
    if error.errno in _DISK_FULL:
        return ServerFault("server_disk_full", path=str(path))
    if error.errno in _UNWRITABLE:
        return ServerFault("server_home_unwritable", path=str(path))
    log = path / "logs" / "postgres.log"
    return ServerFault("server_start_failed", reason=str(error), log=str(log))


@contextmanager
def faults_told(path: Path) -> Iterator[None]:
    """Raise a `ServerFault` in place of an OSError that comes from working under `path`."""
    try:
        yield
    except OSError as error:
        raise fault_of(error, path) from error


def make_private_directory(path: Path, owner: ServerAccount | None = None) -> None:
    """Make `path` (0700) and its parents; give it to `owner` when one is named."""
    path.mkdir(parents=True, exist_ok=True, mode=PRIVATE_DIRECTORY)
    if owner is not None:
        os.chown(path, owner.uid, owner.gid, follow_symlinks=False)
    path.chmod(PRIVATE_DIRECTORY)


def make_passage_directory(path: Path, account: ServerAccount | None) -> None:
    """Make `path` ours alone; where the server has its own account, passable for its group."""
    path.mkdir(parents=True, exist_ok=True, mode=PRIVATE_DIRECTORY)
    if account is None:
        path.chmod(PRIVATE_DIRECTORY)
    else:
        os.chown(path, -1, account.gid, follow_symlinks=False)
        path.chmod(PASSAGE_DIRECTORY)


def write_private(path: Path, text: str, owner: ServerAccount | None = None) -> None:
    """Replace `path` by `text` in UTF-8, mode 0600: whole or not at all, also over a power cut."""
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(6)}")
    descriptor = os.open(
        temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, PRIVATE_FILE
    )
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            os.fchmod(descriptor, PRIVATE_FILE)
            if owner is not None:
                os.fchown(descriptor, owner.uid, owner.gid)
            file.write(text)
            file.flush()
            os.fsync(descriptor)
        temporary.replace(path)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise
    sync_directory(path.parent)


def write_private_json(path: Path, content: Mapping[str, object]) -> None:
    """Replace `path` by `content` as one JSON object; see `write_private`."""
    write_private(path, json.dumps(content, ensure_ascii=False, indent=1) + "\n")


def read_json(path: Path) -> dict[str, Any] | None:
    """Return the JSON object in `path`; None when there is no file or it holds no object."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return None
    return content if isinstance(content, dict) else None


def sync_directory(path: Path) -> None:
    """Make renames within `path` durable."""
    descriptor = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def prove_writable(path: Path) -> None:
    """Write 64 KiB under `path` and take it away; raises `ServerFault` saying why it cannot."""
    probe = path / f".probe.{secrets.token_hex(6)}"
    with faults_told(path):
        try:
            probe.write_bytes(b"\0" * _PROBE_BYTES)
        finally:
            with suppress(OSError):
                probe.unlink()
