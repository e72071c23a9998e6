"""The payment that somebody looks at more closely: its drawer, its menu, what is copied of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, Signal
from PySide6.QtWidgets import QMenu, QWidget

from ui.components.history import copying
from ui.components.history.columns import Column
from ui.components.history.details import LineDetails, can_be_repeated, can_be_taken_back
from ui.widgets.button import button
from ui.widgets.drawer import Drawer

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtCore import QPoint

    from services.values.history import Line
    from ui.components.history.model import HistoryModel
    from ui.components.history.table import HistoryTable

#: Among so many newest lines a payment is looked for that something else is about.
_NEWEST = 200


class OpenedLine(QObject):
    """Opens at a click or Enter; while it is open it follows the selected row.

    Signals:
        again_wanted(Line): somebody wants to send a payment once more.
        take_back_wanted(Line): somebody wants a payment reversed; only where `takes_back`.

    """

    again_wanted = Signal(object)
    take_back_wanted = Signal(object)

    def __init__(
        self,
        table: HistoryTable,
        model: HistoryModel,
        prefix: str,
        over: QWidget | None,
        *,
        is_own: bool,
    ) -> None:
        super().__init__(table)
        self._table = table
        self._model = model
        self._name = f"{prefix}history.details"
        self._menu_name = f"{prefix}history.menu"
        self._over = over
        self._is_own = is_own
        self._drawer: Drawer | None = None
        self._line: Line | None = None
        self._wanted: UUID | None = None
        #: Staff look at it, who may have transfers reversed.
        self.takes_back = False
        model.rowsInserted.connect(self._open_wanted)
        model.modelReset.connect(self._open_wanted)
        table.opened.connect(self._on_opened)
        table.copy_wanted.connect(self._on_copy)
        table.menu_wanted.connect(self._on_menu)
        table.selectionModel().currentRowChanged.connect(self._on_current)

    def want(self, transaction_id: UUID | None) -> None:
        """Open one payment as soon as it is among the newest that are loaded; None wants none any more."""
        self._wanted = transaction_id
        self._open_wanted()

    def _open_wanted(self) -> None:
        if self._wanted is None:
            return
        for row in range(min(self._model.rowCount(), _NEWEST)):
            if self._model.line(row).transaction_id == self._wanted:
                self._wanted = None
                self._table.selectRow(row)
                self._on_opened(row, by_key=True)
                return

    def close(self) -> bool:
        """Close the drawer; tell whether it was open."""
        self._wanted = None
        return self._drawer is not None and self._drawer.close_drawer()

    def renew(self) -> None:
        """Show the same payment again: amounts are hidden now, or no longer."""
        if self._drawer is not None and self._drawer.is_open and self._line is not None:
            self._show(self._line)

    def _on_opened(self, row: int, by_key: bool) -> None:  # noqa: FBT001 (a slot)
        self._show(self._model.line(row))
        if by_key and self._drawer is not None:
            self._drawer.take_focus()

    def _on_current(self, current: QModelIndex) -> None:
        if self._drawer is not None and self._drawer.is_open and current.isValid():
            self._show(self._model.line(current.row()))

    def _show(self, line: Line) -> None:
        if self._drawer is None:
            self._drawer = Drawer(self._over or self._table.window(), self._name)
        self._line = line
        details = LineDetails(line, self._name, masked=self._model.is_masked, is_own=self._is_own)
        details.again_wanted.connect(self.again_wanted)
        if self.takes_back and can_be_taken_back(line):
            take_back = button(self.tr("&Take it back…"))
            take_back.setObjectName(f"{self._name}.take_back")
            take_back.clicked.connect(lambda: self.take_back_wanted.emit(line))
            details.offer(take_back)
        self._drawer.show_content(self.tr("Payment"), details)

    def _on_copy(self, index: QModelIndex) -> None:
        copying.copy(self._table, copying.cell_text(index))

    def _on_menu(self, index: QModelIndex, place: QPoint) -> None:
        row = index.row()
        line = self._model.line(row)
        menu = QMenu(self._table)
        menu.setObjectName(self._menu_name)
        menu.addAction(self.tr("&Details"), lambda: self._on_opened(row, True))
        if self._is_own and can_be_repeated(line):
            menu.addAction(self.tr("Send a&gain"), lambda: self.again_wanted.emit(line))
        if self.takes_back and can_be_taken_back(line):
            menu.addAction(self.tr("&Take it back…"), lambda: self.take_back_wanted.emit(line))
        menu.addSeparator()
        words = {
            Column.WHEN: self.tr("&Copy when"),
            Column.WHAT: self.tr("&Copy who and what"),
            Column.AMOUNT: self.tr("&Copy the amount"),
            Column.BALANCE: self.tr("&Copy the balance"),
        }[Column(index.column())]
        cell = copying.cell_text(index)
        menu.addAction(words, lambda: copying.copy(self._table, cell))
        whole = copying.row_text(self._model, row)
        menu.addAction(self.tr("Copy the &row"), lambda: copying.copy(self._table, whole))
        reference = str(line.transaction_id)
        menu.addAction(self.tr("Copy the re&ference"), lambda: copying.copy(self._table, reference))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)
