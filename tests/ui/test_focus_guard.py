"""The keyboard stays where it can be seen, whatever a late answer asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from tests.ui.stage import stage
from ui.shell.focus_guard import FocusGuard

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


class Two(QWidget):
    """Two screens, one of them shown; a field in each."""

    def __init__(self) -> None:
        super().__init__()
        self.pages = QStackedWidget()
        self.fields = QLineEdit(), QLineEdit()
        for field in self.fields:
            page = QWidget()
            QVBoxLayout(page).addWidget(field)
            self.pages.addWidget(page)
        QVBoxLayout(self).addWidget(self.pages)
        FocusGuard(self.pages)


@pytest.fixture
def two(qtbot: QtBot) -> Two:
    made = Two()
    stage(qtbot, made)
    made.fields[0].setFocus()
    qtbot.waitUntil(made.fields[0].hasFocus)
    return made


def test_a_screen_that_is_not_shown_does_not_get_it(two: Two, qtbot: QtBot) -> None:
    shown, hidden = two.fields
    hidden.setFocus()
    qtbot.waitUntil(shown.hasFocus)
    focused = QApplication.focusWidget()
    assert focused is shown
    QTest.keyClick(focused, Qt.Key.Key_A)
    assert (shown.text(), hidden.text()) == ("a", "")


def test_a_screen_that_is_just_being_opened_keeps_it(two: Two, qtbot: QtBot) -> None:
    hidden = two.fields[1]
    hidden.setFocus()
    two.pages.setCurrentIndex(1)
    for _ in range(3):
        QApplication.processEvents()
    assert hidden.hasFocus()
    del qtbot


def test_a_field_of_the_screen_that_is_shown_may_have_it_before_its_page_is_there(
    two: Two, qtbot: QtBot
) -> None:
    late = QLineEdit(two.pages.currentWidget())
    late.hide()
    late.setFocus()
    for _ in range(3):
        QApplication.processEvents()
    late.show()
    assert late.hasFocus()
    del qtbot


def test_it_is_nowhere_where_the_field_it_came_from_is_gone(two: Two, qtbot: QtBot) -> None:
    shown, hidden = two.fields
    hidden.setFocus()
    shown.setEnabled(False)
    qtbot.waitUntil(lambda: not hidden.hasFocus())
