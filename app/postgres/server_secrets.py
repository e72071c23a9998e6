"""Passwords of the private server: random, made once, kept in one file that only we read."""

from __future__ import annotations

import secrets
from dataclasses import asdict, dataclass, field, fields
from typing import TYPE_CHECKING

from app.postgres.private_files import faults_told, read_json, write_private_json
from services.errors import ServerFault

if TYPE_CHECKING:
    from pathlib import Path

_FILE = "server-secrets.json"
_BYTES = 32


@dataclass(frozen=True, slots=True)
class ServerSecrets:
    """One password of 256 random bits for each login of the private server.

    Attributes:
        admin_password: of `instapay_admin`, the server's superuser.
        desktop_password: of the desktop's login.
        worker_password: of the jobs' login.

    """

    admin_password: str = field(repr=False)
    desktop_password: str = field(repr=False)
    worker_password: str = field(repr=False)


def read_secrets(home: Path) -> ServerSecrets | None:
    """Return the passwords of the server in `home`; None when none were made yet."""
    content = read_json(home / _FILE)
    if content is None:
        return None
    names = [known.name for known in fields(ServerSecrets)]
    if not all(isinstance(content.get(name), str) and content[name] for name in names):
        return None
    return ServerSecrets(**{name: content[name] for name in names})


def make_secrets(home: Path) -> ServerSecrets:
    """Write new passwords for the server in `home` (mode 0600, durable) and return them."""
    made = ServerSecrets(*(secrets.token_hex(_BYTES) for _ in fields(ServerSecrets)))
    with faults_told(home):
        write_private_json(home / _FILE, asdict(made))
    return made


def require_secrets(home: Path) -> ServerSecrets:
    """Return the passwords of an existing server.

    Raises `ServerFault` (``server_damaged``): without them the databases cannot be opened, and
    making new ones would not fit what is stored.
    """
    known = read_secrets(home)
    if known is None:
        log = home / "logs" / "postgres.log"
        raise ServerFault("server_damaged", path=str(home / _FILE), log=str(log))
    return known
