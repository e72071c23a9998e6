"""The notifications screen, as somebody uses it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView, QMenu, QWidget

from tests.pages.finding import PATIENCE_MS, find, plain, press

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


class NotificationsPage:
    """The list of notices."""

    def __init__(self, qtbot: QtBot, root: QWidget) -> None:
        self._qtbot = qtbot
        self._root = root

    @property
    def view(self) -> QListView:
        """The list itself."""
        return find(self._root, QListView, "notifications.list")

    def sentences(self) -> list[str]:
        """Return what the notices say, the newest first."""
        return [plain(text) for text in self._texts(Qt.ItemDataRole.DisplayRole)]

    def spoken(self) -> list[str]:
        """Return what a screen reader says."""
        return [plain(text) for text in self._texts(Qt.ItemDataRole.AccessibleTextRole)]

    def unread(self) -> int:
        """Return how many of the listed ones are unread."""
        return sum(text.startswith("Unread") for text in self.spoken())

    def wait_for_notices(self, at_least: int = 1) -> None:
        """Wait until so many notices are there."""
        self._qtbot.waitUntil(lambda: self.view.model().rowCount() >= at_least, timeout=PATIENCE_MS)

    def error(self) -> str:
        """Return why there is no list; empty where there is one."""
        shown = find(self._root, QWidget, "notifications.error")
        return plain(shown.accessibleName()) if shown.isVisible() else ""

    def open(self, row: int) -> None:
        """Click on a notice, counted from 0."""
        view = self.view
        place = view.visualRect(view.model().index(row, 0)).center()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)

    def menu(self, row: int) -> QMenu:
        """Open the menu of a notice; return it."""
        view = self.view
        place = view.visualRect(view.model().index(row, 0)).center()
        where = view.viewport().mapToGlobal(place)
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, where)
        QApplication.sendEvent(view.viewport(), event)
        return find(self._root, QMenu, "notifications.menu")

    def mark_all_read(self) -> None:
        """Press Mark all as read."""
        press(self._root, "notifications.mark_all_read")

    def _texts(self, role: Qt.ItemDataRole) -> list[str]:
        model = self.view.model()
        return [str(model.index(row, 0).data(role)) for row in range(model.rowCount())]
