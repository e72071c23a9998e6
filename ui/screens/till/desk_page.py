"""An open till: its figures, the way to the vault, and its slips."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from services.errors import InstaPayError, SessionEnded
from ui import bidi, date_text, messages, tasks, theme
from ui.components.cash.correct_dialog import CorrectDialog
from ui.components.receipt.giving import print_receipt
from ui.components.till_sheet import till_text
from ui.fault_once import FaultOnce
from ui.screens.till.figures_card import FiguresCard
from ui.screens.till.slip_details import SlipDetails
from ui.screens.till.slip_model import SlipModel
from ui.screens.till.slip_table import SlipTable
from ui.screens.till.vault_form import VaultForm
from ui.widgets.banner import Banner
from ui.widgets.button import button
from ui.widgets.card import Card
from ui.widgets.drawer import Drawer
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import label
from ui.widgets.tone import Tone

if TYPE_CHECKING:
    from collections.abc import Callable

    from services.counter import CounterService
    from services.tills import TillService
    from services.values import counter as counter_values
    from services.values.tills import OpenTill, Slip, SlipPage, TillSheet

_DEADLINE_S = 10.0
#: Of the figures and the form beside the slips, in logical pixels.
_SIDE_WIDTH = 296


class DeskPage(QWidget):
    """A slip's receipt is printed once more from here, and mistaken cash is taken back.

    Signals:
        changed(): cash moved; what is shown is to be loaded anew.
        count_wanted(): the till has to be settled first.
        session_ended(): a call was answered with `SessionEnded`.

    """

    changed = Signal()
    count_wanted = Signal()
    session_ended = Signal()

    def __init__(
        self, tills: TillService, counter: CounterService, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._tills = tills
        self._counter = counter
        self._faults = FaultOnce()
        self._till: OpenTill | None = None
        self._shown: Slip | None = None
        self._next: int | None = None
        self._more_task: tasks.Task | None = None
        self._slip_task: tasks.Task | None = None
        self._card = FiguresCard()
        self._vault = VaultForm(tills)
        self._vault.moved.connect(self.changed)
        self._vault.session_ended.connect(self.session_ended)
        self.sending = self._vault.sending
        self.hand_over, self.go_on_with = self._vault.hand_over, self._vault.go_on_with
        self._model = SlipModel(self)
        self._table = SlipTable(self._model)
        self._table.opened.connect(self._on_opened)
        self._more = button(self.tr("Show o&lder slips"), "link")
        self._more.setObjectName("till.older")
        self._more.clicked.connect(self._on_more)
        self._none = EmptyState(
            "till", self.tr("No slips yet"), self.tr("What you do at this till is listed here.")
        )
        self._none.setObjectName("till.no_slips")
        self._unsettled = Banner(Tone.WARN)
        self._unsettled.setObjectName("till.unsettled")
        self._unsettled.button.setObjectName("till.count_now")
        self._unsettled.acted.connect(self.count_wanted)
        self._lay_out()
        self._drawer = Drawer(self, "till.slip.details")
        self._drawer.closed.connect(self._on_closed)

    @property
    def loaded(self) -> int:
        """How many slips are loaded."""
        return self._model.rowCount()

    def show_till(self, till: OpenTill, figures: TillSheet, slips: SlipPage) -> None:
        """Show a till as it is now; what is typed, chosen and scrolled to stays."""
        if self._till is not None and self._till.id != till.id:
            self.close_drawer()
        self._till = till
        self._card.show_till(till, figures)
        self._vault.show_till(till)
        self._vault.setVisible(till.is_of_today)
        self._model.show_slips(slips.slips)
        self._next = slips.next_before
        self._show_whether_any()
        self._show_unsettled(till)
        if self._shown is not None:
            row = self._model.row_of(self._shown.number)
            # What is read stays as it is while nothing about it has changed.
            if row is not None and self._model.slips()[row] != self._shown:
                self._open(row)

    def show_waiting(self) -> None:
        """Go to the newest slip that waits for approval."""
        for row, slip in enumerate(self._model.slips()):
            if till_text.waits(slip):
                self._table.choose(row)
                self._table.setFocus()
                self._open(row)
                return

    def take_focus(self) -> None:
        """Go to the slips, or to the form where there are none."""
        if self.loaded:
            self._table.setFocus(Qt.FocusReason.TabFocusReason)

    def close_drawer(self) -> bool:
        """Close the slip that lies over the page; tell whether one did."""
        return self._drawer.close_drawer()

    # Building

    def _lay_out(self) -> None:
        side = QFrame()
        theme.mark(side, surface="page")
        stack = QVBoxLayout(side)
        # The gap to the slips is inside, so that a scroll bar has its room there.
        stack.setContentsMargins(0, 0, theme.Spacing.M, 0)
        if self.isRightToLeft():
            stack.setContentsMargins(theme.Spacing.M, 0, 0, 0)
        stack.setSpacing(theme.Spacing.M)
        stack.addWidget(self._card)
        stack.addWidget(self._vault)
        stack.addStretch()
        area = QScrollArea()
        theme.mark(area, surface="page")
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setFixedWidth(_SIDE_WIDTH)
        area.setWidget(side)
        slips = Card(margin=theme.Spacing.S)
        heading = label(self.tr("Slips"), "heading")
        heading.setContentsMargins(theme.Spacing.M, theme.Spacing.S, theme.Spacing.M, 0)
        slips.body.addWidget(heading)
        slips.body.addWidget(self._table, 1)
        slips.body.addWidget(self._none, 1)
        slips.body.addWidget(self._more, 0, Qt.AlignmentFlag.AlignHCenter)
        self._none.hide()
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(area)
        row.addWidget(slips, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.Spacing.M)
        column.addWidget(self._unsettled)
        column.addLayout(row, 1)

    # What happens

    def _show_whether_any(self) -> None:
        is_any = self.loaded > 0
        self._table.setVisible(is_any)
        self._none.setVisible(not is_any)
        self._more.setVisible(is_any and self._next is not None)

    def _show_unsettled(self, till: OpenTill) -> None:
        self._unsettled.setVisible(not till.is_of_today)
        if not till.is_of_today:
            day = bidi.own(date_text.date_day(till.business_day, with_year=True))
            self._unsettled.say(
                self.tr("This till is of {day} and was not settled.").format(day=day),
                self.tr("Count and close it first; then you can open a new one."),
                action=self.tr("&Count it now"),
            )

    def _on_more(self) -> None:
        till, tills, before = self._till, self._tills, self._next
        if till is None or before is None:
            return
        self._more.setEnabled(False)
        self._more_task = tasks.run(
            self,
            lambda: tills.slips(till_id=till.id, currency=till.currency, before=before),
            on_success=self._on_older,
            on_failure=self._on_not_loaded,
            deadline_s=_DEADLINE_S,
            replaces=self._more_task,
        )

    def _on_older(self, page: SlipPage) -> None:
        self._more.setEnabled(True)
        slips = self._model.slips()
        # Loaded anew meanwhile, it may go on elsewhere.
        if slips and page.slips and page.slips[0].number < slips[-1].number:
            self._model.add_older(page.slips)
            self._next = page.next_before
        self._show_whether_any()

    def _on_not_loaded(self, error: InstaPayError) -> None:
        self._more.setEnabled(True)
        if isinstance(error, SessionEnded):
            self.session_ended.emit()
        else:
            messages.fault(error)

    # A slip

    def _on_opened(self, row: int, by_key: bool) -> None:  # noqa: FBT001 (a slot)
        self._open(row)
        if by_key:
            self._drawer.take_focus()

    def _open(self, row: int) -> None:
        slip = self._shown = self._model.slips()[row]
        till = self._till
        is_open = till is not None and till.is_of_today and till.counted is None
        details = SlipDetails(
            slip,
            can_correct=is_open,
        )
        details.copy_wanted.connect(self._on_copy)
        details.correction_wanted.connect(self._on_correct)
        title = self.tr("Slip {number}").format(number=bidi.ltr(str(slip.number)))
        self._drawer.show_content(title, details)

    def _on_closed(self) -> None:
        self._shown = None

    def _on_copy(self) -> None:
        self._with_receipt(self._print_copy)

    def _on_correct(self) -> None:
        self._with_receipt(self._ask_to_correct)

    def _with_receipt(self, then: Callable[[counter_values.Slip], None]) -> None:
        """Ask for what the receipt of the slip that is shown has on it."""
        if self._shown is None or (self._slip_task is not None and self._slip_task.is_open):
            return
        counter, payment_id = self._counter, self._shown.transaction_id
        self._slip_task = tasks.run(
            self,
            lambda: counter.slip(payment_id=payment_id),
            on_success=then,
            on_failure=self._on_not_loaded,
            deadline_s=_DEADLINE_S,
        )

    def _print_copy(self, slip: counter_values.Slip) -> None:
        print_receipt(slip, self, is_copy=True)

    def _ask_to_correct(self, slip: counter_values.Slip) -> None:
        # By now somebody may be on another screen, where a question about a slip is out of place.
        if not self.isVisibleTo(self.window()):
            return
        dialog = CorrectDialog(self._counter, slip, self)
        dialog.corrected.connect(self._on_corrected)
        dialog.session_ended.connect(self.session_ended)
        dialog.open()

    def _on_corrected(self, _outcome: object) -> None:
        messages.info(self.tr("The payment was taken back."))
        self.changed.emit()
