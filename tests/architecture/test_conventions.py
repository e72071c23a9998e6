"""The desktop's conventions: each has its tests in docs/qa.md, and what the code's text shows of them."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

_ROOT = Path(__file__).parents[2]
_UI = _ROOT / "ui"
_QA = (_ROOT / "docs" / "qa.md").read_text(encoding="utf-8")
#: What begins an event loop inside the one that runs: keys and clicks would come in between.
_NESTED = {"exec", "exec_", "processEvents", "QEventLoop", "qWait", "waitForFinished"}
#: Shortcuts come from the one table, or two equal ones would make Qt fire neither.
_BINDING = {"QShortcut", "setShortcut", "setShortcuts"}
#: What holds up whoever calls it.
_HALTING = {"sleep", "waitForDone", "input", "urlopen"}
#: A clock that no test could set.
_CLOCKS = {"now", "utcnow", "today", "currentDate", "currentDateTime", "currentDateTimeUtc"}


def _used(names: set[str], *, but_in: dict[str, set[str]] | None = None) -> list[str]:
    """Return where the windows' code calls or names one of `names`."""
    allowed = but_in or {}
    found = []
    for path in sorted(_UI.rglob("*.py")):
        place = path.relative_to(_ROOT).as_posix()
        for name, line in _names(path):
            if name in names - allowed.get(place, set()):
                found.append(f"{place}:{line} {name}")
    return found


def _names(path: Path) -> Iterator[tuple[str, int]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            called = node.func
            if isinstance(called, ast.Attribute):
                owner = called.value.id if isinstance(called.value, ast.Name) else ""
                # Our own clock is asked by the same word.
                if owner != "clock":
                    yield called.attr, node.lineno
            elif isinstance(called, ast.Name):
                yield called.id, node.lineno


def test_no_event_loop_runs_inside_another() -> None:
    assert _used(_NESTED) == []


def test_shortcuts_come_from_the_table_only() -> None:
    assert _used(_BINDING, but_in={"ui/actions.py": _BINDING}) == []


def test_nothing_in_the_window_waits() -> None:
    # The way out may wait a moment for what still runs.
    assert _used(_HALTING, but_in={"ui/tasks.py": {"waitForDone"}}) == []


def test_what_time_it_is_comes_from_the_window_s_clock() -> None:
    assert _used(_CLOCKS, but_in={"ui/clock.py": _CLOCKS}) == [], "ask ui.clock.now()"


def test_the_scan_sees_what_it_looks_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bad = tmp_path / "ui" / "bad.py"
    bad.parent.mkdir()
    bad.write_text(
        "dialog.exec()\nQShortcut(keys, self)\ntime.sleep(1)\ndatetime.now(UTC)\nclock.now()\n"
    )
    monkeypatch.setattr(f"{__name__}._ROOT", tmp_path)
    monkeypatch.setattr(f"{__name__}._UI", tmp_path / "ui")
    assert _used(_NESTED | _BINDING | _HALTING | _CLOCKS) == [
        "ui/bad.py:1 exec",
        "ui/bad.py:2 QShortcut",
        "ui/bad.py:3 sleep",
        "ui/bad.py:4 now",
    ]


@pytest.mark.parametrize(
    ("pattern", "most_ms"),
    [(r"_(?:SHOWN|SPINNER)_AFTER_MS", 300), (r"_CANCEL_AFTER_MS", 2000)],
    ids=["a sign of life", "a way to cancel"],
)
def test_signs_of_life_come_in_time(pattern: str, most_ms: int) -> None:
    told = {
        path.relative_to(_ROOT).as_posix(): int(found)
        for path in _UI.rglob("*.py")
        for found in re.findall(
            rf"^{pattern}\s*=\s*(\d+)", path.read_text(encoding="utf-8"), re.MULTILINE
        )
    }
    assert len(told) >= 2
    assert {place: ms for place, ms in told.items() if ms > most_ms} == {}


def _rows() -> dict[int, list[tuple[str, str]]]:
    """Return the tests that the table of conventions names, by number."""
    rows = re.findall(r"^\| (\d+) \| [^|]+ \| ([^|]+) \|$", _QA, re.MULTILINE)
    return {
        int(number): re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", tests) for number, tests in rows
    }


def test_every_convention_has_its_tests() -> None:
    rows = _rows()
    assert sorted(rows) == list(range(1, 13))
    assert [number for number, tests in rows.items() if not tests] == []


def test_every_test_of_the_table_is_there() -> None:
    for path, name in (each for tests in _rows().values() for each in tests):
        text = (_ROOT / path).read_text(encoding="utf-8")
        assert re.search(rf"^def {name}\(", text, re.MULTILINE), f"{path}::{name}"
