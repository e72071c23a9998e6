"""The audit screen: the log of either database, its filter, its seals, and taking it away as a file."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedLayout, QVBoxLayout, QWidget

from services.errors import InstaPayError, SessionEnded
from services.values.audit import AuditLog
from ui import clock, theme
from ui.components.history import copying
from ui.components.history.columns import State
from ui.components.history.more_row import MoreRow
from ui.fault_once import FaultOnce
from ui.screen import Screen
from ui.screens.audit.details import RecordDetails
from ui.screens.audit.filter_bar import AuditFilterBar
from ui.screens.audit.model import AuditModel
from ui.screens.audit.table import AuditTable
from ui.widgets.button import button
from ui.widgets.card import Card
from ui.widgets.drawer import Drawer
from ui.widgets.empty_state import EmptyState
from ui.widgets.failure import say_failure
from ui.widgets.labels import label
from ui.widgets.loading import Loading
from ui.widgets.segments import Segments

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QKeyEvent

    from services.bank import Services
    from services.values.audit import AuditFilter, AuditRecord
    from ui.preferences import Preferences


class AuditScreen(Screen):
    """Newest first; older records come as it is scrolled."""

    name = "audit"
    finds = True

    def __init__(
        self, services: Services, preferences: Preferences, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._preferences = preferences
        self._faults = FaultOnce()
        self._drawer: Drawer | None = None
        self._model = AuditModel(services.audit, self)
        self._table = AuditTable(self._model)
        self._table.setObjectName("audit.table")
        self._table.setAccessibleName(self.tr("Audit log"))
        self._table.opened.connect(self._on_opened)
        self._table.copy_wanted.connect(self._on_copy)
        self._table.selectionModel().currentRowChanged.connect(self._on_current)
        self._bar = AuditFilterBar()
        self._bar.changed.connect(self._on_filter)
        self._logs = Segments(
            "audit.log",
            (
                (AuditLog.PAYMENTS.value, self.tr("Payments")),
                (AuditLog.SIGN_INS.value, self.tr("Sign-ins")),
            ),
        )
        self._logs.setAccessibleName(self.tr("Which log"))
        self._logs.chosen.connect(self._on_log)
        self._verify = button(self.tr("&Verify seals"), icon="lock")
        self._verify.setObjectName("audit.verify")
        self._verify.clicked.connect(self._on_verify)
        self._export = button(self.tr("E&xport"), icon="export")
        self._export.setObjectName("audit.export")
        self._export.clicked.connect(self._on_export)
        self._more = MoreRow("audit.more", loading=self.tr("Loading older records…"))
        self._build_pages()
        self._lay_out()
        self._order_tabs()
        pager = self._model.pager
        pager.state_changed.connect(self._on_state)
        pager.call_failed.connect(self._on_failure)
        self._error.acted.connect(pager.retry)
        self._more.retry_requested.connect(pager.retry)
        self._more.stop_requested.connect(pager.stop)
        self._more.go_on_requested.connect(pager.go_on)

    # What the main window asks

    def enter(self, params: Mapping[str, object]) -> None:
        """Show the newest records."""
        del params
        self.refresh()

    def refresh(self) -> None:
        """Put what was written since on top; selection, scroll place and filter stay."""
        self._model.pager.refresh()

    def find_here(self) -> None:
        """Have keys go to the filter."""
        self._bar.focus_search()

    def close_drawer(self) -> bool:
        """Close what is known of one record; tell whether it was open."""
        return self._drawer is not None and self._drawer.close_drawer()

    # Building

    def _build_pages(self) -> None:
        self._loading = Loading(self.tr("Loading the log…"))
        self._empty = EmptyState("clock", self.tr("Nothing is in this log yet"))
        self._empty.setObjectName("audit.empty")
        self._no_match = EmptyState(
            "search",
            self.tr("No record matches"),
            self.tr("Look for somebody else, another event or thing, or in other dates."),
            action=self.tr("Clear the filter"),
        )
        self._no_match.setObjectName("audit.no_match")
        self._no_match.button.setObjectName("audit.clear_filter")
        self._no_match.acted.connect(self._on_clear)
        self._error = EmptyState("warning")
        self._error.setObjectName("audit.error")
        listed = QWidget()
        rows = QVBoxLayout(listed)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self._table, 1)
        rows.addWidget(self._more)
        self._listed = listed
        # A page without a parent would flash up as a window of its own.
        self._pages_room = QWidget()
        self._pages = QStackedLayout(self._pages_room)
        for page in (listed, self._loading, self._empty, self._no_match, self._error):
            self._pages.addWidget(page)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(theme.Spacing.M)
        head.addWidget(label(self.tr("Audit log"), "title"))
        head.addStretch()
        for part in (self._verify, self._export):
            head.addWidget(part)
        card = Card(margin=theme.Spacing.M)
        card.body.addWidget(self._logs)
        card.body.addWidget(self._bar)
        card.body.addWidget(self._pages_room, 1)
        column = QVBoxLayout(self)
        margin = theme.Spacing.XL
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(theme.Spacing.L)
        column.addLayout(head)
        column.addWidget(card, 1)

    def _order_tabs(self) -> None:
        """Have Tab follow the eye; without this it follows the order in which things were made."""
        stops: list[QWidget] = [
            self._verify, self._export, *self._logs.buttons, *self._bar.tab_stops(), self._table,
        ]  # fmt: skip
        stops += [*self._more.findChildren(QPushButton), self._no_match.button, self._error.button]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    # What happens

    def _on_log(self, chosen: str) -> None:
        self.close_drawer()
        log = AuditLog(chosen)
        self._bar.show_events(log)
        self._model.pager.show(log, self._bar.filter)

    def _on_filter(self, wanted: AuditFilter) -> None:
        self.close_drawer()
        self._model.pager.show(self._model.pager.log, wanted)

    def _on_clear(self) -> None:
        self._bar.clear()
        self._bar.focus_search()

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
        elif state is State.FAILED:
            page = self._error
            self._tell_error()
        else:
            self.loaded_at = clock.now()
            self._faults.succeed()
        self._pages.setCurrentWidget(page)
        self._more.tell(self._model.pager)

    def _tell_error(self) -> None:
        error = self._model.pager.error
        if error is None:
            return
        say_failure(self._error, self.tr("The log can't be shown"), error)

    def _on_failure(self, error: InstaPayError) -> None:
        if isinstance(error, SessionEnded):
            self.session_ended.emit()
        else:
            self._faults.meet(error)

    def _on_opened(self, row: int, by_key: bool) -> None:  # noqa: FBT001 (a slot)
        self._show_record(self._model.record(row))
        if by_key and self._drawer is not None:
            self._drawer.take_focus()

    def _on_current(self, current: QModelIndex) -> None:
        if self._drawer is not None and self._drawer.is_open and current.isValid():
            self._show_record(self._model.record(current.row()))

    def _show_record(self, record: AuditRecord) -> None:
        if self._drawer is None:
            self._drawer = Drawer(self, "audit.details")
        self._drawer.show_content(self.tr("Record"), RecordDetails(record, "audit.details"))

    def _on_copy(self, index: QModelIndex) -> None:
        copying.copy(self._table, copying.cell_text(index))

    def _on_verify(self) -> None:
        # Made when it is wanted first: most looks into the log verify nothing.
        from ui.screens.audit.seals_dialog import SealsDialog  # noqa: PLC0415

        dialog = SealsDialog(self._services.audit.verify, self)
        dialog.session_ended.connect(self.session_ended)
        dialog.open()

    def _on_export(self) -> None:
        from ui.screens.audit.export_dialog import AuditExportDialog  # noqa: PLC0415 (as above)

        pager = self._model.pager
        dialog = AuditExportDialog(
            self._services.audit.pages, pager.log, pager.wanted, self._preferences, self
        )
        dialog.session_ended.connect(self.session_ended)
        dialog.open()

    # Qt's own

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close the drawer at Esc, wherever focus is in here."""
        if event.key() != Qt.Key.Key_Escape or not self.close_drawer():
            super().keyPressEvent(event)
