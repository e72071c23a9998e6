"""The notifications screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from services.errors import InstaPayError, SessionEnded
from services.values.notifications import COUNTED
from ui import clock, messages, privacy, tasks, theme
from ui.fault_once import FaultOnce
from ui.navigation import Destination
from ui.screen import Screen
from ui.screens.notifications.list_view import NotificationList
from ui.screens.notifications.model import NotificationModel
from ui.widgets.button import button
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.failure import say_failure
from ui.widgets.labels import label
from ui.widgets.loading import Loading

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from services.bank import Services
    from services.values import notifications as values
    from ui.preferences import Preferences

_READ_DEADLINE_S = 10.0


class NotificationsScreen(Screen):
    """The newest notices. `unread_changed` counts also those beyond what is listed."""

    name = "notifications"

    def __init__(
        self, services: Services, preferences: Preferences, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._preferences = preferences
        self._task: tasks.Task | None = None
        self._marking: tasks.Task | None = None
        self._opening: tasks.Task | None = None
        self._is_loaded = False
        self._faults = FaultOnce()
        self._model = NotificationModel(self)
        self._list = NotificationList(self._model)
        self._list.open_wanted.connect(self._on_open)
        self._list.mark_wanted.connect(self._on_mark)
        self._mark_all_read = button(self.tr("&Mark all as read"), icon="check")
        self._mark_all_read.setObjectName("notifications.mark_all_read")
        self._mark_all_read.clicked.connect(self._on_mark_all_read)
        self._loading = Loading(self.tr("Loading your notifications…"))
        self._empty = EmptyState(
            "notifications",
            self.tr("Nothing new"),
            self.tr("When money comes or goes, you will read it here."),
        )
        self._empty.setObjectName("notifications.empty")
        self._error = EmptyState("warning")
        self._error.setObjectName("notifications.error")
        self._error.acted.connect(self._on_retry)
        self._lay_out()

    # What the main window asks

    def enter(self, params: Mapping[str, object]) -> None:
        """Show the notices."""
        del params
        if not self._is_loaded:
            self._show(self._loading)
        self.refresh()

    def refresh(self) -> None:
        """Load notices; selection and scroll place stay."""
        self._task = tasks.run(
            self,
            self._services.notifications.list,
            on_success=self._on_loaded,
            on_failure=self._on_failure,
            deadline_s=_READ_DEADLINE_S,
            replaces=self._task,
        )

    def _lay_out(self) -> None:
        header = QHBoxLayout()
        header.addWidget(label(self.tr("Notifications"), "title"))
        header.addStretch()
        header.addWidget(self._mark_all_read)
        card = Card(margin=theme.Spacing.S)
        card.body.addWidget(self._list)
        self._card = card
        # A page without a parent would flash up as a window of its own.
        pages = QWidget()
        self._pages = QStackedLayout(pages)
        for page in (self._loading, card, self._empty, self._error):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        margin = theme.Spacing.XL
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(theme.Spacing.L)
        column.addLayout(header)
        column.addWidget(pages, 1)
        self._mark_all_read.setEnabled(False)

    def _show(self, page: QWidget) -> None:
        self._loading.stop()
        if page is self._loading:
            self._loading.start()
        self._pages.setCurrentWidget(page)

    def _on_loaded(self, listed: values.NotificationList) -> None:
        self._is_loaded = True
        self.loaded_at = clock.now()
        self._faults.succeed()
        masked = privacy.amounts_hidden(self._preferences)
        self._model.show_notices(listed.notifications, masked=masked)
        self._mark_all_read.setEnabled(listed.unread > 0)
        self._show(self._card if listed.notifications else self._empty)
        self.unread_changed.emit(listed.unread)

    def _on_failure(self, error: InstaPayError) -> None:
        if isinstance(error, SessionEnded):
            self.session_ended.emit()
            return
        self._faults.meet(error)
        if self._is_loaded:
            # What was known a moment ago stays; the window tells that the bank is away.
            return
        say_failure(self._error, self.tr("Your notifications can't be shown"), error)
        self._show(self._error)

    def _on_retry(self) -> None:
        self._show(self._loading)
        self.refresh()

    def _on_open(self, row: int) -> None:
        """Mark a notice as read, and go to the account that it is about, where there is one."""
        notice = self._model.notices()[row]
        self._on_mark(row)
        self._opening = tasks.run(
            self,
            lambda: self._services.notifications.account_of(notification=notice),
            on_success=lambda account_id: self._go_to(account_id, notice.transaction_id),
            on_failure=self._on_failure,
            deadline_s=_READ_DEADLINE_S,
            replaces=self._opening,
        )

    def _go_to(self, account_id: UUID | None, transaction_id: UUID | None) -> None:
        if account_id is None or not self.isVisible():
            return
        about = {"account_id": account_id, "transaction_id": transaction_id}
        self.navigate.emit(Destination("accounts", about))

    def _on_mark(self, row: int) -> None:
        notice = self._model.notices()[row]
        if notice.is_read:
            return
        tasks.run(
            self,
            lambda: self._services.notifications.mark_read(ids=(notice.id,)),
            on_success=lambda _nothing: self.refresh(),
            on_failure=self._on_mark_failure,
            deadline_s=_READ_DEADLINE_S,
        )

    def _on_mark_all_read(self) -> None:
        if self._marking is not None and self._marking.is_open:
            return
        self._mark_all_read.setEnabled(False)
        shown = self._model.notices()
        self._marking = tasks.run(
            self,
            lambda: self._mark_unread(shown),
            on_success=lambda _nothing: self.refresh(),
            on_failure=self._on_mark_failure,
            deadline_s=_READ_DEADLINE_S,
        )

    def _mark_unread(self, shown: tuple[values.Notification, ...]) -> None:
        """Mark what was shown at the press, and what counts as unread below. Blocks.

        What came since stays unread: nobody has seen it.
        """
        notifications = self._services.notifications
        listed = notifications.list(limit=COUNTED).notifications
        seen, oldest = {each.id for each in shown}, shown[-1].created_at
        meant = (each for each in listed if each.id in seen or each.created_at <= oldest)
        notifications.mark_read(ids=tuple(each.id for each in meant if not each.is_read))

    def _on_mark_failure(self, error: InstaPayError) -> None:
        self._mark_all_read.setEnabled(any(not each.is_read for each in self._model.notices()))
        if isinstance(error, SessionEnded):
            self.session_ended.emit()
        else:
            messages.fault(error)
