"""The administration screen, as somebody uses it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QListView,
    QWidget,
)

from tests.pages.finding import PATIENCE_MS, find, plain, press, type_into, wait_for
from tests.pages.standing import SlipPage

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from services.values.people import Role

_NAME = "administration"


class AdministrationPage:
    """People by their place in the list, counted from 0; rules by their names."""

    def __init__(self, qtbot: QtBot, root: QWidget) -> None:
        self._qtbot = qtbot
        self._root = root

    def open_part(self, part: str) -> None:
        """Open ``people``, ``limits``, ``fees``, ``counter`` or ``bank``."""
        press(self._root, f"{_NAME}.part.{part}")

    # People

    @property
    def view(self) -> QListView:
        """The list of people."""
        return find(self._root, QListView, f"{_NAME}.people")

    def people(self) -> list[str]:
        """Return who is listed, as it is read out."""
        model, role = self.view.model(), Qt.ItemDataRole.AccessibleTextRole
        return [str(model.index(row, 0).data(role)) for row in range(model.rowCount())]

    def wait_for_people(self, *names: str) -> None:
        """Wait until these are listed, by their names."""

        def are_listed() -> bool:
            return [each.split(",")[0] for each in self.people()] == list(names)

        self._qtbot.waitUntil(are_listed, timeout=PATIENCE_MS)

    def seek(self, text: str) -> None:
        """Type into the search."""
        type_into(self._root, f"{_NAME}.search", text)

    def show_everybody(self) -> None:
        """List customers too."""
        press(self._root, f"{_NAME}.who.all")

    def has_more(self) -> bool:
        """Tell whether the list goes on."""
        return find(self._root, QAbstractButton, f"{_NAME}.more").isVisible()

    def show_more(self) -> None:
        """Have the next page listed too."""
        self._qtbot.waitUntil(self.has_more, timeout=PATIENCE_MS)
        press(self._root, f"{_NAME}.more")

    def choose(self, row: int) -> None:
        """Choose somebody, and wait for the card."""
        index = self.view.model().index(row, 0)
        self.view.setCurrentIndex(index)
        self.wait_for_person(str(index.data()))

    def wait_for_person(self, name: str) -> None:
        """Wait until the card is somebody's."""
        wait_for(self._qtbot, self._root, f"{_NAME}.person")
        self._qtbot.waitUntil(lambda: self._text("person") == name, timeout=PATIENCE_MS)

    def state(self) -> str:
        """Return what the card says of the person's access."""
        return self._text("person.state")

    def wait_for_state(self, begin: str) -> None:
        """Wait until it begins so."""
        self._qtbot.waitUntil(lambda: self.state().startswith(begin), timeout=PATIENCE_MS)

    def is_own(self) -> bool:
        """Tell whether the card says that this is oneself."""
        return find(self._root, QLabel, f"{_NAME}.person.own").isVisible()

    def roles(self) -> set[str]:
        """Return the roles that are ticked."""
        boxes = self._root.findChildren(QCheckBox)
        return {
            box.objectName().rpartition(".")[2].upper()
            for box in boxes
            if box.isVisible() and box.isChecked()
        }

    def press_role(self, role: Role) -> None:
        """Press a role's box; the change is asked about then."""
        box = find(self._root, QCheckBox, f"{_NAME}.role.{role.value.lower()}")
        assert box.isEnabled()
        box.click()

    def wait_for_roles(self, *roles: Role) -> None:
        """Wait until these are ticked, and no others."""
        self._qtbot.waitUntil(lambda: self.roles() == set(roles), timeout=PATIENCE_MS)

    def begin(self, act: str) -> None:
        """Press ``lock``, ``unlock``, ``reset`` or ``lift``."""
        press(self._root, f"{_NAME}.{act}")

    def can(self, act: str) -> bool:
        """Tell whether that is offered."""
        return find(self._root, QAbstractButton, f"{_NAME}.{act}").isVisible()

    def question(self) -> str:
        """Return what is asked in the card; empty where nothing is."""
        shown = find(self._root, QLabel, f"{_NAME}.ask")
        return plain(shown.text()) if shown.isVisible() else ""

    def agree(self, reason: str = "") -> None:
        """Say yes, for a reason where one is wanted."""
        if reason:
            type_into(self._root, f"{_NAME}.ask.reason", reason)
        press(self._root, f"{_NAME}.ask.yes")

    def agree_and_wait(self, reason: str = "") -> None:
        """Say yes, and wait until it is done."""
        self.agree(reason)
        self._qtbot.waitUntil(lambda: self.question() == "", timeout=PATIENCE_MS)

    def give_up(self) -> None:
        """Say no."""
        press(self._root, f"{_NAME}.ask.no")

    def wait_for_refusal(self) -> str:
        """Wait until the card says what the bank has against it; return that."""
        shown = wait_for(self._qtbot, self._root, f"{_NAME}.ask.error")
        return plain(shown.accessibleName())

    def one_time_password(self) -> str:
        """Read the password that is shown once, and close its dialog."""
        slip = SlipPage(self._qtbot, self._root)
        slip.wait()
        password = slip.password()
        slip.leave()
        slip.answer(yes=True)
        self._qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
        return password

    def open_enrolment(self) -> None:
        """Press "Add staff"."""
        press(self._root, f"{_NAME}.add")
        wait_for(self._qtbot, self._root, f"{_NAME}.enrol.name")

    def enrol(self, name: str, email: str, role: Role) -> None:
        """Fill the dialog in and press "Add"."""
        type_into(self._root, f"{_NAME}.enrol.name", name)
        type_into(self._root, f"{_NAME}.enrol.email", email)
        combo = find(self._root, QComboBox, f"{_NAME}.enrol.role")
        combo.setCurrentIndex(combo.findData(role))
        press(self._root, f"{_NAME}.enrol.save")

    def enrolment_error(self) -> str:
        """Wait until the dialog says what is wrong; return that."""
        shown = wait_for(self._qtbot, self._root, f"{_NAME}.enrol.error")
        return plain(shown.accessibleName())

    # Rules

    def figure(self, rule: str, figure: str) -> str:
        """Return a figure as the table shows it."""
        return self._text(f"{rule}.{figure}")

    def wait_for_figure(self, rule: str, figure: str, text: str) -> None:
        """Wait until the table shows that."""

        def is_shown() -> bool:
            labels = self._root.findChildren(QLabel, f"{_NAME}.{rule}.{figure}")
            return any(each.isVisible() and plain(each.text()) == text for each in labels)

        self._qtbot.waitUntil(is_shown, timeout=PATIENCE_MS)

    def note(self, rule: str) -> str:
        """Return what stands below a rule: who changed it, or what it is by now."""
        shown = find(self._root, QLabel, f"{_NAME}.{rule}.changed")
        return plain(shown.text()) if shown.isVisible() else ""

    def change(self, rule: str, **figures: str) -> None:
        """Put fields into a rule's row and type these figures."""
        wait_for(self._qtbot, self._root, f"{_NAME}.{rule}.change")
        press(self._root, f"{_NAME}.{rule}.change")
        self.type_figures(rule, **figures)

    def type_figures(self, rule: str, **figures: str) -> None:
        """Type into fields of a row that is being changed."""
        for figure, text in figures.items():
            type_into(self._root, f"{_NAME}.{rule}.{figure}.field", text)

    def field(self, rule: str, figure: str) -> QLineEdit:
        """Return the field of a figure."""
        return find(self._root, QLineEdit, f"{_NAME}.{rule}.{figure}.field")

    def is_changing(self, rule: str) -> bool:
        """Tell whether a row has fields."""
        return find(self._root, QAbstractButton, f"{_NAME}.{rule}.save").isVisible()

    def save(self, rule: str) -> None:
        """Press "Save" of a row."""
        press(self._root, f"{_NAME}.{rule}.save")

    def press_key(self, rule: str, figure: str, key: Qt.Key) -> None:
        """Press a key in a field."""
        QTest.keyClick(self.field(rule, figure), key)

    def review(self) -> QDialog:
        """Wait for the dialog that says what changes; return it."""
        wait_for(self._qtbot, self._root, f"{_NAME}.review.yes")
        return find(self._root, QDialog, f"{_NAME}.review")

    def reviewed(self, figure: str) -> str:
        """Return what the dialog says of a figure, before and after."""
        return self._text(f"review.{figure}")

    def confirm(self) -> None:
        """Agree to the change."""
        self.review()
        press(self._root, f"{_NAME}.review.yes")

    def rule_error(self, rule: str) -> str:
        """Wait until a row says what is wrong; return that."""
        shown = wait_for(self._qtbot, self._root, f"{_NAME}.{rule}.error")
        return plain(shown.accessibleName())

    def _text(self, name: str) -> str:
        return plain(find(self._root, QLabel, f"{_NAME}.{name}").text())
