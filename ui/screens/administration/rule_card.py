"""A table of rules on a plate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from ui import theme
from ui.screens.administration.rule_row import RuleRow
from ui.widgets.card import Card
from ui.widgets.labels import label

if TYPE_CHECKING:
    from ui.screens.administration.rule_tables import Table

_HEADS = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignBottom


class RuleCard(Card):
    """Rows of figures under their heads, each changed where it stands.

    Signals:
        save_wanted(RuleRow, dict): a row's new figures by their keys.

    """

    save_wanted = Signal(object, object)

    def __init__(self, table: Table, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.body.addWidget(label(table.heading, "heading"))
        self.body.addWidget(label(table.hint, "muted", wraps=True))
        cells = QWidget()
        grid = QGridLayout(cells)
        grid.setContentsMargins(0, theme.Spacing.S, 0, 0)
        grid.setHorizontalSpacing(theme.Spacing.M)
        grid.setVerticalSpacing(theme.Spacing.XS)
        for column, words in enumerate(table.columns, start=1):
            # At the edge of its figures, in Arabic too.
            head = QLabel(words)
            theme.mark(head, kind="caption")
            head.setAlignment(_HEADS)
            grid.addWidget(head, 0, column)
            grid.setColumnStretch(column, 1)
        grid.setColumnStretch(0, 1)
        self.rows = [self._row(grid, line, table) for line in range(len(table.entries))]
        self.body.addWidget(cells)

    def show_table(self, table: Table) -> None:
        """Show what the bank has now, of the same rules."""
        for row, entry in zip(self.rows, table.entries, strict=True):
            row.show_entry(entry)

    def _row(self, grid: QGridLayout, line: int, table: Table) -> RuleRow:
        row = RuleRow(table.entries[line], self)
        # The heads take the lines of a row of their own.
        row.place(grid, line + 1)
        row.save_wanted.connect(lambda values: self.save_wanted.emit(row, values))
        return row
