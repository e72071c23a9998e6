from __future__ import annotations

import ast
import re
import unicodedata
from functools import cache
from pathlib import Path
from typing import get_args
from xml.etree import ElementTree as ET

import pytest
from fontTools.ttLib import TTFont

import resources
from ui import fonts
from ui.icons import MIRRORED, IconName

ROOT = Path(__file__).parents[2]
#: Minus, arrow, tick, bullet, dot, ellipsis, quotation marks, dash.
SIGNS = "\u2212+\u2192\u2713\u2022\u00b7\u2026\u2019\u201c\u201d\u20130123456789.,"

LATIN = [name for name in fonts.FILES if "Arabic" not in name]


@cache
def _glyphs(name: str) -> dict[int, str]:
    glyphs: dict[int, str] = TTFont(resources.font(name)).getBestCmap()
    return glyphs


def _docstrings(tree: ast.AST) -> set[int]:
    """Ids of the nodes that are docstrings, which nobody draws."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            first = node.body[0] if node.body else None
            if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant):
                found.add(id(first.value))
    return found


def _drawn_characters() -> dict[str, str]:
    """Each character in a string of ui/, with a place where it is used."""
    found: dict[str, str] = {}
    for path in sorted((ROOT / "ui").rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        told = _docstrings(tree)
        for node in ast.walk(tree):
            if (
                isinstance(node, ast.Constant)
                and isinstance(node.value, str)
                and id(node) not in told
            ):
                for character in node.value:
                    found.setdefault(character, f"{path.name}:{node.lineno}")
    return found


def _has_no_shape(character: str) -> bool:
    # Controls, and formatting characters such as the isolates, which the shaper takes out.
    return unicodedata.category(character) in {"Cc", "Cf"}


def test_every_character_of_our_strings_is_in_a_bundled_font_of_each_weight() -> None:
    drawn = {c: place for c, place in _drawn_characters().items() if not _has_no_shape(c)}
    assert "…" in drawn
    for latin, arabic in zip(LATIN, sorted(set(fonts.FILES) - set(LATIN)), strict=True):
        both = _glyphs(latin) | _glyphs(arabic)
        assert {c: place for c, place in drawn.items() if ord(c) not in both} == {}


@pytest.mark.parametrize("name", LATIN)
def test_signs_of_money_and_state_are_in_each_latin_weight(name: str) -> None:
    missing = [c for c in SIGNS if ord(c) not in _glyphs(name)]
    assert missing == []


@pytest.mark.parametrize("name", fonts.FILES)
def test_all_digits_are_equally_wide(name: str) -> None:
    font = TTFont(resources.font(name))
    glyphs = font.getBestCmap()
    assert len({font["hmtx"][glyphs[ord(digit)]][0] for digit in "0123456789"}) == 1


def test_the_licence_of_the_fonts_lies_beside_them() -> None:
    licence = resources.font("x").parent / "OFL.txt"
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence.read_text(encoding="utf-8")


def test_there_is_a_drawing_for_each_icon_name_and_no_other() -> None:
    assert {path.stem for path in resources.icons()} == set(get_args(IconName))
    assert set(get_args(IconName)) >= MIRRORED


@pytest.mark.parametrize("path", resources.icons(), ids=lambda path: path.stem)
def test_icons_are_drawn_alike(path: Path) -> None:
    root = ET.fromstring(path.read_text(encoding="utf-8"))  # noqa: S314 (our own file)
    assert root.get("viewBox") == "0 0 20 20"
    assert root.get("stroke") == "currentColor"
    assert root.get("stroke-width") == "1.6"
    assert root.get("stroke-linecap") == "round"
    assert root.get("fill") == "none"
    for shape in root:
        assert not set(shape.attrib) & {"fill", "stroke", "stroke-width", "style"}
    assert not re.search(r"<(image|text|script|use)\b", path.read_text(encoding="utf-8"))
