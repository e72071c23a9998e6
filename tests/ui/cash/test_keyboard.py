"""Cash in from an opened customer's page by keyboard alone, and how many keys that takes."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.pages.cash import CashPage, press_key
from tests.pages.finding import PATIENCE_MS
from ui.components.cash import armed

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.database.counter import Counter
    from tests.ui.cash.hosting import Host

#: The design's bound for a full cash-in, beside what is typed.
MOST_KEYS = 8


class Keyboard:
    """Presses keys where focus is and counts them; digits of an amount are no keys but what is typed."""

    def __init__(self) -> None:
        self.pressed = 0

    def press(self, *keys: Qt.Key) -> None:
        """Press these, one after the other."""
        for key in keys:
            press_key(key)
            self.pressed += 1

    @staticmethod
    def type(text: str) -> None:
        """Type digits and letters that the teller was told."""
        for each in text:
            press_key(Qt.Key(ord(each.upper())))


def test_a_full_cash_in_takes_at_most_eight_keys_beside_the_amount(
    host: Host, page: CashPage, counter: Counter, qtbot: QtBot
) -> None:
    keys = Keyboard()
    key = Qt.Key
    keys.press(key.Key_F2)
    keys.type("2500.50")
    keys.press(key.Key_Return, key.Key_Down, key.Key_Return, key.Key_Return)
    page.wait_for_outcome("made")
    assert page.receipt("what") == "2,500.50 EGP paid in"
    assert QApplication.activeModalWidget() is None
    # The next customer stands there already: Enter, and the amount can be typed.
    page.wait_until_heard()
    keys.press(key.Key_Return)
    qtbot.waitUntil(lambda: page.outcome() == "", timeout=PATIENCE_MS)
    assert host.window().focusWidget() is host.form.fields.amount_edit
    assert page.text("amount") == ""
    assert keys.pressed <= MOST_KEYS
    assert counter.balance(counter.salma.account_id) == Decimal("3500.50")
    assert counter.drawer() == Decimal("7500.50")
    ((identification,),) = counter.ask("SELECT identification FROM cash_slips")
    assert identification == "National ID seen"


@pytest.mark.usefixtures("host")
def test_a_transfer_by_keyboard_alone(page: CashPage, counter: Counter) -> None:
    keys = Keyboard()
    key = Qt.Key
    keys.press(key.Key_F4)
    page.type_payee("karim@instapay")
    keys.press(key.Key_Return)
    keys.type("100")
    keys.press(key.Key_Return)
    keys.type("seen")
    keys.press(key.Key_Return, key.Key_Return)
    page.wait_for_outcome("made")
    assert page.receipt("fee") == "0.50 EGP"
    assert page.receipt("payee") == "Karim S••••"
    assert keys.pressed <= MOST_KEYS
    assert counter.balance(counter.karim.account_id) == 100


@pytest.fixture
def slowly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have one more Enter come too soon, however slow the machine is; asked for before the form."""
    monkeypatch.setattr(armed, "ARMED_AFTER_MS", 60_000)


def test_double_enter_sends_once_and_leaves_the_receipt_in_view(
    slowly: None, host: Host, page: CashPage, counter: Counter
) -> None:
    host.serve(Qt.Key.Key_F2)
    page.fill("10")
    host.form.fields.note_field.edit.setFocus()
    for _ in range(3):
        press_key(Qt.Key.Key_Return)
    page.wait_for_outcome("made")
    press_key(Qt.Key.Key_Return)
    assert page.outcome() == "made"
    assert counter.balance(counter.salma.account_id) == 1010


def test_enter_in_a_wrong_field_stays_there_and_says_why(
    host: Host, page: CashPage, counter: Counter
) -> None:
    keys = Keyboard()
    keys.press(Qt.Key.Key_F2)
    keys.press(Qt.Key.Key_Return)
    assert page.error("amount") == "Please type an amount."
    keys.type("10")
    keys.press(Qt.Key.Key_Return, Qt.Key.Key_Return)
    assert page.error("identification").startswith("Please say how you know who this is")
    assert host.window().focusWidget() is host.form.fields.identification
    assert counter.ask("SELECT 1 FROM cash_slips") == []


def test_the_correction_is_one_dialog_by_keyboard(
    host: Host, page: CashPage, counter: Counter, qtbot: QtBot
) -> None:
    host.serve(Qt.Key.Key_F2)
    page.fill("100")
    page.send()
    page.wait_for_outcome("made")
    page.press("receipt.correct")
    qtbot.waitUntil(lambda: _focused() == "cash.correct.reason", timeout=PATIENCE_MS)
    press_key(Qt.Key.Key_Return)
    Keyboard.type("typo")
    press_key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.receipt("what") == "100.00 EGP taken back", timeout=PATIENCE_MS)
    assert page.receipt("original").endswith("-0001")
    assert page.receipt("number").endswith("-0002")
    assert counter.balance(counter.salma.account_id) == 1000
    assert host.heard == ["done", "done"]
    counter.check_books()


def _focused() -> str:
    """Return the name of what has focus."""
    focused = QApplication.focusWidget()
    return "" if focused is None else focused.objectName()
