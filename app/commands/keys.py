"""The key that Auth signs with and Payment verifies with."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from app import settings
from app.administrators import add_url_arguments, administered
from app.cli import FINE
from app.provisioning.key_rotation import rotate

if TYPE_CHECKING:
    import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    actions = parser.add_subparsers(dest="action", required=True)
    rotating = actions.add_parser("rotate", help="sign with a new key; the old one dies by itself")
    add_url_arguments(rotating)
    rotating.add_argument(
        "--at-once",
        action="store_true",
        help="the old key may be known to others: it counts no longer",
    )
    rotating.add_argument("--json", action="store_true", help="print one JSON object")


def execute(options: argparse.Namespace) -> int:
    """Rotate; tell the new key's id and until when the old ones verify."""
    with administered(options, settings.load().home) as (auth_url, payment_url):
        done = rotate(auth_url, payment_url, is_at_once=options.at_once)
    retiring = {kid: end.isoformat(timespec="seconds") for kid, end in done.retiring.items()}
    if options.json:
        print(
            json.dumps({"kid": done.kid, "retiring": retiring, "signed_again": done.signed_again})
        )
        return FINE
    print(f"key {done.kid} signs")
    for kid, end in retiring.items():
        print(f"key {kid} verifies until {end} UTC")
    return FINE
