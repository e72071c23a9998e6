"""What waits for somebody else's approval, followed until it is decided."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from services.errors import SessionEnded
from services.values.transfers import TransferStatus
from ui import tasks
from ui.components.cash.words import (
    afterwards,
    approved,
    meanwhile,
    nothing_moved,
    waiting,
    which,
)
from ui.components.receipt.words import reason_text
from ui.fault_once import FaultOnce
from ui.widgets.banner import Banner
from ui.widgets.tone import Tone

if TYPE_CHECKING:
    from uuid import UUID

    from services.errors import InstaPayError
    from services.values.counter import CounterPayment, Slip

#: Below the news of the bank, which come at once: for a line on which they do not.
LOOK_EVERY_MS = 4000
_DEADLINE_S = 10.0


class AskSlip(Protocol):
    """`services.counter.slip`: blocks, raises `services.errors`."""

    def __call__(self, *, payment_id: UUID) -> Slip:
        """Return the slip of a payment as it stands now."""


class WaitingPanel(QWidget):
    """Says plainly that nothing was done yet, and then what was decided.

    Its property ``outcome`` is ``waiting``, ``approved``, ``declined`` or ``expired``.

    Attributes:
        payment: what waits.
        slip: its slip as last seen; None before the first look.

    Signals:
        decided(): somebody has approved or declined it, or its time ran out.
        receipt_wanted(): the receipt of what was approved is to be shown.
        dismissed(): it was read and can go.
        session_ended(): nothing more can be asked until this person has signed in again.

    """

    decided = Signal()
    receipt_wanted = Signal()
    dismissed = Signal()
    session_ended = Signal()

    def __init__(
        self,
        payment: CounterPayment,
        slip: Slip | None,
        ask: AskSlip,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("cash.waiting")
        self.payment = payment
        self.slip = slip
        self._ask = ask
        self._faults = FaultOnce()
        self._task: tasks.Task | None = None
        self._banner = Banner(Tone.WARN, is_narrow=True)
        self._banner.button.setObjectName("cash.waiting.action")
        self._banner.acted.connect(self._on_acted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._banner)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        self._show()

    @property
    def outcome(self) -> str:
        """Which of its states it shows."""
        return str(self.property("outcome"))

    @property
    def text(self) -> str:
        """All it says."""
        return self._banner.text

    @property
    def is_decided(self) -> bool:
        """Nobody has to be waited for any more."""
        return self.outcome != "waiting"

    def look(self) -> None:
        """Ask now how it stands."""
        if self.is_decided or (self._task is not None and self._task.is_open):
            return
        payment_id = self.payment.id
        self._task = tasks.run(
            self,
            lambda: self._ask(payment_id=payment_id),
            on_success=self._on_slip,
            on_failure=self._on_failure,
            deadline_s=_DEADLINE_S,
        )

    def _on_slip(self, slip: Slip) -> None:
        self._faults.succeed()
        self.slip = slip
        self._show()
        if self.is_decided:
            self._timer.stop()
            self.decided.emit()

    def _on_failure(self, error: InstaPayError) -> None:
        if isinstance(error, SessionEnded):
            self._timer.stop()
            self.session_ended.emit()
        else:
            # What is shown stays true until it is known better.
            self._faults.meet(error)

    def _on_acted(self) -> None:
        if self.outcome == "approved":
            self.receipt_wanted.emit()
        else:
            self.dismissed.emit()

    def _show(self) -> None:
        kind, slip = self.payment.kind, self.slip
        status = TransferStatus.PENDING if slip is None else slip.status
        about = which(self.payment)
        if status is TransferStatus.PENDING:
            until = None if slip is None else slip.expires_at
            self._say("waiting", Tone.WARN, waiting(kind), f"{about}\n{meanwhile(kind, until)}")
        elif status is TransferStatus.COMPLETED:
            action = self.tr("Show receipt")
            self._say("approved", Tone.CREDIT, approved(kind), about, action=action)
        else:
            self._say_not_made(status, about)

    def _say_not_made(self, status: TransferStatus, about: str) -> None:
        slip, kind = self.slip, self.payment.kind
        assert slip is not None
        words = [about, nothing_moved(kind), afterwards(kind)]
        if status is TransferStatus.FAILED:
            outcome, tone, heading = "declined", Tone.DANGER, self.tr("Not approved")
            if slip.decline_reason:
                heading = self.tr("Declined")
            reason = reason_text(slip)
            if reason:
                words.insert(1, self.tr("Reason: {reason}").format(reason=reason))
        else:
            outcome, tone = "expired", Tone.NEUTRAL
            heading = self.tr("Nobody approved it in time")
            if status is TransferStatus.CANCELLED:
                heading = self.tr("Cancelled")
        self._say(outcome, tone, heading, "\n".join(words), action=self.tr("Close"))

    def _say(self, outcome: str, tone: Tone, heading: str, text: str, *, action: str = "") -> None:
        self.setProperty("outcome", outcome)
        self._banner.set_tone(tone)
        self._banner.say(heading, text, action=action)
        self.setAccessibleName(self._banner.text)
