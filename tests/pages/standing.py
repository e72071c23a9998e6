"""Forms about a customer's standing, as staff use them in the panel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QAbstractButton, QCheckBox, QComboBox, QLabel, QLineEdit, QWidget

from tests.pages.finding import PATIENCE_MS, find, plain, press, type_into, wait_for
from ui.widgets.badge import Badge

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


class FormPage:
    """One of the forms: `freeze`, `openaccount`, `closeaccount`, `reversal`, `access`, `batches`, `enrol`."""

    def __init__(self, qtbot: QtBot, root: QWidget, prefix: str) -> None:
        self._qtbot = qtbot
        self._root = root
        self._prefix = prefix

    def _name(self, name: str) -> str:
        return f"{self._prefix}.{name}" if name else self._prefix

    # Typing and choosing

    def type(self, name: str, text: str) -> None:
        """Type into a field in place of what is there."""
        type_into(self._root, self._name(name), text)

    def choose(self, name: str, value: str) -> None:
        """Press one of a few choices side by side, such as ``what``, ``all``."""
        press(self._root, f"{self._name(name)}.{value}")

    def choose_account(self, index: int) -> None:
        """Choose an account, counted from 0."""
        find(self._root, QComboBox, self._name("account")).setCurrentIndex(index)

    def accounts(self) -> list[str]:
        """Return the accounts as the list has them."""
        picker = find(self._root, QComboBox, self._name("account"))
        return [plain(picker.itemText(row)) for row in range(picker.count())]

    def usual_reason(self, number: int) -> str:
        """Press one of the usual reasons, counted from 1; return it."""
        press(self._root, f"{self._name('reason')}.{number}")
        return self.typed("reason")

    def tick(self, name: str) -> None:
        """Tick a box, or take the tick away."""
        find(self._root, QCheckBox, self._name(name)).click()

    def press(self, name: str) -> None:
        """Press a button."""
        press(self._root, self._name(name))

    def submit(self) -> None:
        """Press what sends the form."""
        self.press("submit")

    # What is shown

    def typed(self, name: str) -> str:
        """Return what is typed in a field."""
        return find(self._root, QLineEdit, self._name(name)).text()

    def is_shown(self, name: str) -> bool:
        """Tell whether something is on screen."""
        found = self._root.findChildren(QWidget, self._name(name))
        return any(each.isVisible() for each in found)

    def can_press(self, name: str) -> bool:
        """Tell whether a button is on screen and can be pressed."""
        return (
            self.is_shown(name) and find(self._root, QAbstractButton, self._name(name)).isEnabled()
        )

    def words(self, name: str) -> str:
        """Return what a button says."""
        return find(self._root, QAbstractButton, self._name(name)).text().replace("&", "")

    def says(self, name: str) -> str:
        """Return what a label or note says; empty where it is not shown."""
        if not self.is_shown(name):
            return ""
        found = find(self._root, QWidget, self._name(name))
        return plain(found.text() if isinstance(found, QLabel) else found.accessibleName())

    def badge(self) -> str:
        """Return what is frozen of the chosen account."""
        found = find(self._root, Badge, self._name("account.badge"))
        return plain(found.accessibleName()) if found.isVisible() else ""

    def error(self, name: str = "") -> str:
        """Return the sentence beside a field, or the form's own; empty where nothing is wrong."""
        return self.says(f"{name}.error" if name else "error")

    # Waiting

    def wait_for(self, name: str) -> None:
        """Wait until something is on screen."""
        wait_for(self._qtbot, self._root, self._name(name))

    def wait_for_error(self, name: str = "") -> str:
        """Wait until something is wrong with a field, or the form, and return it."""
        self._qtbot.waitUntil(lambda: self.error(name) != "", timeout=PATIENCE_MS)
        return self.error(name)

    def wait_until_says(self, name: str, beginning: str) -> None:
        """Wait until a label or note begins with that."""
        self._qtbot.waitUntil(lambda: self.says(name).startswith(beginning), timeout=PATIENCE_MS)


class SlipPage(FormPage):
    """A one-time password that is shown."""

    def __init__(self, qtbot: QtBot, root: QWidget) -> None:
        super().__init__(qtbot, root, "slip")

    def wait(self) -> None:
        """Wait until it is shown."""
        self._qtbot.waitUntil(lambda: self.password() != "", timeout=PATIENCE_MS)

    def password(self) -> str:
        """Return it; empty while none is shown."""
        return self.says("password")

    def leave(self) -> None:
        """Press Done."""
        self.press("done")

    def is_asking(self) -> bool:
        """Tell whether the question about leaving is open."""
        return self.is_shown("leaving.dialog")

    def answer(self, *, yes: bool) -> None:
        """Answer the question about leaving it unprinted."""
        self.press("leaving.yes" if yes else "leaving.cancel")
