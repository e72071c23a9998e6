"""The table that shows a history: one row a payment, loaded further while it is scrolled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFontMetrics,
)
from PySide6.QtWidgets import QHeaderView, QWidget

from ui import date_text, theme
from ui.components.history import line_text
from ui.components.history.columns import Column
from ui.components.history.delegate import HistoryDelegate, day_width, when_width
from ui.components.history.widths import ColumnWidths
from ui.widgets.painted_table import PADDING, PaintedTable

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint

    from ui.components.history.model import HistoryModel
    from ui.preferences import Preferences

#: An amount of this width shows without its column having to grow.
_USUAL_FIGURE = "+999,999.99"
#: Older payments are asked for when fewer screenfuls than this are left below.
_AHEAD = 2


class HistoryTable(PaintedTable):
    """Paints `HistoryModel` with rows of `row_height` logical pixels.

    Attributes:
        day_width: room for the day within the first column, in logical pixels.

    Signals:
        menu_wanted(QModelIndex, QPoint): the menu of a cell is wanted there (in the screen's pixels).

    """

    menu_wanted = Signal(QModelIndex, object)

    opens_rows = True
    copies_cells = True

    def __init__(
        self,
        model: HistoryModel,
        *,
        row_height: int,
        preferences: Preferences | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, row_height=row_height)
        self.day_width = 0
        self._model = model
        self._widest = {Column.AMOUNT: _USUAL_FIGURE, Column.BALANCE: _USUAL_FIGURE}
        self._widths = ColumnWidths(self, preferences)
        self._scrolled_to = 0
        self.setModel(model)
        self.setItemDelegate(HistoryDelegate(self))
        self._set_up_header()
        model.rowsAboutToBeInserted.connect(self._on_about_to_change)
        model.rowsInserted.connect(self._on_inserted)
        model.rowsAboutToBeRemoved.connect(self._on_about_to_change)
        model.rowsRemoved.connect(self._on_removed)
        model.modelReset.connect(self._on_reset)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    def _set_up_header(self) -> None:
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(Column.WHAT, QHeaderView.ResizeMode.Stretch)
        self._set_widths()

    @property
    def top_row(self) -> int:
        """The topmost row of which at least half is seen."""
        return self.rowAt(self.row_height // 2)

    def _set_widths(self) -> None:
        rows = self._model.rowCount()
        oldest = self._model.line(rows - 1).at if rows else None
        with_year = oldest is not None and not date_text.is_this_year(oldest)
        self.day_width = day_width(with_year=with_year)
        width = QFontMetrics(theme.font()).horizontalAdvance
        self._widths.need({
            Column.WHEN: when_width(with_year=with_year),
            **{column: width(text) + 2 * PADDING for column, text in self._widest.items()},
        })  # fmt: skip

    def _widen_for(self, first: int, last: int) -> None:
        """Make room for the longest figures; equally wide digits make that a matter of length."""
        for row in range(first, last + 1):
            line = self._model.line(row)
            for column, text in (
                (Column.AMOUNT, line_text.format_amount(line, masked=False)),
                (Column.BALANCE, line_text.format_balance(line, masked=False)),
            ):
                if len(text) > len(self._widest[column]):
                    self._widest[column] = text
        self._set_widths()

    def _fetch_ahead(self) -> None:
        bar = self.verticalScrollBar()
        if bar.maximum() - bar.value() < _AHEAD * self.viewport().height():
            self._model.fetchMore(QModelIndex())

    def _on_about_to_change(self) -> None:
        self._scrolled_to = self.verticalScrollBar().value()

    def _on_inserted(self, _parent: QModelIndex, first: int, last: int) -> None:
        self._widen_for(first, last)
        if self._scrolled_to > first * self.row_height:
            # What somebody reads stays where it is; at the very top new payments come in view.
            self.updateGeometries()
            height = (last - first + 1) * self.row_height
            self.verticalScrollBar().setValue(self._scrolled_to + height)
        self.viewport().update()

    def _on_removed(self, _parent: QModelIndex, first: int, last: int) -> None:
        if self._scrolled_to > last * self.row_height:
            self.updateGeometries()
            height = (last - first + 1) * self.row_height
            self.verticalScrollBar().setValue(self._scrolled_to - height)
        self.viewport().update()

    def _on_reset(self) -> None:
        self._widest = dict.fromkeys(self._widest, _USUAL_FIGURE)
        self.hovered_row = -1
        self._widen_for(0, self._model.rowCount() - 1)

    def _on_scrolled(self) -> None:
        # Not only the rows that come in: the topmost one also writes its day.
        self.viewport().update()
        self._fetch_ahead()

    # Qt's own

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of what was clicked, or of the current cell where a key wants it."""
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            index, place = self.indexAt(event.pos()), event.globalPos()
        else:
            index = self.currentIndex()
            place = self._below(index)
        if index.isValid():
            self.setCurrentIndex(index)
            self.menu_wanted.emit(index, place)

    def _below(self, index: QModelIndex) -> QPoint:
        rect = self.visualRect(index)
        corner = rect.bottomRight() if self.isRightToLeft() else rect.bottomLeft()
        return self.viewport().mapToGlobal(corner)
