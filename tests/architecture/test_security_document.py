"""docs/security.md names tests that are there, and has a row for every requirement of its chapters."""

from __future__ import annotations

import re
from pathlib import Path

_ROOT = Path(__file__).parents[2]
_TEXT = (_ROOT / "docs" / "security.md").read_text(encoding="utf-8")
#: How many requirements each section of ASVS 5.0 has.
_SECTIONS = {
    "6.1": 3, "6.2": 12, "6.3": 8, "6.4": 6,
    "7.1": 3, "7.2": 4, "7.3": 2, "7.4": 5, "7.5": 3,
    "8.1": 4, "8.2": 4, "8.3": 3, "8.4": 2,
    "9.1": 3, "9.2": 4,
    "16.1": 1, "16.2": 5, "16.3": 4, "16.4": 3, "16.5": 4,
}  # fmt: skip


def test_every_test_that_is_named_exists() -> None:
    named = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", _TEXT)
    assert len(named) > 40
    # Besides them only `tests/attacks`, and this file.
    assert _TEXT.count("`tests/") == len(named) + 2
    for path, name in named:
        text = (_ROOT / path).read_text(encoding="utf-8")
        assert re.search(rf"^def {name}\(", text, re.MULTILINE), f"{path}::{name}"


def test_every_requirement_has_its_row() -> None:
    rows = re.findall(r"^\| ([\d., ]+) \| (\S+) \|", _TEXT, re.MULTILINE)
    found = [number for numbers, _ in rows for number in numbers.split(", ")]
    wanted = [f"{section}.{n}" for section, count in _SECTIONS.items() for n in range(1, count + 1)]
    assert sorted(found) == sorted([*wanted, "6.5", "6.6", "6.7", "6.8", "7.6"])
    assert {mark for _, mark in rows} <= set("✓◐✗–")


def test_what_is_met_names_a_test_or_says_how() -> None:
    for numbers, mark, how, shown in re.findall(
        r"^\| ([\d., ]+) \| (\S+) \| (.*?) \| (.*?) ?\|$", _TEXT, re.MULTILINE
    ):
        assert how, numbers
        if mark == "✗" and shown:
            assert "::" in shown, numbers
