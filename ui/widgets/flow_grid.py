"""Lays out equal cards in as many columns as fit."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowGrid(QLayout):
    """Equal cards in columns of `min_width` to `max_width` logical pixels, from the leading edge."""

    def __init__(
        self, *, min_width: int, max_width: int, spacing: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._min_width = min_width
        self._max_width = max_width
        self._items: list[QLayoutItem] = []
        self.setSpacing(spacing)
        self.setContentsMargins(0, 0, 0, 0)

    def _columns(self, width: int) -> int:
        fitting = (width + self.spacing()) // (self._min_width + self.spacing())
        return max(1, min(fitting, len(self._items)))

    def _item_width(self, width: int) -> int:
        columns = self._columns(width)
        share = (width - (columns - 1) * self.spacing()) // columns
        return min(self._max_width, share)

    def _item_height(self) -> int:
        """Return the height of all cards: that of the one that needs most."""
        return max((item.sizeHint().height() for item in self._items), default=0)

    def _rows(self, width: int) -> list[list[QLayoutItem]]:
        columns = self._columns(width)
        starts = range(0, len(self._items), columns)
        return [self._items[start : start + columns] for start in starts]

    def _arrange(self, rect: QRect) -> None:
        width = self._item_width(rect.width())
        height = self._item_height()
        top = rect.top()
        for row in self._rows(rect.width()):
            for column, item in enumerate(row):
                offset = column * (width + self.spacing())
                left = rect.left() + offset
                if self._is_mirrored():
                    left = rect.right() + 1 - offset - width
                item.setGeometry(QRect(QPoint(left, top), QSize(width, height)))
            top += height + self.spacing()

    def _is_mirrored(self) -> bool:
        parent = self.parentWidget()
        return parent is not None and parent.layoutDirection() is Qt.LayoutDirection.RightToLeft

    # Qt's own

    def addItem(self, item: QLayoutItem) -> None:
        """Take an item in at the end."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return an item by its place."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take an item out."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Ask for no room beyond what the items need."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Tell that a narrow place makes it higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all rows at that width."""
        rows = len(self._rows(width))
        return rows * self._item_height() + max(0, rows - 1) * self.spacing()

    def setGeometry(self, rect: QRect) -> None:
        """Place the items."""
        super().setGeometry(rect)
        self._arrange(rect)

    def sizeHint(self) -> QSize:
        """Return the room for all items in one row."""
        columns = max(1, len(self._items))
        width = columns * self._min_width + (columns - 1) * self.spacing()
        return QSize(width, self._item_height())

    def minimumSize(self) -> QSize:  # noqa: N802 (Qt's own)
        """Return the room for one column."""
        return QSize(self._min_width if self._items else 0, self._item_height())
