"""What the bank did on a day, in a currency."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ui import money_text, theme
from ui.marking import QT_TRANSLATE_NOOP
from ui.screens.overview import words
from ui.widgets.card import Card
from ui.widgets.labels import label
from ui.widgets.row_model import Column
from ui.widgets.row_table import RowTable

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from services.values.books import DayMoney, Tally

_ROWS = {
    "transfers": QT_TRANSLATE_NOOP("overview", "Transfers"),
    "cash_in": QT_TRANSLATE_NOOP("overview", "Cash in"),
    "cash_out": QT_TRANSLATE_NOOP("overview", "Cash out"),
    "fees": QT_TRANSLATE_NOOP("overview", "Fees"),
    "refused": QT_TRANSLATE_NOOP("overview", "Refused"),
    "waiting": QT_TRANSLATE_NOOP("overview", "Waiting now"),
}


@dataclass(frozen=True, slots=True)
class _Row:
    """What there was of one kind; `id` is its name in `DayMoney`."""

    id: str
    tally: Tally


class MoneyCard(Card):
    """A row a kind: how many, and what they come to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, margin=theme.Spacing.L)
        said = words.said
        columns = (
            Column("", lambda row: said(_ROWS[row.id]), stretches=True),
            Column(
                said(QT_TRANSLATE_NOOP("overview", "Number")),
                lambda row: f"{row.tally.count:,}",
                "1,000",
                is_figure=True,
                ink=lambda _row: "muted",
            ),
            Column(
                said(QT_TRANSLATE_NOOP("overview", "Amount")),
                lambda row: money_text.figure(row.tally.amount),
                "100,000.00",
                is_figure=True,
            ),
        )
        self._heading = label(self.tr("Money of the day"), "heading")
        self._table = RowTable("overview.money", self.tr("Money of the day"), columns, grows=True)
        self.body.addWidget(self._heading)
        self.body.addWidget(self._table)
        self.body.addStretch()

    def show_money(self, money: DayMoney) -> None:
        """Show what there was in a currency."""
        heading = self.tr("Money of the day in {currency}")
        self._heading.setText(heading.format(currency=money.currency))
        self._table.show_rows(tuple(_Row(name, getattr(money, name)) for name in _ROWS))
