"""The one way to leave the GUI thread and come back.

`run` calls a function in a worker thread and delivers its result to the GUI thread. A result whose
owner is gone, which was cancelled, superseded or came after its deadline is dropped. `ringer` lets a
thread of the services say in the GUI thread that something happened.
"""

from __future__ import annotations

import logging
import threading
import time
from functools import cache
from itertools import count
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from PySide6 import QtCore
from PySide6.QtCore import QObject, QRunnable, QThreadPool, QTimer, Signal, Slot
from shiboken6 import isValid

from services.errors import InstaPayError, Unavailable, Unexpected

if TYPE_CHECKING:
    from collections.abc import Callable

_T = TypeVar("_T")
_log = logging.getLogger(__name__)

#: Calls wait for a database, not for a core; a hung server must not use up the pool.
_MAX_THREADS = 16


class _Answer(NamedTuple):
    """What a call came to, by the number it was sent under."""

    number: int
    result: Any
    error: InstaPayError | None


class _Home(QObject):
    """Lives in the GUI thread, so that a queued signal brings every answer home.

    One for all calls, made with the first of them and never deleted while a thread may emit. It
    also keeps each `_Call` alive from Python until its answer is here: no thread ever frees an
    object that Qt or Python in the GUI thread may still touch.
    """

    answered = Signal(object)
    rung = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.waiting: dict[int, tuple[_Call, Task | None]] = {}
        self.bells: dict[int, _Bell] = {}
        self.answered.connect(self._on_answered, QtCore.Qt.ConnectionType.QueuedConnection)
        self.rung.connect(self._on_rung, QtCore.Qt.ConnectionType.QueuedConnection)

    @Slot(object)
    def _on_answered(self, answer: _Answer) -> None:
        _call, task = self.waiting.pop(answer.number, (None, None))
        if task is not None:
            task.deliver(answer)

    @Slot(int)
    def _on_rung(self, number: int) -> None:
        bell = self.bells.get(number)
        if bell is not None:
            bell.answer()


class _Bell:
    """Rung in any thread and answered in the GUI thread, once for all rings until then."""

    def __init__(self, number: int, on_rung: Callable[[], None], home: _Home) -> None:
        self._number = number
        self._on_rung = on_rung
        self._home = home
        self._is_rung = False
        self._lock = threading.Lock()

    def ring(self) -> None:
        with self._lock:
            if self._is_rung:
                return
            self._is_rung = True
        try:
            self._home.rung.emit(self._number)
        except RuntimeError:
            # The program is closing and Qt has already deleted the receiver.
            _log.debug("somebody rang after the window had gone")

    def answer(self) -> None:
        with self._lock:
            self._is_rung = False
        self._on_rung()


class _Call(QRunnable):
    """Runs the call in a pool thread and emits its result or its error."""

    def __init__(self, number: int, call: Callable[[], Any], home: _Home) -> None:
        super().__init__()
        # Python owns it: see `_Home`.
        self.setAutoDelete(False)
        self._number = number
        self._call: Callable[[], Any] | None = call
        self._home = home

    @property
    def has_run(self) -> bool:
        """It was called, and there is an answer."""
        return self._call is None

    def run(self) -> None:
        assert self._call is not None
        answer = _outcome(self._number, self._call)
        self._call = None
        try:
            self._home.answered.emit(answer)
        except RuntimeError:
            # The program is closing and Qt has already deleted the receiver.
            _log.debug("a result came after the window had gone")


def _outcome(number: int, call: Callable[[], Any]) -> _Answer:
    """Call `call` and turn whatever it raises into an error with a code."""
    try:
        return _Answer(number, call(), None)
    except InstaPayError as known:
        return _Answer(number, None, known)
    except Exception:  # noqa: BLE001 (the border of the thread: a fault is logged and told, never lost)
        reference = new_reference()
        _log.exception("fault in a background call", extra={"reference": reference})
        return _Answer(number, None, Unexpected("unexpected", reference=reference))


def new_reference() -> str:
    """Return a short reference that ties a dialog to a log line."""
    from services.values.identifiers import new_uuid7  # noqa: PLC0415 (only on a fault)

    return new_uuid7().hex[-8:].upper()


class Task(QObject):
    """One background call.

    Signals:
        done(): delivered, failed or cancelled; emitted once, before the callback. Not emitted
            when the owner was deleted, which deletes the task.
    """

    done = Signal()

    def __init__(
        self,
        owner: QObject,
        on_success: Callable[[Any], None],
        on_failure: Callable[[InstaPayError], None],
        deadline_s: float,
    ) -> None:
        super().__init__(owner)
        self._on_success: Callable[[Any], None] | None = on_success
        self._on_failure: Callable[[InstaPayError], None] | None = on_failure
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_deadline)
        self._timer.start(round(deadline_s * 1000))

    @property
    def is_open(self) -> bool:
        """The result is still awaited."""
        return self._on_success is not None and isValid(self)

    def cancel(self) -> None:
        """Stop waiting; neither callback is called. The call itself ends by its own deadline."""
        self._close()

    def deliver(self, answer: _Answer) -> None:
        """Hand the answer to its callback, unless nobody waits for it any more."""
        on_success, on_failure = self._on_success, self._on_failure
        if not self._close() or on_success is None or on_failure is None:
            return
        if answer.error is not None:
            on_failure(answer.error)
        else:
            on_success(answer.result)

    def _close(self) -> bool:
        if not self.is_open:
            return False
        # The callbacks hold their owner; a call that still hangs in a thread must not.
        self._on_success = self._on_failure = None
        self._timer.stop()
        self.done.emit()
        self.deleteLater()
        return True

    def _on_deadline(self) -> None:
        on_failure = self._on_failure
        if self._close() and on_failure is not None:
            on_failure(Unavailable("deadline_exceeded"))


_numbers = count(1)


@cache
def _home() -> _Home:
    return _Home()


def _pool() -> QThreadPool:
    pool = QThreadPool.globalInstance()
    if pool.maxThreadCount() < _MAX_THREADS:
        pool.setMaxThreadCount(_MAX_THREADS)
    return pool


def run(
    owner: QObject,
    call: Callable[[], _T],
    *,
    on_success: Callable[[_T], None],
    on_failure: Callable[[InstaPayError], None],
    deadline_s: float,
    replaces: Task | None = None,
) -> Task:
    """Call `call()` in a worker thread; deliver in the GUI thread.

    `owner` is the Qt object the result is for: when it is deleted the result is dropped.
    `on_failure` gets an `InstaPayError`: the one raised, `Unavailable("deadline_exceeded")` when
    nothing came within `deadline_s` seconds, or `Unexpected` for a fault, which is logged.
    `replaces` is an earlier task of the same kind, whose result is no longer wanted.
    """
    if replaces is not None:
        replaces.cancel()
    task = Task(owner, on_success, on_failure, deadline_s)
    number = next(_numbers)
    home = _home()
    work = _Call(number, call, home)
    home.waiting[number] = (work, task)
    _pool().start(work)
    return task


def ringer(owner: QObject, on_rung: Callable[[], None]) -> Callable[[], None]:
    """Return what any thread may call to have `on_rung()` called in the GUI thread.

    However often it is called until then, that is once. When `owner` is deleted it does nothing more.
    """
    home = _home()
    number = next(_numbers)
    bell = home.bells[number] = _Bell(number, on_rung, home)
    owner.destroyed.connect(lambda _gone=None: home.bells.pop(number, None))
    return bell.ring


def shut_down(*, wait_s: float) -> bool:
    """Drop what is awaited and wait at most `wait_s` seconds for calls that still run.

    Returns whether all have ended. When not, a server hangs, and Qt would wait for its threads
    without end as the program exits: leave by `os._exit` then, once all else is put away.
    """
    pool = _pool()
    # Calls that no thread has begun are taken out; each stays alive in `_Home` meanwhile.
    pool.clear()
    waiting = _home().waiting
    for number, (call, task) in list(waiting.items()):
        if task is not None and isValid(task):
            task.cancel()
        waiting[number] = (call, None)
    begun = time.monotonic()
    ended = pool.waitForDone(max(0, round(wait_s * 1000)))
    if ended:
        # What was taken out before a thread began it never answers.
        for number in [number for number, (call, _) in waiting.items() if not call.has_run]:
            del waiting[number]
    _log.debug("background calls ended: %s after %.3f s", ended, time.monotonic() - begun)
    return ended
