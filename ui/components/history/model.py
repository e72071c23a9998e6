"""Posted ledger entries of one account as a table that grows by key while it is scrolled."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui import date_text
from ui.components.history import entry_text
from ui.components.history.columns import Column, Role
from ui.components.history.pager import Pager

if TYPE_CHECKING:
    from collections.abc import Callable

    from services.values.history import Entry
    from ui.components.history.newest import LoadHistory

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
# Absolute: in Arabic too, decimals stand under each other and below the end of their title.
_FIGURES = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute
_WORDS = Qt.AlignmentFlag.AlignLeading


class HistoryModel(QAbstractTableModel):
    """Entries newest first.

    Entries never change once posted, so a refresh only puts newer ones on top: rows that are
    selected or scrolled to keep their persistent indexes.

    Attributes:
        pager: loads the entries; says which account's and in what state.

    """

    def __init__(self, load: LoadHistory, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: list[Entry] = []
        self._is_masked = False
        self._cell_formats: dict[int, Callable[[Entry, Column], object]] = {
            Qt.ItemDataRole.DisplayRole: self._shown,
            Qt.ItemDataRole.EditRole: _raw,
            Qt.ItemDataRole.AccessibleTextRole: self._accessible,
            Qt.ItemDataRole.ToolTipRole: self._tool_tip,
        }
        self.pager = Pager(load, self)
        self.pager.replaced.connect(self._on_replaced)
        self.pager.older.connect(self._on_older)
        self.pager.newer.connect(self._on_newer)

    @property
    def is_masked(self) -> bool:
        """Amounts are hidden."""
        return self._is_masked

    def set_masked(self, *, masked: bool) -> None:
        """Hide or show every amount."""
        if masked == self._is_masked:
            return
        self._is_masked = masked
        if self._entries:
            last = len(self._entries) - 1
            self.dataChanged.emit(self.index(0, Column.AMOUNT), self.index(last, Column.BALANCE))

    def entry(self, row: int) -> Entry:
        """Return the entry of a row."""
        return self._entries[row]

    def _on_replaced(self, entries: tuple[Entry, ...]) -> None:
        self.beginResetModel()
        self._entries = list(entries)
        self.endResetModel()

    def _on_older(self, entries: tuple[Entry, ...]) -> None:
        first = len(self._entries)
        self.beginInsertRows(_ROOT, first, first + len(entries) - 1)
        self._entries.extend(entries)
        self.endInsertRows()

    def _on_newer(self, entries: tuple[Entry, ...]) -> None:
        self.beginInsertRows(_ROOT, 0, len(entries) - 1)
        self._entries[:0] = entries
        self.endInsertRows()
        if len(entries) < len(self._entries):
            # The row that was on top may have stopped being the first of its day.
            cell = self.index(len(entries), Column.WHEN)
            self.dataChanged.emit(cell, cell)

    def _shown(self, entry: Entry, column: Column) -> str:
        if column is Column.WHEN:
            return entry_text.format_when(entry)
        if column is Column.WHAT:
            return entry_text.format_what(entry)
        if column is Column.AMOUNT:
            return entry_text.format_amount(entry, masked=self._is_masked)
        return entry_text.format_balance(entry, masked=self._is_masked)

    def _accessible(self, entry: Entry, column: Column) -> str:
        return entry_text.format_accessible(entry, column, masked=self._is_masked)

    def _tool_tip(self, entry: Entry, column: Column) -> str | None:
        if column is not Column.WHAT:
            return None
        # Qt takes what looks like markup for markup, and a note is somebody else's text.
        return f"<p style='white-space: pre-wrap'>{escape(self._shown(entry, column))}</p>"

    def _own(self, row: int, role: int) -> object:
        if role == Role.ENTRY:
            return self._entries[row]
        if role == Role.IS_MASKED:
            return self._is_masked
        if role == Role.STARTS_DAY:
            return row == 0 or not self._is_same_day(row - 1, row)
        if role == Role.ENDS_DAY:
            return row + 1 < len(self._entries) and not self._is_same_day(row, row + 1)
        return None

    def _is_same_day(self, row: int, other: int) -> bool:
        return date_text.is_same_day(self._entries[row].posted_at, self._entries[other].posted_at)

    # Qt's own

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """Return how many entries are loaded so far; the total is not known."""
        return 0 if parent.isValid() else len(self._entries)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(Column)

    def canFetchMore(self, parent: _Index) -> bool:
        """Tell whether there are older entries that are not on their way yet."""
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
            return cell(self._entries[row], column)
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


def _raw(entry: Entry, column: Column) -> object:
    if column is Column.WHEN:
        return entry.posted_at
    if column is Column.WHAT:
        return entry.counterparty
    if column is Column.AMOUNT:
        return entry.amount.amount
    return entry.balance_after.amount
