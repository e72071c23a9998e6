"""Takes all pictures, one process a look, as a scale factor is for a whole process."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

_ROOT = Path(__file__).parents[2]
_FOLDER = _ROOT / "build" / "shots"
#: name -> (palette, language, scale in per cent)
_LOOKS = {
    "light": ("light", "en", 100),
    "dark": ("dark", "en", 100),
    "ar": ("light", "ar", 100),
    "ar-dark": ("dark", "ar", 100),
    "200": ("light", "en", 200),
}


def main() -> None:
    """Run the studio once for each look that is named, or for all, on one demo bank."""
    _FOLDER.mkdir(parents=True, exist_ok=True)
    wanted = sys.argv[1:] or list(_LOOKS)
    for old in _FOLDER.glob("*.png"):
        if re.split(r"-\d", old.name)[0] in wanted:
            old.unlink()
    with tempfile.TemporaryDirectory() as home:
        for look, (scheme, language, scale) in _LOOKS.items():
            if look not in wanted:
                continue
            environment = os.environ | {
                "QT_QPA_PLATFORM": "offscreen",
                "QT_SCALE_FACTOR": f"{scale / 100:g}",
                "INSTAPAY_HOME": f"{home}/{look}",
                "TZ": "Africa/Cairo",
            }
            arguments = [look, scheme, language, str(_FOLDER)]
            subprocess.run(
                [sys.executable, "-m", "tests.shots.studio", *arguments],
                cwd=_ROOT,
                env=environment,
                check=True,
            )
    print(f"{len(list(_FOLDER.glob('*.png')))} pictures in {_FOLDER}")  # noqa: T201


if __name__ == "__main__":
    main()
