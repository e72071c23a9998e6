"""Six scenes look as they did when somebody last looked at them.

Where one fails, `build/pictures/` has the difference. A change that is meant: look at the new
picture, then `make references`, and commit it with the change.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import PySide6
import pytest
from PySide6.QtGui import QColor, QImage

from tests.pictures.comparing import PIXEL_SLACK, different_pixels, write_difference
from tests.pictures.scenes import SCENES

_ROOT = Path(__file__).parents[2]
_REFERENCES = Path(__file__).parent
_DIFFERENCES = _ROOT / "build" / "pictures"


def _pinned_qt() -> str:
    pins = (_ROOT / ".ci" / "constraints.txt").read_text(encoding="utf-8")
    (found,) = re.findall(r"^PySide6_Essentials==(\S+)$", pins, re.MULTILINE)
    return str(found)


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All scenes as they are drawn now, by a process of their own."""
    if PySide6.__version__ != _pinned_qt():
        pytest.skip(f"the references are drawn by Qt {_pinned_qt()}, this is {PySide6.__version__}")
    folder = tmp_path_factory.mktemp("pictures")
    subprocess.run(
        [sys.executable, "-m", "tests.pictures", str(folder)], cwd=_ROOT, check=True, timeout=100
    )
    return folder


@pytest.mark.parametrize("name", [scene.name for scene in SCENES])
def test_a_scene_looks_as_it_did(drawn: Path, name: str) -> None:
    reference = _REFERENCES / f"{name}.png"
    assert reference.exists(), "draw it with `make references`, and look at it"
    wanted, found = QImage(str(reference)), QImage(str(drawn / f"{name}.png"))
    is_same = wanted.size() == found.size() and len(different_pixels(wanted, found)) <= PIXEL_SLACK
    if not is_same:
        path = _DIFFERENCES / f"{name}.png"
        write_difference(path, wanted, found)
        pytest.fail(f"{name} is drawn differently: see {path.relative_to(_ROOT)}")


def test_every_reference_has_its_scene() -> None:
    assert {path.stem for path in _REFERENCES.glob("*.png")} == {scene.name for scene in SCENES}


def test_six_scenes_at_least_are_compared() -> None:
    assert len(SCENES) >= 6


@pytest.mark.parametrize(("grey", "pixels"), [(108, 0), (120, 4)])
def test_rounding_is_no_difference_and_another_colour_is(
    tmp_path: Path, grey: int, pixels: int
) -> None:
    one, other = (QImage(20, 10, QImage.Format.Format_RGB32) for _ in range(2))
    for image in (one, other):
        image.fill(QColor(100, 100, 100))
    for x in range(4):
        other.setPixelColor(3 + x, 5, QColor(grey, grey, grey))
    assert different_pixels(one, other) == [(3 + x, 5) for x in range(pixels)]
    write_difference(tmp_path / "sheet.png", one, other)
    sheet = QImage(str(tmp_path / "sheet.png"))
    reds = sum(
        sheet.pixelColor(x, y).name() == "#ff0000"
        for x in range(sheet.width())
        for y in range(sheet.height())
    )
    assert reds == pixels
