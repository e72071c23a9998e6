"""What will happen, filled in while somebody types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSpacerItem

from ui import bidi, money_text, theme
from ui.components.payment.words import account_line, payee_name
from ui.screens.transfer.fields import payee_problem
from ui.widgets.card import Card
from ui.widgets.facts import NOTHING, Facts
from ui.widgets.labels import label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from services.values.accounts import Account
    from services.values.money import Money
    from services.values.transfers import Payee
    from ui.screens.transfer.form import Typed

MIN_WIDTH = 280
MAX_WIDTH = 440
_NAME_WIDTH = 120


class SummaryPanel(Card):
    """Who gets what, and what is left: worked out for display, from balances as last seen.

    What the bank answers is what happens; this only keeps mistakes from being sent.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        margin = theme.Spacing.XL - theme.Spacing.XS
        super().__init__(parent, margin=margin)
        self.setObjectName("transfer.summary")
        self.setMaximumWidth(MAX_WIDTH)
        self._facts = Facts("transfer.summary")
        self.body.addWidget(label(self.tr("What will happen"), "heading"))
        self.body.addWidget(self._facts)
        # At least so wide; wider where a large amount needs it.
        self.body.addSpacerItem(QSpacerItem(MIN_WIDTH - 2 * margin, 0))
        self.body.addSpacing(theme.Spacing.S)
        words = (
            self.tr("A fee may come on top; you see it before you send."),
            self.tr("Payments arrive at once and can't be recalled."),
        )
        advice = label(" ".join(words), "caption", wraps=True)
        self.body.addWidget(advice)

    def show_typed(self, typed: Typed, *, masked: bool) -> None:
        """Fill in what is known; a dash stands for the rest, and for what cannot be."""
        gets = self.tr("They get")
        is_possible = payee_problem(typed.payee, typed.payer) is None
        if typed.payee is not None and is_possible:
            gets = self.tr("{payee} gets").format(payee=self._short_name(typed.payee))
        planned = typed.amount if is_possible else None
        amount = NOTHING if planned is None else money_text.in_sentence(planned)
        payer = NOTHING if typed.payer is None else account_line(typed.payer)
        self._facts.tell("gets", gets, amount)
        self._facts.tell("from", self.tr("From"), payer, wraps=True)
        after = available_after(typed.payer, planned, masked=masked)
        self._facts.tell("after", self.tr("Left before the fee"), after, strong=True)

    def _short_name(self, payee: Payee) -> str:
        """Return the name, cut where it is long: it stands in full beside the field."""
        return self.fontMetrics().elidedText(
            payee_name(payee), Qt.TextElideMode.ElideRight, _NAME_WIDTH
        )


def available_after(payer: Account | None, amount: Money | None, *, masked: bool) -> str:
    """Return what would be left, as text; a dash where that is not known or less than nothing."""
    if payer is None or amount is None or amount.currency != payer.currency:
        return NOTHING
    left = payer.available - amount
    if left.amount < 0:
        return NOTHING
    return bidi.ltr(money_text.masked(left.currency)) if masked else money_text.in_sentence(left)
