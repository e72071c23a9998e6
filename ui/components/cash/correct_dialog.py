"""Takes a mistaken cash payment back, whole, for a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from services.errors import InstaPayError, InvalidInput, Refused
from services.values.counter import CounterKind, CounterOutcome, CounterPayment
from services.values.transfers import TransferStatus
from ui import bidi, error_text, money_text
from ui.components.cash.problems import OUTAGES, sentence
from ui.components.cash.words import done, nothing_moved
from ui.components.payment import Delivery
from ui.components.receipt.words import number_of
from ui.widgets.busy_button import BusyButton
from ui.widgets.button import button
from ui.widgets.inline_error import InlineError
from ui.widgets.labels import field_label, label
from ui.widgets.leading_edit import LeadingEdit
from ui.widgets.plate_dialog import PlateDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from services.values.counter import Slip
    from ui.components.cash.counter import Counter

MAX_REASON = 200
_KIND = CounterKind.CORRECTION


class CorrectDialog(PlateDialog):
    """Asks why, and books the opposite: a payment of its own with a slip of its own, linked to the first.

    Signals:
        corrected(CounterOutcome): it was taken back.
        customer_closed(): the customer is not open any more.
        session_ended(): nothing more can be asked until this person has signed in again.

    """

    corrected = Signal(object)
    customer_closed = Signal()
    session_ended = Signal()

    def __init__(self, counter: Counter, slip: Slip, parent: QWidget) -> None:
        number = number_of(slip)
        super().__init__(self.tr("Correct receipt {number}").format(number=number), parent)
        self.setObjectName("cash.correct.dialog")
        self._counter = counter
        self._slip = slip
        self._delivery: Delivery | None = None
        pattern = self.tr("{done} for {customer} will be taken back, whole. Both receipts stay.")
        words = pattern.format(done=done(slip.kind, slip.amount), customer=bidi.own(slip.customer))
        self.body.addWidget(label(words, wraps=True))
        self._reason = LeadingEdit()
        self._reason.setObjectName("cash.correct.reason")
        self._reason.setMaxLength(MAX_REASON)
        self._error = InlineError(self._reason)
        self._error.setObjectName("cash.correct.reason.error")
        self._reason.textEdited.connect(self._error.clear)
        self._checking = label("", "warn", wraps=True)
        self._checking.setObjectName("cash.correct.checking")
        self.body.addWidget(field_label(self.tr("Why was it a mistake?"), self._reason))
        for part in (self._reason, self._error, self._checking):
            self.body.addWidget(part)
        self._checking.hide()
        self._cancel = button(self.tr("Cancel"))
        self._cancel.setObjectName("cash.correct.cancel")
        self._cancel.clicked.connect(self.reject)
        taken = self.tr("Take back {amount}").format(amount=money_text.in_sentence(slip.amount))
        self._send = BusyButton(taken, self.tr("One moment…"))
        self._send.setObjectName("cash.correct.send")
        self._send.clicked.connect(self._on_send)
        self.add_button(self._cancel)
        self.add_button(self._send)
        self._send.setDefault(True)
        self._reason.setFocus()

    def reject(self) -> None:
        """Close; not while it is on its way or nobody knows what became of it."""
        if self._delivery is None or not self._delivery.is_open:
            super().reject()

    def _on_send(self) -> None:
        reason = self._reason.text().strip()
        if not reason:
            self._error.tell(error_text.sentence(InvalidInput("reason_invalid")))
            return
        if self._delivery is not None and self._delivery.is_open:
            return
        slip = self._slip
        order = CounterPayment(
            kind=_KIND,
            customer=slip.customer,
            account_id=None,
            amount=slip.amount,
            identification=reason,
            original_id=slip.id,
        )
        self._delivery = Delivery(self._counter, order, self)
        self._delivery.decided.connect(self._on_decided)
        self._delivery.not_sent.connect(self._on_not_sent)
        self._delivery.checking.connect(self._on_checking)
        self._delivery.session_ended.connect(self._on_session_ended)
        self._set_busy(busy=True)
        self._delivery.send()

    def _set_busy(self, *, busy: bool) -> None:
        self._error.clear()
        self._checking.hide()
        self._reason.setReadOnly(busy)
        self._cancel.setEnabled(not busy)
        self._send.set_busy(busy)

    def _on_decided(self, outcome: CounterOutcome) -> None:
        self._set_busy(busy=False)
        if outcome.status is TransferStatus.COMPLETED:
            self.accept()
            self.corrected.emit(outcome)
            return
        refused = Refused(outcome.failure_code or "abandoned")
        self._error.tell(f"{sentence(refused, _KIND)} {nothing_moved(_KIND)}")

    def _on_not_sent(self, error: InstaPayError) -> None:
        self._set_busy(busy=False)
        words = (
            error_text.sentence(error) if error.code == "reason_invalid" else sentence(error, _KIND)
        )
        if error.code in OUTAGES:
            words = f"{words} {nothing_moved(_KIND)}"
        self._error.tell(words)
        if error.code == "customer_not_open":
            self.customer_closed.emit()

    def _on_checking(self) -> None:
        unknown = self.tr("We don't know yet whether this was made.")
        wait = self.tr("Don't do it again; we are checking. This resolves by itself.")
        self._checking.setText(f"{unknown} {wait}")
        self._checking.show()

    def _on_session_ended(self) -> None:
        self._set_busy(busy=False)
        super().reject()
        self.session_ended.emit()
