"""What a libpq URL says, without ever repeating one that cannot be read."""

from __future__ import annotations

import psycopg2
from psycopg2.extensions import parse_dsn

from services.errors import SettingsInvalid


def url_parts(name: str, url: str) -> dict[str, str]:
    """Return a URL's parts by libpq's names; raises SettingsInvalid (data: name) for an unreadable one."""
    try:
        return dict(parse_dsn(url))
    except psycopg2.ProgrammingError:
        # libpq's words quote it, its password too.
        raise SettingsInvalid(
            "settings_invalid", name=name, reason="not a postgresql:// URL"
        ) from None


def without_password(name: str, url: str) -> tuple[str, str]:
    """Return a URL without its password, and the password; empty where it has none.

    Raises SettingsInvalid (data: name) for a URL that cannot be read, or that names its password where
    it cannot be taken out.
    """
    parts = url_parts(name, url)
    password = parts.pop("password", "")
    if not password:
        return url, ""
    start, _, rest = url.partition("://")
    login, has_login, places = rest.partition("@")
    bare = f"{start}://{login.partition(':')[0]}@{places}" if has_login else url
    if url_parts(name, bare) != parts:
        # Among the parameters, say: better no URL than one that tells a password.
        raise SettingsInvalid("settings_invalid", name=name, reason="a password in an odd place")
    return bare, password
