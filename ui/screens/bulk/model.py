"""The rows of a file as a table, all of them or only those that something is wrong with."""

from __future__ import annotations

from enum import IntEnum
from html import escape
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui import bidi, counterparty_text, error_text, iban_text, money_text

if TYPE_CHECKING:
    from services.values.batches import BatchRow, BatchSheet

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_FIGURES = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute
_WORDS = Qt.AlignmentFlag.AlignLeading


class Column(IntEnum):
    """The columns, in reading order."""

    NUMBER = 0
    PAYEE = 1
    NAME = 2
    AMOUNT = 3
    NOTE = 4
    PROBLEM = 5


class Role(IntEnum):
    """What a cell knows beyond Qt's own roles: ROW is the whole `BatchRow`, SENT whether it was paid."""

    ROW = Qt.ItemDataRole.UserRole + 1
    SENT = Qt.ItemDataRole.UserRole + 2


class RowsModel(QAbstractTableModel):
    """Nothing is kept for a row but what the sheet has: words are made for rows that are seen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[BatchRow, ...] = ()
        self._shown: tuple[BatchRow, ...] = ()
        self._errors_only = False
        self._is_sent = False
        self._has_problems = False

    def show_sheet(self, sheet: BatchSheet | None, *, sent: bool = False) -> None:
        """Show the rows of a sheet; `sent` says that all were paid."""
        self._rows = () if sheet is None else sheet.rows
        self._is_sent = sent
        self._has_problems = not sent and any(row.error or row.warning for row in self._rows)
        self._fill()

    def show_errors_only(self, *, errors_only: bool) -> None:
        """Leave out the rows that nothing is wrong with."""
        self._errors_only = errors_only
        self._fill()

    @property
    def has_problems(self) -> bool:
        """Something is wrong with a row, or is to be looked at, and not all were paid yet."""
        return self._has_problems

    def _fill(self) -> None:
        self.beginResetModel()
        self._shown = (
            tuple(row for row in self._rows if row.error or row.warning)
            if self._errors_only
            else self._rows
        )
        self.endResetModel()

    def _titles(self) -> tuple[str, ...]:
        return (
            self.tr("Row"),
            self.tr("Payee"),
            self.tr("Name"),
            self.tr("Amount"),
            self.tr("Note"),
            self.tr("Check"),
        )

    def _words(self, row: BatchRow, column: Column) -> str:
        if column is Column.NUMBER:
            return str(row.number)
        if column is Column.PAYEE:
            return payee_text(row)
        if column is Column.NAME:
            return counterparty_text.shown(row.masked_name)
        if column is Column.AMOUNT:
            return row.amount_text if row.amount is None else money_text.figure(row.amount)
        if column is Column.NOTE:
            return row.note
        return self.tr("Sent") if self._is_sent else problem_text(row)

    # Qt's own

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """Return how many are shown."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:  # noqa: ANN401
        """Return a column's title, aligned as its cells are."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._titles()[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _FIGURES if section == Column.AMOUNT else _WORDS
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return a part of one cell."""
        if not index.isValid() or index.row() >= len(self._shown):
            return None
        row, column = self._shown[index.row()], Column(index.column())
        if role in {Role.ROW, Role.SENT}:
            return row if role == Role.ROW else self._is_sent
        words = self._words(row, column)
        if role == Qt.ItemDataRole.DisplayRole:
            return words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self._titles()[column]}: {bidi.plain(words)}"
        if role == Qt.ItemDataRole.ToolTipRole and words:
            # Qt takes what looks like markup for markup, and a file is somebody else's text.
            return f"<p style='white-space: pre-wrap'>{escape(words)}</p>"
        return None


def payee_text(row: BatchRow) -> str:
    """Return who is paid, an IBAN in groups of four."""
    return iban_text.grouped(row.payee) if iban_text.looks_like_iban(row.payee) else row.payee


def problem_text(row: BatchRow) -> str:
    """Return what is wrong with a row, or is to be looked at; empty where nothing is."""
    code = row.error or row.warning
    if not code:
        return ""
    return error_text.sentence_for(code, {"row": row.repeats, "name": row.expected_name})
