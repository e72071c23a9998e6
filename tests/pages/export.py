"""The dialog that saves and prints what a history shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QRadioButton,
    QWidget,
)

from tests.pages.finding import PATIENCE_MS, find, plain, press, wait_for

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot


class ExportPage:
    """`root` is the window, or the dialog itself."""

    def __init__(self, qtbot: QtBot, root: QWidget) -> None:
        self._qtbot = qtbot
        self._root = root

    def dialog(self) -> QDialog:
        """Wait for the dialog and return it."""
        if self._root.objectName() == "export.dialog":
            assert isinstance(self._root, QDialog)
            return self._root
        found = wait_for(self._qtbot, self._root, "export.dialog")
        assert isinstance(found, QDialog)
        return found

    @property
    def is_open(self) -> bool:
        """The dialog is there."""
        found = self._root.findChild(QDialog, "export.dialog")
        return found is not None and found.isVisible()

    @property
    def words(self) -> list[str]:
        """All that it says."""
        found = self.dialog().findChildren(QLabel)
        return [plain(each.text()) for each in found if each.isVisible() and each.text()]

    @property
    def warns_of_hidden_amounts(self) -> bool:
        """It says that amounts which are hidden on screen will be in the file."""
        return find(self.dialog(), QWidget, "export.masked").isVisible()

    def choose(self, kind: str) -> None:
        """Choose ``pdf`` or ``csv``."""
        find(self.dialog(), QRadioButton, f"export.{kind}").click()

    def save(self) -> QFileDialog:
        """Press Save; return the dialog that asks where to."""
        press(self.dialog(), "export.save")
        found = wait_for(self._qtbot, self.dialog(), "export.file")
        assert isinstance(found, QFileDialog)
        return found

    def proposed_name(self) -> str:
        """Press Save, read the file name that is proposed, and leave it at that."""
        dialog = self.save()
        name = find(dialog, QLineEdit, "fileNameEdit").text()
        dialog.reject()
        return name

    def save_as(self, path: Path) -> None:
        """Press Save and type a path."""
        dialog = self.save()
        edit = find(dialog, QLineEdit, "fileNameEdit")
        edit.setText(str(path))
        buttons = dialog.findChild(QDialogButtonBox)
        assert buttons is not None
        QTest.keyClick(edit, Qt.Key.Key_Return)

    def press(self, name: str) -> None:
        """Press ``print``, ``replace``, ``cancel`` or ``save``."""
        press(self.dialog(), f"export.{name}")

    def wait_until_saved(self) -> None:
        """Wait until the dialog has gone."""
        self._qtbot.waitUntil(lambda: not self.is_open, timeout=3 * PATIENCE_MS)

    def wait_until_gone(self) -> None:
        """Wait until the dialog has gone, saved or not."""
        self._qtbot.waitUntil(lambda: not self.is_open, timeout=PATIENCE_MS)

    def wait_for_question(self) -> str:
        """Wait until it asks whether an older file is to be replaced; return its words."""
        wait_for(self._qtbot, self.dialog(), "export.replace")
        return plain(find(self.dialog(), QLabel, "export.told").text())

    def wait_for_error(self) -> str:
        """Wait until it says what went wrong; return that."""
        found = wait_for(self._qtbot, self.dialog(), "export.error")
        return plain(found.accessibleName())

    def is_pressable(self, name: str) -> bool:
        """Tell whether a button is there and can be pressed."""
        found = find(self.dialog(), QAbstractButton, f"export.{name}")
        return found.isVisible() and found.isEnabled()
