"""Asking the bank again and again, without its doing hardly anything else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer

from ui import clock, tasks

if TYPE_CHECKING:
    from collections.abc import Callable

    from services.errors import InstaPayError

_DEADLINE_S = 15.0
#: A question that took a second is asked again four seconds after, at the earliest; none waits longer
#: than is bearable to look at.
_SHARE = 4
_LONGEST_S = 5.0


class Paced(QObject):
    """One question whose answer a part of the page shows.

    What is quick to answer is asked each time that it is wished for; what is not, once for all wishes
    until its time has come.
    """

    def __init__(
        self,
        owner: QObject,
        call: Callable[[], Any],
        *,
        on_success: Callable[[Any], None],
        on_failure: Callable[[InstaPayError], None],
    ) -> None:
        super().__init__(owner)
        self._call = call
        self._on_success = on_success
        self._on_failure = on_failure
        self._task: tasks.Task | None = None
        self._asked_at = 0.0
        self._not_before = 0.0
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self.ask_now)

    def ask(self) -> None:
        """Ask now, or as soon as it is time."""
        wait_s = self._not_before - clock.seconds()
        if wait_s <= 0:
            self.ask_now()
        elif not self._later.isActive():
            self._later.start(round(wait_s * 1000))

    def ask_now(self) -> None:
        """Ask whatever the last answer has cost: what is asked is another question now."""
        self._later.stop()
        self._asked_at = clock.seconds()
        self._task = tasks.run(
            self,
            self._call,
            on_success=self._on_answer,
            on_failure=self._on_failure,
            deadline_s=_DEADLINE_S,
            replaces=self._task,
        )

    def _on_answer(self, answer: Any) -> None:  # noqa: ANN401 (whatever was asked)
        now = clock.seconds()
        self._not_before = now + min(_LONGEST_S, _SHARE * (now - self._asked_at))
        self._on_success(answer)
