"""What will happen, filled in while somebody types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSpacerItem, QWidget

from services.values.money import Money
from ui import money_text, theme
from ui.components.payment.words import account_line, fee, payee_name
from ui.screens.transfer.fields import payee_problem
from ui.widgets.card import Card
from ui.widgets.facts import NOTHING, Facts
from ui.widgets.icon_label import IconLabel
from ui.widgets.labels import label

if TYPE_CHECKING:
    from services.values.transfers import Payee, Quote
    from ui.screens.transfer.form import Typed

MIN_WIDTH = 280
MAX_WIDTH = 440
_NAME_WIDTH = 120


class SummaryPanel(Card):
    """Who gets what, what it costs and what is left: the bank's own answer once it is there.

    Until then what is known here is shown, from balances as last seen, and dashes for the rest.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        margin = theme.Spacing.XL - theme.Spacing.XS
        super().__init__(parent, margin=margin)
        self.setObjectName("transfer.summary")
        self._facts = Facts("transfer.summary")
        self.body.addWidget(label(self.tr("What will happen"), "heading"))
        self.body.addWidget(self._facts)
        # At least so wide; wider where a large amount needs it.
        self.body.addSpacerItem(QSpacerItem(MIN_WIDTH - 2 * margin, 0))
        self._password = _line_with_lock(self.tr("You will be asked for your password."))
        self._password.setObjectName("transfer.summary.password")
        self.body.addWidget(self._password)
        self.body.addSpacing(theme.Spacing.XS)
        advice = self.tr("Payments arrive at once and can't be recalled.")
        self.body.addWidget(label(advice, "caption", wraps=True))

    def show_typed(self, typed: Typed, quote: Quote | None, *, masked: bool) -> None:
        """Fill in what is known; a dash stands for the rest, and for what cannot be."""
        gets = self.tr("They get")
        is_possible = payee_problem(typed.payee, typed.payer) is None
        if typed.payee is not None and is_possible:
            gets = self.tr("{payee} gets").format(payee=self._short_name(typed.payee))
        planned = typed.amount if is_possible else None
        amount = NOTHING if planned is None else money_text.in_sentence(planned)
        payer = NOTHING if typed.payer is None else account_line(typed.payer)
        tell = self._facts.tell
        tell("gets", gets, amount)
        tell("from", self.tr("From"), payer, wraps=True)
        tell("fee", self.tr("Fee"), NOTHING if quote is None else fee(quote.fee))
        total = NOTHING if quote is None else money_text.in_sentence(quote.total)
        tell("total", self.tr("You pay"), total, strong=True)
        after = NOTHING if quote is None else _left(quote.available, quote.total, masked=masked)
        tell("after", self.tr("Available after"), after, strong=True)
        counted = None if typed.payee is None or typed.payee.is_own else planned
        day, month = (None, None) if quote is None else (quote.day_left, quote.month_left)
        self._tell_limit("day", self.tr("Left today"), day, counted)
        self._tell_limit("month", self.tr("Left this month"), month, counted)
        asks = quote is not None and quote.needs_confirmation and quote.failure_code is None
        self._password.setVisible(asks)

    def _tell_limit(self, key: str, name: str, left: Money | None, counted: Money | None) -> None:
        """Tell what a limit leaves after this payment; nothing where it does not count."""
        if left is None or counted is None:
            self._facts.drop(key)
            return
        rest = Money(max(left.amount - counted.amount, left.amount * 0), left.currency)
        self._facts.tell(key, name, money_text.in_sentence(rest))

    def _short_name(self, payee: Payee) -> str:
        """Return the name, cut where it is long: it stands in full beside the field."""
        return self.fontMetrics().elidedText(
            payee_name(payee), Qt.TextElideMode.ElideRight, _NAME_WIDTH
        )


def _line_with_lock(words: str) -> QWidget:
    line = QWidget()
    line.setAccessibleName(words)
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.Spacing.S)
    row.addWidget(IconLabel("lock", "muted", theme.Control.ICON_SMALL))
    row.addWidget(label(words, "caption", wraps=True), 1)
    return line


def _left(available: Money, total: Money, *, masked: bool) -> str:
    """Return what would be left, as text; a dash where it is less than nothing."""
    left = available - total
    if left.amount < 0:
        return NOTHING
    return money_text.in_sentence(left, hidden=masked)
