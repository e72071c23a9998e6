"""The same walk at 150 and 200 %: a scale is for a whole process, so each has one of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

_ROOT = Path(__file__).parents[3]
_WALK = "tests/ui/accessibility/test_every_stop.py"


@pytest.mark.timeout(400)
@pytest.mark.parametrize(
    ("scale", "spoken"), [("1.5", "english"), ("2", "english"), ("2", "arabic")]
)
def test_nothing_stands_in_anybodys_way_on_a_finer_screen(scale: str, spoken: str) -> None:
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("PYTEST", "COV"))}
    walked = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-k", spoken, _WALK],
        cwd=_ROOT,
        env=environment | {"QT_SCALE_FACTOR": scale},
        capture_output=True,
        text=True,
        timeout=390,
        check=False,
    )
    assert walked.returncode == 0, walked.stdout[-8000:]
