"""English and Arabic are complete: nothing is missing, left over, or loses a placeholder."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

import pytest
from fontTools.ttLib import TTFont

import resources
from tests import translations
from ui import fonts

if TYPE_CHECKING:
    from pathlib import Path

    from tests.translations import Message

#: How many plural forms a language has (Unicode CLDR): zero, one, two, few, many, other in Arabic.
FORMS = {"ar": 6, "en": 2}
#: What stays in Latin letters in an Arabic sentence: names, addresses, and what is typed as it is.
LATIN = (
    r"Mini-InstaPay", r"name@instapay", r"name@example\.com", r"Postgres", r"sslmode=verify-full",
    r"INSTAPAY_[A-Z_]+", r"settings\.toml", r"python main\.py serve --demo", r"“provision”",
    r"“make setup”", r"chmod 600", r"--new-password", r"PDF( \(\*\.pdf\))?", r"CSV( \(\*\.csv( \*\.txt \*\.tsv)?\))?", r"UTF-(8|16)",
    r"F1", r"Ctrl\+K", r"Shift\+Enter", r"\b[AD]\b", r"EGP", r"Esc", r"yourname",
)  # fmt: skip


def committed(language: str) -> list[Message]:
    path = resources.translation(language).with_suffix(".ts")
    return translations.read(path)


@cache
def collected(language: str, folder: Path) -> list[Message]:
    return translations.read(folder / f"instapay_{language}.ts")


@pytest.fixture(scope="module")
def anew(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every sentence of the code, collected into empty files."""
    folder = tmp_path_factory.mktemp("i18n")
    translations.collect(folder)
    return folder


def test_every_sentence_that_the_code_marks_is_collected(anew: Path) -> None:
    marked = set(translations.marked_in_code())
    assert {each.key for each in collected("ar", anew)} == marked
    assert len(marked) > 400
    assert {("date_text", "Jan", False), ("error_text", "sign-in", False)} <= marked


@pytest.mark.parametrize("language", FORMS)
def test_nothing_is_missing_and_nothing_left_over(language: str, anew: Path) -> None:
    """Where this fails: `make translations`, then fill in what is unfinished."""
    wanted = {each.key for each in collected(language, anew)}
    there = {each.key for each in committed(language)}
    assert (wanted - there, there - wanted) == (set(), set())
    assert [each.key for each in committed(language) if each.state or not all(each.forms)] == []


@pytest.mark.parametrize("language", FORMS)
def test_every_count_has_all_its_plural_forms(language: str) -> None:
    counted = [each for each in committed(language) if each.is_plural]
    assert counted
    assert {each.key for each in counted} == {each.key for each in _with_count(committed(language))}
    assert [each.key for each in counted if len(each.forms) != FORMS[language]] == []
    # Zero, one and two may be words; the figure is in the others.
    assert [each.key for each in counted if any("%n" not in form for form in each.forms[3:])] == []


def _with_count(messages: list[Message]) -> list[Message]:
    return [each for each in messages if "%n" in each.source]


@pytest.mark.parametrize("language", FORMS)
def test_placeholders_and_alt_letters_are_those_of_the_sentence(language: str) -> None:
    for each in committed(language):
        for form in each.forms:
            assert _placeholders(form) == _placeholders(each.source), each.key
            assert _alt_letters(form) == _alt_letters(each.source), each.key


def _placeholders(text: str) -> list[str]:
    return sorted(re.findall(r"\{[^}]*\}|%\d", text))


def _alt_letters(text: str) -> int:
    return len(re.findall(r"&\w", text)) if "&" in text else 0


def test_arabic_is_arabic_but_for_names() -> None:
    allowed = re.compile("|".join((*LATIN, r"\{[^}]*\}", "%n")))
    left = {
        form: each.source
        for each in committed("ar")
        for form in each.forms
        if re.search("[A-Za-z]", allowed.sub("", form))
    }
    assert left == {}


def test_a_letter_for_alt_has_nothing_below_its_line() -> None:
    """An underline would hide the dots below some letters, and make another one of an alef."""
    below = "بجيىإاأآپچ"
    bad = [
        form for each in committed("ar") for form in each.forms if re.search(f"&[{below}]", form)
    ]
    assert bad == []


def test_digits_are_latin_and_every_letter_is_in_the_fonts() -> None:
    drawn = {letter for each in committed("ar") for form in each.forms for letter in form}
    assert not drawn & set("٠١٢٣٤٥٦٧٨٩")
    shaped = {each for each in drawn if unicodedata.category(each) not in {"Cc", "Cf"}}
    for name in fonts.FILES:
        if "Arabic" in name:
            glyphs = TTFont(resources.font(name)).getBestCmap()
            assert {each for each in shaped if ord(each) not in glyphs} == set(), name
