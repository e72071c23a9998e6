"""The object names that the windows' code gives, read from its text."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_UI = Path(__file__).parents[2] / "ui"
_SCREENS = (
    "about", "access", "accounts", "action", "administration", "approvals", "audit", "batches",
    "bulk", "cash", "closeaccount", "confirm", "contact", "contacts", "counter", "enrol", "export",
    "first_run", "freeze", "guide", "history", "lock", "login", "message", "notifications",
    "openaccount", "overview", "password", "plot", "receipt", "receive", "reversal", "settings",
    "shell", "shortcuts", "signup", "slip", "startup", "till", "transfer",
)  # fmt: skip
_NAME = re.compile(rf"(?:<>)?(?:{'|'.join(_SCREENS)})(?:\.(?:[a-z0-9_]+|<>))+")
#: Dialogs that name their parts after themselves (`name="…"`), and where they are written.
_NAMED_BASES = {
    "SavingDialog": _UI / "components" / "saving" / "dialog.py",
    "LastLookDialog": _UI / "components" / "payment" / "last_look.py",
}
_PART = re.compile(r"<>(?:\.(?:[a-z0-9_]+|<>))+")


def names_in_code() -> set[str]:
    """Return every name that is written out, with `<>` for the parts that a program fills in."""
    return {
        name for node in _nodes() if (name := _text(node)) is not None and _NAME.fullmatch(name)
    }


def parts_of_dialogs() -> dict[str, set[str]]:
    """Return, by part, the names that it has in the dialogs which name their parts after themselves.

    Not every dialog need have every part: a log is not printed.
    """
    found: dict[str, set[str]] = {}
    for base, path in _NAMED_BASES.items():
        hosts = {host for node in _nodes() for host in _hosts(node, base)}
        texts = map(_text, ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
        for part in {text for text in texts if text is not None and _PART.fullmatch(text)}:
            found[f"{base}{part.removeprefix('<>')}"] = {
                host + part.removeprefix("<>") for host in hosts
            }
    return found


@cache
def _nodes() -> tuple[ast.AST, ...]:
    return tuple(
        node
        for path in _UI.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    )


def _hosts(node: ast.AST, base: str) -> Iterator[str]:
    """Return what a class that derives from `base` names itself."""
    if not isinstance(node, ast.ClassDef) or base not in {ast.unparse(each) for each in node.bases}:
        return
    for call in ast.walk(node):
        if isinstance(call, ast.Call) and ast.unparse(call.func) == "super().__init__":
            for keyword in call.keywords:
                if keyword.arg == "name" and isinstance(keyword.value, ast.Constant):
                    yield str(keyword.value.value)


def _text(node: ast.AST) -> str | None:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(
            str(part.value) if isinstance(part, ast.Constant) else "<>" for part in node.values
        )
    return None
