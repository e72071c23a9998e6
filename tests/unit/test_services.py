"""What the services do before anybody asks them anything."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

_ROOT = Path(__file__).parents[2]
#: In a process of its own, as a mapper that was worked out once stays so.
_WARMING = """
from pathlib import Path
from models.auth.tables import User
from models.payment.tables import Account
from services.bank import open_services

def unasked():
    raise AssertionError("a database was asked")

services = open_services(unasked, unasked, Path("nowhere"))
print(User.__mapper__.configured, Account.__mapper__.configured)
services.warm()
print(User.__mapper__.configured, Account.__mapper__.configured)
services.close()
"""


def test_warming_works_mappers_out_and_asks_nobody() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _WARMING],
        cwd=_ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.stdout.split(), done.stderr) == (["False", "False", "True", "True"], "")
