"""A station's own libpq URL, from the one that an administrator uses for the same database."""

from __future__ import annotations

from urllib.parse import quote, urlencode

from psycopg2.extensions import parse_dsn

#: How the server is found and trusted; who asks, and how patiently, is the administrator's own.
_KEPT = (
    "hostaddr",
    "sslmode",
    "sslrootcert",
    "sslcrl",
    "sslcrldir",
    "sslnegotiation",
    "ssl_min_protocol_version",
    "channel_binding",
    "gssencmode",
    "target_session_attrs",
    "load_balance_hosts",
)


def station_url(url: str, *, database: str, user: str, password: str | None) -> str:
    """Return the URL of `user` for the server that `url` leads to; without a password where None."""
    parts = parse_dsn(url)
    login = quote(user, safe="")
    if password is not None:
        login += ":" + quote(password, safe="")
    query = urlencode({name: parts[name] for name in _KEPT if name in parts}, quote_via=quote)
    return (
        f"postgresql://{login}@{_places(parts)}/{quote(database, safe='')}"
        f"{'?' if query else ''}{query}"
    )


def _places(parts: dict[str, str]) -> str:
    """Return hosts and ports as a URL writes them, comma by comma."""
    hosts = parts.get("host", "").split(",")
    ports = parts.get("port", "").split(",")
    if len(ports) == 1:
        ports *= len(hosts)
    return ",".join(
        _host(host) + (f":{port}" if port else "") for host, port in zip(hosts, ports, strict=True)
    )


def _host(host: str) -> str:
    return f"[{host}]" if ":" in host else quote(host, safe="")
