"""Whether everything has the room it needs: nothing cut off, nothing outside its window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QCheckBox,
    QLabel,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QSizePolicy,
    QWidget,
)

from tests.ui.accessibility.naming import described, is_part_of_another, shown
from ui.widgets.labels import ElidedLabel

if TYPE_CHECKING:
    from collections.abc import Iterator

#: Half a pixel up or down by rounding, at 150 %.
_SLACK = 1


def cut_off(window: QWidget) -> Iterator[str]:
    """Yield words that have less room than they need; what ends in … must have a tool tip."""
    for each in shown(window):
        if isinstance(each, ElidedLabel):
            # It tells by itself, with the first paint.
            each.grab()
            needs = each.fontMetrics().horizontalAdvance(each.text())
            if needs > each.contentsRect().width() + _SLACK and not each.toolTip():
                yield f"{described(each)} ends in … and has no tool tip"
        elif isinstance(each, QLabel):
            yield from _cut_label(each)
        elif isinstance(each, QPushButton | QRadioButton | QCheckBox):
            wanted, has = each.sizeHint(), each.size()
            if has.width() + _SLACK < wanted.width() or has.height() + _SLACK < wanted.height():
                yield f"{described(each)} needs {_size(wanted)}, has {_size(has)}"


def _cut_label(made: QLabel) -> Iterator[str]:
    # What ignores its words' width fits them by itself (an amount is set smaller).
    fits_itself = made.sizePolicy().horizontalPolicy() is QSizePolicy.Policy.Ignored
    if not made.text() or fits_itself:
        return
    if made.wordWrap():
        needs = made.heightForWidth(made.width())
        if made.height() + _SLACK < needs:
            yield f"{described(made)} needs a height of {needs}, has {made.height()}"
        return
    wanted = made.sizeHint()
    if made.width() + _SLACK < wanted.width() or made.height() + _SLACK < wanted.height():
        yield f"{described(made)} needs {_size(wanted)}, has {_size(made.size())}"


def _size(size: object) -> str:
    return f"{size.width()} x {size.height()}"  # type: ignore[attr-defined]  # a QSize


def outside(window: QWidget) -> Iterator[str]:
    """Yield what lies beyond the window's edge, beyond its parent, or can only be scrolled to sideways."""
    whole = window.rect()
    for each in shown(window):
        if is_part_of_another(each) or each.visibleRegion().isEmpty():
            continue
        if isinstance(each, QScrollArea) and each.horizontalScrollBar().maximum() > 0:
            yield f"{described(each)} has to be scrolled sideways"
        place = QRect(each.mapTo(window, QPoint(0, 0)), each.size())
        if not _scrolls(each) and not whole.contains(place):
            yield f"{described(each)} is at {_place(place)}, outside of the window"


def _scrolls(widget: QWidget) -> bool:
    """Tell whether a widget lies in something that is scrolled."""
    step = widget.parentWidget()
    while step is not None and not isinstance(step, QAbstractScrollArea):
        step = step.parentWidget()
    return step is not None


def _place(place: QRect) -> str:
    return f"({place.x()}, {place.y()}) {_size(place.size())}"
