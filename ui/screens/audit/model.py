"""The log as a table that grows by key while it is scrolled."""

from __future__ import annotations

from bisect import bisect_left
from html import escape
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui import bidi
from ui.screens.audit import record_text
from ui.screens.audit.columns import Column, Role
from ui.screens.audit.pager import AuditPager

if TYPE_CHECKING:
    from services.values.audit import AuditRecord
    from ui.screens.audit.pager import AuditSource

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_WORDS = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter


class AuditModel(QAbstractTableModel):
    """Records by their keys, the newest first.

    Attributes:
        pager: loads the records; says of which log and in what state.

    """

    def __init__(self, source: AuditSource, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._records: list[AuditRecord] = []
        self.pager = AuditPager(source, self)
        self.pager.replaced.connect(self._on_replaced)
        self.pager.older.connect(self._on_older)
        self.pager.newest.connect(self._on_newest)

    def record(self, row: int) -> AuditRecord:
        """Return the record of a row."""
        return self._records[row]

    def _on_replaced(self, records: tuple[AuditRecord, ...]) -> None:
        self.beginResetModel()
        self._records = list(records)
        self.endResetModel()

    def _on_older(self, records: tuple[AuditRecord, ...]) -> None:
        first = len(self._records)
        self.beginInsertRows(_ROOT, first, first + len(records) - 1)
        self._records.extend(records)
        self.endInsertRows()

    def _on_newest(self, records: tuple[AuditRecord, ...]) -> None:
        """Put each in its place; a call that took longer may have written below what is on top."""
        top = self._records[0].id if self._records else 0
        fresh = [each for each in records if each.id > top]
        if fresh:
            self.beginInsertRows(_ROOT, 0, len(fresh) - 1)
            self._records[:0] = fresh
            self.endInsertRows()
        for each in records[len(fresh) :]:
            self._put(each)

    def _put(self, record: AuditRecord) -> None:
        row = bisect_left(self._records, -record.id, key=lambda each: -each.id)
        if row < len(self._records) and self._records[row].id == record.id:
            if self._records[row] != record:
                # It has been sealed since.
                self._records[row] = record
                self.dataChanged.emit(self.index(row, 0), self.index(row, len(Column) - 1))
            return
        self.beginInsertRows(_ROOT, row, row)
        self._records.insert(row, record)
        self.endInsertRows()

    # Qt's own

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """Return how many records are loaded so far; the total is not known."""
        return 0 if parent.isValid() else len(self._records)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(Column)

    def canFetchMore(self, parent: _Index) -> bool:
        """Tell whether there are older records that are not on their way yet."""
        return not parent.isValid() and self.pager.can_load_more

    def fetchMore(self, parent: _Index) -> None:
        """Load the next older page."""
        if not parent.isValid():
            self.pager.load_more()

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 (a variant)
        """Return a cell's text, what is read out, or the record itself."""
        if not index.isValid():
            return None
        record, column = self._records[index.row()], Column(index.column())
        if role == Role.RECORD:
            return record
        if role == Qt.ItemDataRole.DisplayRole:
            return record_text.cell(record, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return record_text.spoken(record, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            # Qt takes what looks like markup for markup, and a reason is somebody else's text.
            text = bidi.plain(record_text.cell(record, column))
            return f"<p style='white-space: pre-wrap'>{escape(text)}</p>" if text else None
        return _WORDS if role == Qt.ItemDataRole.TextAlignmentRole else None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:  # noqa: ANN401 (a variant)
        """Return a column's title."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _WORDS
        if role == Qt.ItemDataRole.DisplayRole:
            return {
                Column.WHEN: self.tr("When"),
                Column.WHO: self.tr("Who"),
                Column.WHAT: self.tr("What happened"),
                Column.ABOUT: self.tr("About"),
                Column.DETAILS: self.tr("Details"),
            }[Column(section)]
        return None
