from __future__ import annotations

import gc
import logging
import subprocess
import sys
import threading
import time
import weakref
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QObject, QThread
from PySide6.QtWidgets import QApplication

from services.errors import InstaPayError, Refused, Unavailable, Unexpected
from ui import tasks

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

ROOT = Path(__file__).parents[2]
SOON_S = 5.0


class Ear:
    """Hears what a task delivers, and in which thread."""

    def __init__(self) -> None:
        self.results: list[Any] = []
        self.errors: list[InstaPayError] = []
        self.threads: list[QThread] = []

    def on_success(self, result: object) -> None:
        self.results.append(result)
        self.threads.append(QThread.currentThread())

    def on_failure(self, error: InstaPayError) -> None:
        self.errors.append(error)
        self.threads.append(QThread.currentThread())

    @property
    def silent(self) -> bool:
        return not self.results and not self.errors


@pytest.fixture
def ear() -> Ear:
    return Ear()


@pytest.fixture
def owner() -> QObject:
    return QObject()


@pytest.fixture
def gate() -> threading.Event:
    """Holds calls back until it is set; a failing test must not hold a thread for ever."""
    return threading.Event()


def start(owner: QObject, call: Any, ear: Ear, **more: Any) -> tasks.Task:
    more.setdefault("deadline_s", SOON_S)
    return tasks.run(owner, call, on_success=ear.on_success, on_failure=ear.on_failure, **more)


def test_a_result_comes_home_to_the_gui_thread(qtbot: QtBot, owner: QObject, ear: Ear) -> None:
    called_in: list[int] = []

    def call() -> str:
        called_in.append(threading.get_ident())
        return "done"

    task = start(owner, call, ear)
    assert task.is_open
    with qtbot.waitSignal(task.done):
        pass
    assert ear.results == ["done"]
    assert called_in != [threading.get_ident()]
    assert ear.threads == [owner.thread()]
    assert not task.is_open


def test_an_error_of_ours_is_delivered_as_it_is(qtbot: QtBot, owner: QObject, ear: Ear) -> None:
    refused = Refused("not_permitted")

    def call() -> None:
        raise refused

    start(owner, call, ear)
    qtbot.waitUntil(lambda: not ear.silent)
    assert ear.errors == [refused]


def test_a_fault_is_logged_and_delivered_with_its_reference(
    qtbot: QtBot, owner: QObject, ear: Ear, caplog: pytest.LogCaptureFixture
) -> None:
    def call() -> None:
        raise ZeroDivisionError("nine lives")

    with caplog.at_level(logging.ERROR):
        start(owner, call, ear)
        qtbot.waitUntil(lambda: not ear.silent)
    [error] = ear.errors
    assert isinstance(error, Unexpected)
    [record] = caplog.records
    assert record.__dict__["reference"] == error.data["reference"]
    assert record.exc_info is not None
    assert "nine lives" in str(record.exc_info[1])
    assert "nine" not in repr(error)


def test_a_call_that_hangs_is_given_up_at_its_deadline(
    qtbot: QtBot, owner: QObject, ear: Ear, gate: threading.Event
) -> None:
    begun = time.monotonic()
    start(owner, lambda: gate.wait(SOON_S), ear, deadline_s=0.1)
    qtbot.waitUntil(lambda: not ear.silent)
    assert 0.09 <= time.monotonic() - begun < 2
    [error] = ear.errors
    assert isinstance(error, Unavailable)
    assert error.code == "deadline_exceeded"
    # What comes later is dropped.
    gate.set()
    assert tasks.shut_down(wait_s=SOON_S)
    QApplication.processEvents()
    assert ear.results == []
    assert len(ear.errors) == 1


def test_a_cancelled_call_says_nothing_and_is_done_once(
    qtbot: QtBot, owner: QObject, ear: Ear, gate: threading.Event
) -> None:
    done: list[None] = []
    task = start(owner, lambda: gate.wait(SOON_S), ear)
    task.done.connect(lambda: done.append(None))
    task.cancel()
    task.cancel()
    assert not task.is_open
    gate.set()
    other = Ear()
    start(owner, lambda: "later", other)
    qtbot.waitUntil(lambda: not other.silent)
    assert ear.silent
    assert len(done) == 1


def test_of_two_calls_of_a_kind_only_the_later_one_counts(
    qtbot: QtBot, owner: QObject, ear: Ear, gate: threading.Event
) -> None:
    first = start(owner, lambda: gate.wait(SOON_S) and "first", ear)
    second = start(owner, lambda: "second", ear, replaces=first)
    qtbot.waitUntil(lambda: not ear.silent)
    gate.set()
    third = start(owner, lambda: "third", ear, replaces=second)
    with qtbot.waitSignal(third.done):
        pass
    assert ear.results == ["second", "third"]


def test_a_task_that_qt_has_deleted_can_still_be_replaced(
    qtbot: QtBot, owner: QObject, ear: Ear
) -> None:
    task = start(owner, lambda: "first", ear)
    with qtbot.waitSignal(task.destroyed):
        pass
    assert not task.is_open
    task.cancel()
    start(owner, lambda: "second", ear, replaces=task)
    qtbot.waitUntil(lambda: len(ear.results) == 2)


def test_a_result_for_a_deleted_owner_is_dropped(
    qtbot: QtBot, ear: Ear, gate: threading.Event
) -> None:
    owner = QObject()
    task = start(owner, lambda: gate.wait(SOON_S), ear)
    with qtbot.waitSignal(owner.destroyed):
        owner.deleteLater()
    assert not task.is_open
    gate.set()
    other, last = QObject(), Ear()
    start(other, lambda: "later", last, replaces=task)
    qtbot.waitUntil(lambda: not last.silent)
    qtbot.waitUntil(lambda: not tasks._home().waiting)
    assert ear.silent


def test_a_finished_task_holds_on_to_nobody(qtbot: QtBot, gate: threading.Event) -> None:
    class Page(QObject):
        def on_success(self, _result: object) -> None: ...

    page = Page()
    seen = weakref.ref(page)
    task = tasks.run(
        page,
        lambda: gate.wait(SOON_S),
        on_success=page.on_success,
        on_failure=lambda _error: None,
        deadline_s=SOON_S,
    )
    task.cancel()
    with qtbot.waitSignal(page.destroyed):
        page.deleteLater()
    del page
    gc.collect()
    # Its call still hangs in a thread.
    assert seen() is None
    gate.set()


def _holds(heard: list[int], count: int) -> bool:
    return len(heard) == count


def test_twenty_thousand_calls_come_home(qtbot: QtBot, owner: QObject) -> None:
    heard: list[int] = []
    times, at_once = 20_000, 200
    for batch in range(0, times, at_once):
        for number in range(batch, batch + at_once):
            tasks.run(
                owner,
                partial(int, number),
                on_success=heard.append,
                on_failure=lambda error: pytest.fail(repr(error)),
                deadline_s=60,
            )
        qtbot.waitUntil(partial(_holds, heard, batch + at_once), timeout=30_000)
    assert sorted(heard) == list(range(times))
    assert tasks._home().waiting == {}


def test_many_hung_calls_leave_room_for_another(
    qtbot: QtBot, owner: QObject, gate: threading.Event
) -> None:
    for _ in range(10):
        start(owner, lambda: gate.wait(SOON_S), Ear())
    ear = Ear()
    start(owner, lambda: "through", ear)
    qtbot.waitUntil(lambda: not ear.silent)
    gate.set()
    assert ear.results == ["through"]


def test_what_no_thread_has_begun_is_not_waited_for_after_a_shut_down(
    qtbot: QtBot, owner: QObject, ear: Ear, gate: threading.Event
) -> None:
    for _ in range(tasks._pool().maxThreadCount()):
        start(owner, lambda: gate.wait(SOON_S), ear)
    begun: list[int] = []
    start(owner, lambda: begun.append(1), ear)
    assert not tasks.shut_down(wait_s=0.1)
    gate.set()
    assert tasks.shut_down(wait_s=SOON_S)
    qtbot.waitUntil(lambda: not tasks._home().waiting)
    assert begun == []


def test_shutting_down_waits_no_longer_than_told(
    qtbot: QtBot, owner: QObject, ear: Ear, gate: threading.Event
) -> None:
    begun = threading.Event()

    def call() -> None:
        begun.set()
        gate.wait(SOON_S)

    start(owner, call, ear)
    assert begun.wait(SOON_S)
    at = time.monotonic()
    assert not tasks.shut_down(wait_s=0.1)
    assert time.monotonic() - at < 2
    gate.set()
    assert tasks.shut_down(wait_s=SOON_S)
    qtbot.waitUntil(lambda: not tasks._home().waiting)
    assert ear.silent


#: Closes its window while a call hangs, as a person does while a server hangs.
CLOSING = """
import os, sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
from ui import tasks
app = QApplication([])
window = QWidget()
window.show()
for pause in (0.0, 0.05, {hang}):
    tasks.run(window, lambda pause=pause: time.sleep(pause), on_success=lambda _: None,
              on_failure=lambda _: None, deadline_s=60)
QTimer.singleShot(50, window.close)
code = app.exec()
ended = tasks.shut_down(wait_s=0.5)
print("ended" if ended else "hanging", flush=True)
if not ended:
    os._exit(code)
sys.exit(code)
"""


@pytest.mark.parametrize(("hang", "said"), [("0.2", "ended"), ("30", "hanging")])
def test_a_window_closes_at_once_while_calls_run(hang: str, said: str) -> None:
    begun = time.monotonic()
    ran = subprocess.run(
        [sys.executable, "-X", "faulthandler", "-c", CLOSING.format(hang=hang)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=20,
        check=False,
    )
    assert (ran.returncode, ran.stdout.strip()) == (0, said), ran.stderr
    assert "Fatal" not in ran.stderr
    assert time.monotonic() - begun < 15
