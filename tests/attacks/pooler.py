"""Debian's pgbouncer before a test's server: transaction mode, one server connection a login and database."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Self

import psycopg2
from psycopg2.extensions import make_dsn, parse_dsn

from app.postgres.ports import free_port
from app.postgres.server_account import server_account

if TYPE_CHECKING:
    from collections.abc import Mapping

#: It stands where an ordinary user's PATH does not lead.
PROGRAM = shutil.which("pgbouncer") or shutil.which("/usr/sbin/pgbouncer")


class Pooler:
    """A running pgbouncer; a context manager. `logins` are names and passwords, `settings` win."""

    def __init__(
        self, server_port: int, logins: Mapping[str, str], settings: Mapping[str, str]
    ) -> None:
        assert PROGRAM is not None
        self.port = free_port(None)
        self._folder = Path(tempfile.mkdtemp(prefix="instapay-pooler-"))
        self._folder.chmod(0o711)
        lines = {
            "listen_addr": "127.0.0.1",
            "listen_port": str(self.port),
            "unix_socket_dir": "",
            "auth_type": "scram-sha-256",
            "auth_file": str(self._folder / "users.txt"),
            "pool_mode": "transaction",
            "default_pool_size": "1",
            **settings,
        }
        configuration = f"[databases]\n* = host=127.0.0.1 port={server_port}\n[pgbouncer]\n"
        configuration += "".join(f"{name} = {value}\n" for name, value in lines.items())
        users = "".join(f'"{name}" "{password}"\n' for name, password in logins.items())
        # It refuses to run as root, as Postgres does.
        account = server_account(self._folder / "nothing")
        for name, text in (("pgbouncer.ini", configuration), ("users.txt", users)):
            path = self._folder / name
            path.write_text(text)
            path.chmod(0o600)
            if account is not None:
                os.chown(path, account.uid, account.gid)
        self._log = (self._folder / "log").open("wb")
        self._process = subprocess.Popen(
            [PROGRAM, str(self._folder / "pgbouncer.ini")],
            stdout=self._log,
            stderr=self._log,
            user=None if account is None else account.uid,
            group=None if account is None else account.gid,
            extra_groups=None if account is None else [],
        )

    def __enter__(self) -> Self:
        deadline = time.monotonic() + 10
        while "process up" not in (self._folder / "log").read_text():
            assert self._process.poll() is None, (self._folder / "log").read_text()
            assert time.monotonic() < deadline, "pgbouncer did not start"
            time.sleep(0.01)
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.wait(10)
        self._log.close()
        shutil.rmtree(self._folder, ignore_errors=True)

    def url(self, url: str) -> str:
        """Return a connection string that leads through the pooler."""
        return str(make_dsn(**(parse_dsn(url) | {"port": str(self.port)})))

    def connect(self, url: str) -> psycopg2.extensions.connection:
        """Connect through the pooler, in autocommit mode."""
        connection = psycopg2.connect(self.url(url))
        connection.autocommit = True
        return connection
