"""The contacts screen, as somebody uses it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QListView, QWidget

from tests.pages.contact_dialog import ContactDialogPage
from tests.pages.finding import PATIENCE_MS, find, plain, press, type_into, wait_for

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


class ContactsPage:
    """Rows by their number, counted from 0.

    Attributes:
        dialog: what "Add a contact" opens.

    """

    def __init__(self, qtbot: QtBot, root: QWidget) -> None:
        self._qtbot = qtbot
        self._root = root
        self.dialog = ContactDialogPage(qtbot, root)

    @property
    def view(self) -> QListView:
        """The list itself."""
        return find(self._root, QListView, "contacts.list")

    def rows(self) -> list[str]:
        """Return what is listed, as it is read out; empty where no list is shown."""
        if not self.view.isVisible():
            return []
        model, role = self.view.model(), Qt.ItemDataRole.AccessibleTextRole
        return [str(model.index(row, 0).data(role)) for row in range(model.rowCount())]

    def names(self) -> list[str]:
        """Return the names that are listed."""
        model = self.view.model()
        return [str(model.index(row, 0).data()) for row in range(model.rowCount())]

    def wait_for_names(self, *expected: str) -> None:
        """Wait until these are listed."""
        self._qtbot.waitUntil(
            lambda: self.view.isVisible() and self.names() == list(expected), timeout=PATIENCE_MS
        )

    def wait_for(self, name: str) -> None:
        """Wait for a state: ``contacts.empty``, ``contacts.error``, ``contacts.nobody``."""
        wait_for(self._qtbot, self._root, name)

    def seek(self, text: str) -> None:
        """Type into the search."""
        type_into(self._root, "contacts.search", text)

    def open_dialog(self) -> None:
        """Press "Add a contact"."""
        press(self._root, "contacts.add")
        self.dialog.wait()

    def add(self, payee: str, name: str) -> None:
        """Add somebody."""
        self.open_dialog()
        self.dialog.add(payee, name)

    def choose(self, row: int) -> None:
        """Click on a row's name."""
        self._click(row, 30)

    def press_pay_in_row(self, row: int) -> None:
        """Click on the "Pay" that a row shows which is not chosen."""
        self._click(row, self._place(row).width() - 30)

    def double_click(self, row: int) -> None:
        """Click twice on a row."""
        place = self._place(row)
        at = QPoint(place.left() + 30, place.center().y())
        QTest.mouseDClick(self.view.viewport(), Qt.MouseButton.LeftButton, pos=at)

    def press_key(self, key: Qt.Key) -> None:
        """Press a key in the list."""
        self.view.setFocus()
        QTest.keyClick(self.view, key)

    def pay(self) -> None:
        """Press "Pay" of the chosen row."""
        press(self._root, "contacts.pay")

    def can_pay(self) -> bool:
        """Tell whether the chosen one can be paid."""
        return find(self._root, QAbstractButton, "contacts.pay").isEnabled()

    def rename(self, name: str) -> None:
        """Press "Rename" of the chosen row, type a name and press Enter."""
        press(self._root, "contacts.rename")
        self.type_name(name)

    def type_name(self, name: str) -> None:
        """Type into the field that stands in the row, and press Enter."""
        wait_for(self._qtbot, self._root, "contacts.name")
        type_into(self._root, "contacts.name", name)
        QTest.keyClick(find(self._root, QLineEdit, "contacts.name"), Qt.Key.Key_Return)

    def remove(self) -> None:
        """Press "Remove" of the chosen row."""
        press(self._root, "contacts.remove")
        wait_for(self._qtbot, self._root, "contacts.removal.dialog")

    def confirm_removal(self) -> None:
        """Say yes."""
        press(self._root, "contacts.removal.yes")

    def cancel_removal(self) -> None:
        """Say no."""
        press(self._root, "contacts.removal.cancel")

    def name_error(self) -> str:
        """Return the sentence below a name that is changed; empty where there is none."""
        shown = find(self._root, QWidget, "contacts.name.error")
        return plain(shown.accessibleName()) if shown.isVisible() else ""

    def _place(self, row: int) -> QRect:
        return self.view.visualRect(self.view.model().index(row, 0))

    def _click(self, row: int, x: int) -> None:
        """Click so many pixels behind the leading edge."""
        place = self._place(row)
        left = place.width() - x if self.view.isRightToLeft() else x
        at = QPoint(place.left() + left, place.center().y())
        QTest.mouseClick(self.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
