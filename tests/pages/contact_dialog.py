"""The dialog that keeps somebody among the contacts, as somebody uses it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QAbstractButton, QDialog, QLabel, QLineEdit, QWidget

from tests.pages.finding import PATIENCE_MS, find, plain, press, type_into, wait_for

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


class ContactDialogPage:
    """`root` is the screen or the window that it stands over."""

    def __init__(self, qtbot: QtBot, root: QWidget) -> None:
        self._qtbot = qtbot
        self._root = root

    def wait(self) -> None:
        """Wait until it is open."""
        wait_for(self._qtbot, self._root, "contact.dialog")

    def is_open(self) -> bool:
        """Tell whether it is open."""
        found = self._root.findChild(QDialog, "contact.dialog")
        return found is not None and found.isVisible()

    def wait_until_closed(self) -> None:
        """Wait until it has gone."""
        self._qtbot.waitUntil(lambda: not self.is_open(), timeout=PATIENCE_MS)

    def type_payee(self, text: str) -> None:
        """Type an address or an IBAN."""
        type_into(self._root, "contact.to", text)

    def wait_for_payee(self, name: str) -> None:
        """Wait until the bank has named the payee so."""
        label = find(self._root, QLabel, "contact.payee")
        self._qtbot.waitUntil(lambda: plain(label.text()) == name, timeout=PATIENCE_MS)

    def name(self) -> str:
        """Return the name that is proposed or typed."""
        return find(self._root, QLineEdit, "contact.name").text()

    def type_name(self, text: str) -> None:
        """Type a name in place of the one that is proposed."""
        type_into(self._root, "contact.name", text)

    def error(self) -> str:
        """Return what is wrong; empty where nothing is."""
        names = ("contact.to.error", "contact.name.error", "contact.error")
        shown = [self._root.findChild(QWidget, name) for name in names]
        return "".join(
            plain(each.accessibleName()) for each in shown if each is not None and each.isVisible()
        )

    def wait_for_error(self) -> str:
        """Wait until something is wrong and return it."""
        self._qtbot.waitUntil(lambda: self.error() != "", timeout=PATIENCE_MS)
        return self.error()

    def save(self) -> None:
        """Press Save."""
        save = find(self._root, QAbstractButton, "contact.save")
        self._qtbot.waitUntil(save.isEnabled, timeout=PATIENCE_MS)
        press(self._root, "contact.save")

    def cancel(self) -> None:
        """Press Cancel."""
        press(self._root, "contact.cancel")

    def add(self, payee: str, name: str) -> None:
        """Do all of it where the payee is asked for too."""
        self.wait()
        self.type_payee(payee)
        self.type_name(name)
        self.save()
        self.wait_until_closed()
