"""The page of a customer who is open."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from services.values.people import Role
from tests.bank import PASSWORD
from tests.pages.export import ExportPage
from tests.pages.finding import PATIENCE_MS, find
from tests.pages.lock import LockPage
from tests.ui.cutting import no_connections
from ui.actions import Action
from ui.components.desk_form import DeskForm
from ui.screens.counter import desk_table
from ui.screens.counter.accounts_model import AccountsModel
from ui.screens.counter.desk_table import Desk as DeskEntry

if TYPE_CHECKING:
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from services.bank import Services
    from services.values.customers import CustomerAccount, CustomerIdentity
    from tests.bank import Bank
    from tests.conftest import Server
    from tests.database.desk import Desk
    from tests.pages.counter import CounterPage
    from tests.pages.window import WindowPage
    from ui.main_window import MainWindow
    from ui.preferences import Preferences


def test_all_accounts_are_told_with_what_is_exceptional(
    counter: CounterPage, bank: Bank, desk: Desk
) -> None:
    dollars = bank.add_account(desk.salma.user_id, balance="10", currency="USD", name="Dollars")
    old = bank.add_account(desk.salma.user_id, name="Old")
    desk.hold("100")
    desk.as_supervisor("open_customer", desk.salma.user_id, "a freeze")
    desk.as_supervisor("freeze", dollars, "DEBITS", "a stolen <card>", None)
    desk.ask("UPDATE accounts SET closed_at = private.utc_now() WHERE id = %s", str(old))
    counter.open_customer("salma")
    everyday, usd, closed = counter.accounts()
    assert everyday.iban.replace(" ", "") == desk.salma.iban
    assert everyday.available == "899.50 EGP"
    assert everyday.held == "100.50"
    assert everyday.spoken == "Everyday"
    assert (usd.name, usd.available) == ("Dollars", "10.00 USD")
    assert usd.spoken == "Dollars, Debits frozen: a stolen <card>"
    assert closed.spoken.startswith("Old, Closed on ")
    tip = counter.table.model().index(1, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert "a stolen &lt;card&gt;" in tip


def test_who_it_is_and_how_their_access_stands(
    counter: CounterPage, bank: Bank, desk: Desk
) -> None:
    bank.ask(
        "auth",
        "UPDATE users SET must_change_password = true, locked_at = private.utc_now(),"
        " locked_reason = 'a stolen telephone' WHERE id = %s",
        str(desk.salma.user_id),
    )
    counter.open_customer("salma")
    assert counter.fact("name") == "Salma Hassan"
    assert counter.fact("who").startswith("salma@demo.eg · customer since ")
    assert counter.badges() == ["Locked out", "One-time password not changed"]
    counter.open_customer("karim")
    assert counter.badges() == []


def test_the_history_is_that_of_the_chosen_account(
    counter: CounterPage, bank: Bank, desk: Desk
) -> None:
    bank.add_account(desk.salma.user_id, balance="10", currency="USD", name="Dollars")
    desk.transfer("100")
    counter.open_customer("salma")
    counter.history.wait_for_row_count(2)
    assert counter.history.rows()[0].amount == "\u2212100.50"
    counter.choose_account(1)
    counter.history.wait_for_row_count(1)
    assert counter.history.rows()[0].amount == "+10.00"
    counter.history.open_details(0)
    assert counter.history.fact("total") == "10.00 USD"
    counter.history.close_details()


def test_somebody_elses_payment_is_not_sent_again(counter: CounterPage, desk: Desk) -> None:
    desk.transfer("100")
    counter.open_customer("salma")
    counter.history.wait_for_row_count(2)
    details = counter.history.open_details(0)
    assert details.findChild(QWidget, "customer.history.details.again") is None


def test_a_refresh_shows_what_happened_and_keeps_what_is_chosen(
    qtbot: QtBot, counter: CounterPage, at_counter: MainWindow, bank: Bank, desk: Desk
) -> None:
    bank.add_account(desk.salma.user_id, balance="10", currency="USD", name="Dollars")
    counter.open_customer("salma")
    counter.choose_account(1)
    counter.history.wait_for_row_count(1)
    desk.transfer("100")
    at_counter.refresh()
    qtbot.waitUntil(lambda: counter.accounts()[0].available == "899.50 EGP")
    assert counter.table.currentIndex().row() == 1
    assert counter.history.rows()[0].amount == "+10.00"


def test_the_statement_is_the_customers(
    qtbot: QtBot, counter: CounterPage, at_counter: MainWindow
) -> None:
    counter.open_customer("salma")
    counter.history.wait_for_rows()
    counter.key(Qt.Key.Key_F6)
    export = ExportPage(qtbot, at_counter)
    qtbot.waitUntil(lambda: export.is_open)
    export.press("cancel")
    export.wait_until_gone()


def test_keys_of_the_counter_are_on_only_while_somebody_is_open(
    qtbot: QtBot, counter: CounterPage, at_counter: MainWindow
) -> None:
    notes = at_counter.findChild(QAction, "action.notes")
    assert notes is not None
    assert not notes.isEnabled()
    counter.open_customer("salma")
    assert notes.isEnabled()
    counter.find("karim")
    counter.wait_for_names("Karim Samir")
    counter.choose("Karim Samir")
    counter.wait_for_question()
    assert not notes.isEnabled()


def test_notes_are_read_and_kept_by_key(qtbot: QtBot, counter: CounterPage, bank: Bank) -> None:
    counter.open_customer("salma")
    counter.key(Qt.Key.Key_F9)
    assert counter.panel_title() == "Notes"
    counter.wait_for_focus("counter.notes.text")
    counter.key(Qt.Key.Key_Return)
    assert counter.note_edit().accessibleDescription()
    for text in ("calls back on Monday", "came with her sister"):
        counter.type(text)
        counter.key(Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: counter.note_edit().toPlainText() == "")
    counter.wait_for_notes("came with her sister", "calls back on Monday")
    assert counter.notes()[0].startswith("Teller One · ")
    assert bank.ask("payment", "SELECT count(*) FROM customer_notes") == [(2,)]
    counter.key(Qt.Key.Key_Escape)
    assert counter.panel_title() == ""
    counter.wait_for_focus("counter.accounts")


@pytest.mark.parametrize("has_notes", [False, True])
def test_a_note_that_is_refused_late_closes_nobody_elses_page(
    *,
    qtbot: QtBot,
    counter: CounterPage,
    page: WindowPage,
    services: Services,
    desk: Desk,
    monkeypatch: pytest.MonkeyPatch,
    has_notes: bool,
) -> None:
    add_note = services.customers.add_note
    made, go = threading.Event(), threading.Event()

    def held(*, user_id: UUID, text: str) -> UUID:
        made.set()
        assert go.wait(PATIENCE_MS / 1000)
        return add_note(user_id=user_id, text=text)

    monkeypatch.setattr(services.customers, "add_note", held)
    counter.open_customer("salma")
    counter.key(Qt.Key.Key_F9)
    counter.type("calls back on Monday")
    counter.key(Qt.Key.Key_Return)
    qtbot.waitUntil(made.is_set, timeout=PATIENCE_MS)
    desk.ask("UPDATE customer_openings SET closes_at = private.utc_now() - interval '1 s'")
    counter.open_customer("karim")
    if has_notes:
        counter.do("notes")
    go.set()
    qtbot.waitUntil(lambda: page.notes() != [], timeout=PATIENCE_MS)
    assert page.notes()[0].startswith("Salma Hassan · ")
    assert counter.is_open()
    assert counter.fact("name") == "Karim Samir"
    if has_notes:
        assert counter.note_edit().accessibleDescription() == ""


def test_a_locked_window_hides_all_of_it(
    qtbot: QtBot, counter: CounterPage, at_counter: MainWindow
) -> None:
    counter.open_customer("salma")
    LockPage(qtbot, at_counter).lock()
    tables = at_counter.findChildren(QWidget, "counter.accounts")
    assert not any(each.isVisible() for each in tables)


def test_what_was_known_stays_while_the_bank_is_away(
    qtbot: QtBot, counter: CounterPage, at_counter: MainWindow, bank: Bank, server: Server
) -> None:
    counter.open_customer("salma")
    with no_connections(server, bank.payment_url, bank.auth_url):
        at_counter.refresh()
        qtbot.waitUntil(lambda: counter.fact("as_of").startswith("As of "), timeout=15_000)
        assert counter.accounts()[0].available == "1,000.00 EGP"


# Any form of the table


class Recorder(DeskForm):
    """Writes down what the page asks of a form."""

    made: list[Recorder] = []  # noqa: RUF012 (each test begins with none)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.calls: list[tuple[object, ...]] = []
        self.is_waiting = False
        self.edit = QLineEdit()
        self.edit.setObjectName("counter.recorder")
        column = QVBoxLayout(self)
        column.addWidget(self.edit)
        Recorder.made.append(self)

    @property
    def title(self) -> str:
        return "Recorder"

    @property
    def awaits_outcome(self) -> bool:
        return self.is_waiting

    def begin(
        self,
        customer: CustomerIdentity,
        accounts: tuple[CustomerAccount, ...],
        account_id: UUID | None,
    ) -> None:
        self.calls.append(("begin", customer.full_name, len(accounts), account_id))
        self.edit.clear()
        self.edit.setFocus()

    def refresh(self, accounts: tuple[CustomerAccount, ...]) -> None:
        self.calls.append(("refresh", accounts[0].account.available.amount))


@pytest.fixture
def recorder(monkeypatch: pytest.MonkeyPatch) -> None:
    def make(services: Services, preferences: Preferences, parent: QWidget | None) -> DeskForm:
        del services, preferences
        return Recorder(parent)

    Recorder.made.clear()
    tellers = frozenset({Role.TELLER})
    entries = (
        DeskEntry("recorder", "Recorder", "plus", tellers, Action.NOTES, make),
        DeskEntry("other", "Other", "plus", frozenset({Role.AUDITOR}), None, make),
    )
    monkeypatch.setattr(desk_table, "DESKS", entries)


@pytest.mark.usefixtures("recorder")
def test_a_form_is_made_once_and_told_whom_it_is_about(
    qtbot: QtBot, counter: CounterPage, at_counter: MainWindow, desk: Desk
) -> None:
    counter.open_customer("salma")
    assert counter.desks() == ["recorder"]
    counter.key(Qt.Key.Key_F9)
    (form,) = Recorder.made
    assert form.calls == [("begin", "Salma Hassan", 1, desk.salma.account_id)]
    assert counter.focus() == "counter.recorder"
    desk.transfer("100")
    form.done.emit()
    qtbot.waitUntil(lambda: len(form.calls) > 1)
    assert str(form.calls[-1][1]) == "899.50"
    form.closed.emit()
    assert counter.panel_title() == ""
    counter.do("recorder")
    assert len(Recorder.made) == 1
    assert form.calls[-1][0] == "begin"


@pytest.mark.usefixtures("recorder")
def test_a_form_that_awaits_an_outcome_is_not_begun_again_nor_left(
    counter: CounterPage, at_counter: MainWindow
) -> None:
    counter.open_customer("salma")
    counter.do("recorder")
    (form,) = Recorder.made
    form.is_waiting = True
    counter.key(Qt.Key.Key_Escape)
    counter.do("recorder")
    assert [each[0] for each in form.calls].count("begin") == 1
    screen = at_counter.current_screen
    assert screen is not None
    assert screen.awaits_outcome
    counter.find("karim")
    counter.wait_for_names("Karim Samir")
    counter.choose("Karim Samir")
    assert not counter.is_asking()
    assert counter.fact("name") == "Salma Hassan"


@pytest.mark.usefixtures("recorder")
@pytest.mark.parametrize("signal", ["customer_closed", "session_ended"])
def test_a_form_tells_what_ends_it(qtbot: QtBot, counter: CounterPage, signal: str) -> None:
    counter.open_customer("salma")
    counter.do("recorder")
    (form,) = Recorder.made
    getattr(form, signal).emit()
    if signal == "customer_closed":
        qtbot.waitUntil(counter.is_asking)
    else:
        root = form.window()
        qtbot.waitUntil(lambda: find(root, QLineEdit, "login.email").isVisible())


@pytest.mark.parametrize("role", [Role.TELLER, Role.SUPERVISOR, Role.AUDITOR])
def test_everybody_at_the_counter_reads_notes_and_statements(role: Role) -> None:
    names = [desk.name for desk in desk_table.desks_for(frozenset({role}))]
    assert {"statement", "notes"} <= set(names)
    assert desk_table.desks_for(frozenset({Role.CUSTOMER})) == ()


def test_no_two_desks_have_one_name_or_key() -> None:
    names = [desk.name for desk in desk_table.DESKS]
    keys = [desk.action for desk in desk_table.DESKS if desk.action is not None]
    assert len(set(names)) == len(names)
    assert len(set(keys)) == len(keys)


def test_the_model_of_accounts_is_a_sound_one(bank: Bank, desk: Desk, services: Services) -> None:
    services.identity.sign_in(email="teller@demo.eg", password=PASSWORD)
    services.customers.open(user_id=desk.salma.user_id, reason="a test")
    accounts = services.customers.accounts(user_id=desk.salma.user_id)
    owner = QObject()
    model = AccountsModel(owner)
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    tester = QAbstractItemModelTester(model, mode)
    assert tester.model() is model
    model.show_accounts(accounts)
    assert model.index(0, 1).data(Qt.ItemDataRole.EditRole) == desk.salma.iban
    assert model.row_of(desk.salma.account_id) == 0
    assert model.row_of(uuid4()) == -1
    assert bank.balance(desk.salma.account_id) == model.index(0, 3).data(Qt.ItemDataRole.EditRole)
