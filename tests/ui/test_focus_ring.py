from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui import theme
from ui.widgets.button import button
from ui.widgets.focus_ring import FocusRing, _Ring

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

REACH = theme.Control.FOCUS_RING + theme.Control.FOCUS_GAP


@pytest.fixture
def ring(qapp: QApplication) -> FocusRing:
    found = qapp.findChild(FocusRing)
    return found if isinstance(found, FocusRing) else FocusRing(qapp)


@pytest.fixture
def page(qtbot: QtBot, ring: FocusRing) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    for name in ("one", "two", "three"):
        column.addWidget(button(name))
    column.addWidget(QLineEdit())
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    click(made, made.findChildren(QPushButton)[2])
    assert ring.around is None
    return made


def press(page: QWidget, key: Qt.Key) -> None:
    # Through the window, as a keyboard does; QTest's keys for a widget go past it.
    handle = page.window().windowHandle()
    assert handle is not None
    QTest.keyClick(handle, key)


def click(page: QWidget, widget: QWidget) -> None:
    handle = page.window().windowHandle()
    assert handle is not None
    place = widget.mapTo(page.window(), widget.rect().center())
    QTest.mouseClick(handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)


def rings(page: QWidget) -> list[_Ring]:
    return [ring for ring in page.findChildren(_Ring) if ring.isVisible()]


def test_tab_draws_the_ring_around_what_it_leads_to(page: QWidget, ring: FocusRing) -> None:
    first = page.findChildren(QPushButton)[0]
    first.setFocus()
    press(page, Qt.Key.Key_Tab)
    second = page.findChildren(QPushButton)[1]
    assert ring.around is second
    [drawn] = rings(page)
    assert drawn.geometry() == second.geometry().adjusted(-REACH, -REACH, REACH, REACH)


def test_the_ring_is_two_pixels_of_accent_with_a_gap_of_two(page: QWidget, ring: FocusRing) -> None:
    page.findChildren(QPushButton)[0].setFocus()
    press(page, Qt.Key.Key_Tab)
    assert ring.around is not None
    [drawn] = rings(page)
    image = page.grab().toImage()
    ratio = image.devicePixelRatio()
    middle = drawn.geometry().center().x()
    seen = [
        image.pixelColor(round(middle * ratio), round((drawn.y() + row) * ratio)).name().upper()
        for row in range(REACH)
    ]
    accent = theme.current().focus
    assert seen[:2] == [accent, accent]
    assert accent not in seen[2:]


def test_a_click_draws_no_ring_and_takes_it_away(page: QWidget, ring: FocusRing) -> None:
    press(page, Qt.Key.Key_Tab)
    press(page, Qt.Key.Key_Backtab)
    assert len(rings(page)) == 1
    click(page, page.findChildren(QPushButton)[0])
    assert ring.around is None
    assert rings(page) == []


def test_a_key_after_a_click_shows_where_focus_is(page: QWidget, ring: FocusRing) -> None:
    first = page.findChildren(QPushButton)[0]
    click(page, first)
    assert ring.around is None
    press(page, Qt.Key.Key_Shift)
    assert rings(page) == []
    press(page, Qt.Key.Key_F9)
    assert len(rings(page)) == 1
    assert ring.around is first


def test_a_field_shows_focus_by_its_own_edge(page: QWidget, ring: FocusRing) -> None:
    press(page, Qt.Key.Key_Tab)
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    assert ring.around is None
    assert rings(page) == []


def test_the_ring_goes_along_when_its_widget_moves(page: QWidget, ring: FocusRing) -> None:
    first = page.findChildren(QPushButton)[0]
    first.setFocus()
    press(page, Qt.Key.Key_F9)
    assert ring.around is first
    page.resize(page.width() + 100, page.height() + 50)
    QApplication.processEvents()
    [drawn] = rings(page)
    assert drawn.geometry() == first.geometry().adjusted(-REACH, -REACH, REACH, REACH)


def test_the_ring_goes_with_a_widget_that_is_hidden_or_deleted(
    qtbot: QtBot, page: QWidget, ring: FocusRing
) -> None:
    buttons = page.findChildren(QPushButton)
    buttons[0].setFocus()
    press(page, Qt.Key.Key_F9)
    buttons[0].hide()
    assert ring.around is not buttons[0]
    buttons[1].setFocus()
    press(page, Qt.Key.Key_F9)
    assert ring.around is buttons[1]
    with qtbot.waitSignal(buttons[1].destroyed):
        buttons[1].deleteLater()
    QApplication.processEvents()
    assert all(drawn.geometry().isValid() for drawn in rings(page))
    press(page, Qt.Key.Key_Tab)
    press(page, Qt.Key.Key_Backtab)


def test_a_page_deleted_with_its_ring_does_no_harm(
    qtbot: QtBot, qapp: QApplication, ring: FocusRing
) -> None:
    page = QWidget()
    QVBoxLayout(page).addWidget(button("only"))
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.findChildren(QPushButton)[0].setFocus()
    press(page, Qt.Key.Key_F9)
    assert ring.around is not None
    with qtbot.waitSignal(page.destroyed):
        page.deleteLater()
    qapp.processEvents()
    assert ring.around is None


def test_in_a_scroll_area_the_ring_scrolls_along_and_is_clipped(
    qtbot: QtBot, ring: FocusRing
) -> None:
    area, inner = QScrollArea(), QWidget()
    column = QVBoxLayout(inner)
    for number in range(30):
        column.addWidget(button(str(number)))
    area.setWidget(inner)
    area.resize(200, 200)
    qtbot.addWidget(area)
    with qtbot.waitExposed(area):
        area.show()
    area.activateWindow()
    qtbot.waitUntil(area.isActiveWindow)
    first = inner.findChildren(QPushButton)[0]
    first.setFocus()
    press(area, Qt.Key.Key_F9)
    assert ring.around is first
    [drawn] = rings(area)
    assert drawn.parentWidget() is inner
    before = drawn.mapTo(area, QPoint(0, 0)).y()
    area.verticalScrollBar().setValue(60)
    assert drawn.mapTo(area, QPoint(0, 0)).y() == before - 60
    assert drawn.visibleRegion().boundingRect() != QRect(drawn.rect())
