"""What a count came to: it is closed from here, or waits for the colleague who takes the till over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from services.errors import InstaPayError, InvalidInput, SessionEnded
from ui import bidi, error_text, money_text, theme
from ui.components.doubt import Doubt
from ui.components.sending import Sending
from ui.components.till_sheet import till_text
from ui.fault_once import FaultOnce
from ui.screens.till.count_page import CLOSING, HANDOVER
from ui.screens.till.variance_label import VarianceLabel
from ui.widgets.banner import Banner
from ui.widgets.busy_button import BusyButton
from ui.widgets.card import Card, centred
from ui.widgets.facts import Facts
from ui.widgets.inline_error import InlineError
from ui.widgets.labels import field_label, label
from ui.widgets.leading_edit import LeadingEdit
from ui.widgets.tone import Tone

if TYPE_CHECKING:
    from uuid import UUID

    from services.tills import TillService
    from services.values.tills import Count, OpenTill

#: As the bank has it.
MAX_REASON = 200


class CountedPage(QWidget):
    """Expected, counted, what differs and why. Where nothing differs, a count for closing closes at once.

    Signals:
        closed(OpenTill, Count): the till is closed.
        session_ended(): the call was answered with `SessionEnded`.

    """

    closed = Signal(object, object)
    session_ended = Signal()

    def __init__(self, tills: TillService, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tills = tills
        self._till: OpenTill | None = None
        self._count: Count | None = None
        self._faults = FaultOnce()
        self.sending = Sending(self)
        self._heading = label("", "heading", wraps=True)
        self._facts = Facts("till.result")
        self._variance = VarianceLabel()
        self._variance.setObjectName("till.variance")
        self._handover = Banner(Tone.ACCENT)
        self._handover.setObjectName("till.handover")
        self._supervisor = Banner(Tone.WARN)
        self._supervisor.setObjectName("till.supervisor")
        self._reason = LeadingEdit()
        self._reason.setObjectName("till.reason")
        self._reason.setMaxLength(MAX_REASON)
        self._reason_label = field_label(
            self.tr("&Why it differs, as far as you know"), self._reason
        )
        self._error = InlineError(self._reason)
        self._error.setObjectName("till.reason.error")
        self._close = BusyButton(self.tr("&Close the till"), self.tr("Closing…"))
        self._close.setObjectName("till.close")
        # Enter presses it while it has focus.
        self._close.setAutoDefault(True)
        self._lay_out()
        self._reason.textEdited.connect(self._error.clear)
        self._reason.returnPressed.connect(self._on_close)
        self._close.clicked.connect(self._on_close)
        self.sending.succeeded.connect(self._on_closed)
        self.sending.failed.connect(self._on_failed)

    @property
    def till_id(self) -> UUID | None:
        """Which till was counted."""
        return None if self._till is None else self._till.id

    @property
    def count(self) -> Count | None:
        """What its count came to."""
        return self._count

    def show_count(self, till: OpenTill, count: Count, purpose: str = "") -> None:
        """Show what was counted, for `CLOSING` or `HANDOVER`; neither where that is not known any more."""
        is_new = self._till is None or self._till.id != till.id
        self._till, self._count = till, count
        name = till_text.till_name(till.number, till.currency)
        self._heading.setText(self.tr("Counted: {till}").format(till=name))
        for key, words, money in (
            ("expected", self.tr("Should be in the drawer"), count.expected),
            ("counted", self.tr("Counted"), count.counted),
        ):
            self._facts.tell(key, words, money_text.in_sentence(money))
        self._variance.show_variance(count.variance)
        differs = count.variance.amount != 0
        for part in (self._reason_label, self._reason):
            part.setVisible(differs)
        self._show_supervisor(count)
        if is_new:
            self._reason.clear()
            self._error.clear()
        if is_new or purpose:
            self._show_handover(name, purpose)
        if purpose == CLOSING and not differs:
            self._on_close()
        elif is_new or purpose:
            (self._reason if differs else self._close).setFocus()

    def _lay_out(self) -> None:
        card = Card()
        card.setFixedWidth(theme.Control.LOGIN_CARD)
        for part in (self._heading, self._facts, self._variance, self._supervisor, self._handover):
            card.body.addWidget(part)
        card.body.addSpacing(theme.Spacing.XS)
        for below in (self._reason_label, self._reason, self._error, Doubt(self.sending)):
            card.body.addWidget(below)
        card.body.addSpacing(theme.Spacing.S)
        row = QHBoxLayout()
        row.addWidget(self._close, 1)
        card.body.addLayout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(centred(card))

    def _show_supervisor(self, count: Count) -> None:
        self._supervisor.setVisible(count.needs_approval)
        if count.needs_approval:
            self._supervisor.say(
                self.tr("A supervisor has to look at this difference."),
                self.tr("You can close the till all the same."),
            )

    def _show_handover(self, name: str, purpose: str) -> None:
        self._handover.setVisible(purpose != CLOSING)
        self._handover.say(
            self.tr("Counted; it waits for whoever takes it over.")
            if purpose == HANDOVER
            else self.tr("Somebody can take it over instead."),
            self.tr(
                "Your colleague opens “Till” in their own window, chooses {till} of yours and counts the"
                " same cash."
            ).format(till=bidi.own(name)),
        )

    # What happens

    def _on_close(self) -> None:
        till, count, tills = self._till, self._count, self._tills
        if till is None or count is None or self.sending.is_open:
            return
        reason = self._reason.text().strip() if count.variance.amount else ""
        if count.variance.amount and not reason:
            self._error.tell(error_text.sentence(InvalidInput("reason_invalid")))
            return
        self.sending.begin(lambda: tills.close(till_id=till.id, reason=reason))
        self._set_busy(busy=True)

    def _on_closed(self, _nothing: object) -> None:
        self._set_busy(busy=False)
        self._faults.succeed()
        till, count = self._till, self._count
        assert till is not None
        self._till = self._count = None
        self.closed.emit(till, count)

    def _on_failed(self, error: InstaPayError) -> None:
        self._set_busy(busy=False)
        if isinstance(error, SessionEnded):
            self.session_ended.emit()
            return
        self._faults.meet(error)
        self._error.tell(error_text.sentence(error), focus=self._reason.isVisible())

    def _set_busy(self, *, busy: bool) -> None:
        self._close.set_busy(busy)
        self._reason.setReadOnly(busy)
