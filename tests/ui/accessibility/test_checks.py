"""Each check sees what it is for, planted into a page that has nothing else wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListView,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from tests.ui.accessibility.checks import findings
from tests.ui.stage import stage
from ui.widgets.button import button
from ui.widgets.focus_ring import FocusRing
from ui.widgets.icon_button import IconButton
from ui.widgets.labels import field_label, label

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


class Page(QFrame):
    """A field, two buttons, and a sentence."""

    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.field = QLineEdit()
        self.send, self.cancel = button("&Send"), button("&Cancel")
        for each in (field_label("&Email", self.field), self.field, self.send, self.cancel):
            self.column.addWidget(each)
        self.column.addWidget(label("A sentence that says what this page is for.", wraps=True))
        self.column.addStretch(1)


def nameless_icon(page: Page) -> None:
    page.column.addWidget(IconButton("eye", ""))


def nameless_field(page: Page) -> None:
    page.column.addWidget(QLineEdit())


class _Painted(QToolButton):
    """A control that is drawn, and told to nobody."""


def nameless_button(page: Page) -> None:
    made = _Painted()
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    page.column.addWidget(made)


def silent_row(page: Page) -> None:
    view = QListView()
    view.setAccessibleName("People")
    view.setModel(QStringListModel(["Salma", ""], view))
    view.setStyleSheet("QListView:focus { border: 2px solid black; }")
    page.column.addWidget(view)


def equal_letters(page: Page) -> None:
    page.cancel.setText("&Stop")


def cut_label(page: Page) -> None:
    words = label("Longer than the room it has")
    words.setFixedWidth(60)
    page.column.addWidget(words)


def cut_lines(page: Page) -> None:
    words = label("Longer than the room it has, by far, in as many words as that", wraps=True)
    words.setFixedSize(80, 20)
    page.column.addWidget(words)


def cut_button(page: Page) -> None:
    page.send.setFixedWidth(20)


def beyond_the_edge(page: Page) -> None:
    made = QPushButton("Far away", page)
    made.setGeometry(page.window().width() - 20, 300, 120, 38)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    made.show()


def scrolled_sideways(page: Page) -> None:
    area = QScrollArea()
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    inner = QWidget()
    inner.setFixedSize(3000, 20)
    area.setWidget(inner)
    page.column.addWidget(area)


def tab_goes_back(page: Page) -> None:
    QWidget.setTabOrder(page.field, page.cancel)
    QWidget.setTabOrder(page.cancel, page.send)


def by_mouse_only(page: Page) -> None:
    page.cancel.setFocusPolicy(Qt.FocusPolicy.ClickFocus)


def unseen_focus(page: Page) -> None:
    page.send.setProperty("focusRing", False)


PLANTS: dict[Callable[[Page], None], str] = {
    nameless_icon: "IconButton has no name",
    nameless_field: "QLineEdit has no name",
    nameless_button: "_Painted has no name",
    silent_row: "row 1 says nothing",
    equal_letters: "Alt+S is there 2 times",
    cut_label: "Label needs 1",
    cut_lines: "Label needs a height of",
    cut_button: "QPushButton needs",
    beyond_the_edge: "outside of the window",
    scrolled_sideways: "QScrollArea has to be scrolled sideways",
    tab_goes_back: "Tab goes from QPushButton back to QPushButton",
    by_mouse_only: "QPushButton cannot be reached by Tab",
    unseen_focus: "nothing shows that QPushButton has focus",
}


@pytest.fixture
def page(qtbot: QtBot, qapp: QApplication) -> Page:
    FocusRing.follow(qapp)
    made = Page()
    stage(qtbot, made)
    return made


def test_a_page_without_faults_has_no_findings(page: Page) -> None:
    assert list(findings(page.window())) == []


@pytest.mark.parametrize("plant", PLANTS, ids=lambda plant: plant.__name__)
def test_a_fault_is_found_and_nothing_else(
    page: Page, qapp: QApplication, plant: Callable[[Page], None]
) -> None:
    plant(page)
    qapp.processEvents()
    found = list(findings(page.window()))
    assert found
    assert all(PLANTS[plant] in each for each in found), found
