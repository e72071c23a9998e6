"""The overview as somebody uses it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QTableView, QWidget

from tests.pages.finding import PATIENCE_MS, find, plain, press, type_into, wait_for

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


class OverviewPage:
    """Tills, money, vault and books of a day."""

    def __init__(self, qtbot: QtBot, root: QWidget) -> None:
        self._qtbot = qtbot
        self._root = root

    def table(self, name: str) -> list[list[str]]:
        """Return what ``tills``, ``money`` or ``books`` say, row by row."""
        view = find(self._root, QTableView, f"overview.{name}")
        model = view.model()
        return [
            [plain(str(model.index(row, column).data())) for column in range(model.columnCount())]
            for row in range(model.rowCount())
        ]

    def wait_for_tills(self, count: int) -> None:
        """Wait until so many tills are listed."""
        if not count:
            wait_for(self._qtbot, self._root, "overview.no_tills")
            return
        self._qtbot.waitUntil(lambda: len(self.table("tills")) == count, timeout=PATIENCE_MS)

    def till(self, row: int) -> dict[str, str]:
        """Return a till by what its columns are called."""
        names = (
            "number",
            "teller",
            "state",
            "currency",
            "float",
            "cash_in",
            "cash_out",
            "drawer",
            "variance",
        )
        return dict(zip(names, self.table("tills")[row], strict=True))

    def wait_for_till(self, row: int, **wanted: str) -> None:
        """Wait until a till says that."""

        def says() -> bool:
            return len(self.table("tills")) > row and wanted.items() <= self.till(row).items()

        self._qtbot.waitUntil(says, timeout=PATIENCE_MS)

    def choose_till(self, row: int) -> None:
        """Choose a till by the keyboard."""
        view = find(self._root, QTableView, "overview.tills")
        view.setFocus()
        QTest.keyClick(view, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
        for _ in range(row):
            QTest.keyClick(view, Qt.Key.Key_Down)

    def story(self) -> str:
        """Return what is told of the till that is chosen."""
        return plain(find(self._root, QLabel, "overview.till").text())

    def money(self, row: str) -> tuple[str, str]:
        """Return number and amount of a row, such as ``Cash in``."""
        found = {name: (number, amount) for name, number, amount in self.table("money")}
        return found.get(row, ("", ""))

    def wait_for_money(self, row: str, number: str, amount: str) -> None:
        """Wait until a row says that."""
        self._qtbot.waitUntil(lambda: self.money(row) == (number, amount), timeout=PATIENCE_MS)

    def cash(self, place: str) -> str:
        """Return the cash in the ``vault`` or in all ``drawers``."""
        return plain(find(self._root, QLabel, f"overview.vault.{place}").text())

    def wait_for_cash(self, place: str, amount: str) -> None:
        """Wait until there is so much."""
        self._qtbot.waitUntil(
            lambda: (
                bool(self._root.findChildren(QLabel, f"overview.vault.{place}"))
                and self.cash(place) == amount
            ),
            timeout=PATIENCE_MS,
        )

    def books(self) -> str:
        """Return what the last proof came to, and what the newest payments' entries do."""
        state = find(self._root, QWidget, "overview.books.state")
        checked = find(self._root, QLabel, "overview.books.checked")
        return f"{plain(state.accessibleName())}. {plain(checked.text())}"

    def type_day(self, day: str) -> None:
        """Type a day and press Enter."""
        type_into(self._root, "overview.day", day)
        QTest.keyClick(find(self._root, QLineEdit, "overview.day"), Qt.Key.Key_Return)

    def day(self) -> str:
        """Return which day is shown."""
        return find(self._root, QLineEdit, "overview.day").text()

    def today(self) -> None:
        """Go back to the bank's present day."""
        press(self._root, "overview.today")

    def choose_currency(self, currency: str) -> None:
        """Show another currency, once the page knows that there is one."""
        wait_for(self._qtbot, self._root, f"overview.currency.{currency}")
        press(self._root, f"overview.currency.{currency}")

    def can(self, what: str) -> bool:
        """Tell whether ``accept``, ``accept_now``, ``supply`` or ``supply.book`` can be pressed."""
        made = find(self._root, QAbstractButton, f"overview.{what}")
        return made.isVisible() and made.isEnabled()

    def begin_accept(self) -> None:
        """Ask to accept the variance of the till that is chosen."""
        press(self._root, "overview.accept")

    def accept(self) -> None:
        """Accept it."""
        self.begin_accept()
        press(self._root, "overview.accept_now")

    def open_sheet(self) -> None:
        """Ask for the sheet of the till that is chosen."""
        press(self._root, "overview.sheet")
        wait_for(self._qtbot, self._root, "till.sheet.save")

    def begin_supply(self) -> None:
        """Open the form."""
        wait_for(self._qtbot, self._root, "overview.supply")
        press(self._root, "overview.supply")

    def supply(self, amount: str, reason: str, *, out: bool = False) -> None:
        """Fill the form in and book it."""
        press(self._root, f"overview.supply.way.{'out' if out else 'in'}")
        type_into(self._root, "overview.supply.amount", amount)
        type_into(self._root, "overview.supply.reason", reason)
        press(self._root, "overview.supply.book")

    def error(self, name: str) -> str:
        """Return a sentence: ``day``, ``accept``, ``supply``, ``supply.amount``, ``supply.reason``."""
        shown = find(self._root, QWidget, f"overview.{name}.error")
        return plain(shown.accessibleName()) if shown.isVisible() else ""

    def wait_for_error(self, name: str) -> str:
        """Wait for a sentence; return it."""
        self._qtbot.waitUntil(lambda: bool(self.error(name)), timeout=PATIENCE_MS)
        return self.error(name)
