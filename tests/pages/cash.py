"""A form at the counter: cash in, cash out or a transfer, and what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QWidget

from tests.pages.finding import PATIENCE_MS, find, plain, press, type_into, wait_for
from ui.components.cash.armed import Armed
from ui.widgets.banner import Banner
from ui.widgets.inline_error import InlineError

if TYPE_CHECKING:
    from PySide6.QtCore import Qt
    from pytestqt.qtbot import QtBot


class CashPage:
    """Whatever form is shown below `root`, which may be the whole window."""

    def __init__(self, qtbot: QtBot, root: QWidget) -> None:
        self._qtbot = qtbot
        self._root = root

    # Writing

    def type_payee(self, payee: str) -> None:
        """Type whom a transfer goes to, and wait until the bank knows."""
        type_into(self._root, "cash.to", payee)
        wait_for(self._qtbot, self._root, "cash.payee")

    def type_amount(self, amount: str) -> None:
        """Type an amount."""
        type_into(self._root, "cash.amount", amount)

    def identify(self, how: str = "National ID seen") -> None:
        """Choose or type how the customer is known."""
        find(self._root, QComboBox, "cash.identification").setEditText(how)

    def type_note(self, note: str) -> None:
        """Type a note."""
        type_into(self._root, "cash.note", note)

    def fill(self, amount: str, *, how: str = "National ID seen", note: str = "") -> None:
        """Fill in what cash needs."""
        self.type_amount(amount)
        self.identify(how)
        self.type_note(note)

    def send(self) -> None:
        """Press the button."""
        press(self._root, "cash.send")

    def text(self, field: str) -> str:
        """Return what stands in ``amount``, ``note`` or ``to``."""
        return find(self._root, QLineEdit, f"cash.{field}").text()

    # What became of it

    def outcome(self) -> str:
        """Return ``made``, ``checking``, ``refused``, ``not_made``, ``no_till``, or nothing."""
        return str(find(self._root, QWidget, "cash.outcome").property("outcome"))

    def wait_for_outcome(self, outcome: str) -> None:
        """Wait for one of these."""
        self._qtbot.waitUntil(lambda: self.outcome() == outcome, timeout=PATIENCE_MS)

    def said(self) -> str:
        """Return what the banners say that are shown, one after the other."""
        shown = [each for each in self._root.findChildren(Banner) if each.isVisible()]
        return plain("\n".join(each.text for each in shown))

    def error(self, field: str) -> str:
        """Return what is said to be wrong with a field; empty for nothing."""
        shown = find(self._root, InlineError, f"cash.{field}.error")
        return plain(shown.text) if shown.isVisible() else ""

    def wait_for_error(self, field: str) -> str:
        """Wait until something is said to be wrong with a field; return it."""
        self._qtbot.waitUntil(lambda: self.error(field) != "", timeout=PATIENCE_MS)
        return self.error(field)

    # The receipt

    def receipt(self, key: str = "number") -> str:
        """Return ``number``, ``what``, ``customer``, ``drawer``, ``fee`` … of the receipt that is shown."""
        label = find(self._root, QLabel, f"cash.receipt.{key}")
        assert label.isVisible(), f"the receipt shows no {key}"
        return plain(label.text())

    def wait_until_heard(self) -> None:
        """Wait until Enter begins the next one: just after an answer it does not."""

        def is_heard() -> bool:
            return not any(each.is_deaf for each in self._root.findChildren(Armed))

        self._qtbot.waitUntil(is_heard, timeout=PATIENCE_MS)

    def press(self, name: str) -> None:
        """Press a button by the end of its name, such as ``receipt.print``."""
        press(self._root, f"cash.{name}")

    # What waits for approval

    def waiting(self) -> list[str]:
        """Return how everything stands that was sent for approval."""
        panels = self._root.findChildren(QWidget, "cash.waiting")
        return [str(each.property("outcome")) for each in panels if each.isVisible()]

    def wait_for_waiting(self, *outcomes: str) -> None:
        """Wait until what was sent for approval stands so."""
        self._qtbot.waitUntil(lambda: self.waiting() == list(outcomes), timeout=PATIENCE_MS)

    # The correction

    def correct(self, reason: str) -> None:
        """Take back what the receipt is about."""
        press(self._root, "cash.receipt.correct")
        dialog = wait_for(self._qtbot, self._root, "cash.correct.dialog")
        type_into(dialog, "cash.correct.reason", reason)
        press(dialog, "cash.correct.send")


def press_key(key: Qt.Key) -> None:
    """Press a key wherever focus is."""
    focused = QApplication.focusWidget()
    assert focused is not None, "nothing has focus"
    QTest.keyClick(focused, key)
