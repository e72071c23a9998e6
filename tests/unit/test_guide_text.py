from __future__ import annotations

import pytest

from ui import guide_text
from ui.language import Language
from ui.shell import screen_table


@pytest.mark.parametrize("language", Language)
def test_every_screen_has_its_section(language: Language) -> None:
    names = [section.name for section in guide_text.sections(language.value)]
    assert names == [section.name for section in guide_text.sections("en")]
    assert len(set(names)) == len(names)
    assert set(names) >= {entry.name for entry in screen_table.ENTRIES} | {"login", "lock"}


@pytest.mark.parametrize("language", Language)
def test_sections_have_their_text_and_nothing_of_their_neighbours(language: Language) -> None:
    for section in guide_text.sections(language.value):
        assert len(section.text) > 100
        assert "## " not in section.text
        assert "{#" not in section.text


def test_a_language_without_a_guide_has_the_english_one() -> None:
    assert guide_text.sections("xx") == guide_text.sections("en")
