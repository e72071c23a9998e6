"""Finding a customer: as somebody types, by key, from any screen."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QAbstractItemModelTester

from services.errors import Unavailable
from services.values.customers import MOST_FOUND, FoundCustomer
from services.values.people import Role
from tests.bank import PASSWORD
from tests.pages.login import LoginPage
from tests.ui.cutting import no_connections
from ui.screens.counter.finder import Finder
from ui.screens.counter.results_list import ResultsModel
from ui.shell import screen_table

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.bank import Bank
    from tests.conftest import Server
    from tests.database.desk import Desk
    from tests.pages.counter import CounterPage
    from tests.pages.window import WindowPage
    from ui.main_window import MainWindow

_CTRL = Qt.KeyboardModifier.ControlModifier


def test_whoever_fits_is_listed_as_somebody_types(counter: CounterPage, bank: Bank) -> None:
    bank.add_customer("Salma Adel", "adel@demo.eg", account_name=None)
    assert counter.head() == "Find a customer"
    counter.find("s")
    assert counter.names() == []
    counter.find("sal")
    counter.wait_for_names("Salma Adel", "Salma Hassan")
    assert counter.head().startswith("2 customer")
    assert [row.partition("(")[0] for row in counter.rows()] == [
        "Salma Adel, 1 account",
        "Salma Hassan, 1 account",
    ]
    counter.find("hass sal")
    counter.wait_for_names("Salma Hassan")
    counter.find("zebra")
    counter.wait_for_head("Nobody found")
    counter.find("")
    counter.wait_for_head("Find a customer")


@pytest.mark.parametrize("way", ["email", "iban", "address"])
def test_an_email_iban_or_address_finds_its_owner(
    counter: CounterPage, desk: Desk, way: str
) -> None:
    counter.find(getattr(desk.salma, way))
    counter.wait_for_names("Salma Hassan")
    told = "Found by email" if way == "email" else "1 account"
    (row,) = counter.rows()
    assert row.startswith(f"Salma Hassan, {told}")


def test_the_keyboard_alone_leads_from_any_screen_to_an_open_customer(
    counter: CounterPage, page: WindowPage
) -> None:
    page.go_to("settings")
    counter.key(Qt.Key.Key_K, _CTRL)
    page.wait_for_screen("counter")
    assert counter.focus() == "counter.search"
    counter.type("salma")
    # The answer is not there yet: it is opened with it.
    counter.key(Qt.Key.Key_Return)
    assert counter.wait_for_question() == "Salma Hassan"
    counter.wait_for_focus("counter.reason.1")
    counter.key(Qt.Key.Key_4)
    counter.wait_until_open()
    assert "Question about an account" in counter.fact("opened")
    counter.wait_for_focus("counter.accounts")


def test_ctrl_k_begins_a_new_search_where_somebody_is_open(counter: CounterPage) -> None:
    counter.open_customer("salma")
    counter.key(Qt.Key.Key_K, _CTRL)
    assert counter.focus() == "counter.search"
    assert counter.search.selectedText() == "salma"
    counter.type("kar")
    counter.wait_for_names("Karim Samir")
    assert counter.fact("name") == "Salma Hassan", "she stays until another one is chosen"


def test_of_several_none_is_opened_before_one_is_chosen(counter: CounterPage, bank: Bank) -> None:
    bank.add_customer("Salma Adel", "adel@demo.eg")
    counter.find("salma")
    counter.wait_for_names("Salma Adel", "Salma Hassan")
    counter.search.setFocus()
    counter.key(Qt.Key.Key_Return)
    assert counter.focus() == "counter.results"
    assert not counter.is_asking()
    counter.key(Qt.Key.Key_Up)
    assert counter.focus() == "counter.search"
    counter.key(Qt.Key.Key_Down)
    counter.key(Qt.Key.Key_Down)
    counter.key(Qt.Key.Key_Return)
    assert counter.wait_for_question() == "Salma Hassan"


@pytest.mark.parametrize("role", Role)
def test_only_who_may_open_customers_has_the_key(
    qtbot: QtBot, window: MainWindow, bank: Bank, page: WindowPage, role: Role
) -> None:
    if role is Role.CUSTOMER:
        bank.add_customer()
    else:
        bank.add_staff("Somebody", "salma@demo.eg", role.value)
    window.attach(bank.services())
    LoginPage(qtbot, window).sign_in("salma@demo.eg", PASSWORD)
    first = screen_table.entries_for(frozenset({role}))[0].name
    page.wait_for_screen(first)
    action = window.findChild(QAction, "action.find_customer")
    assert action is not None
    assert action.isEnabled() is (first == "counter")


def test_a_bank_that_is_away_says_so_and_is_asked_again(
    counter: CounterPage, bank: Bank, server: Server
) -> None:
    with no_connections(server, bank.payment_url):
        counter.find("salma")
        counter.wait_for_head("The search failed")
        assert counter.names() == []
    counter.retry()
    counter.wait_for_names("Salma Hassan")


# The finder by itself


class Bankers:
    """Answers searches when a test lets it."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.gates: dict[str, threading.Event] = {}

    def find(self, *, text: str) -> tuple[FoundCustomer, ...]:
        self.asked.append(text)
        assert self.gates.setdefault(text, threading.Event()).wait(10)
        if text == "broken":
            raise Unavailable("server_unreachable")
        return (FoundCustomer(uuid4(), text, 1),)

    def answer(self, text: str) -> None:
        self.gates.setdefault(text, threading.Event()).set()


@pytest.fixture
def bankers() -> Bankers:
    return Bankers()


def _names(emitted: list[Any]) -> list[str]:
    return [each.full_name for found in emitted for each in found]


def test_an_older_answer_never_replaces_a_newer_one(qtbot: QtBot, bankers: Bankers) -> None:
    owner = QObject()
    finder = Finder(bankers.find, owner)
    told: list[Any] = []
    finder.found.connect(told.append)
    finder.seek("older")
    finder.ask()
    qtbot.waitUntil(lambda: bankers.asked == ["older"])
    finder.seek("newer")
    finder.ask()
    qtbot.waitUntil(lambda: bankers.asked == ["older", "newer"])
    bankers.answer("newer")
    qtbot.waitUntil(lambda: _names(told) == ["newer"])
    bankers.answer("older")
    finder.seek("last")
    bankers.answer("last")
    qtbot.waitUntil(lambda: _names(told) == ["newer", "last"])
    assert not finder.is_waiting


def test_typing_on_asks_once(qtbot: QtBot, bankers: Bankers) -> None:
    owner = QObject()
    finder = Finder(bankers.find, owner)
    for typed in ("s", "sa", "sal", "salm", "salma", " salma "):
        finder.seek(typed)
    bankers.answer("salma")
    with qtbot.waitSignal(finder.found):
        pass
    assert bankers.asked == ["salma"]


def test_what_is_slow_says_so_and_a_failure_ends_it(qtbot: QtBot, bankers: Bankers) -> None:
    owner = QObject()
    finder = Finder(bankers.find, owner)
    with qtbot.waitSignal(finder.slow):
        finder.seek("broken")
    bankers.answer("broken")
    with qtbot.waitSignal(finder.failed) as failed:
        pass
    assert failed.args[0].code == "server_unreachable"
    with qtbot.waitSignal(finder.forgotten):
        finder.seek("b")


def test_the_model_of_results_is_a_sound_one(qtbot: QtBot) -> None:
    del qtbot
    model = ResultsModel()
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    tester = QAbstractItemModelTester(model, mode)
    assert tester.model() is model
    model.show_found(
        tuple(FoundCustomer(uuid4(), f"Salma {n}", n or None) for n in range(MOST_FOUND))
    )
    assert model.row_of(model.found[7].user_id) == 7
    assert model.row_of(uuid4()) == -1
    model.show_found(())
