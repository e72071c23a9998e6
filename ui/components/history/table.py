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
from ui.components.history.growing_table import GrowingTable
from ui.components.history.widths import ColumnWidths
from ui.widgets.painted_table import PADDING

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint

    from ui.components.history.model import HistoryModel
    from ui.preferences import Preferences

#: An amount of this width shows without its column having to grow.
_USUAL_FIGURE = "+999,999.99"


class HistoryTable(GrowingTable):
    """Paints `HistoryModel` with rows of `row_height` logical pixels.

    Attributes:
        day_width: room for the day within the first column, in logical pixels.

    Signals:
        menu_wanted(QModelIndex, QPoint): the menu of a cell is wanted there (in the screen's pixels).

    """

    menu_wanted = Signal(QModelIndex, object)

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
        self.show_model(model)
        self.setItemDelegate(HistoryDelegate(self))
        self._set_up_header()

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

    def fit(self, first: int, last: int) -> None:
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

    def _on_reset(self) -> None:
        self._widest = dict.fromkeys(self._widest, _USUAL_FIGURE)
        super()._on_reset()

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
