"""The history component, as somebody uses it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableView, QWidget

from tests.pages.finding import PATIENCE_MS, find, plain

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@dataclass(frozen=True)
class Row:
    """One row as it is read."""

    when: str
    what: str
    amount: str
    balance: str


class HistoryPage:
    """`prefix` is the host's, such as ``customer.``."""

    def __init__(self, qtbot: QtBot, root: QWidget, prefix: str = "") -> None:
        self._qtbot = qtbot
        self._root = root
        self._prefix = prefix

    @property
    def table(self) -> QTableView:
        """The table itself."""
        return find(self._root, QTableView, f"{self._prefix}history.table")

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

    def scroll_to_end(self) -> None:
        """Scroll as far down as rows are loaded."""
        bar = self.table.verticalScrollBar()
        bar.setValue(bar.maximum())
