"""Runs tests against databases that are there already, by an administrator's URLs.

For the time of the run a station's login of its own is made, and taken away again with the sessions
that were opened there. People that tests make stay, under `tests.builders.EMAIL_DOMAIN`: a ledger
forgets nothing. Their money comes from the bank's vault, so the books still balance.
"""

from __future__ import annotations

import secrets
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from app.provisioning import desktop_logins, migrations
from app.provisioning.administration import connect, database_name, with_database
from app.station_urls import station_url
from models.heads import HEADS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from models.heads import Database


@dataclass(frozen=True)
class GivenBank:
    """An administrator's URLs of two databases, and those of the run's own station."""

    auth_owner_url: str
    payment_owner_url: str
    auth_url: str
    payment_url: str


@contextmanager
def a_station_of_its_own(auth_url: str, payment_url: str) -> Iterator[GivenBank]:
    """Make a login for this run, and take it away at its end.

    Ends the run where the databases are not at this program's schema: tests migrate nobody's bank.
    """
    given: dict[Database, str] = {"auth": auth_url, "payment": payment_url}
    names = {database: database_name(url, database) for database, url in given.items()}
    owners = {database: with_database(url, names[database]) for database, url in given.items()}
    for database, url in owners.items():
        with connect(url, database) as connection:
            found = migrations.found_revision(connection.cursor())
        if found != HEADS[database]:
            pytest.exit(
                f"{database} is at revision {found}, this program at {HEADS[database]}: "
                "run `main.py provision` first",
                returncode=4,
            )
    login = f"qa_{secrets.token_hex(4)}"
    password = desktop_logins.add(owners["auth"], owners["payment"], login).password
    stations = {
        database: station_url(url, database=names[database], user=login, password=password)
        for database, url in given.items()
    }
    try:
        yield GivenBank(owners["auth"], owners["payment"], stations["auth"], stations["payment"])
    finally:
        desktop_logins.revoke(owners["auth"], owners["payment"], login)
