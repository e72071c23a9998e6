"""What the bank says of a payment while it is still being written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from services.errors import SessionEnded
from ui import tasks
from ui.fault_once import FaultOnce

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from services.errors import InstaPayError

#: So long a pause ends a figure: ask the bank then, not at each digit.
PAUSE_MS = 400
_DEADLINE_S = 10.0
_Quote = TypeVar("_Quote")


@dataclass(frozen=True, slots=True)
class Question(Generic[_Quote]):
    """What can be asked about what is typed.

    Attributes:
        about: what an answer depends on.
        ask: blocks, raises `services.errors`, changes nothing.

    """

    about: tuple[object, ...]
    ask: Callable[[], _Quote]


class LiveQuote(QObject, Generic[_Quote]):
    """Asks after a pause in typing; an answer to something else than what stands there is dropped.

    Nothing is lost where it cannot ask: it does with the next change, and whoever sends is told anyway.

    Attributes:
        quote: the answer about what is typed now; None while there is none.

    Signals:
        changed(): `quote` is another one, or none any more.
        session_ended(): nothing more can be asked until this person has signed in again.

    """

    changed = Signal()
    session_ended = Signal()

    def __init__(self, question: Callable[[], Question[_Quote] | None], page: QWidget) -> None:
        """`question` tells what can be asked of what is typed on `page`; None while it is not all there."""
        super().__init__(page)
        self._question = question
        self._page = page
        self._faults = FaultOnce()
        self._task: tasks.Task | None = None
        self._about: tuple[object, ...] | None = None
        self.quote: _Quote | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._on_pause)

    def follow(self) -> None:
        """Forget the answer if something else is typed by now, and ask anew in a moment."""
        question = self._question()
        about = None if question is None else question.about
        if about == self._about:
            return
        self._about = about
        self._forget()
        if about is not None:
            self._pause.start()

    def _forget(self) -> None:
        self._pause.stop()
        if self._task is not None:
            self._task.cancel()
        if self.quote is not None:
            self.quote = None
            self.changed.emit()

    def _on_pause(self) -> None:
        question = self._question()
        if question is None or not self._page.isVisible():
            self._about = None
            return
        self._task = tasks.run(
            self,
            question.ask,
            on_success=self._on_quote,
            on_failure=self._on_failure,
            deadline_s=_DEADLINE_S,
            replaces=self._task,
        )

    def _on_quote(self, quote: _Quote) -> None:
        self._faults.succeed()
        self.quote = quote
        self.changed.emit()

    def _on_failure(self, error: InstaPayError) -> None:
        self._about = None
        if isinstance(error, SessionEnded):
            self.session_ended.emit()
        else:
            self._faults.meet(error)
