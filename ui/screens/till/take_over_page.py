"""Taking a colleague's counted till over: the same cash is counted once more, blindly."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from services.errors import InstaPayError, InvalidInput, SessionEnded
from services.values.identifiers import new_uuid7
from ui import bidi, date_text, error_text, theme
from ui.components.doubt import Doubt
from ui.components.sending import Sending
from ui.components.till_sheet import till_text
from ui.fault_once import FaultOnce
from ui.screens.till.count_panel import PAGE_WIDTH, CountPanel
from ui.widgets.busy_button import BusyButton
from ui.widgets.button import button
from ui.widgets.labels import field_label, label
from ui.widgets.leading_edit import LeadingEdit

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal

    from services.tills import TillService
    from services.values.tills import TillToTakeOver

#: As the bank has it.
MAX_REASON = 200


class TakeOverPage(QWidget):
    """Which till, the count, and a reason only where that till does not hold what it should.

    Signals:
        taken(UUID): the till is one's own now, under that id.
        left(): the person does not take one over.
        session_ended(): the call was answered with `SessionEnded`.

    """

    taken = Signal(object)
    left = Signal()
    session_ended = Signal()

    def __init__(self, tills: TillService, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tills = tills
        self._offered: tuple[TillToTakeOver, ...] = ()
        self._faults = FaultOnce()
        #: Of the till that begins here: the same for every try.
        self._id = new_uuid7()
        self.sending = Sending(self)
        self._choices = QVBoxLayout()
        self._choices.setSpacing(0)
        self._group = QButtonGroup(self)
        self._panel = CountPanel()
        self._reason = LeadingEdit()
        self._reason.setObjectName("till.take_over.reason")
        self._reason.setMaxLength(MAX_REASON)
        self._reason_label = field_label(
            self.tr("&Why it differs, as far as you know"), self._reason
        )
        self._back = button(self.tr("&Back"))
        self._back.setObjectName("till.take_over.back")
        self._take = BusyButton(self.tr("&Take it over…"), self.tr("One moment…"))
        self._take.setObjectName("till.take_over.take")
        # Enter presses it while it has focus.
        self._take.setAutoDefault(True)
        self._lay_out()
        self._group.idToggled.connect(self._on_chosen)
        self._panel.completed.connect(self._take.setFocus)
        self._back.clicked.connect(self.left)
        self._take.clicked.connect(self._on_take)
        self.sending.succeeded.connect(self._on_taken)
        self.sending.failed.connect(self._on_failed)

    def begin(self, offered: tuple[TillToTakeOver, ...]) -> None:
        """Offer these, of which the first is chosen. There is one at least."""
        self._id = new_uuid7()
        self._offered = offered
        self._show_reason(shown=False)
        for old in self._group.buttons():
            self._group.removeButton(old)
            old.hide()
            old.deleteLater()
        for number, each in enumerate(offered):
            words = self.tr("{till} of {name}, counted at {time}").format(
                till=till_text.till_name(each.number, each.currency),
                name=bidi.own(each.teller),
                time=bidi.ltr(date_text.time_of_day(each.counted_at)),
            )
            choice = QRadioButton(words)
            choice.setObjectName(f"till.other.{number + 1}")
            self._choices.addWidget(choice)
            self._group.addButton(choice, number)
        self._group.button(0).setChecked(True)
        self._panel.sheet.focus_first_wrong()

    @property
    def _chosen(self) -> TillToTakeOver:
        return self._offered[self._group.checkedId()]

    def _lay_out(self) -> None:
        words = label(
            self.tr(
                "Count the drawer that you are handed, as your colleague did. Where both counts are the"
                " same, it becomes your till."
            ),
            "muted",
            wraps=True,
        )
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.Spacing.S)
        column.addWidget(label(self.tr("Take a till over"), "heading"))
        column.addWidget(words)
        column.addLayout(self._choices)
        column.addWidget(self._panel, 1)
        for part in (
            self._reason_label,
            self._reason,
            Doubt(self.sending),
            self._take,
            self._back,
        ):
            self._panel.side.addWidget(part)
        page = QWidget()
        page.setMaximumWidth(PAGE_WIDTH)
        page.setLayout(column)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(page, 1)
        outer.addStretch()

    # What happens

    def _on_chosen(self, _number: int, is_on: bool) -> None:  # noqa: FBT001 (a slot)
        if not is_on:
            return
        self._show_reason(shown=False)
        self._panel.begin(self._chosen.currency)
        stops = (
            *self._group.buttons(),
            *self._panel.sheet.fields,
            self._reason,
            self._take,
            self._back,
        )
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _show_reason(self, *, shown: bool) -> None:
        for part in (self._reason_label, self._reason):
            part.setVisible(shown)
        if not shown:
            self._reason.clear()

    def _on_take(self) -> None:
        counts = self._panel.counts()
        if counts is None or self.sending.is_open:
            return
        if self._reason.isVisible():
            # It was asked already, and only the reason was missing.
            self._send(counts)
            return
        self._panel.ask(
            self.tr("From then on this cash is yours to answer for."),
            self.tr("&Yes, take it over"),
            lambda: self._send(counts),
        )

    def _send(self, counts: Mapping[Decimal, int]) -> None:
        reason = self._reason.text().strip()
        if self._reason.isVisible() and not reason:
            self._panel.error.tell(error_text.sentence(InvalidInput("reason_invalid")))
            self._reason.setFocus()
            return
        take_id, from_id, tills = self._id, self._chosen.id, self._tills
        self.sending.begin(
            lambda: tills.take_over(id=take_id, from_id=from_id, counts=counts, reason=reason)
        )
        self._set_busy(busy=True)

    def _on_taken(self, _nothing: object) -> None:
        self._set_busy(busy=False)
        self._faults.succeed()
        taken, self._id = self._id, new_uuid7()
        self.taken.emit(taken)

    def _on_failed(self, error: InstaPayError) -> None:
        self._set_busy(busy=False)
        if isinstance(error, SessionEnded):
            self.session_ended.emit()
            return
        self._faults.meet(error)
        if error.code == "reason_invalid":
            self._show_reason(shown=True)
            words = self.tr(
                "Your counts are the same, but it is not what that till should hold. Say why, as far as"
                " you know, and take it over."
            )
            self._panel.error.tell(words, focus=False)
            self._reason.setFocus()
            return
        self._panel.error.tell(error_text.sentence(error), focus=False)

    def _set_busy(self, *, busy: bool) -> None:
        self._take.set_busy(busy)
        self._panel.sheet.setEnabled(not busy)
        self._back.setEnabled(not busy)
        for choice in self._group.buttons():
            choice.setEnabled(not busy)
