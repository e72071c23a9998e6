"""The slips of a till as a table, newest first."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui import bidi, date_text, money_text
from ui.components.till_sheet import till_text

if TYPE_CHECKING:
    from services.values.tills import Slip

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
#: Aligned with their figures, whatever the direction of reading.
_FIGURES = (
    Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
)
_WORDS = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class Column(IntEnum):
    """The columns, in reading order."""

    NUMBER = 0
    TIME = 1
    KIND = 2
    CUSTOMER = 3
    STATE = 4
    AMOUNT = 5


class Role(IntEnum):
    """What a cell knows beyond Qt's own roles: the whole `Slip`."""

    SLIP = Qt.ItemDataRole.UserRole + 1


class SlipModel(QAbstractTableModel):
    """Holds what was loaded; what is older is loaded by whoever holds the model.

    Attributes:
        is_narrow: there is little room: the kind stands before the customer, and a state is one word.

    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._slips: list[Slip] = []
        self.is_narrow = False

    def slips(self) -> tuple[Slip, ...]:
        """Return all that are loaded."""
        return tuple(self._slips)

    def show_slips(self, slips: tuple[Slip, ...]) -> None:
        """Show these; new ones come on top, and what is the same stays where it is."""
        known = [each.number for each in self._slips]
        numbers = [each.number for each in slips]
        new = numbers.index(known[0]) if known and known[0] in numbers else len(numbers)
        kept = len(numbers) - new
        if not kept or numbers[new:] != known[:kept]:
            self.beginResetModel()
            self._slips = list(slips)
            self.endResetModel()
            return
        if kept < len(known):
            self.beginRemoveRows(_ROOT, kept, len(known) - 1)
            del self._slips[kept:]
            self.endRemoveRows()
        if new:
            self.beginInsertRows(_ROOT, 0, new - 1)
            self._slips[:0] = slips[:new]
            self.endInsertRows()
        self._slips = list(slips)
        self.dataChanged.emit(self.index(0, 0), self.index(len(slips) - 1, self.columnCount() - 1))

    def add_older(self, slips: tuple[Slip, ...]) -> None:
        """Put an older page below."""
        if not slips:
            return
        first = len(self._slips)
        self.beginInsertRows(_ROOT, first, first + len(slips) - 1)
        self._slips += slips
        self.endInsertRows()

    def row_of(self, number: int) -> int | None:
        """Return in which row a slip is; None where it is not loaded."""
        return next((row for row, each in enumerate(self._slips) if each.number == number), None)

    # Qt's own

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """Return how many slips are loaded."""
        return 0 if parent.isValid() else len(self._slips)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 (a variant)
        """Return a column's head."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        column = Column(section)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _FIGURES if column is Column.AMOUNT else _WORDS
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return {
            Column.NUMBER: self.tr("No."),
            Column.TIME: self.tr("Time"),
            Column.KIND: self.tr("Kind"),
            Column.CUSTOMER: self.tr("Customer"),
            Column.AMOUNT: self.tr("Amount"),
            Column.STATE: self.tr("State"),
        }[column]

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return what a cell shows or says."""
        if not index.isValid():
            return None
        slip, column = self._slips[index.row()], Column(index.column())
        if role == Role.SLIP:
            return slip
        if role == Qt.ItemDataRole.DisplayRole:
            return _shown(slip, column, is_narrow=self.is_narrow)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(slip, column)
        return None

    def _spoken(self, slip: Slip, column: Column) -> str:
        if column is Column.NUMBER:
            return self.tr("Slip {number}, {time}").format(
                number=slip.number, time=date_text.time_of_day(slip.made_at)
            )
        if column is Column.AMOUNT:
            return money_text.with_currency(slip.amount)
        if column is Column.STATE:
            return till_text.state(slip)
        return bidi.plain(_shown(slip, column, is_narrow=self.is_narrow))


def _shown(slip: Slip, column: Column, *, is_narrow: bool) -> str:
    if column is Column.NUMBER:
        return str(slip.number)
    if column is Column.TIME:
        return date_text.time_of_day(slip.made_at)
    if column is Column.KIND:
        return till_text.kind(slip)
    if column is Column.CUSTOMER:
        customer = bidi.own(slip.customer)
        return till_text.kind_and_customer(slip, customer) if is_narrow else customer
    if column is Column.AMOUNT:
        return bidi.ltr(money_text.figure(slip.amount))
    return "" if till_text.is_ordinary(slip) else till_text.state(slip, short=is_narrow)
