"""An opened customer's page, as small as the forms at the counter need one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ui import theme
from ui.components.cash import cash_in, cash_out, transfer
from ui.widgets.card import Card

if TYPE_CHECKING:
    from collections.abc import Callable
    from decimal import Decimal

    from PySide6.QtGui import QKeyEvent

    from services.bank import Services
    from services.values.customers import CustomerAccount, CustomerIdentity
    from tests.bank import Customer
    from tests.database.counter import Counter
    from ui.components.cash import ServeForm
    from ui.navigation import Destination
    from ui.preferences import Preferences

#: What the panel of a customer's page has in the smallest window, in logical pixels.
PANEL = 300
_MAKERS: dict[Qt.Key, Callable[[Services, Preferences, QWidget | None], ServeForm]] = {
    Qt.Key.Key_F2: cash_in,
    Qt.Key.Key_F3: cash_out,
    Qt.Key.Key_F4: transfer,
}


class Host(QWidget):
    """F2, F3 and F4 show a form for Salma; what it says to its page is written down.

    Attributes:
        forms: the forms by their key.
        heard: names of signals, in order; a destination by its screen.

    """

    def __init__(self, services: Services, preferences: Preferences, customer: Customer) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.heard: list[str] = []
        self._services = services
        self._identity = identity_of(services, customer)
        self._accounts = services.customers.accounts(user_id=customer.user_id)
        self._account_id = customer.account_id
        self._pages = QStackedWidget()
        self.forms: dict[Qt.Key, ServeForm] = {}
        for key, maker in _MAKERS.items():
            form = self.forms[key] = maker(services, preferences, None)
            self._pages.addWidget(form)
            for name in ("done", "closed", "session_ended", "customer_closed"):
                getattr(form, name).connect(lambda name=name: self.heard.append(name))
            form.navigate.connect(self._on_navigate)
        self._title = QLabel()
        theme.mark(self._title, kind="heading")
        card = Card(margin=theme.Spacing.L)
        card.setFixedWidth(PANEL)
        card.body.addWidget(self._title)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self._pages)
        # The card's ground shows through.
        for part in (area.viewport(), self._pages):
            part.setAutoFillBackground(False)
        card.body.addWidget(area, 1)
        column = QVBoxLayout()
        column.addWidget(card)
        row = QHBoxLayout(self)
        row.addStretch(1)
        row.addLayout(column)

    @property
    def form(self) -> ServeForm:
        """The form that is shown."""
        shown = self._pages.currentWidget()
        return next(each for each in self.forms.values() if each is shown)

    @property
    def accounts(self) -> tuple[CustomerAccount, ...]:
        """The customer's accounts as last loaded."""
        return self._accounts

    def serve(self, key: Qt.Key, *, customer: Customer | None = None) -> ServeForm:
        """Show a form, as its key does; about another customer where one is named."""
        form = self.forms[key]
        self._pages.setCurrentWidget(form)
        self._title.setText(form.title)
        if customer is not None:
            self._identity = identity_of(self._services, customer)
            self._accounts = self._services.customers.accounts(user_id=customer.user_id)
            self._account_id = customer.account_id
        form.begin(self._identity, self._accounts, self._account_id)
        return form

    def refresh(self) -> None:
        """Load the accounts anew, as news has the page do."""
        self._accounts = self._services.customers.accounts(user_id=self._identity.user_id)
        self.form.refresh(self._accounts)

    def rename(self, full_name: str) -> None:
        """Have the customer called so from the next form on."""
        self._identity = replace(self._identity, full_name=full_name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Show a form by its key, wherever focus is on the page."""
        key = Qt.Key(event.key())
        if key in self.forms:
            self.serve(key)
        else:
            super().keyPressEvent(event)

    def _on_navigate(self, destination: Destination) -> None:
        self.heard.append(destination.screen)


def identity_of(services: Services, customer: Customer) -> CustomerIdentity:
    """Return who a customer is, as the page has it from the bank."""
    return services.customers.identity(user_id=customer.user_id)


def slips(counter: Counter) -> list[tuple[str, Decimal]]:
    """Return how each slip's payment stands, and its amount, in the order of their numbers."""
    return counter.ask(
        "SELECT status, amount FROM transactions JOIN cash_slips ON transaction_id = id ORDER BY number"
    )
