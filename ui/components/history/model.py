"""One account's payments as a table that grows by key while it is scrolled."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui import date_text
from ui.components.history import line_text
from ui.components.history.columns import Column, Role
from ui.components.history.pager import Pager
from ui.components.history.store import LineStore

if TYPE_CHECKING:
    from collections.abc import Callable

    from services.values.history import Line
    from ui.components.history.newest import HistorySource

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
# Absolute: in Arabic too, decimals stand under each other and below the end of their title.
_FIGURES = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute
_WORDS = Qt.AlignmentFlag.AlignLeading


class HistoryModel(QAbstractTableModel):
    """What waits, then what was posted, newest first.

    A line never changes once it is posted, so a refresh only puts newer ones above them, and has lines
    that wait come and go one by one: rows that are selected or scrolled to keep their persistent indexes.

    Attributes:
        pager: loads the lines; says which account's and in what state.

    """

    def __init__(self, source: HistorySource, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: list[Line] = []
        self._posted = LineStore()
        self._is_masked = False
        self._cell_formats: dict[int, Callable[[Line, Column], object]] = {
            Qt.ItemDataRole.DisplayRole: self._shown,
            Qt.ItemDataRole.EditRole: _raw,
            Qt.ItemDataRole.AccessibleTextRole: self._accessible,
            Qt.ItemDataRole.ToolTipRole: self._tool_tip,
        }
        self.pager = Pager(source, self)
        self.pager.replaced.connect(self._on_replaced)
        self.pager.older.connect(self._on_older)
        self.pager.newer.connect(self._on_newer)
        self.pager.waiting_changed.connect(self._on_waiting)

    @property
    def is_masked(self) -> bool:
        """Amounts are hidden."""
        return self._is_masked

    @property
    def waiting_count(self) -> int:
        """How many rows on top are not posted yet."""
        return len(self._waiting)

    def set_masked(self, *, masked: bool) -> None:
        """Hide or show every amount."""
        if masked == self._is_masked:
            return
        self._is_masked = masked
        if last := self.rowCount():
            # The words tell the fee.
            self.dataChanged.emit(self.index(0, Column.WHAT), self.index(last - 1, Column.BALANCE))

    def line(self, row: int) -> Line:
        """Return the line of a row."""
        waiting = len(self._waiting)
        return self._waiting[row] if row < waiting else self._posted[row - waiting]

    def _on_replaced(self, lines: tuple[Line, ...]) -> None:
        self.beginResetModel()
        self._posted.clear()
        self._posted.append(lines)
        self.endResetModel()

    def _on_older(self, lines: tuple[Line, ...]) -> None:
        first = self.rowCount()
        self.beginInsertRows(_ROOT, first, first + len(lines) - 1)
        self._posted.append(lines)
        self.endInsertRows()
        if first:
            self._renew_day(first - 1)

    def _on_newer(self, lines: tuple[Line, ...]) -> None:
        first = len(self._waiting)
        self.beginInsertRows(_ROOT, first, first + len(lines) - 1)
        self._posted.prepend(lines)
        self.endInsertRows()
        # The row that was on top may have stopped being the first of its day.
        self._renew_day(first + len(lines))

    def _on_waiting(self) -> None:
        """Take away what waits no more and put in what does now; the rest stays where it is."""
        wanted = list(self.pager.waiting.lines)
        for row in reversed(range(len(self._waiting))):
            if self._waiting[row] not in wanted:
                self.beginRemoveRows(_ROOT, row, row)
                del self._waiting[row]
                self.endRemoveRows()
        for row, line in enumerate(wanted):
            if row >= len(self._waiting) or self._waiting[row] != line:
                self.beginInsertRows(_ROOT, row, row)
                self._waiting.insert(row, line)
                self.endInsertRows()
        for row in range(len(self._waiting)):
            self._renew_day(row)

    def _renew_day(self, row: int) -> None:
        if row < self.rowCount():
            cell = self.index(row, Column.WHEN)
            self.dataChanged.emit(cell, cell)

    def _shown(self, line: Line, column: Column) -> str:
        if column is Column.WHEN:
            return line_text.format_when(line)
        if column is Column.WHAT:
            return line_text.format_what(line, masked=self._is_masked)
        if column is Column.AMOUNT:
            return line_text.format_amount(line, masked=self._is_masked)
        return line_text.format_balance(line, masked=self._is_masked)

    def _accessible(self, line: Line, column: Column) -> str:
        return line_text.format_accessible(line, column, masked=self._is_masked)

    def _tool_tip(self, line: Line, column: Column) -> str | None:
        if column is not Column.WHAT:
            return None
        # Qt takes what looks like markup for markup, and a note is somebody else's text.
        return f"<p style='white-space: pre-wrap'>{escape(self._shown(line, column))}</p>"

    def _own(self, row: int, role: int) -> object:
        if role == Role.LINE:
            return self.line(row)
        if role == Role.IS_MASKED:
            return self._is_masked
        if role == Role.STARTS_DAY:
            return row == 0 or not self._is_same_day(row - 1, row)
        if role == Role.ENDS_DAY:
            return row + 1 < self.rowCount() and not self._is_same_day(row, row + 1)
        return None

    def _is_same_day(self, row: int, next_row: int) -> bool:
        if next_row == len(self._waiting):
            return False
        return date_text.is_same_day(self.line(row).at, self.line(next_row).at)

    # Qt's own

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """Return how many lines are loaded so far; the total is not known."""
        return 0 if parent.isValid() else len(self._waiting) + len(self._posted)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(Column)

    def canFetchMore(self, parent: _Index) -> bool:
        """Tell whether there are older lines that are not on their way yet."""
        return not parent.isValid() and self.pager.can_load_more

    def fetchMore(self, parent: _Index) -> None:
        """Load the next older page."""
        if not parent.isValid():
            self.pager.load_more()

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 (a variant)
        """Dispatch to the formats; EditRole gives the raw values."""
        if not index.isValid():
            return None
        row, column = index.row(), Column(index.column())
        cell = self._cell_formats.get(role)
        if cell is not None:
            return cell(self.line(row), column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        return self._own(row, role)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:  # noqa: ANN401 (a variant)
        """Return a column's title, aligned as its cells are."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        column = Column(section)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        if role == Qt.ItemDataRole.DisplayRole:
            return {
                Column.WHEN: self.tr("When"),
                Column.WHAT: self.tr("Who and what"),
                Column.AMOUNT: self.tr("Amount"),
                Column.BALANCE: self.tr("Balance"),
            }[column]
        return None


def _alignment(column: Column) -> Qt.AlignmentFlag:
    edge = _FIGURES if column in {Column.AMOUNT, Column.BALANCE} else _WORDS
    return edge | Qt.AlignmentFlag.AlignVCenter


def _raw(line: Line, column: Column) -> object:
    if column is Column.WHEN:
        return line.at
    if column is Column.WHAT:
        return line.counterparty
    if column is Column.AMOUNT:
        return line.amount.amount
    return None if line.balance_after is None else line.balance_after.amount
