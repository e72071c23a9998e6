"""The plot of balance over time, as somebody uses it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from tests.pages.finding import PATIENCE_MS, find, plain, press, wait_for
from ui.components.balance_plot.chart import BalanceChart

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


class BalancePlotPage:
    """`prefix` is the host's, such as ``customer.``."""

    def __init__(self, qtbot: QtBot, root: QWidget, prefix: str = "") -> None:
        self._qtbot = qtbot
        self._root = root
        self._prefix = prefix

    @property
    def chart(self) -> BalanceChart:
        """The plot itself."""
        return find(self._root, BalanceChart, f"{self._prefix}plot.chart")

    @property
    def figures(self) -> list[str]:
        """What is written beside the line, from the lowest on."""
        return self.chart.figures

    @property
    def reading(self) -> str:
        """What is read at the point, such as ``22 Nov, 24,860.40 EGP``; empty without one."""
        return self.chart.reading

    @property
    def spoken(self) -> str:
        """What a screen reader says of the line."""
        return plain(self.chart.accessibleDescription())

    def wait(self) -> None:
        """Wait until there is a line."""
        wait_for(self._qtbot, self._root, f"{self._prefix}plot.chart")

    def wait_for_note(self) -> str:
        """Wait until a sentence stands in its place; return it."""
        wait_for(self._qtbot, self._root, f"{self._prefix}plot.note")
        return plain(find(self._root, QLabel, f"{self._prefix}plot.note").text())

    def wait_for_days(self, count: int) -> None:
        """Wait until the line has so many days."""
        self._qtbot.waitUntil(lambda: len(self.chart.days) == count, timeout=PATIENCE_MS)

    def choose_range(self, days: int) -> None:
        """Choose 30 days, 90 days or a year (365)."""
        press(self._root, f"{self._prefix}plot.range.{days}")

    def toggle_fold(self) -> None:
        """Fold the plot away, or show it again."""
        press(self._root, f"{self._prefix}plot.fold")

    def retry(self) -> None:
        """Press Try again."""
        press(self._root, f"{self._prefix}plot.retry")

    def point_at(self, share: float) -> None:
        """Move the pointer over the line: 0 is its leading end in time, 1 the newest day."""
        chart = self.chart
        QTest.mouseMove(chart, QPoint(round((chart.width() - 1) * share), chart.height() // 2))
