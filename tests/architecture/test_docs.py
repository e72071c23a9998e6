"""The documents name what is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from models.sql_objects import sql_objects

_ROOT = Path(__file__).parents[2]
_DATABASE = (_ROOT / "docs" / "database.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("database", ["auth", "payment"])
def test_every_function_of_the_api_is_documented_with_its_states(database: str) -> None:
    for each in sql_objects(database):  # type: ignore[arg-type]
        if "/api/" not in each.path:
            continue
        name = Path(each.path).stem
        found = re.findall(rf"^\| `api\.{name}\(.*$", _DATABASE, re.MULTILINE)
        # What both databases have they call with a session and with a token.
        first = {"auth": "session", "payment": "token"}[database]
        (row,) = [each for each in found if len(found) == 1 or f"({first}" in each]
        raised = set(re.findall(r"ERRCODE = '(IP\d{3})'", each.text))
        assert raised <= set(re.findall(r"IP\d{3}", row)), name


def test_every_state_is_documented_and_every_documented_state_is_raised() -> None:
    raised = {
        state
        for path in (_ROOT / "models").rglob("*.sql")
        for state in re.findall(r"ERRCODE = '(IP\d{3})'", path.read_text())
    }
    documented = set(re.findall(r"^\| (IP\d{3}) \|", _DATABASE, re.MULTILINE))
    assert documented == raised


@pytest.mark.parametrize("database", ["auth", "payment"])
def test_every_table_is_documented(database: str) -> None:
    paths = (_ROOT / "models" / database / "migrations" / "versions").glob("[0-9]*.py")
    upgrades = [path.read_text().split("_DOWNGRADE")[0] for path in paths]
    tables = [name for text in upgrades for name in re.findall(r"CREATE TABLE public\.(\w+)", text)]
    gone = {name for text in upgrades for name in re.findall(r"DROP TABLE public\.(\w+)", text)}
    assert len(tables) > 8
    assert [name for name in tables if name not in gone and f"`{name}`" not in _DATABASE] == []


def test_every_link_between_documents_leads_somewhere() -> None:
    pages = [_ROOT / "README.md", *(_ROOT / "docs").rglob("*.md")]
    for page in pages:
        for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"
