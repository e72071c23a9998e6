"""The dialog that takes a mistaken cash payment back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import Signal

from services.errors import InstaPayError, InvalidInput, Refused, SessionEnded
from services.values.identifiers import new_uuid7
from ui import bidi, error_text, money_text, theme
from ui.fault_once import FaultOnce
from ui.screens.till.doubt import Doubt
from ui.screens.till.sending import Sending
from ui.widgets.busy_button import BusyButton
from ui.widgets.button import button
from ui.widgets.inline_error import InlineError
from ui.widgets.labels import field_label, label
from ui.widgets.leading_edit import LeadingEdit
from ui.widgets.plate_dialog import PlateDialog

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from services.values.tills import Slip

#: As the bank has it.
MAX_REASON = 200


class Corrects(Protocol):
    """The call of the counter's service that the dialog needs."""

    def correct(self, *, original: UUID, reason: str, id: UUID) -> Any:  # noqa: A002, ANN401 (an outcome)
        """Take a cash payment back, whole and once."""


class CorrectionDialog(PlateDialog):
    """Asks why, and takes the payment back.

    Signals:
        corrected(): it was taken back.
        session_ended(): nothing can be done until this person has signed in again.

    """

    corrected = Signal()
    session_ended = Signal()

    def __init__(self, counter: Corrects, slip: Slip, parent: QWidget) -> None:
        super().__init__(self.tr("Take this payment back?"), parent)
        self.setObjectName("till.correction.dialog")
        self._counter = counter
        self._slip = slip
        self._faults = FaultOnce()
        #: The same for every try: it is taken back once.
        self._id = new_uuid7()
        self.sending = Sending(self)
        self._reason = LeadingEdit()
        self._reason.setObjectName("till.correction.reason")
        self._reason.setMaxLength(MAX_REASON)
        self._error = InlineError(self._reason)
        self._error.setObjectName("till.correction.error")
        words = self.tr("{amount} of {name}: all of it goes back, with a slip of its own.").format(
            amount=money_text.in_sentence(slip.amount), name=bidi.own(slip.customer)
        )
        self.body.addWidget(label(words, wraps=True))
        self.body.addSpacing(theme.Spacing.S)
        self.body.addWidget(field_label(self.tr("&Why it was a mistake"), self._reason))
        for part in (self._reason, self._error, Doubt(self.sending)):
            self.body.addWidget(part)
        self._yes = BusyButton(self.tr("&Take it back"), self.tr("One moment…"))
        self._yes.setObjectName("till.correction.yes")
        self._yes.setDefault(True)
        self._yes.clicked.connect(self._on_yes)
        cancel = button(self.tr("&Cancel"))
        cancel.setObjectName("till.correction.cancel")
        cancel.clicked.connect(self.reject)
        self.add_button(cancel)
        self.add_button(self._yes)
        self._reason.textEdited.connect(self._error.clear)
        self._reason.setFocus()
        self.sending.succeeded.connect(self._on_done)
        self.sending.failed.connect(self._on_failed)

    def _on_yes(self) -> None:
        reason = self._reason.text().strip()
        if not reason:
            self._error.tell(error_text.sentence(InvalidInput("reason_invalid")))
            return
        counter, original, correction_id = self._counter, self._slip.transaction_id, self._id
        if self.sending.begin(
            lambda: counter.correct(original=original, reason=reason, id=correction_id)
        ):
            self._yes.set_busy(True)
            self._reason.setReadOnly(True)

    def _on_done(self, outcome: Any) -> None:  # noqa: ANN401 (an outcome)
        code = getattr(outcome, "failure_code", None)
        if code is not None:
            # Refused and kept: another try is another correction.
            self._id = new_uuid7()
            self._on_failed(Refused(code))
            return
        self.accept()
        self.corrected.emit()

    def _on_failed(self, error: InstaPayError) -> None:
        self._yes.set_busy(False)
        self._reason.setReadOnly(False)
        if isinstance(error, SessionEnded):
            self.reject()
            self.session_ended.emit()
            return
        self._faults.meet(error)
        self._error.tell(error_text.sentence(error))

    def reject(self) -> None:
        """Close, unless it is on its way."""
        if not self.sending.is_open:
            super().reject()
