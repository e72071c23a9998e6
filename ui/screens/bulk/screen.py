"""The screen of bulk payments: choose a file, see what is wrong with it, send it as one."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from services.errors import InstaPayError, SessionEnded
from services.values.transfers import TransferStatus
from ui import clock, error_text, messages, privacy, tasks, theme
from ui.fault_once import FaultOnce
from ui.navigation import Destination
from ui.screen import Screen
from ui.screens.bulk.checking import Checked, Checking
from ui.screens.bulk.confirm_dialog import ConfirmBatchDialog
from ui.screens.bulk.files import Files
from ui.screens.bulk.left_behind import LeftBehind
from ui.screens.bulk.loading import load
from ui.screens.bulk.pages import WorkingPage, drop_page, tell_no_account
from ui.screens.bulk.payer import PayerRow
from ui.screens.bulk.sending import delivery
from ui.screens.bulk.sheet_view import SheetView
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.failure import say_failure
from ui.widgets.labels import label
from ui.widgets.loading import Loading

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    from services.bank import Services
    from services.values.accounts import Account
    from services.values.batches import BatchOrder, BatchOutcome, BatchQuote
    from ui.components.payment import Delivery
    from ui.preferences import Preferences
    from ui.screens.bulk.loading import Loaded

_DEADLINE_S = 12.0


class BulkScreen(Screen):
    """One file at a time, from an own account or, at the counter, for a customer who is open.

    ``customer_id`` (a UUID) and ``customer_name`` of the destination say for whom; without them it is about
    one's own accounts.
    """

    name = "bulk"

    def __init__(
        self, services: Services, preferences: Preferences, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._preferences = preferences
        self._customer_id: UUID | None = None
        self._customer_name = ""
        self._path: Path | None = None
        self._checked: Checked | None = None
        self._payer_id: UUID | None = None
        self._order: BatchOrder | None = None
        #: Batches that were told here: they may still be on their way out of the outbox.
        self._told: set[UUID] = set()
        self._delivery: Delivery | None = None
        self._is_loaded = False
        self._task: tasks.Task | None = None
        self._faults = FaultOnce()
        self._checking = Checking(services.batches, self)
        self._left_behind = LeftBehind(services.batches, self)
        self._files = Files(preferences, self)
        # What holds the rest first: what is put into something else is styled anew each time.
        self._room = QWidget(self)
        self._card = Card(self._room)
        self._payer = PayerRow(self._card)
        self._inner_room = QWidget(self._card)
        self._view = SheetView(self._inner_room)
        self._build_pages()
        self._lay_out()
        self._connect()
        self.setAcceptDrops(True)

    # What the main window asks

    @property
    def awaits_outcome(self) -> bool:
        """A batch is on its way, or nobody knows yet whether it was made."""
        return self._is_open or self._left_behind.is_open

    def enter(self, params: Mapping[str, object]) -> None:
        """Show the page, for whom the destination says."""
        customer_id, name = params.get("customer_id"), params.get("customer_name")
        if isinstance(customer_id, UUID) and not self._is_open:
            if customer_id != self._customer_id:
                self._forget_file()
                self._is_loaded = False
            self._customer_id = customer_id
            self._customer_name = str(name or "")
            self._payer.show_customer(self._customer_name)
        if not self._is_loaded:
            self._show(self._loading)
        self.refresh()

    def refresh(self) -> None:
        """Load the accounts again; the file stays."""
        services, customer_id = self._services, self._customer_id
        self._task = tasks.run(
            self,
            lambda: load(services, customer_id),
            on_success=self._on_loaded,
            on_failure=self._on_failure,
            deadline_s=_DEADLINE_S,
            replaces=self._task,
        )

    # Building

    def _build_pages(self) -> None:
        self._loading = Loading(self.tr("Loading accounts…"), self._room)
        self._empty = EmptyState("bulk", parent=self._room)
        self._empty.setObjectName("bulk.empty")
        self._failure = EmptyState("warning", parent=self._room)
        self._failure.setObjectName("bulk.failure")
        self._drop = drop_page(self._inner_room)
        self._working = WorkingPage(self._inner_room)

    def _lay_out(self) -> None:
        card = self._card
        card.body.setSpacing(theme.Spacing.L)
        card.body.addWidget(self._payer)
        self._inner = QStackedLayout(self._inner_room)
        for page in (self._drop, self._working, self._view):
            self._inner.addWidget(page)
        card.body.addWidget(self._inner_room, 1)
        self._pages = QStackedLayout(self._room)
        for each in (self._loading, card, self._empty, self._failure):
            self._pages.addWidget(each)
        column = QVBoxLayout(self)
        margin = theme.Spacing.XL
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(theme.Spacing.L)
        column.addWidget(label(self.tr("Bulk payments"), "title", parent=self))
        column.addWidget(self._left_behind)
        column.addWidget(self._room, 1)
        stops = (
            self._payer.picker, self._payer.identification, self._drop.button, self._working.stop,
            *self._view.tab_stops(),
        )  # fmt: skip
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _connect(self) -> None:
        self._drop.acted.connect(self._files.choose)
        self._failure.acted.connect(self._on_retry)
        self._empty.acted.connect(lambda: self.navigate.emit(Destination("counter")))
        self._working.stop.clicked.connect(self._on_clear)
        self._files.chosen.connect(self._on_file)
        self._files.failed.connect(self._view.tell)
        self._payer.picked.connect(self._on_payer)
        self._checking.checked.connect(self._on_checked)
        self._checking.failed.connect(self._on_not_checked)
        self._checking.session_ended.connect(self.session_ended)
        self._left_behind.session_ended.connect(self.session_ended)
        self._left_behind.decided.connect(self.refresh)
        self._view.other_wanted.connect(self._files.choose)
        self._view.clear_wanted.connect(self._on_clear)
        self._view.review_wanted.connect(self._on_review)
        self._view.errors_wanted.connect(self._on_save_errors)
        self._view.result_wanted.connect(self._on_save_result)

    # Accounts

    @property
    def _is_open(self) -> bool:
        return self._delivery is not None and self._delivery.is_open

    @property
    def _at_counter(self) -> bool:
        return self._customer_id is not None

    @property
    def _masked(self) -> bool:
        return privacy.amounts_hidden(self._preferences)

    def _show(self, page: QWidget) -> None:
        self._loading.stop()
        if page is self._loading:
            self._loading.start()
        self._pages.setCurrentWidget(page)

    def _on_loaded(self, loaded: Loaded) -> None:
        self._is_loaded = True
        self.loaded_at = clock.now()
        self._faults.succeed()
        known = self._told if self._order is None else {*self._told, self._order.id}
        self._left_behind.take_up(each for each in loaded.unknown if each.id not in known)
        if loaded.accounts:
            self._payer.picker.show_accounts(loaded.accounts, masked=self._masked)
            self._show(self._card)
            return
        tell_no_account(
            self._empty, at_counter=self._at_counter, serves_counter=loaded.serves_counter
        )
        self._show(self._empty)

    def _on_failure(self, error: InstaPayError) -> None:
        if isinstance(error, SessionEnded):
            self.session_ended.emit()
            return
        self._faults.meet(error)
        if self._is_open or (self._is_loaded and error.code != "customer_not_open"):
            # What was known a moment ago is worth more than an empty page.
            return
        say_failure(self._failure, self.tr("Bulk payments can't be shown"), error)
        self._show(self._failure)

    def _on_retry(self) -> None:
        self._show(self._loading)
        self.refresh()

    # The file

    def _on_file(self, path: Path) -> None:
        if self._is_open:
            return
        self._order = None
        self._path = path
        self._check()

    def _check(self) -> None:
        payer = self._payer.account
        if payer is None or self._path is None:
            return
        self._payer_id = payer.id
        self._checked = None
        self._inner.setCurrentWidget(self._working)
        self._working.set_working(True)
        self._checking.begin(self._path, payer, at_counter=self._at_counter)

    def _on_payer(self) -> None:
        """Check the file for another account; one with another balance only shows that."""
        payer = self._payer.account
        if payer is None or self._path is None or self._order is not None:
            return
        if payer.id != self._payer_id:
            self._check()
        elif self._checked is not None:
            self._view.show_money(self._checked, payer, masked=self._masked)

    def _on_checked(self, checked: Checked) -> None:
        payer = self._payer.account
        if payer is None or self._path is None:
            return
        self._working.set_working(False)
        self._checked = checked
        self._view.set_asking(False)
        self._view.show_checked(checked, self._path.name, payer, masked=self._masked)
        self._inner.setCurrentWidget(self._view)
        if checked.order is not None and checked.quote is not None and self.isVisible():
            self._confirm(checked.order, checked.quote, payer)

    def _on_not_checked(self, error: InstaPayError) -> None:
        self._faults.meet(error)
        self._working.set_working(False)
        self._view.set_asking(False)
        sentence = error_text.sentence(error)
        if self._checked is not None:
            self._view.tell(sentence)
            return
        self._path = None
        self._inner.setCurrentWidget(self._drop)
        messages.warn(sentence)

    def _on_clear(self) -> None:
        if not self._is_open:
            self._forget_file()
            self._drop.button.setFocus()

    def _forget_file(self) -> None:
        self._checking.cancel()
        self._working.set_working(False)
        self._path = self._checked = self._order = None
        self._payer.setEnabled(True)
        self._inner.setCurrentWidget(self._drop)

    # Sending

    def _on_review(self) -> None:
        """Ask once more what it comes to, then show that: prices and balances move."""
        payer, checked = self._payer.account, self._checked
        if payer is None or checked is None or self._path is None or self._is_open:
            return
        if self._at_counter and not self._payer.is_identified():
            return
        self._view.set_asking(True)
        self._checking.prepare(checked.sheet, payer, self._path.name, self._payer.identified)

    def _confirm(self, order: BatchOrder, quote: BatchQuote, payer: Account) -> None:
        dialog = ConfirmBatchDialog(
            order,
            payer,
            quote,
            self._services.identity.confirm,
            customer=self._customer_name,
            masked=self._masked,
            parent=self,
        )
        dialog.confirmed.connect(self._send)
        dialog.session_ended.connect(self.session_ended)
        dialog.open()

    def _send(self, order: BatchOrder, confirmation: str | None) -> None:
        if self._is_open:
            return
        self._order = order
        self._told.discard(order.id)
        made = delivery(self._services.batches, order, self, confirmation=confirmation)
        self._delivery = made
        made.decided.connect(partial(self._on_decided, order))
        made.not_sent.connect(partial(self._on_not_sent, order))
        made.checking.connect(self._view.show_checking)
        made.session_ended.connect(self.session_ended)
        self._payer.setEnabled(False)
        self._view.show_sending()
        made.send()

    def _on_decided(self, order: BatchOrder, outcome: BatchOutcome) -> None:
        is_made = outcome.status is TransferStatus.COMPLETED
        self._view.show_outcome(outcome, order.sheet)
        self._told.add(order.id)
        if not is_made:
            self._order = None
        self._payer.setEnabled(True)
        if not self.isVisible():
            self._tell_elsewhere(order.name, is_made=is_made)
        self.refresh()

    def _tell_elsewhere(self, name: str, *, is_made: bool) -> None:
        if is_made:
            messages.info(self.tr("The payments of {name} were made.").format(name=name))
        else:
            messages.warn(self.tr("The payments of {name} were not made.").format(name=name))

    def _on_not_sent(self, order: BatchOrder, error: InstaPayError) -> None:
        self._told.add(order.id)
        self._order = None
        self._payer.setEnabled(True)
        self._view.show_not_sent(error_text.sentence(error))
        payer, checked = self._payer.account, self._checked
        if error.code == "batch_rows_changed" and payer is not None and checked is not None:
            # Mark what cannot be paid any more.
            self._checking.again(checked.sheet, payer, at_counter=self._at_counter)

    # Saving

    def _on_save_errors(self) -> None:
        if self._checked is not None and self._path is not None:
            self._files.save_errors(self._checked.sheet, self._path.stem)

    def _on_save_result(self) -> None:
        if self._order is not None:
            self._files.save_result(self._order)

    # Qt's own

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one file, where a file can be chosen."""
        if self._dropped(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read the file that was dropped."""
        path = self._dropped(event)
        if path is not None:
            event.acceptProposedAction()
            self._on_file(path)

    def _dropped(self, event: QDropEvent) -> Path | None:
        urls = event.mimeData().urls()
        is_free = self._pages.currentWidget() is self._card and not self._is_open
        if not is_free or len(urls) != 1 or not urls[0].isLocalFile():
            return None
        return Path(urls[0].toLocalFile())
