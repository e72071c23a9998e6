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
