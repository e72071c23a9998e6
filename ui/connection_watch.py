"""Knows whether the bank can be reached, by asking every two seconds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from services.errors import SessionEnded
from ui import clock, tasks
from ui.connection_state import Connection, State

if TYPE_CHECKING:
    from services.connection import ConnectionService
    from services.errors import InstaPayError
    from services.values.connection import Reachability

#: Together they are less than the 5 s within which a dead server must show.
PROBE_EVERY_MS = 2000
PROBE_DEADLINE_S = 2.5
#: So long it is a hitch that heals by itself; then it is called offline.
OFFLINE_AFTER_S = 20.0


class ConnectionWatch(QObject):
    """Asks, one question at a time.

    Attributes:
        now: how the connection stands.

    Signals:
        changed(Connection): it stands differently.
        healed(): it was lost and is back.

    """

    changed = Signal(object)
    healed = Signal()

    def __init__(self, service: ConnectionService, parent: QObject) -> None:
        super().__init__(parent)
        self.now = Connection()
        self._service = service
        self._lost_at_s = 0.0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PROBE_EVERY_MS)
        self._timer.timeout.connect(self._probe)

    def start(self) -> None:
        """Ask now, and go on asking."""
        self._probe()

    def _probe(self) -> None:
        tasks.run(
            self,
            self._service.probe,
            on_success=self._on_answer,
            on_failure=self._on_failure,
            deadline_s=PROBE_DEADLINE_S,
        )

    def _on_answer(self, answer: Reachability) -> None:
        self._stand(auth=answer.auth, payment=answer.payment)

    def _on_failure(self, error: InstaPayError) -> None:
        # A server that ends a session has answered.
        answered = isinstance(error, SessionEnded)
        self._stand(auth=answered, payment=answered)

    def _stand(self, *, auth: bool, payment: bool) -> None:
        self._timer.start()
        before = self.now
        if auth and payment:
            now = Connection(State.CONNECTED, auth=True, payment=True)
        else:
            now = self._lost(auth=auth, payment=payment)
        self.now = now
        if now != before:
            self.changed.emit(now)
        if now.is_up and before.lost_at is not None:
            self.healed.emit()

    def _lost(self, *, auth: bool, payment: bool) -> Connection:
        if self.now.lost_at is None:
            self._lost_at_s = clock.seconds()
        lasted_s = clock.seconds() - self._lost_at_s
        return Connection(
            State.OFFLINE if lasted_s >= OFFLINE_AFTER_S else State.RECONNECTING,
            auth=auth,
            payment=payment,
            lost_at=self.now.lost_at or clock.now(),
        )
