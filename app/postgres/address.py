"""Where the private server answers, and with which passwords."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from app.postgres.server_config import HOST

if TYPE_CHECKING:
    from pathlib import Path

    from app.postgres.server_secrets import ServerSecrets


@dataclass(frozen=True, slots=True)
class ServerAddress:
    """How to reach a running private server.

    Attributes:
        port: on 127.0.0.1.
        socket_dir: directory of its Unix socket, which needs the same passwords; None without one.
        secrets: the passwords of its logins.

    """

    port: int
    socket_dir: Path | None
    secrets: ServerSecrets

    def url(
        self, database: str, *, user: str = "instapay_admin", password: str | None = None
    ) -> str:
        """Return a libpq URL; `password` None means the administrator's."""
        word = self.secrets.admin_password if password is None else password
        login = f"{quote(user, safe='')}:{quote(word, safe='')}"
        return f"postgresql://{login}@{HOST}:{self.port}/{quote(database, safe='')}"
