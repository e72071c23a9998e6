"""The counter, as somebody uses it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QTableView,
    QWidget,
)

from tests.pages.finding import PATIENCE_MS, find, plain, press, type_into, wait_for
from tests.pages.history import HistoryPage
from ui.widgets.badge import Badge

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@dataclass(frozen=True)
class AccountRow:
    """One account as it is read; `spoken` is what a screen reader says of its name and state."""

    name: str
    iban: str
    held: str
    available: str
    spoken: str


class CounterPage:
    """`root` is the window, or the screen alone.

    Attributes:
        history: of the chosen account.

    """

    def __init__(self, qtbot: QtBot, root: QWidget) -> None:
        self._qtbot = qtbot
        self._root = root
        self.history = HistoryPage(qtbot, root, "customer.")

    # Keys

    def key(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """Press a key as a keyboard does: through the window, to whatever has focus."""
        handle = self._root.window().windowHandle()
        assert handle is not None
        QTest.keyClick(handle, key, modifier)

    def type(self, text: str) -> None:
        """Type letters and digits wherever focus is."""
        for character in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                focused = QApplication.focusWidget()
                assert focused is not None
                key = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, character)
                QApplication.sendEvent(focused, key)

    def focus(self) -> str:
        """Return the name of what has focus."""
        focused = QApplication.focusWidget()
        return focused.objectName() if focused is not None else ""

    def wait_for_focus(self, name: str) -> None:
        """Wait until that has focus."""
        self._qtbot.waitUntil(lambda: self.focus() == name, timeout=PATIENCE_MS)

    # The search

    @property
    def search(self) -> QLineEdit:
        """The field."""
        return find(self._root, QLineEdit, "counter.search")

    @property
    def results(self) -> QListView:
        """The list of whom it found."""
        return find(self._root, QListView, "counter.results")

    def find(self, text: str) -> None:
        """Type into the search."""
        type_into(self._root, "counter.search", text)

    def names(self) -> list[str]:
        """Return the names that were found."""
        model = self.results.model()
        return [plain(model.index(row, 0).data()) for row in range(model.rowCount())]

    def rows(self) -> list[str]:
        """Return what was found, as it is read out."""
        model, role = self.results.model(), Qt.ItemDataRole.AccessibleTextRole
        return [str(model.index(row, 0).data(role)) for row in range(model.rowCount())]

    def head(self) -> str:
        """Return what stands above the list."""
        return plain(find(self._root, QLabel, "counter.found").text())

    def wait_for_names(self, *expected: str) -> None:
        """Wait until these are found."""
        self._qtbot.waitUntil(lambda: self.names() == list(expected), timeout=PATIENCE_MS)

    def wait_for_head(self, words: str) -> None:
        """Wait until that stands above the list."""
        self._qtbot.waitUntil(lambda: self.head() == words, timeout=PATIENCE_MS)

    def retry(self) -> None:
        """Have a search that failed asked again, unless the window has done so by itself."""
        if find(self._root, QAbstractButton, "counter.retry").isVisible():
            press(self._root, "counter.retry")

    def choose(self, name: str) -> None:
        """Click on somebody who was found."""
        view = self.results
        place = view.visualRect(view.model().index(self.names().index(name), 0))
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place.center())

    # Opening

    def wait_for_question(self) -> str:
        """Wait until it is asked why; return about whom."""
        name = wait_for(self._qtbot, self._root, "counter.reason.customer")
        assert isinstance(name, QLabel)
        return plain(name.text())

    def is_asking(self) -> bool:
        """Tell whether it is asked why somebody is opened."""
        return find(self._root, QWidget, "counter.reason").isVisible()

    def is_over(self) -> bool:
        """Tell whether it is said that the time has run out."""
        return find(self._root, QWidget, "counter.reason.over").isVisible()

    def give_reason(self, reason: int | str) -> None:
        """Press a usual reason, by its number, or type another one and press Open."""
        if isinstance(reason, int):
            press(self._root, f"counter.reason.{reason}")
            return
        type_into(self._root, "counter.reason.other", reason)
        press(self._root, "counter.reason.open")

    def reason_error(self) -> str:
        """Wait until it says why somebody was not opened."""
        return plain(wait_for(self._qtbot, self._root, "counter.reason.error").accessibleName())

    def wait_until_open(self) -> None:
        """Wait until the customer's page is there."""
        wait_for(self._qtbot, self._root, "counter.customer.name")

    def is_open(self) -> bool:
        """Tell whether a customer's page is there."""
        return find(self._root, QLabel, "counter.customer.name").isVisible()

    def open_customer(self, text: str, reason: int | str = 1) -> None:
        """Find the only one whom a text means, and open them."""
        self.find(text)
        self._qtbot.waitUntil(lambda: len(self.names()) == 1, timeout=PATIENCE_MS)
        self.choose(self.names()[0])
        self.wait_for_question()
        self.give_reason(reason)
        self.wait_until_open()

    # The page

    def fact(self, key: str) -> str:
        """Return what the page says: ``name``, ``who``, ``opened``, ``as_of``."""
        return plain(find(self._root, QLabel, f"counter.customer.{key}").text())

    def badges(self) -> list[str]:
        """Return the badges beside the name."""
        holder = find(self._root, QWidget, "counter.customer.badges")
        return [
            plain(each.accessibleName()) for each in holder.findChildren(Badge) if each.isVisible()
        ]

    @property
    def table(self) -> QTableView:
        """The table of accounts."""
        return find(self._root, QTableView, "counter.accounts")

    def accounts(self) -> list[AccountRow]:
        """Return all accounts."""
        return [self._account(row) for row in range(self.table.model().rowCount())]

    def _account(self, row: int) -> AccountRow:
        model = self.table.model()
        name, iban, held, available = (plain(model.index(row, n).data()) for n in range(4))
        spoken = str(model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole))
        return AccountRow(name, iban, held, available, plain(spoken))

    def choose_account(self, row: int) -> None:
        """Click on an account."""
        place = self.table.visualRect(self.table.model().index(row, 0))
        QTest.mouseClick(self.table.viewport(), Qt.MouseButton.LeftButton, pos=place.center())

    def do(self, desk: str) -> None:
        """Press a button of the page, such as ``notes``."""
        press(self._root, f"counter.do.{desk}")

    def desks(self) -> list[str]:
        """Return the names of the buttons, in order."""
        prefix = "counter.do."
        found = [
            each for each in self._root.findChildren(QAbstractButton)
            if each.objectName().startswith(prefix)
        ]  # fmt: skip
        return [each.objectName().removeprefix(prefix) for each in found]

    # The panel

    def panel_title(self) -> str:
        """Return what the panel is headed with; empty while it is not shown."""
        title = find(self._root, QLabel, "counter.panel.title")
        return plain(title.text()) if title.isVisible() else ""

    def close_panel(self) -> None:
        """Press the panel's cross."""
        press(self._root, "counter.panel.close")

    def note_edit(self) -> QPlainTextEdit:
        """Return the field for a note."""
        return find(self._root, QPlainTextEdit, "counter.notes.text")

    def notes(self) -> list[str]:
        """Return who wrote each note and what, newest first."""
        holder = self._root.findChild(QWidget, "counter.notes.list")
        assert holder is not None
        shown = [each for each in holder.findChildren(QLabel) if not each.isHidden()]
        return [plain(each.text()) for each in shown]

    def wait_for_notes(self, *texts: str) -> None:
        """Wait until these are the notes."""
        self._qtbot.waitUntil(lambda: self.notes()[1::2] == list(texts), timeout=PATIENCE_MS)
