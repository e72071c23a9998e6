"""The history as a screen shows it: heading, table, and what stands in for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from services.errors import Unavailable
from ui import error_text, theme
from ui.components.history.columns import State
from ui.components.history.delegate import PADDING
from ui.components.history.model import HistoryModel
from ui.components.history.more_row import MoreRow
from ui.components.history.table import HistoryTable
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import label
from ui.widgets.loading import Loading

if TYPE_CHECKING:
    from uuid import UUID

    from ui.components.history.newest import LoadHistory

#: The table never gets lower than its head and this many rows; then the page scrolls.
_ROWS_AT_LEAST = 5


class HistoryView(QWidget):
    """Posted entries of one account at a time.

    `load` is `services.accounts.history`; `prefix` is the host's, with its dot, so that two hosts
    have names of their own (``customer.history.table``).

    Attributes:
        model: the entries.
        table: the table itself.

    Signals:
        call_failed(InstaPayError): a call failed; what can be told about it in place is.

    """

    call_failed = Signal(object)

    def __init__(
        self,
        load: LoadHistory,
        *,
        prefix: str = "",
        row_height: int = theme.RowHeight.CUSTOMER,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(f"{prefix}history")
        self.model = HistoryModel(load, self)
        self.table = HistoryTable(self.model, row_height=row_height)
        self.table.setObjectName(f"{prefix}history.table")
        self.table.setAccessibleName(self.tr("History"))
        self._more = MoreRow(f"{prefix}history.more")
        self._loading = Loading(self.tr("Loading the history…"))
        self._empty = EmptyState(
            "clock",
            self.tr("No payments yet"),
            self.tr("What you receive and what you pay will stand here."),
        )
        self._empty.setObjectName(f"{prefix}history.empty")
        self._error = EmptyState("warning")
        self._error.setObjectName(f"{prefix}history.error")
        self._nothing = QWidget()
        self._lay_out()
        self.setMinimumHeight(_ROWS_AT_LEAST * self.table.row_height)
        pager = self.model.pager
        pager.state_changed.connect(self._on_state)
        pager.call_failed.connect(self.call_failed)
        self._error.acted.connect(pager.retry)
        self._more.retry_requested.connect(pager.retry)
        self._on_state(State.IDLE)

    def show_account(self, account_id: UUID | None) -> None:
        """Show another account's entries, from the newest; None shows nothing."""
        self.model.pager.show_account(account_id)

    def refresh(self) -> None:
        """Put what was posted since on top; selection and scroll place stay."""
        self.model.pager.refresh()

    def set_masked(self, *, masked: bool) -> None:
        """Hide or show every amount."""
        self.model.set_masked(masked=masked)

    def _lay_out(self) -> None:
        listed = QWidget()
        rows = QVBoxLayout(listed)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.table, 1)
        rows.addWidget(self._more)
        self._listed = listed
        # A page without a parent would flash up as a window of its own.
        pages = QWidget()
        self._pages = QStackedLayout(pages)
        for page in (listed, self._loading, self._empty, self._error, self._nothing):
            self._pages.addWidget(page)
        heading = label(self.tr("History"), "heading")
        heading.setContentsMargins(PADDING, 0, PADDING, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.Spacing.S)
        column.addWidget(heading)
        column.addWidget(pages, 1)

    def _on_state(self, state: State) -> None:
        self._loading.stop()
        page: QWidget = self._listed
        if state is State.LOADING:
            page = self._loading
            self._loading.start()
        elif state is State.EMPTY:
            page = self._empty
        elif state is State.FAILED:
            page = self._error
            self._tell_error()
        elif state is State.IDLE:
            page = self._nothing
        self._pages.setCurrentWidget(page)
        pager = self.model.pager
        error = pager.error if state is State.MORE_FAILED else None
        self._more.tell(loading=pager.is_loading_more, error=error)

    def _tell_error(self) -> None:
        error = self.model.pager.error
        if error is None:
            return
        self._error.say(
            "offline" if isinstance(error, Unavailable) else "warning",
            self.tr("The history can't be shown"),
            error_text.sentence(error),
            action=self.tr("Try again"),
        )
