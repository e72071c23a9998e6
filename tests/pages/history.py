"""The history component, as somebody uses it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QTableView, QWidget

from tests.pages.finding import PATIENCE_MS, find, plain, press, type_into, wait_for
from ui.widgets.drawer import Drawer

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from pytestqt.qtbot import QtBot


@dataclass(frozen=True)
class Row:
    """One row as it is read."""

    when: str
    what: str
    amount: str
    balance: str


class HistoryPage:
    """`prefix` is the host's, such as ``customer.``; `root` is the window, over which the drawer opens."""

    def __init__(self, qtbot: QtBot, root: QWidget, prefix: str = "") -> None:
        self._qtbot = qtbot
        self._root = root
        self._prefix = prefix

    @property
    def table(self) -> QTableView:
        """The table itself."""
        return find(self._root, QTableView, self._name("table"))

    def rows(self) -> list[Row]:
        """Return the rows that are loaded so far."""
        model = self.table.model()
        return [
            Row(*(plain(model.index(row, column).data()) for column in range(4)))
            for row in range(model.rowCount())
        ]

    def spoken(self, row: int) -> list[str]:
        """Return what a screen reader says of a row's cells."""
        model = self.table.model()
        role = Qt.ItemDataRole.AccessibleTextRole
        return [model.index(row, column).data(role) for column in range(4)]

    def wait_for_rows(self, at_least: int = 1) -> None:
        """Wait until so many rows are there."""
        self._qtbot.waitUntil(
            lambda: self.table.model().rowCount() >= at_least, timeout=PATIENCE_MS
        )

    def wait_for_row_count(self, count: int) -> None:
        """Wait until there are so many rows and no more."""
        self._qtbot.waitUntil(lambda: self.table.model().rowCount() == count, timeout=PATIENCE_MS)

    def scroll_to_end(self) -> None:
        """Scroll as far down as rows are loaded."""
        bar = self.table.verticalScrollBar()
        bar.setValue(bar.maximum())

    # The filter

    @property
    def search(self) -> QLineEdit:
        """The field for words."""
        return find(self._root, QLineEdit, self._name("search"))

    def type_search(self, text: str) -> None:
        """Type words to look for."""
        type_into(self._root, self._name("search"), text)

    def choose_direction(self, direction: str) -> None:
        """Press ``all``, ``in``, ``out`` or ``not_made``."""
        press(self._root, self._name(f"direction.{direction}"))

    def open_dates(self) -> QWidget:
        """Open the choice of dates."""
        press(self._root, self._name("dates"))
        return wait_for(self._qtbot, self._root, self._name("dates.popup"))

    def choose_period(self, name: str) -> None:
        """Choose a usual period: ``all``, ``today``, ``week``, ``month``, ``last_month``, ``year`` …"""
        self.open_dates()
        press(self._root, self._name(f"dates.popup.{name}"))

    def choose_days(self, start: str, end: str) -> None:
        """Type the first and the last day, such as ``22/11/2026``; empty for none."""
        self.open_dates()
        type_into(self._root, self._name("dates.popup.from"), start)
        type_into(self._root, self._name("dates.popup.to"), end)
        press(self._root, self._name("dates.popup.show"))

    def wait_for_no_match(self) -> str:
        """Wait until nothing matches; return what is said about it."""
        return wait_for(self._qtbot, self._root, self._name("no_match")).accessibleName()

    def clear_filter(self) -> None:
        """Press what stands where nothing matches."""
        press(self._root, self._name("clear_filter"))

    def hidden_waiting(self) -> str:
        """Return what is said of payments that wait and that the filter hides; empty without."""
        note = find(self._root, QLabel, self._name("hidden"))
        return plain(note.text()) if note.isVisible() else ""

    # One payment

    def click_row(self, row: int, column: int = 1) -> None:
        """Click on a row."""
        QTest.mouseClick(
            self.table.viewport(), Qt.MouseButton.LeftButton, pos=self._middle(row, column)
        )

    def open_details(self, row: int) -> QWidget:
        """Click on a row and wait for its drawer."""
        self.click_row(row)
        return self.details()

    def details(self) -> QWidget:
        """Wait for the drawer to be there and to stand still."""
        drawer = wait_for(self._qtbot, self._root, self._name("details"))
        assert isinstance(drawer, Drawer)
        self._qtbot.waitUntil(lambda: not drawer.is_sliding)
        return drawer

    def fact(self, key: str) -> str:
        """Return what the drawer says: ``amount``, ``who``, ``note``, ``fee``, ``total``, ``reason`` …"""
        return plain(find(self.details(), QLabel, self._name(f"details.{key}")).text())

    def facts(self) -> set[str]:
        """Return the names of all that the drawer tells."""
        prefix = self._name("details.")
        named = (each.objectName() for each in self.details().findChildren(QLabel))
        return {each.removeprefix(prefix) for each in named if each.startswith(prefix)}

    def close_details(self) -> None:
        """Press the drawer's cross."""
        press(self._root, self._name("details.close"))

    def is_open(self) -> bool:
        """Tell whether the drawer is shown."""
        drawer = self._root.findChild(QWidget, self._name("details"))
        return drawer is not None and drawer.isVisible()

    def send_again(self) -> None:
        """Press the drawer's button."""
        press(self._root, self._name("details.again"))

    def copy_cell(self, row: int, column: int) -> str:
        """Press Ctrl+C on a cell; return the clipboard."""
        table = self.table
        table.setCurrentIndex(table.model().index(row, column))
        QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
        return QGuiApplication.clipboard().text()

    def choose_from_menu(self, row: int, column: int, words: str) -> None:
        """Choose from a cell's menu."""
        table = self.table
        table.setCurrentIndex(table.model().index(row, column))
        # What the menu key becomes on its way from the window system.
        place = self._middle(row, column)
        reason = QContextMenuEvent.Reason.Keyboard
        QApplication.sendEvent(
            table, QContextMenuEvent(reason, place, table.viewport().mapToGlobal(place))
        )
        # One that was closed before goes a moment later.
        shown = self._root.findChildren(QMenu, self._name("menu"))
        (menu,) = [each for each in shown if each.isVisible()]
        (chosen,) = [each for each in menu.actions() if each.text().replace("&", "") == words]
        menu.close()
        chosen.trigger()

    def _middle(self, row: int, column: int) -> QPoint:
        table = self.table
        return table.visualRect(table.model().index(row, column)).center()

    def _name(self, name: str) -> str:
        return f"{self._prefix}history.{name}"
