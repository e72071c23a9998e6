"""The audit screen, as an auditor uses it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableView,
    QWidget,
)

from tests.pages.finding import PATIENCE_MS, find, plain, press, type_into, wait_for
from ui.screens.audit.columns import Column
from ui.widgets.banner import Banner
from ui.widgets.drawer import Drawer

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot


class AuditPage:
    """The log, its filter, a record's drawer, and the two dialogs."""

    def __init__(self, qtbot: QtBot, root: QWidget) -> None:
        self._qtbot = qtbot
        self._root = root

    @property
    def table(self) -> QTableView:
        """The table itself."""
        return find(self._root, QTableView, "audit.table")

    # The log

    def wait_for_rows(self, at_least: int = 1) -> None:
        """Wait until so many records are shown."""
        self._qtbot.waitUntil(
            lambda: self.table.isVisible() and self.table.model().rowCount() >= at_least,
            timeout=PATIENCE_MS,
        )

    def cells(self, column: Column) -> list[str]:
        """Return what a column shows, the newest record first."""
        model = self.table.model()
        return [plain(str(model.index(row, column).data())) for row in range(model.rowCount())]

    def events(self) -> list[str]:
        """Return what happened, the newest record first."""
        return self.cells(Column.WHAT)

    def wait_for_events(self, wanted: set[str]) -> None:
        """Wait until these events are shown, and no others."""

        def are_shown() -> bool:
            return self.table.isVisible() and set(self.events()) == wanted

        self._qtbot.waitUntil(are_shown, timeout=PATIENCE_MS)

    def choose_log(self, log: str) -> None:
        """Show the log ``payment`` or ``auth``."""
        press(self._root, f"audit.log.{log}")

    # The filter

    def type_actor(self, text: str) -> None:
        """Narrow to who did it."""
        type_into(self._root, "audit.actor", text)

    def type_entity(self, text: str) -> None:
        """Narrow to what it is about."""
        type_into(self._root, "audit.entity", text)

    def choose_event(self, code: str) -> None:
        """Narrow to an event, by the database's own word; empty for any."""
        box = find(self._root, QComboBox, "audit.event")
        box.setCurrentIndex(box.findData(code))
        box.activated.emit(box.currentIndex())

    def choose_period(self, name: str) -> None:
        """Narrow to a usual period, such as ``today``."""
        press(self._root, "audit.dates")
        popup = wait_for(self._qtbot, self._root, "audit.dates.popup")
        press(popup, f"audit.dates.popup.{name}")

    def wait_for_no_match(self) -> str:
        """Wait until nothing matches; return what is said."""
        return plain(wait_for(self._qtbot, self._root, "audit.no_match").accessibleName())

    def clear_filter(self) -> None:
        """Press what clears the filter where nothing matches."""
        press(self._root, "audit.clear_filter")

    def wait_for_error(self) -> str:
        """Wait until the log cannot be shown; return why."""
        return plain(wait_for(self._qtbot, self._root, "audit.error").accessibleName())

    # A record

    def open_details(self, row: int) -> None:
        """Click on a record, counted from 0."""
        place = self.table.visualRect(self.table.model().index(row, 0)).center()
        QTest.mouseClick(self.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
        drawer = wait_for(self._qtbot, self._root, "audit.details")
        assert isinstance(drawer, Drawer)
        self._qtbot.waitUntil(lambda: not drawer.is_sliding)

    def fact(self, key: str) -> str:
        """Return a value of the drawer, such as ``who`` or ``fact_reason``."""
        return plain(find(self._root, QLabel, f"audit.details.{key}").text())

    def copy_details(self) -> None:
        """Press Copy all of it."""
        press(self._root, "audit.details.copy")

    def close_details(self) -> None:
        """Press the drawer's cross."""
        press(self._root, "audit.details.close")

    # Seals

    def verify(self) -> QDialog:
        """Press Verify seals; return the dialog."""
        press(self._root, "audit.verify")
        found = wait_for(self._qtbot, self._root, "audit.seals.dialog")
        assert isinstance(found, QDialog)
        return found

    def wait_for_seals(self, log: str) -> tuple[str, str]:
        """Wait for what came of a log's seals; return the banner's words and its tone."""
        banner = wait_for(self._qtbot, self._root, f"audit.seals.{log}.result")
        assert isinstance(banner, Banner)
        return plain(banner.text), str(banner.property("tone"))

    def seals_told(self, log: str) -> str:
        """Return how far a log's seals have been looked at."""
        return plain(find(self._root, QLabel, f"audit.seals.{log}.told").text())

    def press_in_seals(self) -> None:
        """Press Stop, or Close once nothing is looked at any more."""
        press(self._root, "audit.seals.cancel")

    def seals_button(self) -> str:
        """Return what the dialog's one button says."""
        return find(self._root, QPushButton, "audit.seals.cancel").text().replace("&", "")

    def wait_until_seals_are_looked_at(self) -> None:
        """Wait until there is nothing left to stop."""
        self._qtbot.waitUntil(lambda: self.seals_button() == "Close", timeout=PATIENCE_MS)

    # Export

    def export_as(self, path: Path) -> None:
        """Press Export and Save, and type a path."""
        press(self._root, "audit.export")
        wait_for(self._qtbot, self._root, "audit.export.dialog")
        self.save_as(path)

    def save_as(self, path: Path) -> None:
        """Press Save in the dialog that is open, and type a path."""
        press(self._root, "audit.export.save")
        dialog = wait_for(self._qtbot, self._root, "audit.export.file")
        assert isinstance(dialog, QFileDialog)
        edit = find(dialog, QLineEdit, "fileNameEdit")
        edit.setText(str(path))
        QTest.keyClick(edit, Qt.Key.Key_Return)

    def press_in_export(self, name: str) -> None:
        """Press ``save``, ``replace`` or ``cancel``."""
        press(self._root, f"audit.export.{name}")

    def wait_for_export_question(self) -> str:
        """Wait until it asks whether an older file is to be replaced; return its words."""
        wait_for(self._qtbot, self._root, "audit.export.replace")
        return plain(find(self._root, QLabel, "audit.export.told").text())

    def wait_until_exported(self) -> None:
        """Wait until the dialog has gone."""

        def is_gone() -> bool:
            found = self._root.findChild(QDialog, "audit.export.dialog")
            return found is None or not found.isVisible()

        self._qtbot.waitUntil(is_gone, timeout=3 * PATIENCE_MS)
