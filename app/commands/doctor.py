"""Whether all is well: connection, versions, privileges, books."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from app import settings
from app.administrators import add_url_arguments, administered
from app.cli import FINDING, FINE
from app.postgres.orphans import find_orphans
from app.provisioning.checks import OK, examine
from app.transport import unprotected
from services.errors import InstaPayError, SettingsInvalid

if TYPE_CHECKING:
    import argparse

#: The private server may have been started by this very question.
_PATIENCE_S = 3.0


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    add_url_arguments(parser)
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def execute(options: argparse.Namespace) -> int:
    """Print each finding; return 1 when one is not ok."""
    notes: dict[str, str] = {}
    found = _examine(options, notes)
    if options.json:
        print(json.dumps(found))
    else:
        width = max(map(len, found))
        for name, finding in found.items():
            note = f": {notes[name]}" if finding == OK and name in notes else ""
            print(f"{name:<{width}}  {finding}{note}")
    return FINE if all(finding == OK for finding in found.values()) else FINDING


def _examine(options: argparse.Namespace, notes: dict[str, str]) -> dict[str, str]:
    told = settings.load()
    open_to_others = unprotected(
        {"--auth-url": options.auth_url, "--payment-url": options.payment_url} | told.urls()
    )
    try:
        with administered(options, told.home) as (auth_url, payment_url):
            found = examine(auth_url, payment_url, patience_s=_PATIENCE_S, notes=notes)
    except SettingsInvalid:
        raise
    except InstaPayError as error:
        from ui import error_text  # noqa: PLC0415 (Qt, and only when something is wrong)

        found = {"connection": error_text.sentence(error)}
    # Those whose home was deleted go at the next start, by themselves.
    orphans = [
        f"{each.server_dir} belongs to {each.home or 'nobody known'}"
        for each in find_orphans()
        if not each.is_deserted
    ]
    return found | {
        "transport": "; ".join(open_to_others) or OK,
        "orphans": "; ".join(orphans) or OK,
    }
