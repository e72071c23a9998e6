"""The approvals screen as somebody uses it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QTableView, QWidget

from tests.pages.finding import PATIENCE_MS, find, plain, press, type_into, wait_for
from ui.shell.nav_item import NavItem

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


class ApprovalsPage:
    """The queue, and the decision beside it."""

    def __init__(self, qtbot: QtBot, root: QWidget) -> None:
        self._qtbot = qtbot
        self._root = root

    @property
    def view(self) -> QTableView:
        """The queue."""
        return find(self._root, QTableView, "approvals.queue")

    def rows(self) -> list[list[str]]:
        """Return what each row says, column by column, also of columns there is no room for."""
        view = self.view
        if not view.isVisible():
            return []
        model = view.model()
        return [
            [plain(str(model.index(row, column).data())) for column in range(model.columnCount())]
            for row in range(model.rowCount())
        ]

    def wait_for_rows(self, count: int) -> None:
        """Wait until so many wait; for none until the page says so."""
        if not count:
            wait_for(self._qtbot, self._root, "approvals.empty")
            return
        self._qtbot.waitUntil(lambda: len(self.rows()) == count, timeout=PATIENCE_MS)

    def waiting(self) -> int:
        """Return how many the side bar says wait for this person."""
        return find(self._root, NavItem, "shell.nav.approvals").count

    def wait_for_waiting(self, count: int) -> None:
        """Wait until the side bar says so many."""
        self._qtbot.waitUntil(lambda: self.waiting() == count, timeout=PATIENCE_MS)

    def choose(self, row: int) -> None:
        """Choose a row by the keyboard."""
        view = self.view
        view.setFocus()
        QTest.keyClick(view, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
        for _ in range(row):
            QTest.keyClick(view, Qt.Key.Key_Down)

    def press_key(self, key: Qt.Key) -> None:
        """Press a key where focus is."""
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key)

    def type_keys(self, text: str) -> None:
        """Type, each key where focus is by then."""
        for letter in text:
            focused = QApplication.focusWidget()
            assert focused is not None
            QTest.keyClicks(focused, letter)

    def reason(self) -> str:
        """Return what is typed as a reason."""
        return find(self._root, QLineEdit, "approvals.reason").text()

    def fact(self, key: str) -> str:
        """Return a value of the one that is chosen: ``who``, ``amount``, ``maker``, ``note`` …"""
        shown = find(self._root, QLabel, f"approvals.{key}")
        return plain(shown.text()) if shown.isVisible() else ""

    def frozen(self) -> str:
        """Return what the badge says of frozen accounts; empty where none is."""
        return self._said("approvals.frozen")

    def own(self) -> str:
        """Return what is said where one may not decide; empty where one may."""
        return self._said("approvals.own")

    def error(self) -> str:
        """Return why it was not decided; empty where nothing is wrong."""
        return self._said("approvals.error") or self._said("approvals.reason.error")

    def can(self, what: str) -> bool:
        """Tell whether ``approve``, ``decline`` or ``cancel`` can be pressed."""
        made = find(self._root, QAbstractButton, f"approvals.{what}")
        return made.isVisible() and made.isEnabled()

    def asks(self, what: str) -> bool:
        """Tell whether the question behind ``approve``, ``decline`` or ``cancel`` is open."""
        return find(self._root, QAbstractButton, f"approvals.{what}_now").isVisible()

    def approve(self) -> None:
        """Approve what is chosen: the choice, then the question."""
        press(self._root, "approvals.approve")
        press(self._root, "approvals.approve_now")

    def begin(self, what: str) -> None:
        """Press ``approve``, ``decline`` or ``cancel``."""
        press(self._root, f"approvals.{what}")

    def confirm(self, what: str) -> None:
        """Say yes to the question behind it."""
        press(self._root, f"approvals.{what}_now")

    def decline(self, reason: str) -> None:
        """Decline what is chosen."""
        press(self._root, "approvals.decline")
        type_into(self._root, "approvals.reason", reason)
        press(self._root, "approvals.decline_now")

    def type_reason(self, reason: str) -> None:
        """Type why it is declined."""
        type_into(self._root, "approvals.reason", reason)

    def take_back(self) -> None:
        """Cancel what one has made oneself."""
        press(self._root, "approvals.cancel")
        press(self._root, "approvals.cancel_now")

    def _said(self, name: str) -> str:
        shown = find(self._root, QWidget, name)
        return plain(shown.accessibleName()) if shown.isVisible() else ""
