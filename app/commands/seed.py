"""Load for tests and benches."""

from __future__ import annotations

import argparse

from app import settings
from app.administrators import add_url_arguments, administered
from app.cli import FINE
from app.provisioning.load import load_bank


def _count(text: str) -> int:
    number = int(text)
    if number < 0:
        raise argparse.ArgumentTypeError("must not be negative")
    return number


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("--accounts", type=_count, required=True, help="how many, one a person")
    parser.add_argument("--transactions", type=_count, required=True, help="payments among them")
    add_url_arguments(parser)


def execute(options: argparse.Namespace) -> int:
    """Load, in one transaction a database."""
    with administered(options, settings.load().home) as (auth_url, payment_url):
        load_bank(
            auth_url, payment_url, accounts=options.accounts, transactions=options.transactions
        )
    print(f"{options.accounts} accounts, {options.transactions} transactions")
    return FINE
