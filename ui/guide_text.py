"""The guide as sections, each for the screen whose name it has."""

from __future__ import annotations

import re
from typing import NamedTuple

import resources

_HEAD = re.compile(r"^## (?P<title>.+?) \{#(?P<name>[a-z]+)\}$", re.MULTILINE)


class Section(NamedTuple):
    """A part of the guide: the name it is opened by, its title, and its text as Markdown."""

    name: str
    title: str
    text: str


def written_in(language: str) -> str:
    """Return in which language somebody of `language` (``ar``) reads it: English where there is none."""
    return language if resources.guide(language).exists() else "en"


def sections(language: str) -> tuple[Section, ...]:
    """Return the guide in a language, or in the one it is `written_in`. Reads a file."""
    whole = resources.guide(written_in(language)).read_text(encoding="utf-8")
    heads = list(_HEAD.finditer(whole))
    ends = [*(head.start() for head in heads[1:]), len(whole)]
    return tuple(
        Section(head["name"], head["title"], whole[head.end() : end].strip())
        for head, end in zip(heads, ends, strict=True)
    )
