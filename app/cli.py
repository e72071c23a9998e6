"""The command line: finds the command, imports only that one, and words what went wrong."""

from __future__ import annotations

import argparse
import gc
import importlib
import os
import sys
from typing import TYPE_CHECKING, Protocol, cast

from services.errors import InstaPayError, SettingsInvalid

if TYPE_CHECKING:
    from collections.abc import Sequence

FINE, FINDING, WRONG_USAGE = 0, 1, 2

#: name -> what it does. Each is a module of `app.commands`.
_COMMANDS = {
    "run": "open the window (default)",
    "serve": "run the private databases and the worker, without a window, until interrupted",
    "provision": "make or update roles, schema and functions on a Postgres of yours",
    "doctor": "check connection, versions, privileges and that the books balance",
    "user": "add people, grant roles, lock and reset access",
    "desktop-role": "give a station its own login, or take it away",
    "keys": "replace the key that signs tokens",
    "worker": "run the periodic jobs beside a Postgres of yours",
    "seed": "load accounts and transactions for tests and benches",
}


class Command(Protocol):
    """What a module of `app.commands` has."""

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Declare the command's own options."""

    def execute(self, options: argparse.Namespace) -> int:
        """Do it; return the exit code."""


def main(arguments: Sequence[str]) -> int:
    """Run one command; return 0 (fine), 1 (a finding) or 2 (wrong usage)."""
    given = list(arguments)
    if given[:1] in (["-h"], ["--help"]):
        print(_overview())  # noqa: T201 (this is what was asked for)
        return FINE
    name = "run" if not given or given[0].startswith("-") else given.pop(0)
    if name not in _COMMANDS:
        print(f"main.py: there is no command {name!r}\n\n{_overview()}", file=sys.stderr)  # noqa: T201
        return WRONG_USAGE
    command = _command(name)
    parser = argparse.ArgumentParser(prog=f"main.py {name}", description=_COMMANDS[name])
    command.add_arguments(parser)
    options = parser.parse_args(given)
    # Whatever this program writes is its user's alone.
    os.umask(0o077)
    try:
        return command.execute(options)
    except KeyboardInterrupt:
        return FINE
    except InstaPayError as error:
        report(error, as_json=getattr(options, "json", False))
        return WRONG_USAGE if isinstance(error, SettingsInvalid) else FINDING


def _command(name: str) -> Command:
    """Import one command, without the collector.

    What is imported is no garbage and stays to the end; looking through it again and again costs a
    start 10 ms, so it is not looked through later either.
    """
    gc.disable()
    if name == "run":
        from app import qt_loading  # noqa: PLC0415 (the others have no window)

        qt_loading.load()
    command = cast("Command", importlib.import_module(f"app.commands.{name.replace('-', '_')}"))
    gc.freeze()
    gc.enable()
    return command


def report(error: InstaPayError, *, as_json: bool) -> None:
    """Print a failure: its sentence on standard error, with `--json` also one object."""
    import json  # noqa: PLC0415 (only when something went wrong)

    from ui import bidi, error_text  # noqa: PLC0415 (Qt; the same)

    sentence = bidi.plain(error_text.sentence(error))
    if as_json:
        data = {name: str(value) for name, value in error.data.items()}
        print(json.dumps({"error": error.code, "data": data, "sentence": sentence}))  # noqa: T201
    print(f"main.py: {sentence}", file=sys.stderr)  # noqa: T201


def _overview() -> str:
    lines = ["usage: python main.py [COMMAND] [OPTIONS]", "", "commands:"]
    lines += [f"  {name:<12} {what}" for name, what in _COMMANDS.items()]
    return "\n".join([*lines, "", "python main.py COMMAND --help tells a command's options."])
