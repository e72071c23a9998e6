"""How wide the history's columns are: as wide as they need, or wider where somebody wants them so."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from ui.components.history.columns import Column

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ui.components.history.table import HistoryTable
    from ui.preferences import Preferences

_log = logging.getLogger(__name__)
#: All histories are alike, wherever they stand.
_NAME = "history_columns"


class ColumnWidths(QObject):
    """Widths of all columns but the one that takes what is left. What somebody drags is kept over restarts.

    Double-clicking a column's edge gives it back what it needs.
    """

    def __init__(self, table: HistoryTable, preferences: Preferences | None) -> None:
        super().__init__(table)
        self._table = table
        self._preferences = preferences
        self._needed: dict[Column, int] = {}
        self._chosen = _read(preferences.text(_NAME) if preferences is not None else "")
        header = table.horizontalHeader()
        header.sectionResized.connect(self._on_resized)
        header.sectionHandleDoubleClicked.connect(self._on_double_clicked)

    def need(self, widths: Mapping[Column, int]) -> None:
        """Give these columns at least so many logical pixels."""
        self._needed |= widths
        for column, width in self._needed.items():
            self._table.setColumnWidth(column, max(width, self._chosen.get(column, 0)))

    def _on_resized(self, section: int, _old: int, new: int) -> None:
        if section not in self._needed or not _is_dragged():
            return
        column = Column(section)
        self._chosen[column] = max(new, self._needed[column])
        if new < self._needed[column]:
            self._table.setColumnWidth(column, self._needed[column])
        self._keep()

    def _on_double_clicked(self, section: int) -> None:
        if section in self._needed:
            self._chosen.pop(Column(section), None)
            self.need({})
            self._keep()

    def _keep(self) -> None:
        if self._preferences is not None:
            kept = ",".join(f"{column:d}:{width}" for column, width in self._chosen.items())
            self._preferences.set_text(_NAME, kept)


def _is_dragged() -> bool:
    return bool(QApplication.mouseButtons() & Qt.MouseButton.LeftButton)


def _read(kept: str) -> dict[Column, int]:
    """Return what was kept; what cannot be read counts as nothing."""
    found = {}
    for each in filter(None, kept.split(",")):
        column, _, width = each.partition(":")
        try:
            found[Column(int(column))] = int(width)
        except ValueError:
            _log.warning("column width cannot be read: %r", each)
    return found
