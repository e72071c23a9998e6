"""What an earlier program sent from the counter and never heard of: asked after, and told to its teller."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from services.errors import SessionEnded
from services.values.transfers import TransferStatus
from ui import bidi, date_text, tasks, theme
from ui.components.cash.words import done, nothing_moved, waiting, which
from ui.components.payment import Delivery
from ui.components.receipt.words import number_of
from ui.fault_once import FaultOnce
from ui.widgets.banner import Banner
from ui.widgets.tone import Tone

if TYPE_CHECKING:
    from uuid import UUID

    from services.errors import InstaPayError
    from services.values.counter import CounterOutcome, UnknownCounterPayment
    from ui.components.cash.counter import Counter as _Counter

    class Counter(_Counter, Protocol):
        """What is needed of `services.counter`."""

        def unknown(self) -> tuple[UnknownCounterPayment, ...]:
            """Return what this person sent and has no outcome of."""


_DEADLINE_S = 10.0


@dataclass(frozen=True, slots=True)
class _Case:
    delivery: Delivery
    banner: Banner


class LeftBehind(QWidget):
    """A banner for each, from “we don't know yet” to what became of it; hidden while there is none.

    Signals:
        decided(): the bank has answered for one.
        session_ended(): nothing more can be asked until this person has signed in again.

    """

    decided = Signal()
    session_ended = Signal()

    def __init__(self, counter: Counter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("cash.left_behind")
        self._counter = counter
        self._faults = FaultOnce()
        self._task: tasks.Task | None = None
        self._cases: dict[UUID, _Case] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.Spacing.S)
        self.hide()

    @property
    def texts(self) -> list[str]:
        """What its banners say."""
        return [case.banner.text for case in self._cases.values()]

    def look(self) -> None:
        """Take up what the outbox holds from before; call it once a session."""
        self._task = tasks.run(
            self,
            self._counter.unknown,
            on_success=self._on_unknown,
            on_failure=self._on_failure,
            deadline_s=_DEADLINE_S,
            replaces=self._task,
        )

    def check_now(self) -> None:
        """Ask at once after what is not known, for the bank may be back."""
        for case in self._cases.values():
            if case.delivery.is_open:
                case.delivery.check()

    def _on_unknown(self, unknown: tuple[UnknownCounterPayment, ...]) -> None:
        self._faults.succeed()
        for each in unknown:
            if each.payment.id not in self._cases:
                self._take_up(each)

    def _take_up(self, unknown: UnknownCounterPayment) -> None:
        order = unknown.payment
        banner = Banner(Tone.WARN)
        banner.button.setObjectName("cash.left_behind.close")
        banner.acted.connect(lambda: self._drop(order.id))
        case = _Case(Delivery(self._counter, order, self), banner)
        self._cases[order.id] = case
        sent = bidi.own(date_text.moment_text(unknown.sent_at))
        about = self.tr("{payment}, sent {time}").format(payment=which(order), time=sent)
        banner.say(
            self.tr("We don't know yet whether this was made."),
            f"{about}\n" + self.tr("Don't do it again; we are checking. This resolves by itself."),
        )
        case.delivery.decided.connect(lambda outcome: self._on_decided(case, about, outcome))
        case.delivery.not_sent.connect(lambda _error: self._on_not_sent(case, about))
        case.delivery.session_ended.connect(self.session_ended)
        self._column.addWidget(banner)
        self.show()
        case.delivery.check()

    def _on_decided(self, case: _Case, about: str, outcome: CounterOutcome) -> None:
        order = case.delivery.payment
        tone, heading = Tone.NEUTRAL, nothing_moved(order.kind)
        if outcome.status is TransferStatus.COMPLETED:
            tone, heading = Tone.CREDIT, done(order.kind, order.amount)
        elif outcome.status is TransferStatus.PENDING:
            tone, heading = Tone.WARN, waiting(order.kind)
        if outcome.slip is not None:
            number = number_of(outcome.slip)
            receipt = self.tr("Receipt {number}").format(number=number)
            about = f"{about}\n{receipt}"
        self._say(case, tone, heading, about)
        self.decided.emit()

    def _on_not_sent(self, case: _Case, about: str) -> None:
        self._say(case, Tone.NEUTRAL, nothing_moved(case.delivery.payment.kind), about)

    def _say(self, case: _Case, tone: Tone, heading: str, about: str) -> None:
        case.banner.set_tone(tone)
        case.banner.say(heading, about, action=self.tr("Close"))

    def _drop(self, payment_id: UUID) -> None:
        case = self._cases.pop(payment_id)
        case.delivery.stop()
        case.banner.hide()
        self._column.removeWidget(case.banner)
        for part in (case.delivery, case.banner):
            part.deleteLater()
        self.setVisible(bool(self._cases))

    def _on_failure(self, error: InstaPayError) -> None:
        if isinstance(error, SessionEnded):
            self.session_ended.emit()
        else:
            self._faults.meet(error)
