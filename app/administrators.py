"""Whose databases an administrative command works on: those named, or this home's private ones."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from app import private_bank
from app.private_bank import AUTH, PAYMENT
from app.settings import checked_url
from services.errors import SettingsInvalid

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator
    from pathlib import Path


def add_url_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare --auth-url and --payment-url."""
    parser.add_argument(
        "--auth-url", help="administrator's libpq URL of Auth; without, this home's private server"
    )
    parser.add_argument("--payment-url", help="the same for Payment")


@contextmanager
def administered(options: argparse.Namespace, home: Path) -> Iterator[tuple[str, str]]:
    """Yield both URLs; the private server is kept up meanwhile. Raises ServerFault, SettingsInvalid."""
    if options.auth_url and options.payment_url:
        yield (
            checked_url("auth_url", options.auth_url),
            checked_url("payment_url", options.payment_url),
        )
        return
    if options.auth_url or options.payment_url:
        missing = "payment_url" if options.auth_url else "auth_url"
        raise SettingsInvalid("settings_invalid", name=missing, reason="missing")
    with private_bank.join_private(home, lambda _phase: None) as joined:
        yield joined.url(AUTH), joined.url(PAYMENT)


def add_auth_url_argument(parser: argparse.ArgumentParser) -> None:
    """Declare --auth-url and --demo, one of them at most."""
    where = parser.add_mutually_exclusive_group()
    where.add_argument("--auth-url", help="administrator's libpq URL of Auth")
    where.add_argument(
        "--demo", action="store_true", help="this home's private server, as without --auth-url"
    )


@contextmanager
def administered_auth(options: argparse.Namespace, home: Path) -> Iterator[str]:
    """Yield Auth's URL alone; the private server is kept up meanwhile. Raises as `administered` does."""
    if options.auth_url:
        yield checked_url("auth_url", options.auth_url)
        return
    with private_bank.join_private(home, lambda _phase: None) as joined:
        yield joined.url(AUTH)
