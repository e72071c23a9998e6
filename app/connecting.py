"""What the first-run page is handed: tries a bank's addresses, and keeps them once they are good."""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from services.errors import InstaPayError, InvalidInput, SettingsInvalid
from services.values.addresses import BankAddresses, Finding, Place

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.settings import Settings
    from models.heads import Database as DatabaseName

_log = logging.getLogger(__name__)

_SCHEME = "postgresql://"
_PLACES: tuple[Place, ...] = ("auth", "payment", "listen")
_DATABASES: Mapping[Place, DatabaseName] = {
    "auth": "auth",
    "payment": "payment",
    "listen": "payment",
}


class Connecting:
    """One window's addresses. All calls block, and import much: make them in a worker thread.

    Attributes:
        settings: what holds now; `save` changes it.

    """

    def __init__(self, settings: Settings) -> None:
        self.settings = settings

    def known(self) -> BankAddresses:
        """Return the addresses that are set, without passwords."""
        from app.url_parts import without_password  # noqa: PLC0415 (psycopg2)

        bare = {}
        for place in _PLACES:
            name = f"{place}_url"
            url = self.settings.urls()[name]
            try:
                bare[place] = without_password(name, url)[0] if url else ""
            except SettingsInvalid:
                # It cannot be read, so nobody knows what in it is the password.
                bare[place] = ""
        return BankAddresses(**cast("dict[str, str]", bare))

    def check(self, addresses: BankAddresses) -> tuple[Finding, ...]:
        """Try each address that was typed, all at once, for at most some ten seconds."""
        from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415 (once)

        places = [place for place in _PLACES if place != "listen" or addresses.listen]
        with ThreadPoolExecutor(len(places), thread_name_prefix="trying") as threads:
            return tuple(threads.map(lambda place: self._tried(place, addresses), places))

    def save(self, addresses: BankAddresses) -> None:
        """Keep good addresses: in settings.toml, the passwords in the keyring or a private file.

        Raises SettingsInvalid and ServerFault as `credentials.save` and `settings.save_urls` do.
        """
        from app import credentials, settings  # noqa: PLC0415 (psycopg2)
        from app.url_parts import without_password  # noqa: PLC0415 (the same)

        bare: dict[Place, str] = {}
        for place in _PLACES:
            url = addresses.url(place)
            if not url:
                continue
            bare[place], password = without_password(f"{place}_url", url)
            if password or addresses.password:
                kept_in = credentials.save(
                    bare[place], password or addresses.password, self.settings.home
                )
                _log.info("the password for %s is kept in %s", place, kept_in)
        settings.save_urls(
            self.settings.home,
            auth_url=bare["auth"],
            payment_url=bare["payment"],
            listen_url=bare.get("listen"),
        )
        self.settings = replace(
            self.settings,
            auth_url=bare["auth"],
            payment_url=bare["payment"],
            listen_url=bare.get("listen"),
        )

    def _tried(self, place: Place, addresses: BankAddresses) -> Finding:
        from app import transport  # noqa: PLC0415 (psycopg2)
        from app.url_parts import url_parts  # noqa: PLC0415 (the same)

        try:
            url = self._typed(place, addresses)
            hosts = transport.unprotected_hosts(url_parts(place, url))
            self._reach(place, url)
        except InstaPayError as error:
            return Finding(place, error)
        return Finding(place, unprotected_host=", ".join(hosts))

    def _typed(self, place: Place, addresses: BankAddresses) -> str:
        """Return a connection string with its password. Raises InvalidInput for what is no URL."""
        from psycopg2.extensions import make_dsn  # noqa: PLC0415 (with what else needs it)

        from app import credentials  # noqa: PLC0415 (the same)
        from app.settings import checked_url  # noqa: PLC0415 (the same)
        from app.url_parts import without_password  # noqa: PLC0415 (the same)

        url = addresses.url(place)
        if not url:
            raise InvalidInput("url_missing", field=place)
        if not url.isprintable():
            raise InvalidInput("url_invalid", field=place, scheme=_SCHEME)
        try:
            _bare, password = without_password(place, checked_url(place, url))
        except SettingsInvalid:
            raise InvalidInput("url_invalid", field=place, scheme=_SCHEME) from None
        if not password and addresses.password:
            return str(make_dsn(url, password=addresses.password))
        return credentials.with_password(url, self.settings.home, name=f"{place}_url")

    def _reach(self, place: Place, url: str) -> None:
        """Raise what keeps a database from being used by this program."""
        from services import unreached  # noqa: PLC0415 (0.3 s with SQLAlchemy, and this is a thread)
        from services.connection import check_fit, check_kind  # noqa: PLC0415 (the same)
        from services.database import Database  # noqa: PLC0415 (the same)

        name = _DATABASES[place]
        database = Database(name, lambda: url)
        try:
            check_kind(database)
            check_fit(database)
        except InstaPayError as error:
            if error.code == "server_unreachable":
                raise unreached.reason(url, name) from error
            raise
        finally:
            database.close()
