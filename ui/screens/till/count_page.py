"""The blind count of one's own drawer: what should be in it is told once it was counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from services.errors import InstaPayError, SessionEnded
from ui import error_text, theme
from ui.components.doubt import Doubt
from ui.components.sending import Sending
from ui.components.till_sheet import till_text
from ui.fault_once import FaultOnce
from ui.screens.till.count_panel import PAGE_WIDTH, CountPanel
from ui.widgets.busy_button import BusyButton
from ui.widgets.button import button
from ui.widgets.labels import label
from ui.widgets.segments import Segments

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal
    from uuid import UUID

    from services.tills import TillService
    from services.values.tills import Count, OpenTill
    from ui.screens.till.begun_counts import BegunCounts

#: What the count is for.
CLOSING, HANDOVER = "close", "hand_over"


class CountPage(QWidget):
    """Counts once. A till that waits for approvals leads to their slips.

    Signals:
        counted(Count, str): it was counted, for closing or for handing over.
        left(): the person goes back to the till.
        slips_wanted(): the person wants to see what waits for approval.
        session_ended(): the call was answered with `SessionEnded`.
        edited(): another number was typed.

    """

    counted = Signal(object, str)
    left = Signal()
    slips_wanted = Signal()
    session_ended = Signal()
    edited = Signal()

    def __init__(self, tills: TillService, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tills = tills
        self._till: OpenTill | None = None
        self._faults = FaultOnce()
        self.sending = Sending(self)
        self._heading = label("", "heading", wraps=True)
        self._purpose = Segments(
            "till.purpose",
            ((CLOSING, self.tr("To close the till")), (HANDOVER, self.tr("To hand it over"))),
        )
        self._panel = CountPanel()
        self._waiting = button(self.tr("&Show what waits"), "link")
        self._waiting.setObjectName("till.show_waiting")
        self._waiting.hide()
        self._back = button(self.tr("&Back to the till"))
        self._back.setObjectName("till.count_back")
        self._confirm = BusyButton(self.tr("&Confirm the count…"), self.tr("One moment…"))
        self._confirm.setObjectName("till.count_confirm")
        # Enter presses it while it has focus.
        self._confirm.setAutoDefault(True)
        self._lay_out()
        self._connect()

    @property
    def till_id(self) -> UUID | None:
        """Which till is being counted."""
        return None if self._till is None else self._till.id

    def begin(self, till: OpenTill) -> None:
        """Be empty, for a till."""
        self._till = till
        self._heading.setText(
            self.tr("Count the drawer: {till}").format(
                till=till_text.till_name(till.number, till.currency)
            )
        )
        self._waiting.hide()
        self._purpose.choose(CLOSING)
        self._panel.begin(till.currency)
        last = self._panel.sheet.fields[-1]
        for before, after in (
            (self._purpose.buttons[-1], self._panel.sheet.fields[0]),
            (last, self._waiting),
            (self._waiting, self._confirm),
            (self._confirm, self._back),
        ):
            QWidget.setTabOrder(before, after)
        self._panel.sheet.focus_first_wrong()

    def draft(self) -> dict[str, str]:
        """Return what was counted so far."""
        return self._panel.sheet.typed() if self._till is not None else {}

    def go_on(self, begun: BegunCounts) -> None:
        """Take over what was typed for this till before, unless something is typed by now."""
        if self._till is None or self.sending.is_open:
            return
        typed = begun.take(self._till.id)
        if typed and not self.draft():
            self._panel.sheet.put(typed)

    def _lay_out(self) -> None:
        words = label(
            self.tr(
                "Type how many there are of each. You count once; what should be in the drawer is shown"
                " after that."
            ),
            "muted",
            wraps=True,
        )
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.Spacing.S)
        for part in (self._heading, words, self._purpose):
            column.addWidget(part)
        column.addWidget(self._panel, 1)
        for below in (self._waiting, Doubt(self.sending), self._confirm, self._back):
            self._panel.side.addWidget(below)
        page = QWidget()
        page.setMaximumWidth(PAGE_WIDTH)
        page.setLayout(column)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(page, 1)
        outer.addStretch()

    def _connect(self) -> None:
        self._panel.completed.connect(self._confirm.setFocus)
        self._panel.sheet.changed.connect(self.edited)
        self._panel.sheet.changed.connect(self._waiting.hide)
        self._back.clicked.connect(self.left)
        self._waiting.clicked.connect(self.slips_wanted)
        self._confirm.clicked.connect(self._on_confirm)
        self.sending.succeeded.connect(self._on_counted)
        self.sending.failed.connect(self._on_failed)

    # What happens

    def _on_confirm(self) -> None:
        counts = self._panel.counts()
        if counts is None or self._till is None or self.sending.is_open:
            return
        self._panel.ask(
            self.tr(
                "You count once: this cannot be changed afterwards, and nothing more is paid in or out at"
                " this till."
            ),
            self.tr("&Yes, that is my count"),
            lambda: self._send(counts),
        )

    def _send(self, counts: Mapping[Decimal, int]) -> None:
        till, tills = self._till, self._tills
        assert till is not None
        if self.sending.begin(
            lambda: tills.count(till_id=till.id, currency=till.currency, counts=counts)
        ):
            self._set_busy(busy=True)

    def _on_counted(self, count: Count) -> None:
        self._set_busy(busy=False)
        self._faults.succeed()
        self.counted.emit(count, self._purpose.value)

    def _on_failed(self, error: InstaPayError) -> None:
        self._set_busy(busy=False)
        if isinstance(error, SessionEnded):
            self.session_ended.emit()
            return
        self._faults.meet(error)
        self._panel.error.tell(error_text.sentence(error), focus=False)
        self._waiting.setVisible(error.code == "approvals_waiting")
        if error.code == "approvals_waiting":
            self._waiting.setFocus()

    def _set_busy(self, *, busy: bool) -> None:
        self._confirm.set_busy(busy)
        for part in (self._panel.sheet, self._purpose, self._back):
            part.setEnabled(not busy)
