"""Draws every scene into a folder; without one it renews the references (`make references`)."""

from __future__ import annotations

import os
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

#: Nothing of this machine shows in a picture: no scale, no time zone, no language, no theme.
_STEADY = {
    "QT_QPA_PLATFORM": "offscreen",
    "QT_SCALE_FACTOR": "1",
    "TZ": "Africa/Cairo",
    "LC_ALL": "C.UTF-8",
    "LANGUAGE": "",
}
_NOW = datetime(2026, 11, 22, 8, 42, tzinfo=UTC)


def main() -> None:
    """Draw them: ``python -m tests.pictures [FOLDER]``."""
    for name in list(os.environ):
        if name.startswith("QT_"):
            del os.environ[name]
    os.environ.update(_STEADY)
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent
    folder.mkdir(parents=True, exist_ok=True)
    draw_all(folder)


def draw_all(folder: Path) -> None:
    """Write a PNG for each scene."""
    # After the environment, which Qt reads once.
    import pytest  # noqa: PLC0415
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    from tests import translations  # noqa: PLC0415
    from tests.clock import Clock  # noqa: PLC0415
    from tests.pictures.scenes import SCENES  # noqa: PLC0415
    from ui import language, theme  # noqa: PLC0415

    translations.compile_all()
    theme.prepare()
    app = QApplication(sys.argv[:1])
    app.setCursorFlashTime(0)
    language.put_on(app, language.Language.ENGLISH)
    patch = pytest.MonkeyPatch()
    Clock(patch).stop_at(_NOW)
    for scene in SCENES:
        with tempfile.TemporaryDirectory() as home:
            theme.apply(app, scene.scheme, steady=True)
            picture = scene.draw(Path(home), scene.scheme)
            assert picture.save(str(folder / f"{scene.name}.png"))
    patch.undo()


if __name__ == "__main__":
    main()
