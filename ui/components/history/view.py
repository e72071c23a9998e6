"""The history as a screen shows it: filter, table, and what stands in for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedLayout, QVBoxLayout, QWidget

from services.values.history import Direction, HistoryFilter
from ui import theme
from ui.components.history.columns import State
from ui.components.history.filter_bar import FilterBar
from ui.components.history.model import HistoryModel
from ui.components.history.more_row import MoreRow
from ui.components.history.opened import OpenedLine
from ui.components.history.table import HistoryTable
from ui.widgets.empty_state import EmptyState
from ui.widgets.failure import say_failure
from ui.widgets.labels import label
from ui.widgets.loading import Loading
from ui.widgets.painted_table import PADDING

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtGui import QKeyEvent

    from services.values.history import Line
    from ui.components.history.newest import HistorySource
    from ui.preferences import Preferences

#: The table never gets lower than its head and this many rows; then the page scrolls.
_ROWS_AT_LEAST = 5


class HistoryView(QWidget):
    """Payments of one account at a time.

    `source` is `services.history`; `prefix` is the host's, with its dot, so that two hosts have names of
    their own (``customer.history.table``). What is known of one payment opens in a drawer over
    `drawer_over`, by default the window. Without `is_own` the account is somebody else's, who is not
    spoken to and whose payments are not sent again.

    Attributes:
        model: the lines.
        table: the table itself.
        bar: the filter as somebody sets it.

    Signals:
        call_failed(InstaPayError): a call failed; what can be told about it in place is.
        filter_changed(HistoryFilter): another filter holds.
        again_wanted(Line): somebody wants to send a payment of their own once more.
        take_back_wanted(Line): staff want a transfer reversed; see `offer_taking_back`.

    """

    call_failed = Signal(object)
    filter_changed = Signal(object)
    again_wanted = Signal(object)
    take_back_wanted = Signal(object)

    def __init__(
        self,
        source: HistorySource,
        *,
        prefix: str = "",
        row_height: int = theme.RowHeight.CUSTOMER,
        preferences: Preferences | None = None,
        drawer_over: QWidget | None = None,
        is_own: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(f"{prefix}history")
        self.model = HistoryModel(source, self)
        # Made within what holds them: what is put into something else is styled anew each time.
        self._room = QWidget(self)
        self._listed = QWidget(self._room)
        self.table = HistoryTable(
            self.model, row_height=row_height, preferences=preferences, parent=self._listed
        )
        self.table.setObjectName(f"{prefix}history.table")
        self.table.setAccessibleName(self.tr("History"))
        self.bar = FilterBar(prefix, self)
        self.bar.changed.connect(self._on_filter)
        self._more = MoreRow(f"{prefix}history.more", parent=self._listed)
        self._hidden = label("", "caption", parent=self)
        self._hidden.setObjectName(f"{prefix}history.hidden")
        self._loading = Loading(self.tr("Loading the history…"), self._room)
        self._empty = EmptyState(
            "clock",
            self.tr("No payments yet"),
            self.tr("What you receive and what you pay will stand here.")
            if is_own
            else self.tr("What comes in and what goes out will stand here."),
            parent=self._room,
        )
        self._empty.setObjectName(f"{prefix}history.empty")
        self._no_match = EmptyState(
            "search", button_name=f"{prefix}history.clear_filter", parent=self._room
        )
        self._no_match.setObjectName(f"{prefix}history.no_match")
        self._no_match.acted.connect(self._on_clear)
        self._error = EmptyState("warning", parent=self._room)
        self._error.setObjectName(f"{prefix}history.error")
        self._nothing = QWidget(self._room)
        self._actions = QHBoxLayout()
        self._added: list[QWidget] = []
        self._lay_out()
        self.setMinimumHeight(_ROWS_AT_LEAST * self.table.row_height + self.bar.sizeHint().height())
        self._opened = OpenedLine(self.table, self.model, prefix, drawer_over, is_own=is_own)
        self._opened.again_wanted.connect(self.again_wanted)
        self._opened.take_back_wanted.connect(self.take_back_wanted)
        pager = self.model.pager
        pager.state_changed.connect(self._on_state)
        pager.call_failed.connect(self.call_failed)
        self._error.acted.connect(pager.retry)
        self._more.retry_requested.connect(pager.retry)
        self._more.stop_requested.connect(pager.stop)
        self._more.go_on_requested.connect(pager.go_on)
        self._on_state(State.IDLE)

    @property
    def chosen_line(self) -> Line | None:
        """The payment whose row is chosen."""
        index = self.table.currentIndex()
        return self.model.line(index.row()) if index.isValid() else None

    @property
    def filter(self) -> HistoryFilter:
        """What the lines on show are narrowed to."""
        return self.model.pager.wanted

    def show_account(self, account_id: UUID | None) -> None:
        """Show another account's payments, from the newest; None shows nothing. The filter stays."""
        if account_id != self.model.pager.account_id:
            self._opened.close()
        self.model.pager.show_account(account_id)

    def show_payment(self, transaction_id: UUID) -> None:
        """Open what is known of one payment, once it is among the newest of the account on show."""
        self._opened.want(transaction_id)

    def show_filter(self, wanted: HistoryFilter) -> None:
        """Narrow to something else, as if somebody had typed it."""
        self.bar.show_filter(wanted)

    def refresh(self) -> None:
        """Put what was posted since on top; selection and scroll place stay."""
        self.model.pager.refresh()

    def set_masked(self, *, masked: bool) -> None:
        """Hide or show every amount."""
        self.model.set_masked(masked=masked)
        self._opened.renew()

    def add_action(self, widget: QWidget) -> None:
        """Put a control at the far end of the heading, such as Export."""
        self._added.append(widget)
        self._actions.addWidget(widget)

    def offer_taking_back(self) -> None:
        """Offer at each transfer to have it reversed: for staff."""
        self._opened.takes_back = True

    def find_here(self) -> None:
        """Have keys go to the words of the filter."""
        self.bar.focus_search()

    def close_drawer(self) -> bool:
        """Close what is known of one payment; tell whether it was open."""
        return self._opened.close()

    def tab_stops(self) -> tuple[QWidget, ...]:
        """Return what Tab goes to, in reading order."""
        stops = [*self._added, *self.bar.tab_stops(), self.table]
        rest = [each for each in self.findChildren(QPushButton) if each not in stops]
        return (*stops, *rest)

    # Building

    def _lay_out(self) -> None:
        rows = QVBoxLayout(self._listed)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.table, 1)
        rows.addWidget(self._more)
        self._pages = QStackedLayout(self._room)
        for page in (
            self._listed, self._loading, self._empty, self._no_match, self._error, self._nothing,
        ):  # fmt: skip
            self._pages.addWidget(page)
        self._actions.setSpacing(theme.Spacing.S)
        head = QHBoxLayout()
        head.setContentsMargins(PADDING, 0, PADDING, 0)
        head.setSpacing(theme.Spacing.M)
        head.addWidget(label(self.tr("History"), "heading", parent=self))
        head.addWidget(self._hidden)
        head.addStretch()
        head.addLayout(self._actions)
        self.bar.setContentsMargins(PADDING, 0, PADDING, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.Spacing.S)
        column.addLayout(head)
        column.addWidget(self.bar)
        column.addWidget(self._room, 1)

    # What happens

    def _on_filter(self, wanted: HistoryFilter) -> None:
        self._opened.close()
        self.model.pager.set_filter(wanted)
        self.filter_changed.emit(wanted)

    def _on_clear(self) -> None:
        self.bar.clear()
        self.bar.focus_search()

    def _on_state(self, state: State) -> None:
        self._loading.stop()
        page: QWidget = self._listed
        if state is State.LOADING:
            page = self._loading
            self._loading.start()
        elif state is State.EMPTY:
            page = self._empty
        elif state is State.NO_MATCH:
            page = self._no_match
            self._tell_no_match()
        elif state is State.FAILED:
            page = self._error
            self._tell_error()
        elif state is State.IDLE:
            page = self._nothing
        self._pages.setCurrentWidget(page)
        self._more.tell(self.model.pager)
        hidden = self.model.pager.waiting.hidden
        self._hidden.setVisible(hidden > 0)
        self._hidden.setText(
            self.tr("%n waiting payment(s) not shown: the filter hides them.", "", hidden)
        )

    def _tell_no_match(self) -> None:
        if self.filter == HistoryFilter(direction=Direction.NOT_MADE):
            heading = self.tr("Every payment was made")
            text = self.tr("None from this account was refused, cancelled or has run out.")
            action = self.tr("Show all payments")
        else:
            heading = self.tr("No payment matches")
            text = self.tr("Look for another name, note or amount, or in other dates.")
            action = self.tr("Clear the filter")
        self._no_match.say("search", heading, text, action=action)

    def _tell_error(self) -> None:
        error = self.model.pager.error
        if error is None:
            return
        say_failure(self._error, self.tr("The history can't be shown"), error)

    # Qt's own

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close the drawer at Esc, wherever focus is in here."""
        if event.key() != Qt.Key.Key_Escape or not self.close_drawer():
            super().keyPressEvent(event)
