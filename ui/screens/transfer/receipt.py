"""What was sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from services.values.money import Money
from ui import bidi, date_text, money_text, theme
from ui.components.payment.words import account_line, fee, payee_name, reached_by, reference
from ui.widgets.button import button
from ui.widgets.copy_button import CopyButton
from ui.widgets.facts import Facts
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.icon_label import IconLabel
from ui.widgets.labels import label

if TYPE_CHECKING:
    from services.values.accounts import Account
    from services.values.transfers import Payment, TransferOutcome


class Receipt(QWidget):
    """One payment that the bank has made.

    Signals:
        another_wanted(): somebody wants to pay again.
        account_wanted(): somebody wants to see the account it was paid from.
        again_wanted(): the same payment is to be written once more.
        add_wanted(): its payee is to be kept among the contacts.

    """

    another_wanted = Signal()
    account_wanted = Signal()
    again_wanted = Signal()
    add_wanted = Signal()

    def __init__(
        self,
        payment: Payment,
        outcome: TransferOutcome,
        payer: Account | None,
        *,
        masked: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._payment = payment
        self.another = button(self.tr("&New transfer"), "primary", icon="plus")
        self.another.setObjectName("transfer.new")
        self.another.clicked.connect(self.another_wanted)
        # In the smallest window they take two lines.
        more = FlowLayout()
        more.setContentsMargins(0, 0, 0, 0)
        more.setSpacing(theme.Spacing.S)
        for name, words, wanted in (
            ("transfer.show_account", self.tr("Show the a&ccount"), self.account_wanted),
            ("transfer.again", self.tr("Send a&gain"), self.again_wanted),
            ("transfer.keep_payee", self.tr("A&dd to contacts"), self.add_wanted),
        ):
            made = button(words, "quiet")
            made.setObjectName(name)
            made.clicked.connect(wanted)
            more.addWidget(made)
            self._keep = made
        self._keep.hide()
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(self.another)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.Spacing.L)
        column.addLayout(self._heading())
        column.addWidget(self._facts(outcome, payer, masked=masked))
        column.addSpacing(theme.Spacing.S)
        column.addLayout(more)
        column.addLayout(buttons)

    def offer_adding(self, *, offered: bool) -> None:
        """Offer to keep the payee among the contacts, or not any more."""
        self._keep.setVisible(offered)

    def _heading(self) -> QHBoxLayout:
        payment = self._payment
        amount = money_text.in_sentence(payment.amount)
        payee = payee_name(payment.payee)
        words = QVBoxLayout()
        words.setSpacing(theme.Spacing.XS)
        words.addWidget(label(self.tr("{amount} sent").format(amount=amount), "title", wraps=True))
        words.addWidget(label(self.tr("to {payee}").format(payee=payee), "heading", wraps=True))
        if payment.payee.reached_by:
            words.addWidget(label(reached_by(payment.payee), "muted", wraps=True))
        row = QHBoxLayout()
        row.setSpacing(theme.Spacing.L)
        row.addWidget(IconLabel("check", "credit", theme.Control.ICON_LARGE))
        row.addLayout(words, 1)
        return row

    def _facts(self, outcome: TransferOutcome, payer: Account | None, *, masked: bool) -> Facts:
        payment = self._payment
        facts = Facts("transfer.receipt")
        if payer is not None:
            facts.tell("from", self.tr("From"), account_line(payer), wraps=True)
        if payment.note:
            facts.tell("note", self.tr("Note"), bidi.own(payment.note), wraps=True)
        paid = Money(payment.amount.amount + outcome.fee.amount, payment.amount.currency)
        facts.tell("fee", self.tr("Fee"), fee(Money(outcome.fee.amount, paid.currency)))
        facts.tell("total", self.tr("You paid"), money_text.in_sentence(paid))
        when = bidi.own(date_text.moment_text(outcome.decided_at))
        facts.tell("when", self.tr("When"), when)
        if outcome.balance_after is not None:
            balance = Money(outcome.balance_after.amount, payment.amount.currency)
            shown = money_text.in_sentence(balance, hidden=masked)
            facts.tell("balance", self.tr("New balance"), shown, strong=True)
        facts.tell("reference", self.tr("Reference"), bidi.ltr(reference(payment.id)))
        copy = CopyButton(str(payment.id), self.tr("Copy the whole reference"))
        copy.setObjectName("transfer.copy_reference")
        facts.put_before("reference", copy)
        return facts
