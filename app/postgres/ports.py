"""Which port the server gets: the one it had, when that is free."""

from __future__ import annotations

import socket
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from app.postgres.placement import STATE
from app.postgres.private_files import read_json, write_private_json
from app.postgres.server_config import HOST

if TYPE_CHECKING:
    from pathlib import Path

_PORTS = range(1, 2**16)


def remembered_port(home: Path) -> int | None:
    """Return the port of the last successful start; None before the first."""
    state = read_json(home / STATE) or {}
    port = state.get("port")
    return port if isinstance(port, int) and port in _PORTS else None


def remember_start(home: Path, *, port: int, pid: int, major: int) -> None:
    """Write down a successful start, mode 0600."""
    state = {
        "port": port,
        "pid": pid,
        "started_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "postgres_major": major,
    }
    write_private_json(home / STATE, state)


def free_port(wanted: int | None) -> int:
    """Return `wanted` when nobody listens there, else a free port of the system's choice."""
    if wanted is not None and _is_free(wanted):
        return wanted
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port: int = probe.getsockname()[1]
        return port


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        # As Postgres does: connections that are only winding down do not count.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
        return True
