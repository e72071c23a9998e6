"""The drawer by itself, over any page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from tests.pages.finding import find, press
from tests.ui.stage import stage
from ui.widgets.drawer import Drawer
from ui.widgets.edge_shadow import EdgeShadow
from ui.widgets.segments import Segments

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


def add_row(page: QWidget, *names: str) -> list[QPushButton]:
    """Put buttons side by side on the page: the last ones come to stand behind the drawer."""
    row = QHBoxLayout()
    made = [QPushButton(name) for name in names]
    for each in made:
        each.setObjectName(each.text())
        row.addWidget(each)
    column = page.layout()
    assert isinstance(column, QVBoxLayout)
    column.addLayout(row)
    QApplication.processEvents()
    return made


def names_by_tab(page: QWidget, presses: int, key: Qt.Key = Qt.Key.Key_Tab) -> list[str]:
    names = []
    for _ in range(presses):
        QTest.keyClick(page.window().windowHandle(), key)
        names.append(page.window().focusWidget().objectName())
    return names


def with_button(name: str) -> QWidget:
    content = QWidget()
    button = QPushButton(name)
    button.setObjectName(name)
    QVBoxLayout(content).addWidget(button)
    return content


def test_tab_comes_from_where_it_was_opened_and_passes_over_what_it_hides(
    page: QWidget, drawer: Drawer, qtbot: QtBot
) -> None:
    seen, _, in_part, *hidden = add_row(page, "seen", "seen too", "in part", "hidden", "hidden too")
    seen.setFocus()
    drawer.show_content("Payment", with_button("again"))
    # Made later than what is shown: alone it would come last.
    drawer.show_content("Payment", with_button("once more"))
    qtbot.waitUntil(lambda: not drawer.is_sliding)
    assert all(each.geometry().left() > drawer.x() for each in hidden)
    assert in_part.geometry().left() < drawer.x() < in_part.geometry().right()
    forth = ["page.more.close", "once more", "seen too", "in part", "elsewhere", "seen"]
    assert names_by_tab(page, 7) == [*forth, forth[0]]
    assert names_by_tab(page, 6, Qt.Key.Key_Backtab) == forth[::-1]
    drawer.close_drawer()
    in_part.setFocus()
    assert names_by_tab(page, 3) == ["hidden", "hidden too", "elsewhere"]


def test_focus_that_goes_behind_it_by_another_way_closes_it(page: QWidget, drawer: Drawer) -> None:
    *_, hidden = add_row(page, "seen", "hidden", "hidden too")
    drawer.show_content("Payment", QLabel("more"))
    hidden.setFocus(Qt.FocusReason.ShortcutFocusReason)
    assert not drawer.is_open
    assert hidden.hasFocus()
    assert hidden.focusPolicy() == Qt.FocusPolicy.StrongFocus


def test_of_a_few_only_the_chosen_one_is_tabs_after_it_was_hidden(
    page: QWidget, drawer: Drawer
) -> None:
    choices = Segments("pick", (("in", "In"), ("out", "Out")))
    column = page.layout()
    assert isinstance(column, QVBoxLayout)
    column.addWidget(choices, 0, Qt.AlignmentFlag.AlignTrailing)
    QApplication.processEvents()
    drawer.show_content("Payment", QLabel("more"))
    assert not choices.buttons[0].focusPolicy() & Qt.FocusPolicy.TabFocus
    choices.choose("out")
    drawer.close_drawer()
    policies = [each.focusPolicy() for each in choices.buttons]
    assert policies == [Qt.FocusPolicy.ClickFocus, Qt.FocusPolicy.StrongFocus]


@pytest.mark.parametrize("mirrored", [False, True])
def test_its_shadow_falls_beside_it_and_comes_and_goes_with_it(
    page: QWidget, drawer: Drawer, qtbot: QtBot, *, mirrored: bool
) -> None:
    shadow = page.findChild(EdgeShadow)
    assert shadow is not None
    assert not shadow.isVisible()
    if mirrored:
        page.window().setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    drawer.show_content("Payment", QLabel("more"))
    qtbot.waitUntil(lambda: not drawer.is_sliding)
    place = shadow.geometry()
    assert place.height() == page.height()
    assert place.intersected(drawer.geometry()).isEmpty()
    beside = drawer.width() if mirrored else drawer.x() - 1
    assert place.contains(beside, 10)
    # Darker at the drawer than far from it.
    drawn = page.grab().toImage()
    far = place.right() if mirrored else place.left()
    y = page.height() - 4
    assert drawn.pixelColor(beside, y).lightness() < drawn.pixelColor(far, y).lightness()
    drawer.close_drawer()
    assert not shadow.isVisible()
