"""The counter: a search above, whom it found beside, and in the middle the customer who is open."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from services.errors import InstaPayError, SessionEnded
from services.values.customers import FoundCustomer
from ui import bidi, clock, theme
from ui.actions import Action
from ui.components.cash.left_behind import LeftBehind
from ui.components.till_badge import TillBadge
from ui.fault_once import FaultOnce
from ui.screen import Screen
from ui.screens.counter.customer_page import CustomerPage
from ui.screens.counter.desk_panel import DeskPanel
from ui.screens.counter.desk_table import ENROLLING, REVERSAL, STATEMENT, desks_for
from ui.screens.counter.desks import Desks
from ui.screens.counter.exporting import Exporting
from ui.screens.counter.opening import Opening
from ui.screens.counter.reason_form import ReasonForm
from ui.screens.counter.results_card import ResultsCard
from ui.screens.counter.scrolling import framed, scrolling
from ui.screens.counter.search_field import SearchField
from ui.screens.counter.searching import Searching
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import label

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from services.bank import Services
    from services.values.history import Line
    from ui.components.statement import ExportDialog
    from ui.preferences import Preferences
    from ui.screens.counter.desk_table import Desk
    from ui.screens.counter.opening import OpenCustomer

_SEARCH_WIDTH = 420
#: From this width on, in logical pixels, there is room for wide margins and a wide list.
_ROOMY = 1000
#: From this width on there is room for the list beside a form.
_SPACIOUS = 1360
_RESULTS = {True: 248, False: 200}


class CounterScreen(Screen):
    """Finds customers, opens one for a reason, and does what is done for them."""

    name = "counter"
    finds = True

    def __init__(
        self, services: Services, preferences: Preferences, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._chosen: FoundCustomer | None = None
        self._is_searching = False
        self._is_offered = False
        self._faults = FaultOnce()
        self._search = SearchField()
        self._results = ResultsCard()
        self._searching = Searching(services.customers, self._search, self._results, self)
        self._opening = Opening(services.customers, self)
        self._start = EmptyState(
            "search",
            self.tr("Nobody is open"),
            self.tr("Find a customer above. Ctrl+K leads there from any screen."),
            action=self.tr("&Enrol a customer"),
        )
        self._start.setObjectName("counter.start")
        self._start.button.setObjectName("counter.enrol")
        self._start.acted.connect(self._enrol)
        self._reason = ReasonForm()
        self._page = CustomerPage(services.history, preferences, drawer_over=self)
        self._panel = DeskPanel()
        self._desks = Desks(services, preferences, self._panel)
        self._exporting = Exporting(services, preferences, self)
        self._left_behind = LeftBehind(services.counter)
        self._till = TillBadge(services.tills)
        self._lay_out()
        self._connect()

    # What the main window asks

    def enter(self, params: Mapping[str, object]) -> None:
        """Show the counter as it was left; with ``find`` go to the search."""
        if not self._is_offered:
            self._is_offered = True
            self._page.offer(desks_for(self.roles))
            self._start.button.setVisible(bool(self.roles & ENROLLING))
            self._follow()
            self._order_tabs()
            self._left_behind.look()
        self._opening.look()
        self.refresh()
        if params.get("find") or self._middle.currentWidget() is self._nobody:
            self._search.take_focus()
        elif self._opening.now is None:
            self._reason.take_focus()

    def refresh(self) -> None:
        """Load the open customer again; what is chosen and typed stays."""
        self._searching.retry()
        self._left_behind.check_now()
        self._till.look()
        if self._opening.now is not None:
            self._opening.renew()
            self._page.history.refresh()

    def find_here(self) -> None:
        """Filter the history of who is open; look for a customer where nobody is."""
        if self._opening.now is not None:
            self._page.history.find_here()
        else:
            self._search.take_focus()

    def print_page(self) -> None:
        """Print what the form shows, or the history of the chosen account as its filter has it."""
        form = self._panel.form
        if form is not None and form.prints:
            form.print_page()
            return
        dialog = self._open_export()
        if dialog is not None:
            dialog.print_now()

    def act(self, action: Action) -> None:
        """Do what a key stands for, for the customer who is open."""
        if action is Action.ENROL:
            self._enrol()
        for desk in desks_for(self.roles):
            if desk.action is action:
                self._on_wanted(desk)

    def close_drawer(self) -> bool:
        """Close what lies over the page, then the form beside it."""
        return self._page.history.close_drawer() or self._panel.put_away()

    @property
    def awaits_outcome(self) -> bool:
        """Something was sent from a form and nobody knows yet what became of it."""
        return self._desks.awaits_outcome

    # Building

    def _lay_out(self) -> None:
        header = QHBoxLayout()
        header.setSpacing(theme.Spacing.M)
        header.addWidget(label(self.tr("Counter"), "title"))
        header.addWidget(self._search, 1)
        key = Action.FIND_CUSTOMER.keys[0]
        header.addWidget(label(bidi.ltr(key.toString(key.SequenceFormat.NativeText)), "caption"))
        header.addStretch()
        header.addWidget(self._till)
        self._search.setMaximumWidth(_SEARCH_WIDTH)
        start, asking = Card(), Card(margin=1)
        start.body.addWidget(self._start)
        asking.body.addWidget(scrolling(framed(self._reason), "counter.reason"))
        self._asking, self._nobody = asking, start
        # A page without a parent would flash up as a window of its own.
        middle = QWidget()
        self._middle = QStackedLayout(middle)
        for page in (start, asking, self._page):
            self._middle.addWidget(page)
        self._body = QHBoxLayout()
        self._body.addWidget(self._results)
        self._body.addWidget(middle, 1)
        self._body.addWidget(self._panel)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(theme.Spacing.M)
        self._column.addLayout(header)
        self._column.addWidget(self._left_behind)
        self._column.addLayout(self._body, 1)
        self._order_tabs()

    def _order_tabs(self) -> None:
        """Have Tab follow the eye; without this it follows the order in which things were made."""
        stops: list[QWidget] = [self._search, *self._results.tab_stops()]
        stops += [*self._reason.tab_stops(), *self._page.tab_stops(), self._panel.tab_stop]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _connect(self) -> None:
        self._searching.chosen.connect(self._choose)
        self._searching.session_ended.connect(self.session_ended)
        self._reason.given.connect(self._on_given)
        opening = self._opening
        opening.opened.connect(self._on_opened)
        opening.renewed.connect(self._on_renewed)
        opening.ticked.connect(self._page.show_time)
        opening.over.connect(self._on_over)
        opening.refused.connect(self._reason.tell)
        opening.failed.connect(self._on_not_renewed)
        opening.session_ended.connect(self.session_ended)
        self._page.wanted.connect(self._on_wanted)
        self._page.take_back_wanted.connect(self._on_take_back)
        self._page.history.call_failed.connect(self._on_history_failure)
        self._panel.changed.connect(self._on_panel)
        self._desks.done.connect(self.refresh)
        self._desks.enrolled.connect(self._on_enrolled)
        self._desks.session_ended.connect(self.session_ended)
        self._desks.customer_closed.connect(opening.end)
        self._desks.navigate.connect(self.navigate)
        self._exporting.session_ended.connect(self.session_ended)
        self._left_behind.session_ended.connect(self.session_ended)
        self._left_behind.decided.connect(self.refresh)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus)

    def _fit(self) -> None:
        """Give each part its room; where there is too little, list and form take turns."""
        width = self.width()
        is_roomy = width >= _ROOMY
        margin = theme.Spacing.XL if is_roomy else theme.Spacing.M
        self._column.setContentsMargins(margin, margin, margin, margin)
        self._body.setSpacing(theme.Spacing.M if is_roomy else theme.Spacing.S)
        self._results.setFixedWidth(_RESULTS[is_roomy])
        self._panel.set_roomy(roomy=is_roomy)
        is_about_somebody = self._opening.now is not None or self._desks.is_enrolling
        wants_form = self._panel.form is not None and is_about_somebody
        is_spacious = width >= _SPACIOUS
        self._panel.setVisible(wants_form and (is_spacious or not self._is_searching))
        self._results.setVisible(is_spacious or not wants_form or self._is_searching)

    # Opening

    def _choose(self, customer: FoundCustomer) -> None:
        """Ask why somebody is to be opened; whoever was open is put away."""
        is_same = self._chosen is not None and self._chosen.user_id == customer.user_id
        if is_same and self._opening.now is not None:
            self._page.take_focus()
            return
        if is_same and self._opening.is_under_way:
            return
        if not self._desks.may_turn_away():
            return
        self._chosen = customer
        self._opening.close()
        self._put_away()
        if not is_same:
            self._panel.put_away()
        self._mark()
        self._reason.ask(customer.full_name)
        self._middle.setCurrentWidget(self._asking)
        self._reason.take_focus()

    def _mark(self) -> None:
        self._searching.mark(None if self._chosen is None else self._chosen.user_id)

    def _put_away(self) -> None:
        """Leave nothing of the customer who was open."""
        self.loaded_at = None
        self._exporting.leave_off()
        self._page.clear()
        self._follow()
        self._fit()

    def _follow(self) -> None:
        """Have those keys be on that do something for who is open now."""
        is_open = self._opening.now is not None
        desks = desks_for(self.roles) if is_open else ()
        self.prints = is_open
        self.acts = frozenset(desk.action for desk in desks if desk.action is not None)
        if self.roles & ENROLLING:
            self.acts |= {Action.ENROL}
        self.acts_changed.emit()

    def _on_given(self, reason: str) -> None:
        if self._chosen is not None:
            self._opening.open(self._chosen.user_id, reason)

    def _on_opened(self, customer: OpenCustomer) -> None:
        if self._chosen is None:
            identity = customer.identity
            self._chosen = FoundCustomer(
                identity.user_id, identity.full_name, len(customer.accounts)
            )
        self._show_customer(customer)
        self._middle.setCurrentWidget(self._page)
        self._follow()
        self._fit()
        if self._is_searching or not self.isVisible():
            return
        if self._panel.form is not None:
            self._panel.take_focus()
        else:
            self._page.take_focus()

    def _on_renewed(self, customer: OpenCustomer) -> None:
        self._show_customer(customer)

    def _show_customer(self, customer: OpenCustomer) -> None:
        self.loaded_at = clock.now()
        self._faults.succeed()
        self._page.show_customer(customer)
        self._desks.refresh(customer)

    def _on_not_renewed(self, error: InstaPayError) -> None:
        self._faults.meet(error)
        if self.loaded_at is not None:
            # What was known a moment ago is worth more than an empty page.
            self._page.show_stale(self.loaded_at)

    def _on_over(self) -> None:
        """Hide everything and ask again why; what is typed in a form is there afterwards."""
        self._put_away()
        if self._chosen is None:
            return
        self._reason.ask(self._chosen.full_name, is_over=True)
        self._middle.setCurrentWidget(self._asking)
        if self.isVisible() and not self._is_searching:
            self._reason.take_focus()

    def _on_history_failure(self, error: InstaPayError) -> None:
        if isinstance(error, SessionEnded):
            self.session_ended.emit()
        else:
            self._faults.meet(error)
            # An account that is not known any more may mean that its owner is not open any more.
            self._opening.renew()

    # What is done for who is open

    def _on_wanted(self, desk: Desk) -> None:
        if desk.name == STATEMENT:
            self._open_export()
        else:
            self._bring(desk, self._page.history.chosen_line)

    def _on_take_back(self, line: Line) -> None:
        self._bring(next(each for each in desks_for(self.roles) if each.name == REVERSAL), line)

    def _bring(self, desk: Desk, line: Line | None) -> None:
        customer, account = self._opening.now, self._page.account
        if customer is not None:
            # What is told of a payment would lie over the form.
            self._page.history.close_drawer()
            account_id = None if account is None else account.account.id
            payment_id = None if line is None else line.transaction_id
            self._desks.bring(desk, customer, account_id, payment_id)

    def _enrol(self) -> None:
        """Ask who becomes a customer; whoever is open is put away."""
        if not self._desks.may_turn_away():
            return
        self._chosen = None
        self._opening.close()
        self._put_away()
        self._mark()
        self._middle.setCurrentWidget(self._nobody)
        self._desks.enrol()

    def _on_enrolled(self, user_id: UUID) -> None:
        """Show the new customer's page, which is why they were enrolled here."""
        self._panel.put_away()
        self._opening.open(user_id, self.tr("Enrolled just now"))

    def _on_panel(self) -> None:
        self._is_searching = self._is_searching and self._panel.form is None
        self._fit()

    def _open_export(self) -> ExportDialog | None:
        customer, account = self._opening.now, self._page.account
        if customer is None or account is None:
            return None
        holder = customer.identity.full_name
        return self._exporting.open(account.account, holder, self._page.history.filter)

    # Qt's own

    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Make room for what somebody works in."""
        if new is None or not self.isAncestorOf(new):
            return
        searching = new is self._search or self._results.isAncestorOf(new)
        if searching is not self._is_searching:
            self._is_searching = searching
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give each part its room."""
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the form away at Esc, wherever focus is in here."""
        if event.key() != Qt.Key.Key_Escape or not self.close_drawer():
            super().keyPressEvent(event)
