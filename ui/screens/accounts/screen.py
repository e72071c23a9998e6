"""The accounts screen: cards above, the chosen account's history below."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from services.errors import InstaPayError, SessionEnded
from ui import bidi, clock, date_text, icons, privacy, tasks, theme
from ui.components.balance_plot import BalancePlotCard
from ui.components.history import HistoryView
from ui.fault_once import FaultOnce
from ui.navigation import Destination
from ui.screen import Screen
from ui.screens.accounts.card_list import CardList
from ui.widgets.button import button
from ui.widgets.card import Card, page_area
from ui.widgets.empty_state import EmptyState
from ui.widgets.failure import say_failure
from ui.widgets.labels import label
from ui.widgets.loading import Loading

if TYPE_CHECKING:
    from collections.abc import Mapping

    from services.bank import Services
    from services.values.accounts import Account
    from services.values.history import Line
    from ui.components.statement import ExportDialog
    from ui.preferences import Preferences

#: Deadline of a read, in seconds.
_READ_DEADLINE_S = 10.0
#: A new customer's account is opened within a second or two: look again this soon.
_LOOK_AGAIN_MS = 2000


class AccountsScreen(Screen):
    """What this person has, and what happened to it."""

    name = "accounts"
    finds = True
    prints = True

    def __init__(
        self, services: Services, preferences: Preferences, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._preferences = preferences
        self._task: tasks.Task | None = None
        self._wanted: UUID | None = None
        self._wanted_payment: UUID | None = None
        self._is_loaded = False
        self._faults = FaultOnce()
        self._build_header()
        self._make_pages()
        self._list = CardList(self._plate)
        self._list.chosen.connect(self._on_chosen)
        self._plot = BalancePlotCard(services.accounts.balances_at, preferences, parent=self._plate)
        self._plot.call_failed.connect(self._on_history_failure)
        self._history = HistoryView(
            services.history, preferences=preferences, drawer_over=self, parent=self._card
        )
        self._history.again_wanted.connect(self._on_again)
        self._history.call_failed.connect(self._on_history_failure)
        self._export = button(self.tr("E&xport"), icon="export", parent=self._history)
        self._export.setObjectName("accounts.export")
        self._export.clicked.connect(self._open_export)
        self._history.add_action(self._export)
        self._loading = Loading(self.tr("Loading your accounts…"), self._room)
        self._empty = EmptyState(
            "accounts",
            self.tr("Your account is being opened"),
            self.tr("This takes a moment. It will show here by itself."),
            action=self.tr("Look again"),
            parent=self._room,
        )
        self._empty.setObjectName("accounts.empty")
        self._empty.acted.connect(self.refresh)
        self._error = EmptyState("warning", parent=self._room)
        self._error.setObjectName("accounts.error")
        self._error.acted.connect(self._on_retry)
        self._look_again = QTimer(self)
        self._look_again.setSingleShot(True)
        self._look_again.setInterval(_LOOK_AGAIN_MS)
        self._look_again.timeout.connect(self._on_look_again)
        self._lay_out()
        self._mask(hidden=privacy.amounts_hidden(preferences))

    # What the main window asks

    def enter(self, params: Mapping[str, object]) -> None:
        """Show the accounts; ``account_id`` (a UUID) chooses one, ``transaction_id`` a payment of it."""
        wanted, payment = params.get("account_id"), params.get("transaction_id")
        self._wanted = wanted if isinstance(wanted, UUID) else None
        self._wanted_payment = payment if isinstance(payment, UUID) else None
        self._choose_wanted()
        if not self._is_loaded:
            self._show(self._loading)
        self.refresh()

    def refresh(self) -> None:
        """Load accounts and newer entries; what is shown stays meanwhile."""
        self._task = tasks.run(
            self,
            self._services.accounts.list,
            on_success=self._on_accounts,
            on_failure=self._on_failure,
            deadline_s=_READ_DEADLINE_S,
            replaces=self._task,
        )
        self._history.refresh()

    def find_here(self) -> None:
        """Filter the history, which may be further down."""
        self._content.ensureWidgetVisible(self._history)
        self._history.find_here()

    def print_page(self) -> None:
        """Print the history as its filter has it."""
        dialog = self._open_export()
        if dialog is not None:
            dialog.print_now()

    def close_drawer(self) -> bool:
        """Close what is told of one payment."""
        return self._history.close_drawer()

    # Building

    def _build_header(self) -> None:
        self._as_of = label("", "caption", parent=self)
        self._as_of.setObjectName("accounts.as_of")
        self._hide_amounts = QPushButton(self)
        self._hide_amounts.setObjectName("accounts.hide_amounts")
        self._hide_amounts.clicked.connect(self._on_hide_amounts)
        self._receive = button(self.tr("&Receive"), icon="receive", parent=self)
        self._receive.setObjectName("accounts.receive")
        self._receive.clicked.connect(self._on_receive)
        self._new_transfer = QPushButton(self)
        self._new_transfer.setText(self.tr("&New transfer"))
        self._new_transfer.setObjectName("accounts.new_transfer")
        theme.mark(self._new_transfer, role="primary")
        icons.assign(self._new_transfer, "plus", "on_accent")
        self._new_transfer.clicked.connect(self._on_new_transfer)

    def _lay_out(self) -> None:
        header = QHBoxLayout()
        header.setSpacing(theme.Spacing.M)
        header.addWidget(label(self.tr("Accounts"), "title", parent=self))
        header.addStretch()
        for part in (self._as_of, self._hide_amounts, self._receive, self._new_transfer):
            header.addWidget(part)
        header.setContentsMargins(theme.Spacing.XL, 0, theme.Spacing.XL, 0)
        self._lay_out_content()
        self._pages = QStackedLayout(self._room)
        for page in (self._loading, self._content, self._empty, self._error):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.Spacing.XL, 0, 0)
        column.setSpacing(theme.Spacing.M)
        column.addLayout(header)
        column.addWidget(self._room, 1)
        self._order_tabs()

    def _make_pages(self) -> None:
        """Make what holds the rest first: what is put into something else is styled anew each time."""
        self._room = QWidget(self)
        self._content, self._plate = page_area(self._room)
        self._content.setObjectName("accounts.page")
        self._card = Card(self._plate, margin=theme.Spacing.S)

    def _lay_out_content(self) -> None:
        # Title and cells of the history stand in from its card's edge by the cells' own padding.
        self._card.body.setContentsMargins(
            theme.Spacing.S, theme.Spacing.L, theme.Spacing.S, theme.Spacing.S
        )
        self._card.body.addWidget(self._history)
        column = QVBoxLayout(self._plate)
        # The top margin leaves room for a focus ring around the first row of cards.
        column.setContentsMargins(
            theme.Spacing.XL, theme.Spacing.XS, theme.Spacing.XL, theme.Spacing.XL
        )
        column.setSpacing(theme.Spacing.M + 2)
        column.addWidget(self._list)
        column.addWidget(self._plot)
        column.addWidget(self._card, 1)

    def _order_tabs(self) -> None:
        """Have Tab follow the eye; without this it follows the order in which things were made."""
        stops: list[QWidget] = [self._hide_amounts, self._receive, self._new_transfer]
        for card in self._list.cards:
            stops.extend(card.tab_stops())
        stops.extend(self._plot.tab_stops())
        stops.extend(self._history.tab_stops())
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    # What happens

    def _show(self, page: QWidget) -> None:
        self._loading.stop()
        if page is self._loading:
            self._loading.start()
        self._pages.setCurrentWidget(page)
        self._hide_amounts.setEnabled(page is self._content)
        for part in (self._receive, self._new_transfer):
            part.setEnabled(page is self._content)

    def _on_accounts(self, accounts: tuple[Account, ...]) -> None:
        self._is_loaded = True
        self._faults.succeed()
        self._as_of.clear()
        self.loaded_at = clock.now()
        if not accounts:
            self._history.show_account(None)
            self._plot.show_account(None)
            self._list.show_accounts((), masked=False)
            self._show(self._empty)
            self._look_again.start()
            return
        self._list.show_accounts(accounts, masked=privacy.amounts_hidden(self._preferences))
        self._order_tabs()
        self._choose_wanted()
        self._plot.show_account(self._list.chosen_account)
        self._show(self._content)

    def _on_failure(self, error: InstaPayError) -> None:
        if isinstance(error, SessionEnded):
            self.session_ended.emit()
            return
        self._faults.meet(error)
        if self._list.cards and self.loaded_at is not None:
            # What was known a moment ago is worth more than an empty page.
            seen = bidi.ltr(date_text.time_of_day(self.loaded_at))
            self._as_of.setText(self.tr("As of {time}").format(time=seen))
            return
        say_failure(self._error, self.tr("Your accounts can't be shown"), error)
        self._show(self._error)

    def _on_history_failure(self, error: InstaPayError) -> None:
        if isinstance(error, SessionEnded):
            self.session_ended.emit()
        else:
            self._faults.meet(error)

    def _on_retry(self) -> None:
        self._show(self._loading)
        self.refresh()

    def _on_look_again(self) -> None:
        if self._pages.currentWidget() is self._empty and self.isVisible():
            self.refresh()

    def _on_chosen(self, account: Account) -> None:
        self._history.show_account(account.id)
        self._plot.show_account(account)

    def _choose_wanted(self) -> None:
        """Choose what the destination named, once, when its card is there."""
        if self._wanted is not None and self._list.cards:
            self._list.choose(self._wanted)
            self._wanted = None
            if self._wanted_payment is not None:
                self._history.show_payment(self._wanted_payment)
                self._wanted_payment = None

    def _on_new_transfer(self) -> None:
        chosen = self._list.chosen_id
        self.navigate.emit(Destination("transfer", {} if chosen is None else {"from": chosen}))

    def _on_again(self, line: Line) -> None:
        self.navigate.emit(Destination("transfer", {"again": line.transaction_id}))

    def _open_export(self) -> ExportDialog | None:
        from ui.components.statement import (  # noqa: PLC0415 (at the first export, not at sign-in)
            ExportDialog,
            Source,
            Wanted,
        )

        account = self._list.chosen_account
        if account is None or self._pages.currentWidget() is not self._content:
            return None
        services = self._services
        dialog = ExportDialog(
            Source(
                services.history.pages,
                services.history.waiting,
                services.accounts.statement,
                services.accounts.holder,
            ),
            Wanted(account, self._history.filter),
            self._preferences,
            masked=privacy.amounts_hidden(self._preferences),
            parent=self,
        )
        dialog.session_ended.connect(self.session_ended)
        dialog.open()
        return dialog

    def _on_receive(self) -> None:
        chosen = self._list.chosen_id
        params = {} if chosen is None else {"account_id": chosen}
        self.navigate.emit(Destination("receive", params))

    def _on_hide_amounts(self) -> None:
        hidden = not privacy.amounts_hidden(self._preferences)
        privacy.hide_amounts(self._preferences, hidden=hidden)
        self._mask(hidden=hidden)

    def _mask(self, *, hidden: bool) -> None:
        self._list.set_masked(masked=hidden)
        self._history.set_masked(masked=hidden)
        self._plot.set_masked(masked=hidden)
        words = self.tr("&Show amounts") if hidden else self.tr("&Hide amounts")
        self._hide_amounts.setText(words)
        icons.assign(self._hide_amounts, "eye-off" if hidden else "eye", "muted")
