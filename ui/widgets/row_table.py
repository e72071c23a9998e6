"""A table of a few rows for staff: cells are painted, and columns give way where there is no room."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from ui import theme
from ui.widgets.badge import painted_size
from ui.widgets.focus_ring import paint_ring
from ui.widgets.row_delegate import PADDING, RowDelegate
from ui.widgets.row_model import ROW, RowModel

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent

    from ui.widgets.row_model import Column

_Index = QModelIndex | QPersistentModelIndex
_BY_TAB = frozenset({Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason})


class RowTable(QTableView):
    """Shows a `RowModel` in rows of 32 logical pixels; one row is chosen, or none.

    With `grows` it is as high as its rows, for a page that scrolls itself.

    Attributes:
        rows: the model.
        hovered_row: the row under the pointer; -1 for none.

    Signals:
        chosen(object): another row is chosen, or the same one says something else; None for none.

    """

    chosen = Signal(object)

    def __init__(
        self,
        name: str,
        title: str,
        columns: tuple[Column, ...],
        *,
        grows: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.rows = RowModel(columns, self)
        self.hovered_row = -1
        self._columns = columns
        self._grows = grows
        self._by_keyboard = False
        self.setModel(self.rows)
        self.setItemDelegate(RowDelegate(self))
        self._set_up()
        self.rows.shown.connect(self._on_shown)
        theme.changed.connect(self.viewport().update)
        self._on_shown()

    def _set_up(self) -> None:
        upright, header = self.verticalHeader(), self.horizontalHeader()
        upright.hide()
        upright.setMinimumSectionSize(int(theme.RowHeight.STAFF))
        upright.setDefaultSectionSize(int(theme.RowHeight.STAFF))
        upright.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        # Qt's own is as wide as the widest letter of the font, which an Arabic one has very wide.
        header.setMinimumSectionSize(2 * int(PADDING))
        for number, column in enumerate(self._columns):
            if column.stretches:
                header.setSectionResizeMode(number, QHeaderView.ResizeMode.Stretch)
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
        if self._grows:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    @property
    def row(self) -> Any:  # noqa: ANN401 (whatever the table is of)
        """What is chosen; None for nothing."""
        return self.currentIndex().data(ROW)

    def show_rows(self, rows: tuple[Any, ...]) -> None:
        """Show these; what is chosen stays so while it is among them, else the one in its place is."""
        place = self.currentIndex().row()
        self.rows.show_rows(rows)
        if rows and self.row is None and place >= 0:
            self.choose(min(place, len(rows) - 1))
        self.chosen.emit(self.row)

    def choose(self, place: int) -> None:
        """Choose the row at a place."""
        self.setCurrentIndex(self.rows.index(place, self._first_column()))

    def _first_column(self) -> int:
        return next(n for n in range(len(self._columns)) if not self.isColumnHidden(n))

    def _on_shown(self) -> None:
        has_rows = self.rows.rowCount() > 0
        # Focus only where there is a row to show it.
        policy = Qt.FocusPolicy.StrongFocus if has_rows else Qt.FocusPolicy.NoFocus
        self.setFocusPolicy(policy)
        self._fit()
        if self._grows:
            rows = max(1, self.rows.rowCount()) * int(theme.RowHeight.STAFF)
            self.setFixedHeight(self.horizontalHeader().sizeHint().height() + rows)

    def _fit(self) -> None:
        """Give each column what its words need, and hide those for which there is no room."""
        for number, column in enumerate(self._columns):
            self.setColumnHidden(number, self.viewport().width() < column.hides_below)
            if not column.stretches:
                self.setColumnWidth(number, self._needed(number, column))

    def _needed(self, number: int, column: Column) -> int:
        texts = [column.sample, *self.rows.texts(number)]
        plain = QFontMetrics(theme.font()).horizontalAdvance
        title = QFontMetrics(theme.font(theme.TypeSize.CAPTION)).horizontalAdvance(column.title)
        if column.badge is not None:
            widest = max(painted_size(text).width() for text in texts)
        else:
            widest = max(plain(text) for text in texts)
        return max(widest, title) + 2 * int(PADDING)

    def _set_hovered_row(self, row: int) -> None:
        if row != self.hovered_row:
            self.hovered_row = row
            self.viewport().update()

    def _set_by_keyboard(self, *, by_keyboard: bool) -> None:
        if by_keyboard != self._by_keyboard:
            self._by_keyboard = by_keyboard
            self.viewport().update()

    # Qt's own

    def currentChanged(self, current: _Index, previous: _Index) -> None:  # noqa: N802 (Qt's name)
        """Tell what is chosen."""
        super().currentChanged(current, previous)
        if current.row() != previous.row():
            self.chosen.emit(current.data(ROW))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cells, then the ring around the row that has keyboard focus."""
        super().paintEvent(event)
        row = self.currentIndex().row()
        if row < 0 or not self.hasFocus() or not self._by_keyboard:
            return
        height = int(theme.RowHeight.STAFF)
        around = QRectF(0, self.rowViewportPosition(row), self.viewport().width(), height)
        paint_ring(QPainter(self.viewport()), around.adjusted(1, 0, -1, -1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by key, from when on focus shows."""
        self._set_by_keyboard(by_keyboard=True)
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose by pointer, which needs no focus ring."""
        self._set_by_keyboard(by_keyboard=False)
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light up the whole row under the pointer."""
        super().mouseMoveEvent(event)
        self._set_hovered_row(self.rowAt(round(event.position().y())))

    def leaveEvent(self, event: QEvent) -> None:
        """Let go of the row that was under the pointer."""
        super().leaveEvent(event)
        self._set_hovered_row(-1)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the first row when focus comes for the first time."""
        self._set_by_keyboard(by_keyboard=event.reason() is not Qt.FocusReason.MouseFocusReason)
        super().focusInEvent(event)
        if event.reason() in _BY_TAB and self.row is None and self.rows.rowCount():
            self.choose(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Have columns give way, or come back."""
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Ask for the head and a row."""
        height = self.horizontalHeader().sizeHint().height() + int(theme.RowHeight.STAFF)
        return QSize(0, height)
