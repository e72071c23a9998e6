"""Sends what is done once, and goes on asking while nobody knows what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from services.errors import OutcomeUnknown, Unavailable, Unexpected
from ui import tasks

if TYPE_CHECKING:
    from collections.abc import Callable

    from services.errors import InstaPayError

#: Longer than the service waits for both of its tries.
_DEADLINE_S = 40.0
#: Between two tries while the answer is not known, in ms.
PAUSE_MS = 3000


def may_have_been_done(error: InstaPayError) -> bool:
    """Tell whether it may have been done although sending failed: by a lost answer, or a fault of ours."""
    return isinstance(error, OutcomeUnknown | Unexpected) or error.code == "deadline_exceeded"


class Sending(QObject):
    """One call at a time, of a kind that answers the same again: it has an id of its own.

    Where the answer was lost the same call is made again, by itself, until there is one.

    Signals:
        succeeded(object): it was done; what the call returned.
        failed(InstaPayError): it was not done.
        doubted(): no answer came; it is being asked for.

    """

    succeeded = Signal(object)
    failed = Signal(object)
    doubted = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._call: Callable[[], Any] | None = None
        self._task: tasks.Task | None = None
        self._is_in_doubt = False
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.timeout.connect(self._send)

    @property
    def is_open(self) -> bool:
        """Something was sent and is not answered yet."""
        return self._call is not None

    def begin(self, call: Callable[[], Any], *, was_sent: bool = False) -> bool:
        """Send; tell whether it was. While something is on its way nothing else is sent.

        `was_sent`: it was before, from a page that is gone, and not answered.
        """
        if self._call is not None:
            return False
        self._call = call
        self._is_in_doubt = was_sent
        self._send()
        return True

    def _send(self) -> None:
        assert self._call is not None
        self._task = tasks.run(
            self,
            self._call,
            on_success=self._on_success,
            on_failure=self._on_failure,
            deadline_s=_DEADLINE_S,
        )

    def _on_success(self, answer: object) -> None:
        self._end()
        self.succeeded.emit(answer)

    def _on_failure(self, error: InstaPayError) -> None:
        # Once in doubt, a bank that is away says nothing about the first call.
        if may_have_been_done(error) or (self._is_in_doubt and isinstance(error, Unavailable)):
            self._is_in_doubt = True
            self._again.start(PAUSE_MS)
            self.doubted.emit()
            return
        self._end()
        self.failed.emit(error)

    def _end(self) -> None:
        self._call = None
        self._is_in_doubt = False
