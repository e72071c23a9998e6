"""Passwords of the database logins that configured URLs name: from the keyring, else from a private file.

Nothing here is asked where a URL holds its password, nor for the private server: importing `keyring`
and finding its backend takes 0.15 s.
"""

from __future__ import annotations

import json
import logging
import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING

from psycopg2.extensions import make_dsn

from app.postgres.private_files import PRIVATE_DIRECTORY, faults_told, write_private
from app.url_parts import url_parts
from services.errors import SettingsInvalid

if TYPE_CHECKING:
    from collections.abc import Mapping

_log = logging.getLogger(__name__)

CREDENTIALS_FILE = "credentials.toml"
#: What the keyring knows our passwords by.
SERVICE = "mini-instapay"
_KEYRING = "keyring"
_TABLE = "passwords"
_HEADER = "# Passwords of database logins, for Mini-InstaPay. Yours alone: mode 0600.\n"


def with_password(url: str, home: Path, *, name: str = "URL") -> str:
    """Return a connection string with the password that this machine keeps for a URL's login.

    In this order: the URL's own; PGPASSWORD (libpq takes it by itself); the keyring; `home`'s
    credentials.toml; libpq's passfile, where it looks by itself. A login may need none of them.
    Raises SettingsInvalid: credentials_readable (data: path), a file that others may read;
    settings_invalid, one that cannot be read, or a URL that is none (data: `name`).
    """
    parts = url_parts(name, url)
    if "password" in parts or "PGPASSWORD" in os.environ:
        return url
    login = login_of(parts)
    path = home / CREDENTIALS_FILE
    for source, password in (
        (_KEYRING, _from_keyring(login)),
        (path, _stored(path).get(login)),
    ):
        if password:
            _log.info("the password of %s is from %s", login, source)
            return str(make_dsn(url, password=password))
    # libpq passes over one that others may read, with no more than a line on standard error.
    _refuse_readable(
        Path(
            parts.get("passfile") or os.environ.get("PGPASSFILE") or Path("~/.pgpass").expanduser()
        )
    )
    return url


def save(url: str, password: str, home: Path) -> str:
    """Keep the password of a URL's login on this machine; return where: ``keyring`` or a path.

    Raises SettingsInvalid as `with_password` does; ServerFault where the file cannot be written.
    """
    login = login_of(url_parts("URL", url))
    if _into_keyring(login, password):
        return _KEYRING
    path = home / CREDENTIALS_FILE
    known = _stored(path) | {login: password}
    with faults_told(home):
        # As it is, where it is: the private server's account may need its way through.
        home.mkdir(mode=PRIVATE_DIRECTORY, parents=True, exist_ok=True)
        # What JSON makes of a text is a TOML string too, as long as it is printable.
        lines = [f"{_quoted(each)} = {_quoted(known[each])}\n" for each in sorted(known)]
        write_private(path, f"{_HEADER}[{_TABLE}]\n{''.join(lines)}")
    return str(path)


def login_of(parts: Mapping[str, str]) -> str:
    """Return what a login is kept by: ``user@host:port/database``, with libpq's defaults."""
    user = parts.get("user", "")
    host = parts.get("host") or parts.get("hostaddr") or "localhost"
    return f"{user}@{host}:{parts.get('port') or '5432'}/{parts.get('dbname') or user}"


def _quoted(text: str) -> str:
    assert text.isprintable(), "a login or password with a control character"
    return json.dumps(text, ensure_ascii=False)


def _stored(path: Path) -> dict[str, str]:
    if not _refuse_readable(path):
        return {}
    import tomllib  # noqa: PLC0415 (5 ms, and most have no such file)

    try:
        stored = tomllib.loads(path.read_text(encoding="utf-8")).get(_TABLE, {})
    except (OSError, ValueError) as error:
        raise SettingsInvalid("settings_invalid", name=str(path), reason=str(error)) from error
    if not isinstance(stored, dict) or not all(isinstance(each, str) for each in stored.values()):
        raise SettingsInvalid("settings_invalid", name=str(path), reason="not login = password")
    return stored


def _refuse_readable(path: Path) -> bool:
    """Tell whether there is such a file. Raises SettingsInvalid where others may read or write it."""
    try:
        found = path.stat()
    except OSError:
        return False
    if stat.S_ISREG(found.st_mode) and found.st_mode & (stat.S_IRWXG | stat.S_IRWXO):
        raise SettingsInvalid("credentials_readable", path=str(path))
    return True


def _from_keyring(login: str) -> str | None:
    import keyring  # noqa: PLC0415 (0.15 s with its backend, and most have no use for it)

    try:
        return keyring.get_password(SERVICE, login)
    except Exception as error:  # noqa: BLE001 (backends raise what they like; a file may have it)
        _log.info("no password from the keyring: %s", type(error).__name__)
        return None


def _into_keyring(login: str, password: str) -> bool:
    import keyring  # noqa: PLC0415

    try:
        keyring.set_password(SERVICE, login, password)
        # Some backends take a password and keep nothing.
        return keyring.get_password(SERVICE, login) == password
    except Exception as error:  # noqa: BLE001 (the same)
        _log.info("the keyring takes no password: %s", type(error).__name__)
        return False
