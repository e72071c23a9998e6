"""Who Postgres runs as: Postgres refuses root, so root hands it to an unprivileged account."""

from __future__ import annotations

import os
import pwd
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING

from services.errors import ServerFault

if TYPE_CHECKING:
    from pathlib import Path

#: The first of these that exists on this machine.
_NAMES = ("instapay", "postgres", "nobody")


@dataclass(frozen=True, slots=True)
class ServerAccount:
    """An account of this machine that is not root."""

    uid: int
    gid: int


def server_account(data_dir: Path) -> ServerAccount | None:
    """Return the account for the server of `data_dir`; None when we are not root.

    A cluster stays with the account that owns it: Postgres starts for no other.
    Raises `ServerFault` (``server_start_failed``) when root finds no account to step down to.
    """
    if os.geteuid() != 0:
        return None
    try:
        owner = data_dir.stat()
    except OSError:
        return _first_known()
    return ServerAccount(owner.st_uid, owner.st_gid) if owner.st_uid != 0 else _first_known()


def _first_known() -> ServerAccount:
    for name in _NAMES:
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        if entry.pw_uid != 0:
            return ServerAccount(entry.pw_uid, entry.pw_gid)
    reason = "Postgres does not run as root, and there is no account: " + ", ".join(_NAMES)
    raise ServerFault("server_start_failed", reason=reason, log="")


def can_use(account: ServerAccount | None, *paths: Path) -> bool:
    """Tell whether `account` can read and pass (or run) every one of `paths`.

    Asked of the system itself, by a child that has become the account: mode bits of each parent,
    access lists and mounts all count.
    """
    if account is None:
        return all(os.access(path, os.R_OK | os.X_OK) for path in paths)
    return _every_one(account, 'test -r "$path" && test -x "$path"', paths)


def can_pass(account: ServerAccount | None, path: Path) -> bool:
    """Tell whether `account` can pass through the directory `path`, listing it or not."""
    if account is None:
        return os.access(path, os.X_OK)
    return _every_one(account, 'test -x "$path"', (path,))


def _every_one(account: ServerAccount, condition: str, paths: tuple[Path, ...]) -> bool:
    script = f'for path in "$@"; do {{ {condition}; }} || exit 1; done'
    answer = subprocess.run(  # noqa: S603 (our own script; the paths are arguments)
        ["/bin/sh", "-c", script, "sh", *map(str, paths)],
        user=account.uid,
        group=account.gid,
        extra_groups=[],
        cwd="/",
        stdin=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=False,
    )
    return answer.returncode == 0
