"""Asks whom a typed text may mean, a moment after the last key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from services.values.customers import MIN_SEARCH
from ui import tasks

if TYPE_CHECKING:
    from collections.abc import Callable

    from services.errors import InstaPayError
    from services.values.customers import FoundCustomer

#: After the last key, in ms: somebody who types on does not set off a search a letter.
TYPING_MS = 120
#: Convention 5 of the design: anything over 300 ms shows that it works.
_SHOWN_AFTER_MS = 250
_DEADLINE_S = 10.0


class Finder(QObject):
    """One search at a time: an older answer never comes after a newer question.

    `find` is `services.customers.find`; it blocks and raises.

    Signals:
        found(tuple[FoundCustomer]): who it may be.
        forgotten(): nothing is looked for any more.
        slow(): the answer takes a while.
        failed(InstaPayError): there is none.

    """

    found = Signal(object)
    forgotten = Signal()
    slow = Signal()
    failed = Signal(object)

    def __init__(
        self, find: Callable[..., tuple[FoundCustomer, ...]], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._find = find
        self._text = ""
        self._task: tasks.Task | None = None
        self._typing = self._timer(TYPING_MS, self.ask)
        self._late = self._timer(_SHOWN_AFTER_MS, self.slow.emit)

    @property
    def text(self) -> str:
        """What is looked for; empty for nothing."""
        return self._text

    @property
    def is_waiting(self) -> bool:
        """The answer to what is typed now is still to come."""
        return self._typing.isActive() or (self._task is not None and self._task.is_open)

    def seek(self, typed: str) -> None:
        """Look for something else, in a moment."""
        text = " ".join(typed.split())
        if text == self._text:
            return
        self._text = text if len(text) >= MIN_SEARCH else ""
        self._cancel()
        if self._text:
            self._typing.start()
        else:
            self.forgotten.emit()

    def ask(self) -> None:
        """Ask the bank now, once more where it has answered already."""
        self._cancel()
        if not self._text:
            return
        text = self._text
        self._late.start()
        self._task = tasks.run(
            self,
            lambda: self._find(text=text),
            on_success=self._on_found,
            on_failure=self._on_failure,
            deadline_s=_DEADLINE_S,
        )

    def _cancel(self) -> None:
        self._typing.stop()
        self._late.stop()
        if self._task is not None and self._task.is_open:
            self._task.cancel()
        self._task = None

    def _on_found(self, found: tuple[FoundCustomer, ...]) -> None:
        self._cancel()
        self.found.emit(found)

    def _on_failure(self, error: InstaPayError) -> None:
        self._cancel()
        self.failed.emit(error)

    def _timer(self, interval_ms: int, on_timeout: Callable[[], None]) -> QTimer:
        made = QTimer(self)
        made.setSingleShot(True)
        made.setInterval(interval_ms)
        made.timeout.connect(on_timeout)
        return made
