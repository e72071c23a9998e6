"""A table of a few rows for staff: cells are painted, and columns give way where there is no room."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetrics,
    QResizeEvent,
)
from PySide6.QtWidgets import QHeaderView, QWidget

from ui import theme
from ui.widgets.badge import painted_size
from ui.widgets.painted_table import PADDING, PaintedTable
from ui.widgets.row_delegate import RowDelegate
from ui.widgets.row_model import ROW, RowModel

if TYPE_CHECKING:
    from ui.widgets.row_model import Column

_Index = QModelIndex | QPersistentModelIndex


class RowTable(PaintedTable):
    """Shows a `RowModel` in rows of 32 logical pixels; one row is chosen, or none.

    With `grows` it is as high as its rows, for a page that scrolls itself.

    Attributes:
        rows: the model.

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
        self._columns = columns
        self._grows = grows
        self.setModel(self.rows)
        self.setItemDelegate(RowDelegate(self))
        self._set_up()
        self.rows.shown.connect(self._on_shown)
        self._on_shown()

    def _set_up(self) -> None:
        header = self.horizontalHeader()
        # Qt's own is as wide as the widest letter of the font, which an Arabic one has very wide.
        header.setMinimumSectionSize(2 * PADDING)
        for number, column in enumerate(self._columns):
            if column.stretches:
                header.setSectionResizeMode(number, QHeaderView.ResizeMode.Stretch)
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
            rows = max(1, self.rows.rowCount()) * self.row_height
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
        # An advance is rounded, and the words are cut off where a fraction is lacking.
        return max(widest, title) + 1 + 2 * PADDING

    def begin(self) -> None:
        """Choose the first row."""
        self.choose(0)

    # Qt's own

    def currentChanged(self, current: _Index, previous: _Index) -> None:  # noqa: N802 (Qt's name)
        """Tell what is chosen."""
        super().currentChanged(current, previous)
        if current.row() != previous.row():
            self.chosen.emit(current.data(ROW))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Have columns give way, or come back."""
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Ask for the head and a row."""
        height = self.horizontalHeader().sizeHint().height() + self.row_height
        return QSize(0, height)
