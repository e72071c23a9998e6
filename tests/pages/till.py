"""The till screen, as a teller uses it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QLabel,
    QLineEdit,
    QTableView,
    QWidget,
)

from services.values.tills import DENOMINATIONS
from tests.pages.finding import PATIENCE_MS, find, plain, press, type_into, wait_for
from ui.widgets.banner import Banner

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pytestqt.qtbot import QtBot


class TillPage:
    """Each of its pages in turn: opening, the desk, the count, what it came to, and closed."""

    def __init__(self, qtbot: QtBot, root: QWidget) -> None:
        self._qtbot = qtbot
        self._root = root

    def wait_for(self, name: str) -> None:
        """Wait until a control is on screen."""
        wait_for(self._qtbot, self._root, name)

    def shows(self, name: str) -> bool:
        """Tell whether a control is on screen."""
        return any(each.isVisible() for each in self._root.findChildren(QWidget, name))

    def press(self, name: str) -> None:
        """Press a button by its name."""
        press(self._root, name)

    def can_press(self, name: str) -> bool:
        """Tell whether a button is there and can be pressed."""
        return self.shows(name) and find(self._root, QAbstractButton, name).isEnabled()

    def text(self, name: str) -> str:
        """Return what a label says."""
        return plain(find(self._root, QLabel, name).text())

    def said(self, name: str) -> str:
        """Return what something is called for whoever hears it; empty where it is not shown."""
        return plain(find(self._root, QWidget, name).accessibleName()) if self.shows(name) else ""

    def banner(self, name: str) -> str:
        """Return all that a banner says."""
        return plain(find(self._root, Banner, name).text)

    # Opening

    def open(self, amount: str, currency: str = "EGP") -> None:
        """Open a till with a float, and wait for its drawer."""
        self.try_to_open(amount, currency)
        self.wait_for("till.drawer")

    def try_to_open(self, amount: str, currency: str = "EGP") -> None:
        """Fill in the form and press its button."""
        self.wait_for("till.float")
        press(self._root, f"till.currency.{currency}")
        type_into(self._root, "till.float", amount)
        press(self._root, "till.open")

    # The desk

    def drawer(self) -> str:
        """Return what is in the drawer."""
        return self.text("till.drawer")

    def wait_for_drawer(self, amount: str) -> None:
        """Wait until this much is in it."""
        self._qtbot.waitUntil(
            lambda: self.shows("till.drawer") and self.drawer() == amount, timeout=PATIENCE_MS
        )

    def figure(self, key: str) -> str:
        """Return a figure of the day: ``float``, ``cash_in``, ``cash_out``, ``to_vault`` …"""
        return self.text(f"till.figures.{key}")

    def move(self, amount: str, direction: str = "to") -> None:
        """Move cash ``to`` or ``from`` the vault."""
        press(self._root, f"till.vault.{direction}")
        type_into(self._root, "till.vault_amount", amount)
        press(self._root, "till.vault_move")

    @property
    def slips(self) -> QTableView:
        """The table of slips."""
        return find(self._root, QTableView, "till.slips")

    def rows(self) -> list[tuple[str, ...]]:
        """Return the cells of each row, as they are read out."""
        if not self.shows("till.slips"):
            return []
        model, role = self.slips.model(), Qt.ItemDataRole.AccessibleTextRole
        return [
            tuple(str(model.index(row, c).data(role)) for c in range(model.columnCount()))
            for row in range(model.rowCount())
        ]

    def wait_for_rows(self, count: int) -> None:
        """Wait until so many slips are listed."""
        self._qtbot.waitUntil(lambda: len(self.rows()) == count, timeout=PATIENCE_MS)

    def open_slip(self, row: int) -> None:
        """Go to a row by key and press Enter."""
        self.slips.setFocus()
        self.slips.setCurrentIndex(self.slips.model().index(row, 0))
        QTest.keyClick(self.slips, Qt.Key.Key_Return)
        self.wait_for("till.slip.details")

    def fact(self, key: str) -> str:
        """Return a value of the slip that is shown."""
        return self.text(f"till.slip.{key}")

    # Counting

    def begin_count(self) -> None:
        """Press "Count and close", and wait for the first line."""
        press(self._root, "till.count")
        self.wait_for("till.count.1")

    def field(self, number: int) -> QLineEdit:
        """Return the field of a line of the count, numbered from 1."""
        return find(self._root, QLineEdit, f"till.count.{number}")

    def type_counts(self, counts: Mapping[str, int], currency: str = "EGP") -> None:
        """Type how many there are of each denomination."""
        lines = [f"{each:f}" for each in DENOMINATIONS[currency]]
        for denomination, pieces in counts.items():
            number = lines.index(denomination) + 1
            type_into(self._root, f"till.count.{number}", str(pieces))

    def total(self) -> str:
        """Return what is counted so far."""
        return self.text("till.count_total")

    def confirm_count(self) -> None:
        """Press the button below the count, and yes in the question that comes."""
        press(self._root, "till.count_confirm")
        self.answer()

    def question(self) -> str:
        """Wait for the question about the count; return all that it says."""
        dialog = wait_for(self._qtbot, self._root, "till.count_question.dialog")
        assert isinstance(dialog, QDialog)
        return "\n".join(plain(each.text()) for each in dialog.findChildren(QLabel))

    def answer(self, answer: str = "yes") -> None:
        """Answer it with ``yes`` or ``cancel``."""
        self.question()
        press(self._root, f"till.count_question.{answer}")
        self._qtbot.waitUntil(
            lambda: not self.shows("till.count_question.dialog"), timeout=PATIENCE_MS
        )

    def count(self, counts: Mapping[str, int], *, purpose: str = "close") -> None:
        """Count the drawer from the desk on, to ``close`` it or to ``hand_over``."""
        self.begin_count()
        press(self._root, f"till.purpose.{purpose}")
        self.type_counts(counts)
        self.confirm_count()

    # What it came to

    def variance(self) -> str:
        """Wait for what a count came to; return what differs, in words."""
        self.wait_for("till.variance")
        return self.said("till.variance")

    def close(self, reason: str = "") -> None:
        """Say why it differs, where that is asked for, and close."""
        if reason:
            type_into(self._root, "till.reason", reason)
        press(self._root, "till.close")
        self.wait_for("till.closed")

    # Taking over

    def begin_take_over(self) -> None:
        """Press "Take over" on the opening page."""
        self.wait_for("till.take_over")
        press(self._root, "till.take_over")
        self.wait_for("till.other.1")

    def offered(self, number: int = 1) -> str:
        """Return what a till is called that waits to be taken over, counted from 1."""
        return plain(find(self._root, QAbstractButton, f"till.other.{number}").text())

    def take_over(self, counts: Mapping[str, int]) -> None:
        """Count what is handed over, and say yes."""
        self.type_counts(counts)
        press(self._root, "till.take_over.take")
        self.answer()


def focus_name() -> str:
    """Return the name of whatever has focus."""
    widget = QApplication.focusWidget()
    return "" if widget is None else widget.objectName()
