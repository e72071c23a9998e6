"""People's access, by the operator: adding staff, roles, locks, one-time passwords."""

from __future__ import annotations

import argparse
import json
from typing import TYPE_CHECKING

from app import settings
from app.administrators import add_auth_url_argument, administered_auth
from app.cli import FINE
from app.provisioning import people
from services.errors import InvalidInput
from services.person_forms import checked_email, checked_name
from services.values.people import Role

if TYPE_CHECKING:
    from collections.abc import Callable


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the verbs and their options."""
    verbs = parser.add_subparsers(dest="verb", required=True)

    add = _verb(verbs, "add", "make a user with a one-time password, which is printed once")
    add.add_argument("--email", type=_email, required=True)
    add.add_argument("--name", type=_name, required=True, help="full name")
    add.add_argument(
        "--role", choices=list(Role), action="append", required=True, help="may be repeated"
    )

    grant = _verb(verbs, "grant", "grant a role, or take it away")
    grant.add_argument("email", type=_email)
    grant.add_argument("role", choices=list(Role))
    grant.add_argument("--revoke", action="store_true", help="take it away")

    lock = _verb(verbs, "lock", "lock somebody out, or let somebody in again")
    lock.add_argument("email", type=_email)
    what = lock.add_mutually_exclusive_group(required=True)
    what.add_argument("--reason", type=_reason, help="why, 1 to 200 characters")
    what.add_argument("--unlock", action="store_true")

    reset = _verb(verbs, "reset", "give a one-time password, which is printed once")
    reset.add_argument("email", type=_email)


def execute(options: argparse.Namespace) -> int:
    """Do it; print what came of it, and a one-time password this once."""
    with administered_auth(options, settings.load().home) as auth_url:
        done = _VERBS[options.verb](auth_url, options)
    if options.json:
        print(json.dumps(done))
    else:
        for name, value in done.items():
            print(f"{name}: {value}")
    return FINE


def _add(auth_url: str, options: argparse.Namespace) -> dict[str, object]:
    user_id, password = people.add_user(
        auth_url, email=options.email, full_name=options.name, roles=options.role
    )
    return {"user_id": str(user_id), "email": options.email, "one_time_password": password}


def _grant(auth_url: str, options: argparse.Namespace) -> dict[str, object]:
    is_granted = not options.revoke
    has_changed = people.set_role(
        auth_url, email=options.email, role=options.role, is_granted=is_granted
    )
    return {
        "email": options.email,
        "role": options.role,
        "granted": is_granted,
        "changed": has_changed,
    }


def _lock(auth_url: str, options: argparse.Namespace) -> dict[str, object]:
    if options.unlock:
        people.unlock_user(auth_url, email=options.email)
    else:
        people.lock_user(auth_url, email=options.email, reason=options.reason)
    return {"email": options.email, "locked": not options.unlock}


def _reset(auth_url: str, options: argparse.Namespace) -> dict[str, object]:
    password = people.reset_password(auth_url, email=options.email)
    return {"email": options.email, "one_time_password": password}


_VERBS: dict[str, Callable[[str, argparse.Namespace], dict[str, object]]] = {
    "add": _add,
    "grant": _grant,
    "lock": _lock,
    "reset": _reset,
}


def _verb(
    verbs: argparse._SubParsersAction[argparse.ArgumentParser], name: str, what: str
) -> argparse.ArgumentParser:
    made = verbs.add_parser(name, help=what, description=what)
    add_auth_url_argument(made)
    made.add_argument("--json", action="store_true", help="print one JSON object")
    return made


def _email(text: str) -> str:
    return _told(checked_email, text, "not an email address")


def _name(text: str) -> str:
    return _told(checked_name, text, "not a name of 1 to 100 characters")


def _reason(text: str) -> str:
    if not 0 < len(text.strip()) <= people.MAX_REASON or not text.isprintable():
        raise argparse.ArgumentTypeError("not a reason of 1 to 200 characters")
    return text.strip()


def _told(check: Callable[[str], str], text: str, wrong: str) -> str:
    try:
        return check(text)
    except InvalidInput as error:
        raise argparse.ArgumentTypeError(wrong) from error
