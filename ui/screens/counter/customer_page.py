"""The page of a customer who is open: identity, accounts, what can be done, and a history."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui import bidi, date_text, theme
from ui.components.history import HistoryView
from ui.components.history.columns import Column
from ui.screens.counter.accounts_model import AccountsModel
from ui.screens.counter.accounts_table import AccountsTable
from ui.screens.counter.desk_table import REVERSAL
from ui.screens.counter.identity_head import IdentityHead
from ui.screens.counter.key_button import KeyButton
from ui.screens.counter.key_grid import KeyGrid
from ui.screens.counter.more_button import MoreButton
from ui.screens.counter.scrolling import scrolling
from ui.widgets.card import Card
from ui.widgets.labels import label
from ui.widgets.painted_table import PADDING

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtGui import QKeySequence, QResizeEvent

    from services.history import HistoryService
    from services.values.customers import CustomerAccount
    from ui.preferences import Preferences
    from ui.screens.counter.desk_table import Desk
    from ui.screens.counter.opening import OpenCustomer

#: With less room than this, in logical pixels, a history does without its column of balances.
_BALANCE_FROM = 520


class CustomerPage(Card):
    """Everything that is read of one customer; nothing of it is left after `clear`.

    Attributes:
        history: of the chosen account.

    Signals:
        wanted(Desk): a button was pressed.
        take_back_wanted(Line): a payment is to be taken back.

    """

    wanted = Signal(object)
    take_back_wanted = Signal(object)

    def __init__(
        self,
        history: HistoryService,
        preferences: Preferences,
        *,
        drawer_over: QWidget,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, margin=1)
        self._head = IdentityHead()
        self._stale = label("", "caption")
        self._stale.setObjectName("counter.customer.as_of")
        self._model = AccountsModel(self)
        self._table = AccountsTable(self._model)
        self._table.chosen.connect(self._on_chosen)
        self._none = label(self.tr("This customer has no accounts."), "muted")
        self._none.setObjectName("counter.customer.no_accounts")
        self._buttons: list[KeyButton] = []
        self._grid: QWidget | None = None
        self.history = HistoryView(
            history,
            prefix="customer.",
            row_height=theme.RowHeight.STAFF,
            preferences=preferences,
            drawer_over=drawer_over,
            is_own=False,
        )
        self.history.take_back_wanted.connect(self.take_back_wanted)
        self._lay_out()

    @property
    def account(self) -> CustomerAccount | None:
        """The chosen account."""
        return self._table.account

    def offer(self, desks: tuple[Desk, ...]) -> None:
        """Have a button for each of these."""
        self._buttons = [self._button(desk) for desk in desks if not desk.is_rare]
        if any(desk.name == REVERSAL for desk in desks):
            self.history.offer_taking_back()
        rare = tuple(desk for desk in desks if desk.is_rare)
        if rare:
            more = MoreButton(rare)
            more.picked.connect(self.wanted)
            self._buttons.append(more)
        old, self._grid = self._grid, KeyGrid(self._buttons)
        if old is not None:
            self._content.removeWidget(old)
            old.deleteLater()
        self._grid.setContentsMargins(PADDING, 0, PADDING, 0)
        self._content.insertWidget(self._content.indexOf(self.history), self._grid)

    def show_customer(self, customer: OpenCustomer) -> None:
        """Show somebody, or the same one as they are now; what is chosen stays chosen."""
        self._stale.clear()
        self._stale.hide()
        self._head.show_customer(customer)
        self._model.show_accounts(customer.accounts)
        has_any = bool(customer.accounts)
        self._none.setVisible(not has_any)
        for part in (self._table, self.history):
            part.setVisible(has_any)

    def show_time(self, customer: OpenCustomer) -> None:
        """Show how long the page stays."""
        self._head.show_time(customer)

    def show_stale(self, loaded_at: datetime) -> None:
        """Say of when the figures are: newer ones could not be had."""
        seen = bidi.ltr(date_text.time_of_day(loaded_at))
        self._stale.setText(self.tr("As of {time}").format(time=seen))
        self._stale.show()

    def clear(self) -> None:
        """Leave nothing of a customer on the page."""
        self.history.close_drawer()
        self.history.show_account(None)
        self._model.show_accounts(())
        self._head.clear()

    def take_focus(self) -> None:
        """Have arrow keys choose an account."""
        if self._model.rowCount():
            self._table.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._buttons:
            self._buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def tab_stops(self) -> tuple[QWidget, ...]:
        """Return what Tab goes to, in reading order."""
        return (self._table, *self._buttons, *self.history.tab_stops())

    # Building

    def _lay_out(self) -> None:
        content = QWidget()
        column = self._content = QVBoxLayout(content)
        # Titles and cells stand in by the cells' own padding, so the rest stands in as far.
        column.setContentsMargins(
            theme.Spacing.S, theme.Spacing.L, theme.Spacing.S, theme.Spacing.S
        )
        column.setSpacing(theme.Spacing.M)
        for part in (self._head, self._stale, self._none):
            part.setContentsMargins(PADDING, 0, PADDING, 0)
            column.addWidget(part)
        column.addWidget(self._table)
        column.addWidget(self.history, 1)
        self._stale.hide()
        self.body.addWidget(scrolling(content, "counter.customer"))

    def _button(self, desk: Desk) -> KeyButton:
        keys: list[QKeySequence] = desk.action.keys if desk.action is not None else []
        key = keys[0].toString(keys[0].SequenceFormat.NativeText) if keys else ""
        made = KeyButton(desk.label, desk.icon, key)
        made.setObjectName(f"counter.do.{desk.name}")
        made.clicked.connect(partial(self.wanted.emit, desk))
        return made

    # What happens

    def _on_chosen(self, account: CustomerAccount | None) -> None:
        self.history.show_account(None if account is None else account.account.id)

    # Qt's own

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the history do without balances where there is too little room."""
        super().resizeEvent(event)
        self.history.table.setColumnHidden(Column.BALANCE, event.size().width() < _BALANCE_FROM)
