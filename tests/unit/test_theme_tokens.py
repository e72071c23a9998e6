from __future__ import annotations

import ast
import re
from dataclasses import fields
from pathlib import Path
from typing import get_args

import pytest

import resources
from ui import theme
from ui.tokens import DARK, LIGHT, ColourRole, Palette

ROOT = Path(__file__).parents[2]
PALETTES = {"light": LIGHT, "dark": DARK}

#: WCAG 2.2, 1.4.3: text. (What is large needs less; we hold all text to this.)
TEXT = [
    ("text", "bg"),
    ("text", "surface"),
    ("text", "hover"),
    ("text", "pressed"),
    ("text", "accent_soft"),
    ("muted", "bg"),
    ("muted", "surface"),
    ("muted", "hover"),
    ("muted", "pressed"),
    ("muted", "accent_soft"),
    ("accent", "bg"),
    ("accent", "surface"),
    ("accent", "hover"),
    ("accent", "accent_soft"),
    ("accent_hover", "surface"),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("on_accent", "accent_pressed"),
    ("credit", "bg"),
    ("credit", "surface"),
    ("credit", "hover"),
    ("credit", "accent_soft"),
    ("danger", "bg"),
    ("danger", "surface"),
    ("danger", "danger_soft"),
    ("danger", "danger_pressed"),
    ("warn", "bg"),
    ("warn", "surface"),
    ("warn", "warn_soft"),
]
#: WCAG 2.2, 1.4.11: what tells a control or its state.
SHAPES = [
    ("control_line", "surface"),
    ("focus", "bg"),
    ("focus", "surface"),
    ("focus", "accent_soft"),
    ("focus", "hover"),
    ("accent_pressed", "surface"),
    ("danger", "surface"),
    ("accent", "bg"),
]


def _luminance(colour: str) -> float:
    channels = (int(colour[-6:][i : i + 2], 16) / 255 for i in (0, 2, 4))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_is_computed_as_wcag_does() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.005)


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
@pytest.mark.parametrize(("ink", "ground"), TEXT)
def test_text_has_a_contrast_of_four_and_a_half(palette: Palette, ink: str, ground: str) -> None:
    assert contrast(getattr(palette, ink), getattr(palette, ground)) >= 4.5


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
@pytest.mark.parametrize("ground", ["disabled_bg", "surface", "bg"])
def test_what_is_disabled_can_be_read_and_is_not_taken_for_the_rest(
    palette: Palette, ground: str
) -> None:
    # WCAG asks nothing of it; words that nobody can read would be no use either.
    assert 2 <= contrast(palette.disabled_text, getattr(palette, ground)) < 4.5
    assert palette.disabled_text not in {palette.text, palette.muted}


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
def test_rest_pointer_and_press_are_three_grounds(palette: Palette) -> None:
    for steps in (
        (palette.surface, palette.hover, palette.pressed),
        (palette.accent, palette.accent_hover, palette.accent_pressed),
        (palette.surface, palette.danger_soft, palette.danger_pressed),
    ):
        assert len(set(steps)) == 3


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
@pytest.mark.parametrize(("ink", "ground"), SHAPES)
def test_shapes_of_controls_and_focus_have_a_contrast_of_three(
    palette: Palette, ink: str, ground: str
) -> None:
    assert contrast(getattr(palette, ink), getattr(palette, ground)) >= 3


def test_roles_and_palettes_name_the_same_colours() -> None:
    assert [field.name for field in fields(Palette)] == list(get_args(ColourRole))


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
def test_the_style_sheet_has_every_token_filled_in(palette: Palette) -> None:
    sheet = theme.style_sheet(palette)
    assert "$" not in sheet.replace("$name", "")
    assert "rgba(" in sheet


def test_the_style_sheet_selects_by_property_and_holds_no_colour_of_its_own() -> None:
    template = resources.style_sheet().read_text(encoding="utf-8")
    without_comments = re.sub(r"/\*.*?\*/", "", template, flags=re.DOTALL)
    assert not re.search(r"#[0-9A-Fa-f]{3,8}\b", without_comments)
    assert not re.search(r"#[a-z]+[.\w]*\s*[{,:]", without_comments)


@pytest.mark.parametrize(("name", "palette"), PALETTES.items())
def test_pictures_of_the_style_sheet_wear_the_colours_of_their_palette(
    name: str, palette: Palette
) -> None:
    worn = {"chevron": palette.muted, "tick": palette.on_accent, "chosen": palette.accent}
    for picture, colour in worn.items():
        drawing = resources.style_image(f"{picture}-{name}").read_text(encoding="utf-8")
        assert re.findall(r"#[0-9A-Fa-f]{6}", drawing) == [colour]


def test_no_colour_or_size_of_type_is_written_down_outside_the_tokens() -> None:
    found = []
    for path in sorted((ROOT / "ui").rglob("*.py")):
        if path.name == "tokens.py":
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                if re.fullmatch(r"#([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6}|[0-9A-Fa-f]{8})", node.value):
                    found.append(f"{path.name}:{node.lineno} {node.value}")
            elif isinstance(node, ast.Call):
                name = getattr(node.func, "attr", "")
                literal = [a for a in node.args if isinstance(a, ast.Constant)]
                if (
                    name in {"setPixelSize", "setPointSize", "setPointSizeF", "setStyleSheet"}
                    and literal
                ):
                    found.append(f"{path.name}:{node.lineno} {name}")
    # An icon is drawn in black before it is tinted.
    assert found == []
