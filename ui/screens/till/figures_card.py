"""What is in the drawer now, large, and how it came about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui import bidi, date_text, money_text, theme
from ui.components.till_sheet import till_text
from ui.components.till_sheet.sums import movements
from ui.widgets.card import Card
from ui.widgets.facts import Facts
from ui.widgets.labels import label
from ui.widgets.money_label import MoneyLabel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from services.values.tills import OpenTill, TillSheet


class FiguresCard(Card):
    """A till's number, what its drawer holds, and the figures of the day."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, margin=theme.Spacing.L)
        self._name = label("", "strong")
        self._name.setObjectName("till.name")
        self._drawer = MoneyLabel()
        self._drawer.setObjectName("till.drawer")
        self._facts = Facts("till.figures")
        self._keys: set[str] = set()
        self.body.addWidget(self._name)
        self.body.addWidget(label(self.tr("In the drawer"), "muted"))
        self.body.addWidget(self._drawer)
        self.body.addSpacing(theme.Spacing.S)
        self.body.addWidget(self._facts)

    def show_till(self, till: OpenTill, figures: TillSheet) -> None:
        """Show a till as it is now."""
        self._name.setText(till_text.till_name(till.number, till.currency))
        self._drawer.show_money(till.drawer)
        opened = date_text.moment_text(till.opened_at)
        self._facts.tell("opened", self.tr("Opened"), bidi.own(opened))
        shown = movements(figures)
        for key in self._keys - {each.key for each in shown}:
            self._facts.drop(key)
        for each in shown:
            self._facts.tell(
                each.key, each.words, bidi.ltr(money_text.figure(each.money, signed=True))
            )
        self._keys = {each.key for each in shown}
