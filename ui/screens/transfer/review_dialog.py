"""The last look before a payment leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui import bidi, money_text, theme
from ui.components.payment.last_look import LastLookDialog
from ui.components.payment.words import account_line, fee, payee_name, reached_by
from ui.widgets.banner import Banner
from ui.widgets.facts import Facts
from ui.widgets.labels import label
from ui.widgets.tone import Tone

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from services.values.accounts import Account
    from services.values.transfers import Payment, Quote
    from ui.components.payment.last_look import Confirm


class ReviewDialog(LastLookDialog):
    """Shows one payment as it would be sent and what it costs."""

    def __init__(
        self,
        payment: Payment,
        payer: Account,
        quote: Quote,
        confirm: Confirm,
        *,
        masked: bool,
        parent: QWidget,
    ) -> None:
        amount = money_text.in_sentence(payment.amount)
        heading = QCoreApplication.translate("ReviewDialog", "Send {amount}?")
        super().__init__(
            heading.format(amount=amount),
            payment,
            confirm,
            name="confirm",
            below=_payee(payment),
            parent=parent,
        )
        self.setWindowTitle(self.tr("Review the payment"))
        if quote.is_first_payment:
            self.body.addWidget(self._warning())
            self.body.addSpacing(theme.Spacing.S)
        self.body.addWidget(self._facts(payment, payer, quote, masked=masked))
        self.add_sending(
            self.tr("&Send {amount}").format(amount=amount),
            needs_password=quote.needs_confirmation,
        )

    def _warning(self) -> Banner:
        banner = Banner(Tone.WARN)
        banner.setObjectName("confirm.first_payment")
        banner.say(
            self.tr("You have never paid this account before."),
            self.tr("Check that this is who you mean."),
        )
        return banner

    def _facts(self, payment: Payment, payer: Account, quote: Quote, *, masked: bool) -> Facts:
        facts = Facts("confirm")
        facts.tell("from", self.tr("From"), account_line(payer), wraps=True)
        if payment.note:
            facts.tell("note", self.tr("Note"), bidi.own(payment.note), wraps=True)
        facts.tell("amount", self.tr("They get"), money_text.in_sentence(payment.amount))
        facts.tell("fee", self.tr("Fee"), fee(quote.fee))
        facts.tell("total", self.tr("You pay"), money_text.in_sentence(quote.total), strong=True)
        left = quote.available - quote.total
        facts.tell("after", self.tr("Available after"), money_text.in_sentence(left, hidden=masked))
        return facts


def _payee(payment: Payment) -> list[QWidget]:
    """Return whom it goes to, and how they were reached."""
    pattern = QCoreApplication.translate("ReviewDialog", "to {payee}")
    to = label(pattern.format(payee=payee_name(payment.payee)), "heading", wraps=True)
    to.setObjectName("confirm.payee")
    if not payment.payee.reached_by:
        return [to]
    return [to, label(reached_by(payment.payee), "muted", wraps=True)]
