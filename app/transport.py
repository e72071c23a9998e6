"""Which configured connections somebody on the network could read or answer in the bank's place."""

from __future__ import annotations

import ipaddress
import os
from typing import TYPE_CHECKING

from app.url_parts import url_parts

if TYPE_CHECKING:
    from collections.abc import Mapping


def unprotected(urls: Mapping[str, str | None]) -> list[str]:
    """Return a line for each URL (by its name) that leaves this machine without sslmode=verify-full.

    Raises SettingsInvalid for one that cannot be read.
    """
    lines = []
    for name, url in urls.items():
        hosts = unprotected_hosts({} if url is None else url_parts(name, url))
        if hosts:
            lines.append(
                f"{name}: {', '.join(hosts)} without sslmode=verify-full; whoever is on the network"
                " could read along or answer in its place"
            )
    return lines


def unprotected_hosts(parts: Mapping[str, str]) -> list[str]:
    """Return the hosts of a URL's `parts` that are reached over a network without sslmode=verify-full."""
    mode = parts.get("sslmode") or os.environ.get("PGSSLMODE", "")
    if mode == "verify-full":
        return []
    hosts = (parts.get("hostaddr") or parts.get("host", "")).split(",")
    return [each for each in hosts if not _is_local(each)]


def _is_local(host: str) -> bool:
    if not host or host == "localhost" or host.startswith(("/", "@")):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
