"""A table whose rows are painted: what all of them do, whatever they show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QStyle, QTableView

from ui import theme
from ui.widgets.focus_ring import paint_ring

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent
    from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

#: From a cell's edge to its text; the header's titles stand as far in.
PADDING = int(theme.Spacing.M)
#: Where words and figures stand in a cell. Absolute: decimals are below each other in Arabic too.
WORDS = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
FIGURES = (
    Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
)
_BY_TAB = frozenset({Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason})
#: Neither by key nor by pointer: how focus shows stays as it was.
_COMING_BACK = frozenset({Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason})


class PaintedTable(QTableView):
    """Rows of one height, chosen one at a time; the pointer lights a row, keys put a ring around it.

    Attributes:
        row_height: in logical pixels.
        hovered_row: the row under the pointer; -1 for none.

    Signals:
        opened(int, bool): somebody wants to know more of a row, where rows open; whether by a key.
        copy_wanted(QModelIndex): somebody wants a cell's text, where cells are copied.

    """

    opened = Signal(int, bool)
    copy_wanted = Signal(QModelIndex)

    #: Enter and a click open a row.
    opens_rows = False
    #: Ctrl+C copies a cell, which is marked within the ring.
    copies_cells = False

    def __init__(
        self, parent: QWidget | None = None, *, row_height: int = theme.RowHeight.STAFF
    ) -> None:
        super().__init__(parent)
        self.row_height = int(row_height)
        self.hovered_row = -1
        self._by_keyboard = False
        rows, header = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setMinimumSectionSize(self.row_height)
        rows.setDefaultSectionSize(self.row_height)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        if self.opens_rows:
            self.clicked.connect(lambda index: self.opened.emit(index.row(), False))
        theme.changed.connect(self.viewport().update)

    def begin(self) -> None:
        """Choose the first row: keys came here, and nothing is chosen."""
        self.setCurrentIndex(self.model().index(0, 0))

    def paint_ground(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint what is below a cell's words: that its row is chosen, or under the pointer."""
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, theme.colour("accent_soft"))
        elif index.row() == self.hovered_row:
            painter.fillRect(option.rect, theme.colour("hover"))

    def _hover(self, row: int) -> None:
        if row != self.hovered_row:
            self.hovered_row = row
            self.viewport().update()

    def _set_by_keyboard(self, *, by_keyboard: bool) -> None:
        if by_keyboard != self._by_keyboard:
            self._by_keyboard = by_keyboard
            self.viewport().update()

    # Qt's own

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cells, then the ring around the row that has keyboard focus."""
        super().paintEvent(event)
        row = self.currentIndex().row()
        if row < 0 or not self.hasFocus() or not self._by_keyboard:
            return
        top = self.rowViewportPosition(row)
        around = QRectF(0, top, self.viewport().width(), self.row_height)
        painter = QPainter(self.viewport())
        paint_ring(painter, around.adjusted(1, 0, -1, -1))
        if self.copies_cells:
            cell = self.visualRect(self.currentIndex())
            mark = cell.adjusted(PADDING, cell.height() - 6, -PADDING, -4)
            painter.fillRect(mark, theme.colour("focus"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by key, from when on focus shows; open a row and copy a cell by key."""
        index = self.currentIndex()
        if self.copies_cells and event.matches(QKeySequence.StandardKey.Copy):
            if index.isValid():
                self.copy_wanted.emit(index)
            return
        self._set_by_keyboard(by_keyboard=True)
        is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if self.opens_rows and is_enter and index.isValid():
            self.opened.emit(index.row(), True)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose by pointer, which needs no focus ring."""
        self._set_by_keyboard(by_keyboard=False)
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light up the whole row under the pointer."""
        super().mouseMoveEvent(event)
        self._hover(self.rowAt(round(event.position().y())))

    def leaveEvent(self, event: QEvent) -> None:
        """Let go of the row that was under the pointer."""
        super().leaveEvent(event)
        self._hover(-1)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the first row when focus comes for the first time."""
        reason = event.reason()
        if reason not in _COMING_BACK:
            self._set_by_keyboard(by_keyboard=reason is not Qt.FocusReason.MouseFocusReason)
        super().focusInEvent(event)
        if reason in _BY_TAB and not self.currentIndex().isValid() and self.model().rowCount():
            self.begin()


def paint_hairline(painter: QPainter, cell: QRect) -> None:
    """Paint the line below a row."""
    painter.fillRect(cell.left(), cell.bottom(), cell.width(), 1, theme.colour("line"))
