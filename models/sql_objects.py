"""The SQL that guards each database: one object a file, re-created after migrating."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from models.heads import Database

_ROOT = Path(__file__).parent
#: Functions first, then what names them.
_KINDS = ("private", "api", "triggers", "policies", "grants")


@dataclass(frozen=True, slots=True)
class SqlObject:
    """One file: its path below `models/` and its text."""

    path: str
    text: str


def sql_objects(database: Database) -> list[SqlObject]:
    """Return the objects of a database in the order they can be made in.

    What both databases share (`models/common`) comes before what one adds, kind by kind.
    """
    return [
        SqlObject(str(path.relative_to(_ROOT)), path.read_text(encoding="utf-8"))
        for kind in _KINDS
        for folder in ("common", database)
        for path in sorted((_ROOT / folder / "sql" / kind).glob("*.sql"))
    ]


def digest(objects: list[SqlObject]) -> str:
    """Return what changes when any object does: the sha256 of all texts, in hexadecimal."""
    return hashlib.sha256("\0".join(each.text for each in objects).encode()).hexdigest()
