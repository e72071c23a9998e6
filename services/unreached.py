"""Why a database could not be reached, for whoever is just typing its address.

libpq tells its causes in words alone, and nothing here goes by words. So the first steps of a
connection are taken once more, without a login: is there such a host, does it answer, is it Postgres.
"""

from __future__ import annotations

import socket
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from psycopg2.extensions import parse_dsn

from services.errors import Unavailable
from services.tls import SSL_REQUEST, places

if TYPE_CHECKING:
    from models.heads import Database

_LIMIT_S = 3.0
#: What a Postgres answers to the request for TLS: yes or no.
_ANSWERS = (b"S", b"N")
_LOCAL_FOLDERS = ("/run/postgresql", "/var/run/postgresql", "/tmp")  # noqa: S108 (where libpq looks)


def reason(url: str, database: Database) -> Unavailable:
    """Return what is in the way of a connection that libpq could not make.

    Codes: ``host_unknown``, ``host_unreachable``, ``host_no_postgres`` (data: database, host, port), and
    ``login_refused`` (data: database, host, user) where a Postgres is there: whether name, password or
    database is wrong it says to nobody who has not come in. Takes 3 s a host at most.
    """
    parts = parse_dsn(url)
    found = [_tried(host, address, port) for host, address, port in _all_places(parts)]
    # Of several hosts one that is there tells more than one that is not.
    code, host, port = max(found, key=lambda each: _ORDER.index(each[0]))
    user = parts.get("user", "")
    return Unavailable(code, database=database, host=host, port=port, user=user)


#: From what says least to what says most.
_ORDER = ("host_unknown", "host_unreachable", "host_no_postgres", "login_refused")


def _all_places(parts: dict[str, str]) -> list[tuple[str, str, int]]:
    """Return name, address and port of each host; of a Unix socket its folder."""
    named = parts.get("host", "") or parts.get("hostaddr", "")
    port = int(parts.get("port", "").split(",")[0] or 5432)
    if not named:
        return [(folder, folder, port) for folder in _LOCAL_FOLDERS]
    if named.startswith("/"):
        return [(named, named, port)]
    return list(places(parts))


def _tried(host: str, address: str, port: int) -> tuple[str, str, int]:
    try:
        with closing(_opened(address, port)) as line:
            line.sendall(SSL_REQUEST)
            code = "login_refused" if line.recv(1) in _ANSWERS else "host_no_postgres"
    except socket.gaierror:
        code = "host_unknown"
    except OSError:
        code = "host_unreachable"
    return code, host, port


def _opened(address: str, port: int) -> socket.socket:
    if not address.startswith("/"):
        return socket.create_connection((address, port), _LIMIT_S)
    line = socket.socket(socket.AF_UNIX)
    line.settimeout(_LIMIT_S)
    try:
        line.connect(str(Path(address) / f".s.PGSQL.{port}"))
    except OSError:
        line.close()
        raise
    return line
