"""Why a server could not prove who it is: asked once libpq has refused to connect to it.

libpq tells its causes in words alone, and nothing here goes by words. So the handshake is tried once
more by Python's own TLS, without a login: for what is said about it, never for whether to trust.
"""

from __future__ import annotations

import os
import socket
import struct
from pathlib import Path
from typing import TYPE_CHECKING

from psycopg2.extensions import parse_dsn

from services.errors import Unavailable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from models.heads import Database

_LIMIT_S = 1.0
#: The first message of a client that wants TLS (Postgres's protocol, SSLRequest); N says no, S yes.
SSL_REQUEST = struct.pack("!ii", 8, 80877103)
_DEMANDING = ("require", "verify-ca", "verify-full")


def distrust(url: str, database: Database) -> Unavailable | None:
    """Return what is wrong with the proof that `url` demands of its server; None where that is not it.

    Codes: ``server_without_tls``, ``server_certificate_refused`` (data: host), ``authorities_missing``
    (data: path). Takes a second a host at most.
    """
    parts = parse_dsn(url)
    mode = parts.get("sslmode") or os.environ.get("PGSSLMODE", "")
    if mode not in _DEMANDING:
        return None
    for host, address, port in places(parts):
        code = _refused(host, address, port, mode, parts.get("sslrootcert"))
        if code is not None:
            path = parts.get("sslrootcert", "")
            return Unavailable(code, database=database, host=host, path=path)
    return None


def places(parts: dict[str, str]) -> Iterator[tuple[str, str, int]]:
    """Yield name, address and port of each host; Unix sockets have no TLS."""
    hosts = parts.get("host", "").split(",")
    addresses = parts.get("hostaddr", "").split(",")
    ports = parts.get("port", "").split(",")
    for number in range(max(len(hosts), len(addresses))):
        host = hosts[number] if number < len(hosts) else ""
        address = addresses[number] if number < len(addresses) else ""
        port = ports[number] if number < len(ports) else ports[0]
        if (host or address) and not host.startswith(("/", "@")):
            yield host or address, address or host, int(port or 5432)


def _refused(host: str, address: str, port: int, mode: str, authorities: str | None) -> str | None:
    import ssl  # noqa: PLC0415 (10 ms, and only when a connection has failed)

    try:
        with socket.create_connection((address, port), _LIMIT_S) as line:
            line.sendall(SSL_REQUEST)
            answer = line.recv(1)
            if answer == b"N":
                return "server_without_tls"
            if answer != b"S" or mode == "require":
                return None
            if authorities not in {None, "system"} and not Path(str(authorities)).is_file():
                return "authorities_missing"
            context = ssl.create_default_context(
                cafile=None if authorities == "system" else authorities
            )
            context.check_hostname = mode == "verify-full"
            context.wrap_socket(line, server_hostname=host).close()
    except ssl.SSLCertVerificationError:
        return "server_certificate_refused"
    except OSError:
        return None
    return None
