"""The object names that the windows' code gives, read from its text."""

from __future__ import annotations

import ast
import re
from pathlib import Path

_UI = Path(__file__).parents[2] / "ui"
_SCREENS = (
    "about", "access", "accounts", "action", "administration", "approvals", "audit", "batches",
    "bulk", "cash", "closeaccount", "confirm", "contact", "contacts", "counter", "enrol", "export",
    "first_run", "freeze", "guide", "history", "lock", "login", "message", "notifications",
    "openaccount", "overview", "password", "plot", "receipt", "receive", "reversal", "settings",
    "shell", "shortcuts", "signup", "slip", "startup", "till", "transfer",
)  # fmt: skip
_NAME = re.compile(rf"(?:<>)?(?:{'|'.join(_SCREENS)})(?:\.(?:[a-z0-9_]+|<>))+")


def names_in_code() -> set[str]:
    """Return every name, with `<>` for the parts that a program fills in."""
    return {
        name
        for path in _UI.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if (name := _text(node)) is not None and _NAME.fullmatch(name)
    }


def _text(node: ast.AST) -> str | None:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(
            str(part.value) if isinstance(part, ast.Constant) else "<>" for part in node.values
        )
    return None
