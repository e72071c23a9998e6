"""What the program was told: flags, then environment, then `INSTAPAY_HOME/settings.toml`, then defaults."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from services.errors import SettingsInvalid

if TYPE_CHECKING:
    from collections.abc import Mapping

SETTINGS_FILE = "settings.toml"
_URL_PREFIXES = ("postgresql://", "postgres://")


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that can be set.

    Attributes:
        home: private server, outbox, logs and preferences of this person.
        auth_url: libpq URL of Auth for this station's login; None for the private server.
        payment_url: the same for Payment; both are set or neither.
        listen_url: a direct connection for LISTEN, where `payment_url` is a pooler's.
        is_log_verbose: log at level DEBUG.

    """

    home: Path
    auth_url: str | None = field(default=None, repr=False)
    payment_url: str | None = field(default=None, repr=False)
    listen_url: str | None = field(default=None, repr=False)
    is_log_verbose: bool = False

    @property
    def has_urls(self) -> bool:
        """A bank is configured."""
        return self.auth_url is not None

    def urls(self) -> dict[str, str | None]:
        """Return the URLs by the names they are set by."""
        return {
            "auth_url": self.auth_url,
            "payment_url": self.payment_url,
            "listen_url": self.listen_url,
        }


def load(
    *,
    auth_url: str | None = None,
    payment_url: str | None = None,
    environment: Mapping[str, str] | None = None,
) -> Settings:
    """Read the settings; the arguments are flags and win.

    Raises SettingsInvalid (data: name, reason) for a file that is no TOML, an unknown name, a URL
    that is none of Postgres, or one URL without the other.
    """
    env = os.environ if environment is None else environment
    home = _home(env)
    stored = _stored(home / SETTINGS_FILE)

    def chosen(flag: str | None, variable: str, name: str) -> str | None:
        for value in (flag, env.get(variable), stored.get(name)):
            if value:
                return checked_url(name, value)
        return None

    auth = chosen(auth_url, "INSTAPAY_AUTH_URL", "auth_url")
    payment = chosen(payment_url, "INSTAPAY_PAYMENT_URL", "payment_url")
    if (auth is None) != (payment is None):
        missing = "payment_url" if payment is None else "auth_url"
        raise SettingsInvalid("settings_invalid", name=missing, reason="missing")
    return Settings(
        home=home,
        auth_url=auth,
        payment_url=payment,
        listen_url=chosen(None, "INSTAPAY_LISTEN_URL", "listen_url"),
        is_log_verbose=env.get("INSTAPAY_LOG", str(stored.get("log", ""))) == "debug",
    )


def save_urls(
    home: Path, *, auth_url: str, payment_url: str, listen_url: str | None = None
) -> None:
    """Write the addresses of a bank into `home`'s settings.toml; what else is set there stays.

    Raises SettingsInvalid for a file that is no TOML, ServerFault for one that cannot be written.
    """
    from app.postgres.private_files import (  # noqa: PLC0415 (once in the life of a home)
        PRIVATE_DIRECTORY,
        faults_told,
        write_private,
    )

    path = home / SETTINGS_FILE
    urls = {"auth_url": auth_url, "payment_url": payment_url, "listen_url": listen_url}
    kept = {name: value for name, value in (_stored(path) | urls).items() if value}
    # What JSON makes of a text is a TOML string too, as long as it is printable.
    lines = [f"{name} = {json.dumps(str(kept[name]), ensure_ascii=False)}\n" for name in kept]
    with faults_told(home):
        home.mkdir(mode=PRIVATE_DIRECTORY, parents=True, exist_ok=True)
        write_private(path, "".join(lines))


def _home(env: Mapping[str, str]) -> Path:
    told = env.get("INSTAPAY_HOME")
    if told:
        return Path(told).expanduser().absolute()
    import platformdirs  # noqa: PLC0415 (tests and servers name their home)

    return platformdirs.user_data_path("mini-instapay", appauthor=False)


def _stored(path: Path) -> dict[str, Any]:
    try:
        text = path.read_bytes().decode("utf-8-sig")
        import tomllib  # noqa: PLC0415 (5 ms, and most have no such file)

        stored = tomllib.loads(text)
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        raise SettingsInvalid("settings_invalid", name=str(path), reason=str(error)) from error
    unknown = sorted(stored.keys() - {"auth_url", "payment_url", "listen_url", "log"})
    if unknown:
        raise SettingsInvalid("settings_invalid", name=unknown[0], reason="unknown")
    return stored


def checked_url(name: str, value: object) -> str:
    """Return a URL that is Postgres's; raises SettingsInvalid for anything else."""
    if not isinstance(value, str) or not value.startswith(_URL_PREFIXES):
        raise SettingsInvalid("settings_invalid", name=name, reason="not a postgresql:// URL")
    return value
