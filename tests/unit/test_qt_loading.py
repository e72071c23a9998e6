"""Each case is a process of its own: in this one PySide6 has long been loaded whole."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]

_LEAN = "from app import qt_loading\nqt_loading.load()\n"
_PLAIN = "import PySide6\n"
#: What PySide6 tells of itself where its knowledge of signatures is needed.
_TELLING = """
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QLabel
for wrong in (
    lambda: QTimer().setInterval("soon"),
    lambda: QLabel.setText(None),
    lambda: QTimer.singleShot(1, 2, 3, 4),
    lambda: QObject(unheard_of=1),
):
    try:
        wrong()
    except (TypeError, AttributeError) as error:
        print(error)
print(QLabel.setText.__doc__)
print(QTimer.__doc__)
"""
_LOADED = """
import sys
from PySide6 import QtWidgets
print(sorted(name for name in sys.modules if name.startswith("shibokensupport")))
print(getattr(__import__, "__name__", ""))
"""


def _printed(code: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_nothing_of_signatures_is_loaded_and_no_hook_reads_what_is_imported() -> None:
    loaded, importing = _printed(_LEAN + _LOADED).splitlines()

    assert loaded == "['shibokensupport.signature.mapping']"
    assert importing != "__feature_import__"


def test_what_pyside_tells_of_wrong_calls_is_the_same_word_by_word() -> None:
    told = _printed(_LEAN + _TELLING)

    assert "called with wrong argument types" in told
    assert told == _printed(_PLAIN + _TELLING)


def test_two_threads_may_ask_at_once() -> None:
    asking = """
import threading
from PySide6.QtCore import QTimer
told = []
def ask():
    try:
        QTimer.singleShot("a", "b", "c", "d")
    except TypeError as error:
        told.append(str(error))
threads = [threading.Thread(target=ask) for _ in range(8)]
for each in threads: each.start()
for each in threads: each.join()
print(len(told), len(set(told)))
"""
    assert _printed(_LEAN + asking).split() == ["8", "1"]


def test_a_pyside_that_is_there_already_is_left_as_it_is() -> None:
    code = f"import PySide6\n{_LEAN}{_LOADED}"

    assert _printed(code) == _printed(_PLAIN + _LOADED)


def test_another_pyside_whose_insides_we_do_not_know_loads_as_it_always_does() -> None:
    unknown = _LEAN.replace(
        "qt_loading.load()", "qt_loading._BOOTSTRAP = 'renamed.py'\nqt_loading.load()"
    )

    assert _printed(unknown + _LOADED) == _printed(_PLAIN + _LOADED)
