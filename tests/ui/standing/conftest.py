"""A teller at the counter with Salma and Karim open, and a panel that a form stands in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from tests.bank import PASSWORD
from tests.database.counter import Counter
from tests.pages.finding import PATIENCE_MS, plain
from tests.pages.standing import FormPage
from tests.ui.stage import stage
from ui import messages, theme
from ui.components.standing.access_form import AccessForm
from ui.components.standing.batches_form import BatchesForm
from ui.components.standing.close_form import CloseAccountForm
from ui.components.standing.enrol import EnrolForm
from ui.components.standing.freeze_form import FreezeForm
from ui.components.standing.open_form import OpenAccountForm
from ui.components.standing.reverse_form import ReverseForm
from ui.preferences import Preferences

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from services.bank import Services
    from tests.bank import Bank, Customer
    from ui.components.desk_form import DeskForm

FORMS = {
    "freeze": FreezeForm,
    "openaccount": OpenAccountForm,
    "closeaccount": CloseAccountForm,
    "reversal": ReverseForm,
    "access": AccessForm,
    "batches": BatchesForm,
    "enrol": EnrolForm,
}
#: As wide as the panel beside a customer's page, in the smallest window, and its margin.
PANEL, MARGIN = 316, 16


class Panel(QWidget):
    """What the customer's page is to a form: shows it, and does what its signals ask for.

    Attributes:
        heard: the names of the signals, in order.
        enrolled: who was enrolled.

    """

    def __init__(self, services: Services, form: DeskForm, customer: Customer | None) -> None:
        super().__init__()
        self.form = form
        self.heard: list[str] = []
        self.enrolled: list[Any] = []
        self._services = services
        self._customer = customer
        theme.mark(self, surface="side")
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(form)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.addWidget(area)
        self.setFixedWidth(PANEL)
        for name in ("done", "closed", "session_ended", "customer_closed"):
            getattr(form, name).connect(lambda name=name: self._hear(name))
        if hasattr(form, "enrolled"):
            form.enrolled.connect(self.enrolled.append)

    def begin(self, account_id: Any = None) -> None:
        """Have the form be about the customer, as they are now."""
        assert self._customer is not None
        user_id = self._customer.user_id
        self.form.begin(
            self._services.customers.identity(user_id=user_id),
            self._services.customers.accounts(user_id=user_id),
            account_id,
        )

    def _hear(self, name: str) -> None:
        self.heard.append(name)
        if name == "done" and self._customer is not None:
            self.form.refresh(self._services.customers.accounts(user_id=self._customer.user_id))


class Station:
    """Where forms are opened, by a teller with Salma and Karim open, or by a supervisor.

    Attributes:
        counter: the bank behind it, in SQL.
        told: what the window would tell in passing.

    """

    def __init__(self, qtbot: QtBot, counter: Counter, preferences: Preferences) -> None:
        self.counter = counter
        self.told: list[str] = []
        self._qtbot = qtbot
        self._preferences = preferences
        self._signed_in: dict[str, Services] = {}

    def services(self, who: str = "teller") -> Services:
        """Return the services of the teller's desktop, or the supervisor's."""
        if who not in self._signed_in:
            opened = self.counter.bank.services(who)
            opened.identity.sign_in(email=f"{who}@demo.eg", password=PASSWORD)
            caller = {
                "teller": self.counter.as_teller,
                "supervisor": self.counter.as_supervisor,
            }[who]
            self.counter.open_customers(caller)
            self._signed_in[who] = opened
        return self._signed_in[who]

    def open(
        self, prefix: str, customer: Customer | None, *, who: str = "teller", account_id: Any = None
    ) -> tuple[FormPage, Panel]:
        """Put a form into a panel, about a customer; return how to use it, and the panel."""
        services = self.services(who)
        form = FORMS[prefix](services, self._preferences, None)
        panel = Panel(services, form, customer)
        stage(self._qtbot, panel, (PANEL, 640))
        if customer is not None:
            panel.begin(account_id)
        return FormPage(self._qtbot, panel, prefix), panel

    def wait_for(self, panel: Panel, *signals: str) -> None:
        """Wait until the form has said these, and nothing else."""
        self._qtbot.waitUntil(lambda: panel.heard == list(signals), timeout=PATIENCE_MS)


@pytest.fixture
def station(qtbot: QtBot, bank: Bank, tmp_path: Path) -> Iterator[Station]:
    made = Station(qtbot, Counter(bank), Preferences(tmp_path / "desktop.ini"))

    def hear(message: messages.Message) -> None:
        made.told.append(plain(message.text))

    messages.posted.connect(hear)
    yield made
    messages.posted.disconnect(hear)
