"""The drawer by itself, over any page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget

from tests.pages.finding import find, press
from tests.ui.stage import stage
from ui.widgets.drawer import Drawer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    made = QWidget()
    button = QPushButton("Elsewhere")
    button.setObjectName("elsewhere")
    QVBoxLayout(made).addWidget(button)
    stage(qtbot, made)
    return made


@pytest.fixture
def drawer(page: QWidget) -> Drawer:
    return Drawer(page, "page.more")


@pytest.fixture
def _right_to_left(qtbot: QtBot) -> Iterator[None]:
    del qtbot
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    app.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def wait_until_still(drawer: Drawer, qtbot: QtBot, left: int) -> None:
    qtbot.waitUntil(lambda: drawer.x() == left)


def test_it_lies_at_the_trailing_edge_and_goes_with_the_page(
    page: QWidget, drawer: Drawer, qtbot: QtBot
) -> None:
    drawer.show_content("Payment", QLabel("more"))
    assert drawer.isVisible()
    assert drawer.accessibleName() == "Payment"
    wait_until_still(drawer, qtbot, page.width() - drawer.width())
    assert drawer.height() == page.height()
    page.window().resize(1000, 500)
    wait_until_still(drawer, qtbot, page.width() - drawer.width())
    assert drawer.height() == page.height()


@pytest.mark.usefixtures("_right_to_left")
def test_in_arabic_it_lies_at_the_left(page: QWidget, qtbot: QtBot) -> None:
    drawer = Drawer(page, "page.more")
    drawer.show_content("Payment", QLabel("more"))
    wait_until_still(drawer, qtbot, 0)


def test_a_narrow_page_is_never_covered_whole(page: QWidget, drawer: Drawer, qtbot: QtBot) -> None:
    page.window().resize(400, 500)
    drawer.show_content("Payment", QLabel("more"))
    wait_until_still(drawer, qtbot, page.width() - drawer.width())
    assert drawer.width() < page.width()


def test_focus_goes_back_where_it_was_unless_it_went_elsewhere(
    page: QWidget, drawer: Drawer
) -> None:
    closed: list[None] = []
    drawer.closed.connect(lambda: closed.append(None))
    button = find(page, QPushButton, "elsewhere")
    button.setFocus()
    drawer.show_content("Payment", QLabel("more"))
    assert button.hasFocus()
    drawer.take_focus()
    close = page.window().focusWidget()
    assert close.objectName() == "page.more.close"
    QTest.keyClick(close, Qt.Key.Key_Escape)
    assert not drawer.is_open
    assert button.hasFocus()
    assert closed == [None]
    assert not drawer.close_drawer()
    assert closed == [None]


def test_something_else_takes_the_place_of_what_it_showed(page: QWidget, drawer: Drawer) -> None:
    first = QLabel("first")
    drawer.show_content("One", first)
    drawer.show_content("Two", QLabel("second"))
    assert drawer.accessibleName() == "Two"
    texts = [each.text() for each in drawer.findChildren(QLabel)]
    assert "second" in texts
    assert "first" not in texts
    press(page, "page.more.close")
    assert not drawer.is_open
