"""The transfer screen, as somebody uses it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QListView,
    QWidget,
)

from tests.pages.finding import PATIENCE_MS, find, plain, press, type_into, wait_for

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


class TransferPage:
    """The form, the review dialog, and the outcome."""

    def __init__(self, qtbot: QtBot, root: QWidget) -> None:
        self._qtbot = qtbot
        self._root = root

    # The form

    def wait_for_form(self) -> None:
        """Wait until the accounts to pay from are there."""
        wait_for(self._qtbot, self._root, "transfer.from")
        self._qtbot.waitUntil(lambda: self._from.count() > 0, timeout=PATIENCE_MS)

    def choose_payer(self, index: int) -> None:
        """Choose the account to pay from, counted from 0."""
        self._from.setCurrentIndex(index)

    def payer(self) -> str:
        """Return the account to pay from, as it is shown."""
        return plain(self._from.currentText())

    def type_payee(self, text: str) -> None:
        """Type an address or an IBAN in place of what is there."""
        type_into(self._root, "transfer.to", text)

    def type_amount(self, text: str) -> None:
        """Type an amount in place of what is there."""
        type_into(self._root, "transfer.amount", text)

    def type_note(self, text: str) -> None:
        """Type a note in place of what is there."""
        type_into(self._root, "transfer.note", text)

    def text(self, field: str) -> str:
        """Return what stands in a field: ``to``, ``amount``, ``note``."""
        return find(self._root, QLineEdit, f"transfer.{field}").text()

    def payee(self) -> str:
        """Return the masked name that the bank confirmed; empty while there is none."""
        label = find(self._root, QLabel, "transfer.payee")
        return plain(label.text()) if label.isVisible() else ""

    def wait_for_payee(self, name: str) -> None:
        """Wait until the bank has named the payee so."""
        self._qtbot.waitUntil(lambda: self.payee() == name, timeout=PATIENCE_MS)

    def error(self, field: str) -> str:
        """Return the sentence beside a field (or ``form``); empty when nothing is wrong."""
        shown = find(self._root, QWidget, f"transfer.{field}.error")
        return plain(shown.accessibleName()) if shown.isVisible() else ""

    def wait_for_error(self, field: str) -> str:
        """Wait for a sentence beside a field and return it."""
        self._qtbot.waitUntil(lambda: self.error(field) != "", timeout=PATIENCE_MS)
        return self.error(field)

    def summary(self, key: str) -> str:
        """Return a value of "What will happen"; empty where it is not told.

        ``gets``, ``from``, ``fee``, ``total``, ``after``, ``day``, ``month``.
        """
        label = self._root.findChild(QLabel, f"transfer.summary.{key}")
        return plain(label.text()) if label is not None and not label.isHidden() else ""

    def wait_for_summary(self, key: str, text: str) -> None:
        """Wait until the bank has answered so while the form is written."""
        self._qtbot.waitUntil(lambda: self.summary(key) == text, timeout=PATIENCE_MS)

    def warns_of_password(self) -> bool:
        """Tell whether the summary says that the password will be asked for."""
        return not find(self._root, QWidget, "transfer.summary.password").isHidden()

    def payee_advice(self) -> str:
        """Return what stands below the payee's name; empty while there is none."""
        note = find(self._root, QLabel, "transfer.payee").parentWidget()
        if note is None or not note.isVisible():
            return ""
        return plain(note.findChildren(QLabel)[-1].text())

    # Who is known already

    def choices(self) -> list[str]:
        """Return what the list below the payee offers, as it is read out; empty while it is closed."""
        view = self._root.window().findChild(QListView, "transfer.to.choices")
        if view is None or not view.isVisible():
            return []
        model = view.model()
        role = Qt.ItemDataRole.AccessibleTextRole
        return [str(model.index(row, 0).data(role)) for row in range(model.rowCount())]

    def wait_for_choices(self, *expected: str) -> None:
        """Wait until the list offers that."""
        self._qtbot.waitUntil(lambda: self.choices() == list(expected), timeout=PATIENCE_MS)

    def press_in_payee(self, key: Qt.Key) -> None:
        """Press a key in the payee's field."""
        QTest.keyClick(find(self._root, QLineEdit, "transfer.to"), key)

    def click_choice(self, row: int) -> None:
        """Click on a line of the list below the payee, counted from 0."""
        view = self._root.window().findChild(QListView, "transfer.to.choices")
        assert view is not None
        place = view.visualRect(view.model().index(row, 0)).center()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)

    def recent(self) -> list[str]:
        """Return whom the card offers to be paid again, as it is read out."""
        card = find(self._root, QWidget, "transfer.recent")
        rows = card.findChildren(QAbstractButton)
        return [row.accessibleName() for row in rows if row.isVisible()]

    def wait_for_recent(self, *expected: str) -> None:
        """Wait until the card offers these."""
        self._qtbot.waitUntil(lambda: self.recent() == list(expected), timeout=PATIENCE_MS)

    def pay_recent(self, number: int) -> None:
        """Press a line of the card, counted from 1."""
        press(self._root, f"transfer.recent.{number}")

    def clear(self) -> None:
        """Press Clear."""
        press(self._root, "transfer.clear")

    def fill(self, payee: str, amount: str, note: str = "") -> None:
        """Fill in the form and wait for the bank to know the payee."""
        self.type_payee(payee)
        self._qtbot.waitUntil(lambda: self.payee() != "", timeout=PATIENCE_MS)
        self.type_amount(amount)
        self.type_note(note)

    # The last look

    def review(self) -> None:
        """Press Review."""
        press(self._root, "transfer.review")

    def dialog(self) -> QDialog:
        """Wait for the review dialog and return it."""
        found = wait_for(self._qtbot, self._root, "confirm.dialog")
        assert isinstance(found, QDialog)
        return found

    def has_dialog(self) -> bool:
        """Tell whether the review dialog is open."""
        found = self._root.findChild(QDialog, "confirm.dialog")
        return found is not None and found.isVisible()

    def confirm_text(self, key: str) -> str:
        """Return a value: ``from``, ``note``, ``amount``, ``fee``, ``total``, ``after``, ``payee``."""
        return plain(find(self.dialog(), QLabel, f"confirm.{key}").text())

    def warns_of_first_payment(self) -> bool:
        """Tell whether the dialog says that this payee was never paid before."""
        warning = self.dialog().findChild(QWidget, "confirm.first_payment")
        return warning is not None and warning.isVisible()

    def asks_for_password(self) -> bool:
        """Tell whether the dialog wants the password once more."""
        field = self.dialog().findChild(QLineEdit, "confirm.password")
        return field is not None and field.isVisible()

    def type_password(self, password: str) -> None:
        """Type the password into the dialog, in place of what is there."""
        type_into(self.dialog(), "confirm.password", password)

    def password_error(self) -> str:
        """Return what the dialog says about the password; empty when nothing is wrong."""
        shown = find(self.dialog(), QWidget, "confirm.password.error")
        return plain(shown.accessibleName()) if shown.isVisible() else ""

    def wait_for_password_error(self) -> str:
        """Wait until the dialog says something about the password and return it."""
        self._qtbot.waitUntil(lambda: self.password_error() != "", timeout=PATIENCE_MS)
        return self.password_error()

    def confirm(self, password: str = "") -> None:
        """Wait until Send can be pressed, and press it; type the password before where it is given."""
        self.dialog()
        if password:
            self.type_password(password)
        send = find(self._root, QAbstractButton, "confirm.send")
        self._qtbot.waitUntil(send.isEnabled, timeout=PATIENCE_MS)
        press(self._root, "confirm.send")

    def cancel(self) -> None:
        """Press Cancel."""
        self.dialog()
        press(self._root, "confirm.cancel")

    def send(self, payee: str, amount: str, note: str = "", *, password: str = "") -> None:
        """Do all of it: fill in, review, send; with the password where the amount asks for it."""
        self.fill(payee, amount, note)
        self.review()
        self.confirm(password)

    # What became of it

    def outcome(self) -> str:
        """Return ``checking``, ``sent``, ``refused`` or ``not_made``; empty while none is shown."""
        panels = self._root.findChildren(QWidget, "transfer.outcome")
        shown = [panel for panel in panels if panel.isVisible()]
        return str(shown[-1].property("outcome")) if shown else ""

    def outcome_text(self) -> str:
        """Return all that the outcome says."""
        panel = wait_for(self._qtbot, self._root, "transfer.outcome")
        labels = panel.findChildren(QLabel)
        return plain("\n".join(each.text() for each in labels if each.isVisible()))

    def wait_for_outcome(self, outcome: str, timeout_ms: int = PATIENCE_MS) -> None:
        """Wait until that is what became of the payment."""
        self._qtbot.waitUntil(lambda: self.outcome() == outcome, timeout=timeout_ms)

    def receipt(self, key: str) -> str:
        """Return a value: ``from``, ``note``, ``fee``, ``total``, ``when``, ``balance``, ``reference``."""
        return plain(find(self._root, QLabel, f"transfer.receipt.{key}").text())

    def new_transfer(self) -> None:
        """Begin the next one from the receipt."""
        press(self._root, "transfer.new")

    def send_again(self) -> None:
        """Have the form filled in from the receipt."""
        press(self._root, "transfer.again")

    def clipboard_after_copying_reference(self) -> str:
        """Press the receipt's copy button and return what it copied."""
        press(self._root, "transfer.copy_reference")
        return QApplication.clipboard().text()

    @property
    def _from(self) -> QComboBox:
        return find(self._root, QComboBox, "transfer.from")
