"""Starting Postgres's programs so that they never outlive the process that owns them."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    import signal
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from app.postgres.server_account import ServerAccount

_PR_SET_PDEATHSIG = 1


class CancelledError(Exception):
    """Whoever waited for a start does not want it any more; nothing of it runs."""


def start_child(
    arguments: Sequence[str | Path],
    *,
    account: ServerAccount | None,
    output: IO[bytes] | int,
    death_signal: signal.Signals,
) -> subprocess.Popen[bytes]:
    """Start a program as `account`, in a session of its own, its words going to `output`.

    On Linux it gets `death_signal` when we die, however we die.
    """
    return subprocess.Popen(  # noqa: S603 (a program of `Binaries`)
        [str(argument) for argument in arguments],
        stdin=subprocess.DEVNULL,
        stdout=output,
        stderr=subprocess.STDOUT,
        cwd="/",
        env=_environment(),
        user=None if account is None else account.uid,
        group=None if account is None else account.gid,
        extra_groups=None if account is None else [],
        start_new_session=True,
        umask=0o077,
        preexec_fn=_dies_with_us(death_signal),  # noqa: PLW1509 (see there)
    )


def _environment() -> dict[str, str]:
    """Return our environment without what would steer Postgres (PGDATA, PGPORT, PGOPTIONS …)."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("PG", "LC_")) and name not in {"LANG", "LANGUAGE"}
    }
    return {**kept, "LC_ALL": "C.UTF-8"}


def _dies_with_us(death_signal: signal.Signals) -> Callable[[], None] | None:
    """Return what the child does before it becomes Postgres; None where there is no such call.

    The signal comes when the *thread* that forked ends, so only the main thread may ask for it.
    Changing the user clears it; CPython calls `preexec_fn` after that.
    """
    if sys.platform != "linux" or threading.current_thread() is not threading.main_thread():
        return None
    import ctypes  # noqa: PLC0415 (only where it is needed: it costs 10 ms)

    prctl = ctypes.CDLL(None, use_errno=True).prctl
    parent = os.getpid()
    number = int(death_signal)

    def ask_for_signal() -> None:
        prctl(_PR_SET_PDEATHSIG, number, 0, 0, 0)
        if os.getppid() != parent:
            # We died between the fork and the call: nobody would send the signal any more.
            os._exit(1)

    return ask_for_signal
