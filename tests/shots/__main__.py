"""Takes all pictures, one process a look, as a scale factor is for a whole process."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

_ROOT = Path(__file__).parents[2]
_FOLDER = _ROOT / "build" / "shots"
#: name -> (palette, right to left, scale in per cent)
_LOOKS = {
    "light": ("light", False, 100),
    "dark": ("dark", False, 100),
    "rtl": ("light", True, 100),
    "200": ("light", False, 200),
}


def main() -> None:
    """Run the studio once for each look, on one demo bank."""
    _FOLDER.mkdir(parents=True, exist_ok=True)
    for old in _FOLDER.glob("*.png"):
        old.unlink()
    with tempfile.TemporaryDirectory() as home:
        for look, (scheme, is_rtl, scale) in _LOOKS.items():
            environment = os.environ | {
                "QT_QPA_PLATFORM": "offscreen",
                "QT_SCALE_FACTOR": f"{scale / 100:g}",
                "INSTAPAY_HOME": f"{home}/home",
                "TZ": "Africa/Cairo",
            }
            arguments = [look, scheme, "rtl" if is_rtl else "ltr", str(_FOLDER)]
            subprocess.run(
                [sys.executable, "-m", "tests.shots.studio", *arguments],
                cwd=_ROOT,
                env=environment,
                check=True,
            )
    print(f"{len(list(_FOLDER.glob('*.png')))} pictures in {_FOLDER}")  # noqa: T201


if __name__ == "__main__":
    main()
