"""A login for each station, of its own: made with a random password, and taken away."""

from __future__ import annotations

import argparse
import json
import re
from typing import TYPE_CHECKING

from app import credentials, settings
from app.administrators import add_url_arguments, administered
from app.cli import FINDING, FINE
from app.provisioning import desktop_logins
from app.provisioning.administration import database_name
from app.station_urls import station_url

if TYPE_CHECKING:
    from pathlib import Path

    from app.provisioning.administration import Report
    from models.heads import Database

_NAME = re.compile(r"(?!pg_|instapay_)[a-z_][a-z0-9_]{0,62}")


def _name(text: str) -> str:
    if _NAME.fullmatch(text) is None:
        raise argparse.ArgumentTypeError(
            "a name has 1 to 63 of a-z, 0-9 and _, begins with none of 0-9, pg_ and instapay_"
        )
    return text


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    actions = parser.add_subparsers(dest="action", required=True)
    adding = actions.add_parser("add", help="make the login, or set its bounds anew")
    adding.add_argument(
        "--new-password", action="store_true", help="give an existing login a new password"
    )
    adding.add_argument(
        "--save",
        action="store_true",
        help="keep a new password on this machine (keyring or credentials.toml), and print none",
    )
    revoking = actions.add_parser("revoke", help="end what it has open and take it away")
    for each in (adding, revoking):
        each.add_argument("name", type=_name, metavar="NAME", help="such as station_7")
        add_url_arguments(each)
        each.add_argument("--json", action="store_true", help="print one JSON object")


def execute(options: argparse.Namespace) -> int:
    """Add or revoke; return 1 where the administrator was too weak for a part of it."""
    home = settings.load().home
    with administered(options, home) as (auth_url, payment_url):
        if options.action == "add":
            return _add(options, {"auth": auth_url, "payment": payment_url}, home)
        return _revoke(options, auth_url, payment_url)


def _add(options: argparse.Namespace, urls: dict[Database, str], home: Path) -> int:
    done = desktop_logins.add(
        urls["auth"], urls["payment"], options.name, has_new_password=options.new_password
    )

    def told(password: str | None) -> dict[str, str]:
        return {
            f"{database}_url": station_url(
                url, database=database_name(url, database), user=options.name, password=password
            )
            for database, url in urls.items()
        }

    saved_in = None
    if options.save and done.password is not None:
        for url in told(None).values():
            saved_in = credentials.save(url, done.password, home)
    answer = told(None if saved_in else done.password)
    if options.json:
        more = {"has_new_password": done.password is not None, "saved_in": saved_in}
        too_weak = {"too_weak": done.report.too_weak}
        print(json.dumps({"role": options.name, **answer, **more, **too_weak}))
    else:
        for name, url in answer.items():
            print(f"{name} = {json.dumps(url)}")
        if done.password is None:
            print(f"{options.name} keeps its password; --new-password gives it another")
        if saved_in:
            print(f"its password is in {saved_in}")
        _tell_weakness(done.report)
    return FINDING if done.report.too_weak else FINE


def _revoke(options: argparse.Namespace, auth_url: str, payment_url: str) -> int:
    done = desktop_logins.revoke(auth_url, payment_url, options.name)
    if options.json:
        print(
            json.dumps(
                {
                    "role": options.name,
                    "sessions_ended": done.sessions,
                    "changes": done.report.changes,
                    "too_weak": done.report.too_weak,
                }
            )
        )
    else:
        for line in done.report.changes:
            print(line)
        print(f"{done.sessions} sessions ended")
        _tell_weakness(done.report)
    return FINDING if done.report.too_weak else FINE


def _tell_weakness(report: Report) -> None:
    for line in report.too_weak:
        print(f"not allowed to: {line}")
