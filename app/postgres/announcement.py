"""What a guardian tells the programs: one small file, `server.json`, replaced as a whole."""

from __future__ import annotations

import errno
import json
import os
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.postgres.locks import GUARDIAN, read_note
from app.postgres.private_files import read_json, write_private_json
from services.errors import InstaPayError, SchemaMismatch, ServerFault, SettingsInvalid, Unavailable

if TYPE_CHECKING:
    from collections.abc import Mapping

FILE = "server.json"

#: Errors that reach the waiting program as themselves; others become a `ServerFault`.
_TOLD_AS_THEY_ARE: dict[str, type[InstaPayError]] = {
    kind.__name__: kind for kind in (ServerFault, SchemaMismatch, SettingsInvalid, Unavailable)
}


class Phase(StrEnum):
    """How far a guardian is."""

    STARTING = "starting"
    PREPARING = "preparing"
    READY = "ready"
    STOPPING = "stopping"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Announcement:
    """One word of a guardian.

    Attributes:
        phase: how far it is.
        run: a random name of this guardian's run, to tell it from one that was killed.
        guardian_pid: its process.
        port: the server's, once known.
        socket_dir: the server's, where it has one.
        error_kind: class of what failed; None unless the phase is FAILED.
        error_code: its code.
        error_data: its data.

    """

    phase: Phase
    run: str
    guardian_pid: int
    port: int | None = None
    socket_dir: Path | None = None
    error_kind: str | None = None
    error_code: str | None = None
    error_data: Mapping[str, Any] = field(default_factory=dict)

    def error(self) -> InstaPayError:
        """Return what failed, as the guardian raised it."""
        kind = _TOLD_AS_THEY_ARE.get(self.error_kind or "", ServerFault)
        return kind(self.error_code or "server_start_failed", **self.error_data)


def tellable(error: Exception, log: Path) -> InstaPayError:
    """Return `error` itself when programs know its kind, else a `ServerFault` that names it."""
    if isinstance(error, InstaPayError) and type(error).__name__ in _TOLD_AS_THEY_ARE:
        return error
    reason = f"{type(error).__name__}: {error}".strip()
    return ServerFault("server_start_failed", reason=reason, log=str(log))


def announce(home: Path, announcement: Announcement) -> None:
    """Write `announcement` for the programs of `home`; raises OSError."""
    content = {
        "phase": announcement.phase.value,
        "run": announcement.run,
        "guardian_pid": announcement.guardian_pid,
        "port": announcement.port,
        "socket_dir": None if announcement.socket_dir is None else str(announcement.socket_dir),
        "error_kind": announcement.error_kind,
        "error_code": announcement.error_code,
        "error_data": {name: _plain(value) for name, value in announcement.error_data.items()},
    }
    try:
        write_private_json(home / FILE, content)
    except OSError as error:
        if error.errno not in {errno.ENOSPC, errno.EDQUOT} or not (home / FILE).exists():
            raise
        _overwrite(home / FILE, json.dumps(content))


def _overwrite(path: Path, text: str) -> None:
    """Write over the file's own blocks: on a full disk there are no others."""
    descriptor = os.open(path, os.O_WRONLY)
    try:
        os.ftruncate(descriptor, os.write(descriptor, text.encode()))
    finally:
        os.close(descriptor)


def _plain(value: object) -> object:
    return value if isinstance(value, (str, int, float, bool, type(None))) else str(value)


def read_announcement(home: Path) -> Announcement | None:
    """Return the last word of any guardian of `home`, living or dead; None when there is none."""
    content = read_json(home / FILE)
    if content is None:
        return None
    try:
        socket_dir = content["socket_dir"]
        return Announcement(
            phase=Phase(content["phase"]),
            run=content["run"],
            guardian_pid=content["guardian_pid"],
            port=content["port"],
            socket_dir=None if socket_dir is None else Path(socket_dir),
            error_kind=content["error_kind"],
            error_code=content["error_code"],
            error_data=content["error_data"],
        )
    except (KeyError, ValueError):
        return None


def word_of_guardian(home: Path) -> Announcement | None:
    """Return the word of the guardian that holds the lock; None when it has said none yet.

    An earlier one's last word ("ready", from one that was killed) does not count.
    """
    announcement = read_announcement(home)
    if announcement is None or announcement.run != read_note(home / GUARDIAN):
        return None
    return announcement


def withdraw(home: Path) -> None:
    """Remove the announcement: there is no server any more."""
    (home / FILE).unlink(missing_ok=True)
