"""Roles, schema and functions on any Postgres 15 to 18."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from app import settings
from app.administrators import completed_url
from app.cli import FINDING, FINE
from app.provisioning.provision import provision

if TYPE_CHECKING:
    import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("--auth-url", required=True, help="administrator's libpq URL of Auth")
    parser.add_argument("--payment-url", required=True, help="administrator's libpq URL of Payment")
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def execute(options: argparse.Namespace) -> int:
    """Provision; report what changed and what the administrator was too weak for."""
    home = settings.load().home
    report = provision(
        completed_url("auth_url", options.auth_url, home),
        completed_url("payment_url", options.payment_url, home),
    )
    if options.json:
        print(json.dumps({"changes": report.changes, "too_weak": report.too_weak}))
    else:
        for line in report.changes or ["nothing to do"]:
            print(line)
        for line in report.too_weak:
            print(f"not allowed to: {line}")
    return FINDING if report.too_weak else FINE
