"""What the keyboard reaches, in which order, and whether it shows where it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QRegion
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QButtonGroup,
    QLineEdit,
    QScrollArea,
    QWidget,
)

from tests.ui.accessibility.naming import controls, described
from ui import theme
from ui.widgets.drawer import Drawer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QImage

#: More stops than any window has.
_MOST = 200
_REACH = theme.Control.FOCUS_RING + theme.Control.FOCUS_GAP


def ring_of(window: QWidget) -> list[QWidget]:
    """Press Tab until focus is back where it began; return what had it, in order."""
    found: list[QWidget] = []
    for _ in range(_MOST):
        press_tab(window)
        focused = QApplication.focusWidget()
        if focused is None or focused in found:
            break
        found.append(focused)
    return found


def press_tab(window: QWidget) -> None:
    """Press Tab as a keyboard does: through the window."""
    handle = window.windowHandle()
    assert handle is not None
    QTest.keyClick(handle, Qt.Key.Key_Tab)


def out_of_order(window: QWidget, ring: list[QWidget]) -> Iterator[str]:
    """Yield steps of Tab that go against the order of reading.

    A step goes on in the line, or down, or to the top of what stands beside. One step of the round
    goes back to the beginning: the one that leads highest.
    """
    # Tab has scrolled to what it reached.
    for area in window.findChildren(QScrollArea):
        area.verticalScrollBar().setValue(0)
    mirrored = window.isRightToLeft()
    # What has made room for something else since stands nowhere.
    ring = [each for each in ring if each.isVisible()]
    back = [
        (_place(window, after).top(), f"Tab goes from {described(one)} back to {described(after)}")
        for one, after in zip(ring, [*ring[1:], *ring[:1]], strict=True)
        if not _reads_on(window, one, after, mirrored=mirrored)
    ]
    yield from (told for _top, told in sorted(back)[1:])


def _reads_on(window: QWidget, one: QWidget, after: QWidget, *, mirrored: bool) -> bool:
    if one.isAncestorOf(after) or after.isAncestorOf(one):
        return True
    before, place = _seen(window, one), _seen(window, after)
    is_beside = place.right() < before.left() if mirrored else place.left() > before.right()
    return is_beside or place.top() > before.bottom()


def unreached(window: QWidget, ring: list[QWidget]) -> Iterator[str]:
    """Yield what can be acted on by mouse only."""
    for each in controls(window):
        if each in ring or not each.isEnabled() or each.focusProxy() in ring:
            continue
        if isinstance(each.parentWidget(), QLineEdit) and not each.focusPolicy():
            # What empties a field is Esc, by key.
            continue
        if _seen(window, each).isEmpty():
            # A drawer hides it from the mouse too.
            continue
        if (
            isinstance(each, QAbstractButton)
            and each.isCheckable()
            and _has_reached_sibling(each, ring)
        ):
            # Arrow keys go on from the one that is chosen.
            continue
        if isinstance(each, QAbstractItemView) and not each.model().rowCount():
            continue
        yield f"{described(each)} cannot be reached by Tab"


def _has_reached_sibling(made: QAbstractButton, ring: list[QWidget]) -> bool:
    group: QButtonGroup | None = made.group()
    if group is not None:
        return group.exclusive() and any(each in ring for each in group.buttons())
    return made.autoExclusive() and any(
        isinstance(each, QAbstractButton) and each.parentWidget() is made.parentWidget()
        for each in ring
    )


def unseen_focus(window: QWidget, ring: list[QWidget]) -> Iterator[str]:
    """Yield what looks the same with and without focus, after Tab has gone round once."""
    for each in ring:
        if not each.isVisible():
            continue
        _scroll_to(each)
        each.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        focused = _picture(window, each)
        each.clearFocus()
        if _picture(window, each) == focused:
            yield f"nothing shows that {described(each)} has focus"


def _scroll_to(widget: QWidget) -> None:
    step = widget.parentWidget()
    while step is not None:
        if isinstance(step, QScrollArea):
            step.ensureWidgetVisible(widget)
        step = step.parentWidget()


def _picture(window: QWidget, widget: QWidget) -> QImage:
    around = _place(window, widget).adjusted(-_REACH, -_REACH, _REACH, _REACH)
    return window.grab(around).toImage()


def _seen(window: QWidget, widget: QWidget) -> QRect:
    """Return where a widget is, without what an open drawer hides of it wherever it is scrolled to."""
    place = _place(window, widget)
    seen = QRegion(place)
    for drawer in window.findChildren(Drawer):
        if drawer.isVisible() and drawer is not widget and not drawer.isAncestorOf(widget):
            hides = _place(window, drawer)
            seen -= QRegion(hides.left(), place.top(), hides.width(), place.height())
    return seen.boundingRect()


def _place(window: QWidget, widget: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
