"""The guardian: in the foreground for whoever calls it, in the background for windows."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from app import private_bank, settings
from app.cli import FINE
from app.postgres.binaries import find_binaries
from app.postgres.guardian import run_guardian
from app.postgres.serving import serve_forever
from app.private_bank import AUTH, PAYMENT, desktop_url

if TYPE_CHECKING:
    import argparse

    from app.postgres.address import ServerAddress


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("--demo", action="store_true", help="with demo people and ninety days")
    parser.add_argument("--json", action="store_true", help="failures as one JSON object too")
    parser.add_argument(
        "--detached", action="store_true", help="in the background, for as long as windows need it"
    )


def execute(options: argparse.Namespace) -> int:
    """Serve until interrupted; once ready, print one line of JSON."""
    home = settings.load().home
    if options.detached:
        run_guardian(
            home,
            find_binaries,
            prepare=private_bank.prepare,
            tick=private_bank.Jobs(),
            foreground=False,
        )
        return FINE

    def on_ready(address: ServerAddress) -> None:
        people = {}
        if options.demo:
            from app.provisioning.demo_people import DEMO_PEOPLE  # noqa: PLC0415

            private_bank.add_demo(address)
            people = {each.email: each.password for each in DEMO_PEOPLE}
        print(json.dumps(_urls(address) | {"demo": people}), flush=True)

    serve_forever(
        home,
        find_binaries,
        prepare=private_bank.prepare,
        tick=private_bank.Jobs(),
        on_ready=on_ready,
    )
    return FINE


def _urls(address: ServerAddress) -> dict[str, object]:
    return {
        "auth_url": desktop_url(address, AUTH),
        "payment_url": desktop_url(address, PAYMENT),
        "auth_owner_url": address.url(AUTH),
        "payment_owner_url": address.url(PAYMENT),
    }
