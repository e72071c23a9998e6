"""Making a cluster: whole, or not at all."""

from __future__ import annotations

import os
import secrets
import shutil
import signal
import subprocess
import tempfile
from typing import TYPE_CHECKING

from app.postgres.children import CancelledError, start_child
from app.postgres.private_files import make_private_directory, sync_directory, write_private
from app.postgres.start_failures import StartFailure, classify, reason
from services.errors import ServerFault

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.postgres.binaries import Binaries
    from app.postgres.placement import Placement

#: The superuser of the private server.
ADMIN = "instapay_admin"

_MAKING = "making-"
_ASK_S = 0.1


def create_cluster(
    placement: Placement,
    binaries: Binaries,
    admin_password: str,
    *,
    is_lasting: bool,
    is_cancelled: Callable[[], bool],
) -> None:
    """Make the data directory with initdb.

    It grows in a folder beside its place and moves there complete, so what a killed initdb leaves
    is never taken for a cluster; it is removed here. `is_lasting` False skips the final sync.
    Raises `ServerFault`, OSError, and `CancelledError` when `is_cancelled` says so meanwhile.
    """
    remove_half_made(placement.server_dir)
    making = placement.server_dir / (_MAKING + secrets.token_hex(4))
    make_private_directory(making, placement.account)
    try:
        _run_initdb(
            placement,
            binaries,
            making,
            admin_password,
            is_lasting=is_lasting,
            is_cancelled=is_cancelled,
        )
        os.rename(making / "data", placement.data_dir)  # noqa: PTH104 (never over an existing one)
        sync_directory(placement.server_dir)
    finally:
        shutil.rmtree(making, ignore_errors=True)


def remove_half_made(server_dir: Path) -> None:
    """Remove what an initdb that was killed has left."""
    for left in server_dir.glob(_MAKING + "*"):
        shutil.rmtree(left, ignore_errors=True)


def _run_initdb(
    placement: Placement,
    binaries: Binaries,
    making: Path,
    admin_password: str,
    *,
    is_lasting: bool,
    is_cancelled: Callable[[], bool],
) -> None:
    password_file = making / "password"
    write_private(password_file, admin_password + "\n", placement.account)
    arguments: list[str | Path] = [
        binaries.bin_dir / "initdb",
        f"--pgdata={making / 'data'}",
        "--auth=scram-sha-256",
        "--locale=C.UTF-8",
        "--encoding=UTF8",
        f"--username={ADMIN}",
        f"--pwfile={password_file}",
        "--data-checksums",
        "--no-instructions",
    ]
    if not is_lasting:
        arguments.append("--no-sync")
    with tempfile.TemporaryFile() as output:
        child = start_child(
            arguments,
            account=placement.account,
            output=output,
            death_signal=signal.SIGTERM,
        )
        try:
            _wait(child, is_cancelled)
        except BaseException:
            child.terminate()
            child.wait()
            raise
        if child.returncode == 0:
            return
        output.seek(0)
        text = output.read().decode("utf-8", "replace")
    raise _fault(text, placement)


def _wait(child: subprocess.Popen[bytes], is_cancelled: Callable[[], bool]) -> None:
    while not is_cancelled():
        try:
            child.wait(_ASK_S)
        except subprocess.TimeoutExpired:
            continue
        return
    raise CancelledError


def _fault(text: str, placement: Placement) -> ServerFault:
    match classify(text):
        case StartFailure.DISK_FULL:
            return ServerFault("server_disk_full", path=str(placement.server_dir))
        case StartFailure.UNWRITABLE:
            return ServerFault("server_home_unwritable", path=str(placement.server_dir))
        case _:
            log = str(placement.log_file)
            return ServerFault("server_start_failed", reason=reason(text), log=log)
