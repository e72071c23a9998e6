"""What lies hidden behind something on a page: Tab passes it over, as focus there is not seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QWidget
from shiboken6 import isValid

if TYPE_CHECKING:
    from collections.abc import Iterator

_TAB = Qt.FocusPolicy.TabFocus


class Covered:
    """The controls of `page` that stand wholly behind `cover`, a child of it that is as high.

    Only breadth counts: what is scrolled out of sight above comes to lie behind it too.
    """

    def __init__(self, page: QWidget, cover: QWidget) -> None:
        self._page = page
        self._cover = cover
        self._passed: list[tuple[QWidget, Qt.FocusPolicy]] = []

    def has(self, widget: QWidget) -> bool:
        """Tell whether nothing is seen of a widget of the page."""
        if not self._page.isAncestorOf(widget) or self._is_on_cover(widget):
            return False
        left = widget.mapTo(self._page, QPoint(0, 0)).x()
        cover = self._cover.geometry()
        return cover.left() <= left and left + widget.width() <= cover.left() + cover.width()

    def pass_over(self) -> None:
        """Have Tab pass over what is hidden now; call again when something has moved."""
        self.release()
        for each in self._tab_stops():
            if self.has(each):
                self._passed.append((each, each.focusPolicy()))
                each.setFocusPolicy(each.focusPolicy() & ~_TAB)

    def release(self) -> None:
        """Have Tab go to everything again."""
        passed, self._passed = self._passed, []
        for each, policy in passed:
            # Of a few buttons only the chosen one is Tab's, and another may be chosen by now.
            if isValid(each) and not _is_left_to_another(each):
                each.setFocusPolicy(policy)

    def _tab_stops(self) -> Iterator[QWidget]:
        for each in self._page.findChildren(QWidget):
            if each.focusPolicy() & _TAB and each.isVisible() and not self._is_on_cover(each):
                yield each

    def _is_on_cover(self, widget: QWidget) -> bool:
        return widget is self._cover or self._cover.isAncestorOf(widget)


def _is_left_to_another(widget: QWidget) -> bool:
    if not isinstance(widget, QAbstractButton) or not widget.isCheckable():
        return False
    is_one_of_a_few = widget.group() is not None or widget.autoExclusive()
    return is_one_of_a_few and not widget.isChecked()
