"""Sends one payment once, and asks after it until its outcome is known."""

from __future__ import annotations

from enum import Enum, auto
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from services.errors import InstaPayError, Refused, SessionEnded
from ui import tasks
from ui.components.sending import may_have_been_done
from ui.fault_once import FaultOnce
from ui.presence import presence

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from services.values.counter import CounterOutcome, CounterPayment
    from services.values.transfers import Payment, TransferOutcome

#: Longer than the services' own limit for one payment.
SEND_DEADLINE_S = 20.0
#: Time between an answer that tells nothing and the next question: growing, in ms.
FIRST_PAUSE_MS = 2000
LONGEST_PAUSE_MS = 10_000
_GROWTH = 1.5


class Transfers(Protocol):
    """What a delivery needs of the service that sends: both block and raise `services.errors`."""

    def hold(self, *, transfer_id: UUID) -> None:
        """Keep the one with that id until `told`. Blocks for no time."""

    def told(self, *, transfer_id: UUID) -> Callable[[], None]:
        """Ask no more after the one with that id; return what drops it. Blocks for no time itself."""

    @property
    def send(self) -> Callable[..., Any]:
        """Send a ``payment``, with the ``confirmation`` that was bought for it where it needs one."""

    @property
    def check(self) -> Callable[..., Any]:
        """Tell what became of the one with that ``transfer_id``."""


class _Phase(Enum):
    NEW = auto()
    SENDING = auto()
    CHECKING = auto()
    OVER = auto()


class Delivery(QObject):
    """One payment, from Send to its outcome.

    An answer that does not come is no failure: the bank may have made the payment. So a lost
    answer, a passed deadline and a fault of ours all lead to asking, never to sending anew.

    Attributes:
        payment: what is sent; its id makes a repeat harmless.

    Signals:
        decided(TransferOutcome or CounterOutcome): the bank has made the payment, or refused it.
        not_sent(InstaPayError): the bank has changed nothing and will not.
        checking(): the outcome is not known and is being asked for.
        session_ended(): nothing more can be asked until this person has signed in again.

    """

    decided = Signal(object)
    not_sent = Signal(object)
    checking = Signal()
    session_ended = Signal()

    def __init__(
        self,
        transfers: Transfers,
        payment: Payment | CounterPayment,
        parent: QObject | None = None,
        *,
        confirmation: str | None = None,
        deadline_s: float | None = None,
    ) -> None:
        """`deadline_s` is longer than the service's own limit, where that is not one payment's."""
        super().__init__(parent)
        self.payment: Any = payment
        self._transfers = transfers
        self._confirmation = confirmation
        self._deadline_s = SEND_DEADLINE_S if deadline_s is None else deadline_s
        self._phase = _Phase.NEW
        self._faults = FaultOnce()
        self._pause_ms = FIRST_PAUSE_MS
        self._task: tasks.Task | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._ask)

    @property
    def is_open(self) -> bool:
        """The outcome is awaited."""
        return self._phase in {_Phase.SENDING, _Phase.CHECKING}

    @property
    def is_checking(self) -> bool:
        """The outcome is being asked for."""
        return self._phase is _Phase.CHECKING

    def send(self) -> None:
        """Send the payment; a second call does nothing."""
        if self._phase is not _Phase.NEW:
            return
        self._phase = _Phase.SENDING
        self._transfers.hold(transfer_id=self.payment.id)
        confirmation, self._confirmation = self._confirmation, None
        # Only a payment of a customer's own can have one.
        bought = {} if confirmation is None else {"confirmation": confirmation}
        self._task = tasks.run(
            self,
            lambda: self._transfers.send(payment=self.payment, **bought),
            on_success=self._on_outcome,
            on_failure=self._on_send_failure,
            deadline_s=self._deadline_s,
        )

    def check(self) -> None:
        """Ask now what became of the payment, sent here or by an earlier program."""
        if self._phase in {_Phase.NEW, _Phase.CHECKING}:
            self._phase = _Phase.CHECKING
            self._transfers.hold(transfer_id=self.payment.id)
            self._ask()

    def stop(self) -> None:
        """Ask no more; the outbox remembers."""
        self._phase = _Phase.OVER
        self._timer.stop()
        if self._task is not None:
            self._task.cancel()

    def _ask(self) -> None:
        self._timer.stop()
        if self._task is not None and self._task.is_open:
            return
        self._task = tasks.run(
            self,
            lambda: self._transfers.check(transfer_id=self.payment.id),
            on_success=self._on_outcome,
            on_failure=self._on_check_failure,
            deadline_s=self._deadline_s,
        )

    def _on_outcome(self, outcome: TransferOutcome | CounterOutcome) -> None:
        self.stop()
        self.decided.emit(outcome)
        self._let_forget()

    def _on_send_failure(self, error: InstaPayError) -> None:
        self._faults.meet(error)
        if may_have_been_done(error):
            self._phase = _Phase.CHECKING
            self._ask_later()
            self.checking.emit()
            return
        self.stop()
        if isinstance(error, SessionEnded):
            self.session_ended.emit()
        else:
            self.not_sent.emit(error)
        self._let_forget()

    def _on_check_failure(self, error: InstaPayError) -> None:
        if isinstance(error, SessionEnded):
            self.stop()
            self.session_ended.emit()
            return
        if isinstance(error, Refused):
            # The bank will never say more about this id, so asking on would lock the form for good.
            self.stop()
            self.not_sent.emit(error)
            self._let_forget()
            return
        # Whatever else is answered tells nothing about the payment itself.
        self._faults.meet(error)
        self._ask_later()

    def _let_forget(self) -> None:
        """Let the outbox drop what is told by now: until then a window that goes must not lose it.

        Behind the lock nobody is told, and the session may end there.
        """
        presence().once_seen(partial(_forget, self._transfers, self.payment.id))

    def _ask_later(self) -> None:
        self._timer.start(self._pause_ms)
        self._pause_ms = min(LONGEST_PAUSE_MS, round(self._pause_ms * _GROWTH))


def _forget(transfers: Transfers, payment_id: UUID) -> None:
    """Have the outbox drop a payment. The delivery may be gone by now."""
    tasks.run(
        presence(),
        transfers.told(transfer_id=payment_id),
        # What stays is asked about, and told, once more by the next start of the program.
        on_success=lambda _nothing: None,
        on_failure=lambda _error: None,
        deadline_s=SEND_DEADLINE_S,
    )
