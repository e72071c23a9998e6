"""Rows of a `RowTable`: values of any kind, and columns that say what to show of them."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from ui import bidi

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from ui.icons import IconName
    from ui.theme import ColourRole
    from ui.widgets.tone import Tone

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
#: The whole value of a row.
ROW = Qt.ItemDataRole.UserRole + 1
# Absolute: in Arabic too, decimals stand under each other and below the end of their title.
_FIGURES = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute
_WORDS = Qt.AlignmentFlag.AlignLeading


def _plain_ink(_row: Any) -> ColourRole:  # noqa: ANN401 (whatever the table is of)
    return "text"


@dataclass(frozen=True, slots=True)
class Column:
    """What a table shows of each row in one column.

    Attributes:
        title: what it is headed with.
        text: what a row says in it; names keep their direction, figures are set left to right.
        sample: a text of the usual width, so that columns rarely move.
        stretches: it takes what is left, and ends in … where that is too little.
        is_figure: an amount or a number, with its end at the column's right.
        ink: the colour of its words.
        badge: the meaning and icon of a badge that says the text; None for a row whose words are plain.
        hides_below: the table's width, in logical pixels, below which it is left out.

    """

    title: str
    text: Callable[[Any], str]
    sample: str = ""
    stretches: bool = False
    is_figure: bool = False
    ink: Callable[[Any], ColourRole] = _plain_ink
    badge: Callable[[Any], tuple[Tone, IconName] | None] | None = None
    hides_below: int = 0


class RowModel(QAbstractTableModel):
    """A few rows, told apart by `id`; those that stay keep their persistent indexes.

    Signals:
        shown(): other rows are shown, or the same ones say something else.

    """

    shown = Signal()

    def __init__(self, columns: tuple[Column, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns = columns
        self._rows: list[Any] = []

    def show_rows(self, rows: tuple[Any, ...]) -> None:
        """Take away what is there no more, put in what is new, and show the rest as it is now."""
        wanted = {row.id: row for row in rows}
        for place in reversed(range(len(self._rows))):
            if self._rows[place].id not in wanted:
                self.beginRemoveRows(_ROOT, place, place)
                del self._rows[place]
                self.endRemoveRows()
        kept = [row.id for row in self._rows]
        if kept != [row.id for row in rows if row.id in set(kept)]:
            # In another order: begin anew.
            self.beginResetModel()
            self._rows = []
            self.endResetModel()
        for place, row in enumerate(rows):
            if place < len(self._rows) and self._rows[place].id == row.id:
                self._rows[place] = row
                continue
            self.beginInsertRows(_ROOT, place, place)
            self._rows.insert(place, row)
            self.endInsertRows()
        self.tell_again()

    def tell_again(self) -> None:
        """Have all rows shown as their columns word them now: time goes on."""
        if self._rows:
            last = self.index(len(self._rows) - 1, len(self._columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
        self.shown.emit()

    def texts(self, column: int) -> list[str]:
        """Return what all rows say in a column."""
        return [self._columns[column].text(row) for row in self._rows]

    def column(self, number: int) -> Column:
        """Return a column by its number."""
        return self._columns[number]

    # Qt's own

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 (a variant)
        """Return what a cell says, or the whole row."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row, column = self._rows[index.row()], self._columns[index.column()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            # A column without a title heads the row.
            said = bidi.plain(column.text(row))
            return f"{column.title}: {said}" if column.title and said else said
        if role == Qt.ItemDataRole.ToolTipRole and column.stretches:
            # Qt takes what looks like markup for markup, and names are somebody else's text.
            return f"<p style='white-space: pre-wrap'>{escape(bidi.plain(column.text(row)))}</p>"
        return _alignment(column) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:  # noqa: ANN401 (a variant)
        """Return a column's title, aligned as its cells are."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        column = self._columns[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        return column.title if role == Qt.ItemDataRole.DisplayRole else None


def _alignment(column: Column) -> Qt.AlignmentFlag:
    edge = _FIGURES if column.is_figure else _WORDS
    return edge | Qt.AlignmentFlag.AlignVCenter
