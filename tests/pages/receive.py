"""The receive screen, as somebody uses it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit, QWidget

from tests.pages.finding import PATIENCE_MS, find, plain, press, type_into, wait_for

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


class ReceivePage:
    """One account's IBAN and payment address."""

    def __init__(self, qtbot: QtBot, root: QWidget) -> None:
        self._qtbot = qtbot
        self._root = root

    def wait(self) -> None:
        """Wait until an account is shown."""
        wait_for(self._qtbot, self._root, "receive.iban")
        self._qtbot.waitUntil(lambda: self.iban() != "", timeout=PATIENCE_MS)

    def choose_account(self, index: int) -> None:
        """Choose an account, counted from 0."""
        find(self._root, QComboBox, "receive.account").setCurrentIndex(index)

    def iban(self) -> str:
        """Return the IBAN as it is shown."""
        return plain(find(self._root, QLabel, "receive.iban").text())

    def address(self) -> str:
        """Return the payment address; empty where the account has none."""
        label = find(self._root, QLabel, "receive.address")
        return plain(label.text()) if label.isVisible() else ""

    def wait_for_address(self, address: str) -> None:
        """Wait until the account has that address, or none."""
        self._qtbot.waitUntil(lambda: self.address() == address, timeout=PATIENCE_MS)

    def copied(self, what: str) -> str:
        """Press a copy button (``iban``, ``address``); return what it copied."""
        name = f"receive.{what}.copy"
        press(self._root, name)
        done = QCoreApplication.translate("CopyTextButton", "Copied")
        assert find(self._root, QAbstractButton, name).text() == done
        return QApplication.clipboard().text()

    def type_name(self, name: str) -> None:
        """Type the name of an address."""
        type_into(self._root, "receive.address_name", name)

    def claim(self, name: str) -> None:
        """Type a name and press Claim."""
        self.type_name(name)
        press(self._root, "receive.claim")

    def error(self) -> str:
        """Return what is wrong with the name; empty where nothing is."""
        shown = find(self._root, QWidget, "receive.address.error")
        return plain(shown.accessibleName()) if shown.isVisible() else ""

    def wait_for_error(self) -> str:
        """Wait until something is wrong and return it."""
        self._qtbot.waitUntil(lambda: self.error() != "", timeout=PATIENCE_MS)
        return self.error()

    def typed_name(self) -> str:
        """Return the name that is typed."""
        return find(self._root, QLineEdit, "receive.address_name").text()

    def give_up(self) -> None:
        """Press "Give up this address"."""
        press(self._root, "receive.give_up")
        wait_for(self._qtbot, self._root, "receive.release.dialog")

    def confirm(self) -> None:
        """Say yes."""
        press(self._root, "receive.release.yes")

    def cancel(self) -> None:
        """Say no."""
        press(self._root, "receive.release.cancel")

    def back(self) -> None:
        """Go back to the accounts."""
        press(self._root, "receive.back")
