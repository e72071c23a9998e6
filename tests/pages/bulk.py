"""The screen of bulk payments, as somebody uses it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QTableView,
    QWidget,
)

from tests.pages.finding import PATIENCE_MS, find, plain, press, type_into, wait_for

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot


class BulkPage:
    """Rows by their number among those that are shown, counted from 0."""

    def __init__(self, qtbot: QtBot, root: QWidget) -> None:
        self._qtbot = qtbot
        self._root = root

    @property
    def table(self) -> QTableView:
        """The rows."""
        return find(self._root, QTableView, "bulk.table")

    @property
    def picker(self) -> QComboBox:
        """The accounts that may pay."""
        return find(self._root, QComboBox, "bulk.from")

    def wait_for(self, name: str) -> QWidget:
        """Wait for a state: ``drop``, ``empty``, ``failure``, ``table``, ``error``, ``unknown``."""
        return wait_for(self._qtbot, self._root, f"bulk.{name}")

    def choose(self, path: Path) -> None:
        """Press "Choose a file", type a path, and wait until its rows are shown."""
        press(self._root, "bulk.choose")
        self.answer_file_dialog("bulk.file", path)
        self.wait_for("table")

    def choose_other(self, path: Path) -> None:
        """Press "Other file" and type a path."""
        press(self._root, "bulk.other")
        self.answer_file_dialog("bulk.file", path)

    def answer_file_dialog(self, name: str, path: Path) -> None:
        """Type a path into a dialog that asks for one."""
        dialog = wait_for(self._qtbot, self._root, name)
        assert isinstance(dialog, QFileDialog)
        edit = find(dialog, QLineEdit, "fileNameEdit")
        edit.setText(str(path))
        QTest.keyClick(edit, Qt.Key.Key_Return)

    def drop(self, *urls: str) -> bool:
        """Drop files on the page; tell whether it took them."""
        screen = self._screen()
        data = QMimeData()
        data.setUrls([QUrl(each) for each in urls])
        action, left, none = (
            Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        )  # fmt: skip
        entered = QDragEnterEvent(screen.rect().center(), action, data, left, none)
        entered.ignore()
        QApplication.sendEvent(screen, entered)
        if not entered.isAccepted():
            return False
        dropped = QDropEvent(QPointF(screen.rect().center()), action, data, left, none)
        QApplication.sendEvent(screen, dropped)
        return dropped.isAccepted()

    def rows(self) -> list[list[str]]:
        """Return what is listed, cell by cell."""
        model = self.table.model()
        return [
            [plain(str(model.index(row, column).data())) for column in range(model.columnCount())]
            for row in range(model.rowCount())
        ]

    def text(self, name: str) -> str:
        """Return what a label or a note says: ``counts``, ``total``, ``customer``; empty where hidden."""
        found = find(self._root, QWidget, f"bulk.{name}")
        if not found.isVisible():
            return ""
        return plain(found.text() if isinstance(found, QLabel) else found.accessibleName())

    def wait_for_error(self) -> str:
        """Wait until something stands in the way; return what."""
        return plain(self.wait_for("error").accessibleName())

    def filter(self, value: str) -> None:
        """Show ``all`` rows, or those with ``errors``."""
        press(self._root, f"bulk.filter.{value}")

    def press(self, name: str) -> None:
        """Press ``review``, ``clear``, ``stop``, ``save_errors``, ``save_result``, ``new``."""
        press(self._root, f"bulk.{name}")

    def is_pressable(self, name: str) -> bool:
        """Tell whether a button is there and can be pressed."""
        found = find(self._root, QAbstractButton, f"bulk.{name}")
        return found.isVisible() and found.isEnabled()

    def identify(self, words: str) -> None:
        """Type how the customer was identified."""
        type_into(self._root, "bulk.identification", words)

    def review(self) -> QDialog:
        """Press "Review and send"; return the dialog that shows it for the last time."""
        press(self._root, "bulk.review")
        found = wait_for(self._qtbot, self._root, "bulk.confirm.dialog")
        assert isinstance(found, QDialog)
        return found

    def facts(self, dialog: QDialog) -> dict[str, str]:
        """Return what the dialog says, by the names of its facts."""
        found = dialog.findChildren(QLabel)
        prefix = "bulk.confirm."
        return {
            each.objectName().removeprefix(prefix): plain(each.text())
            for each in found
            if each.objectName().startswith(prefix) and each.isVisible()
        }

    def confirm(self, password: str | None = None) -> None:
        """Type the password where it is asked for, and press Send as soon as that can be."""
        if password is not None:
            type_into(self._root, "bulk.confirm.password", password)
        send = find(self._root, QAbstractButton, "bulk.confirm.send")
        self._qtbot.waitUntil(send.isEnabled, timeout=PATIENCE_MS)
        press(self._root, "bulk.confirm.send")

    def wait_for_outcome(self, outcome: str) -> str:
        """Wait for ``sent``, ``refused`` or ``checking``; return what it says."""

        def is_told() -> bool:
            found = find(self._root, QWidget, "bulk.outcome")
            return found.isVisible() and found.property("outcome") == outcome

        self._qtbot.waitUntil(is_told, timeout=3 * PATIENCE_MS)
        return self.text("outcome")

    def _screen(self) -> QWidget:
        found: QWidget | None = self.table
        while found is not None and not found.acceptDrops():
            found = found.parentWidget()
        assert found is not None
        return found
