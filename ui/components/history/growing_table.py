"""A table that loads on while it is scrolled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex

from ui.widgets.painted_table import PaintedTable

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractTableModel

#: More rows are asked for when fewer screenfuls than this are left below.
_AHEAD = 2


class GrowingTable(PaintedTable):
    """What somebody reads stays where it is while rows come and go above it."""

    opens_rows = True
    copies_cells = True

    def show_model(self, model: QAbstractTableModel) -> None:
        """Show the rows of a model, which has more where `fetchMore` is asked for them; once."""
        self._scrolled_to = 0
        self.setModel(model)
        model.rowsAboutToBeInserted.connect(self._on_about_to_change)
        model.rowsInserted.connect(self._on_inserted)
        model.rowsAboutToBeRemoved.connect(self._on_about_to_change)
        model.rowsRemoved.connect(self._on_removed)
        model.modelReset.connect(self._on_reset)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    def fit(self, first: int, last: int) -> None:
        """Make room for rows that have come; for those who derive."""
        raise NotImplementedError

    def fetch_ahead(self) -> None:
        """Ask for more rows where few are left below."""
        bar = self.verticalScrollBar()
        if bar.maximum() - bar.value() < _AHEAD * self.viewport().height():
            self.model().fetchMore(QModelIndex())

    def _on_about_to_change(self) -> None:
        self._scrolled_to = self.verticalScrollBar().value()

    def _on_inserted(self, _parent: QModelIndex, first: int, last: int) -> None:
        self.fit(first, last)
        if self._scrolled_to > first * self.row_height:
            # At the very top new rows come in view.
            self._move_by(last - first + 1)
        self.viewport().update()

    def _on_removed(self, _parent: QModelIndex, first: int, last: int) -> None:
        if self._scrolled_to > last * self.row_height:
            self._move_by(first - last - 1)
        self.viewport().update()

    def _move_by(self, rows: int) -> None:
        self.updateGeometries()
        self.verticalScrollBar().setValue(self._scrolled_to + rows * self.row_height)

    def _on_reset(self) -> None:
        self.hovered_row = -1
        self.fit(0, self.model().rowCount() - 1)

    def _on_scrolled(self) -> None:
        # Not only the rows that come in: the topmost one may write more than the others.
        self.viewport().update()
        self.fetch_ahead()
