"""Sentences and their translations: compiled for the tests, and read for being counted."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import resources

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]
BIN = Path(sys.executable).parent


@dataclass(frozen=True)
class Message:
    """One sentence of a file, with what it is in the file's language; plural forms are several."""

    context: str
    source: str
    forms: tuple[str, ...]
    state: str
    is_plural: bool

    @property
    def key(self) -> tuple[str, str, bool]:
        return (self.context, self.source, self.is_plural)


def compile_all() -> None:
    """Compile what is older than its source, as `make setup` does; several processes may at once."""
    for source in resources.translation_sources():
        compiled = source.with_suffix(".qm")
        if compiled.exists() and compiled.stat().st_mtime >= source.stat().st_mtime:
            continue
        made = compiled.with_name(f"{compiled.name}.{os.getpid()}")
        subprocess.run(
            [BIN / "pyside6-lrelease", "-silent", source, "-qm", made], check=True, timeout=60
        )
        made.replace(compiled)


def read(path: Path) -> list[Message]:
    """Return the sentences of a .ts file."""
    found = []
    for context in ET.parse(path).getroot().findall("context"):  # noqa: S314 (our own file)
        for message in context.findall("message"):
            translation = message.find("translation")
            assert translation is not None
            forms = [form.text or "" for form in translation.findall("numerusform")]
            found.append(
                Message(
                    context.findtext("name", ""),
                    message.findtext("source", ""),
                    tuple(forms or [translation.text or ""]),
                    translation.get("type", ""),
                    message.get("numerus") == "yes",
                )
            )
    return found


def collect(folder: Path) -> None:
    """Have every sentence of the code collected into `folder`, as `make translations` does."""
    subprocess.run(["bash", ".ci/translations", BIN, folder], cwd=ROOT, check=True, timeout=60)


def marked_in_code() -> Iterator[tuple[str, str, bool]]:
    """Yield context, text and whether it has plural forms, from the code's own syntax."""
    for path in sorted((ROOT / "ui").rglob("*.py")):
        yield from _marked(ast.parse(path.read_text(encoding="utf-8")), "", path)


def _marked(node: ast.AST, owner: str, path: Path) -> Iterator[tuple[str, str, bool]]:
    for child in ast.iter_child_nodes(node):
        inner = child.name if isinstance(child, ast.ClassDef) else owner
        if isinstance(child, ast.Call):
            yield from _marked_call(child, owner, f"{path}:{child.lineno}")
        yield from _marked(child, inner, path)


def _marked_call(call: ast.Call, owner: str, place: str) -> Iterator[tuple[str, str, bool]]:
    name = getattr(call.func, "attr", getattr(call.func, "id", ""))
    texts = [each.value if isinstance(each, ast.Constant) else None for each in call.args]
    if name == "tr":
        assert isinstance(texts[0], str), f"{place}: lupdate reads literals only"
        yield owner, texts[0], len(call.args) > 2
    elif name in {"translate", "QT_TRANSLATE_NOOP"}:
        # What comes out of a table is marked where the table is written.
        context, text = [*texts, None][:2]
        if isinstance(context, str) and isinstance(text, str):
            yield context, text, False
