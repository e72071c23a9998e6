"""A layout that fills lines as words do: along the direction of reading, then the next line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

if TYPE_CHECKING:
    from collections.abc import Iterator


class FlowLayout(QLayout):
    """Places widgets by their size hints, with `spacing()` between them, mirrored in Arabic.

    Whether it takes more room than the lines need is up to the widget that it lies in.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        #: Heights by width, until something changes: a window asks for each a dozen times.
        self._heights: dict[int, int] = {}

    def addItem(self, item: QLayoutItem) -> None:
        """Take an item in at the end."""
        self._items.append(item)
        self.invalidate()

    def count(self) -> int:
        """Return how many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return an item, None past the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Let an item go, None past the end."""
        if not 0 <= index < len(self._items):
            return None
        self.invalidate()
        return self._items.pop(index)

    def invalidate(self) -> None:
        """Forget what was reckoned: something changed."""
        self._heights.clear()
        super().invalidate()

    def hasHeightForWidth(self) -> bool:
        """Depend on the width: a narrow page has more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height that all lines need at `width`."""
        height = self._heights.get(width)
        if height is None:
            margins = self.contentsMargins()
            room = width - margins.left() - margins.right()
            bottom = max((place.bottom() + 1 for _, place in self._places(room)), default=0)
            height = self._heights[width] = margins.top() + bottom + margins.bottom()
        return height

    def setGeometry(self, rect: QRect) -> None:
        """Place everything."""
        super().setGeometry(rect)
        room = rect.marginsRemoved(self.contentsMargins())
        parent = self.parentWidget()
        is_mirrored = parent is not None and parent.isRightToLeft()
        for item, place in self._places(room.width()):
            place.translate(room.topLeft())
            if is_mirrored:
                place.moveLeft(room.left() + room.right() - place.right())
            item.setGeometry(place)

    def sizeHint(self) -> QSize:
        """Return the least size: lines break where they must."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:  # noqa: N802 (Qt's name)
        """Return room for the largest item."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _places(self, width: int) -> Iterator[tuple[QLayoutItem, QRect]]:
        """Yield each item with its place in a room of `width`, from left to right."""
        gap = self.spacing()
        x, y, line_height = 0, 0, 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint()
            if x > 0 and x + size.width() > width:
                x, y, line_height = 0, y + line_height + gap, 0
            yield item, QRect(x, y, size.width(), size.height())
            x += size.width() + gap
            line_height = max(line_height, size.height())
