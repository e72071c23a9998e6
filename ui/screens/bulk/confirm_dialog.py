"""The last look before all payments of a file leave."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui import bidi, money_text, theme
from ui.components.payment.last_look import LastLookDialog
from ui.components.payment.words import account_line, fee
from ui.widgets.banner import Banner
from ui.widgets.facts import Facts
from ui.widgets.tone import Tone

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from services.values.accounts import Account
    from services.values.batches import BatchOrder, BatchQuote
    from ui.components.payment.last_look import Confirm


class ConfirmBatchDialog(LastLookDialog):
    """Says how many payments, of how much, from where."""

    def __init__(
        self,
        order: BatchOrder,
        payer: Account,
        quote: BatchQuote,
        confirm: Confirm,
        *,
        customer: str,
        masked: bool,
        parent: QWidget,
    ) -> None:
        heading = _Heading().of(len(order.sheet.rows))
        super().__init__(heading, order, confirm, name="bulk.confirm", parent=parent)
        if order.sheet.warning_count:
            self._add_warning(order.sheet.warning_count)
        self.body.addWidget(self._facts(order, payer, quote, customer=customer, masked=masked))
        words = self.tr("&Send {amount}").format(amount=money_text.in_sentence(quote.amount))
        self.add_sending(words, needs_password=quote.needs_confirmation)

    def _add_warning(self, count: int) -> None:
        banner = Banner(Tone.WARN)
        banner.setObjectName("bulk.confirm.warnings")
        banner.say(
            self.tr("%n row(s) should be looked at.", "", count),
            self.tr("They repeat another row, or name somebody else than the bank does."),
        )
        self.body.addWidget(banner)
        self.body.addSpacing(theme.Spacing.S)

    def _facts(
        self,
        order: BatchOrder,
        payer: Account,
        quote: BatchQuote,
        *,
        customer: str,
        masked: bool,
    ) -> Facts:
        facts = Facts("bulk.confirm")
        if customer:
            facts.tell("customer", self.tr("For"), bidi.own(customer), wraps=True)
            facts.tell(
                "identification",
                self.tr("Identified by"),
                bidi.own(order.identification),
                wraps=True,
            )
        facts.tell("from", self.tr("From"), account_line(payer), wraps=True)
        facts.tell("file", self.tr("File"), bidi.own(order.name), wraps=True)
        facts.tell("count", self.tr("Payments"), bidi.ltr(f"{len(order.sheet.rows):,}"))
        facts.tell("amount", self.tr("They get"), money_text.in_sentence(quote.amount))
        facts.tell("fee", self.tr("Fees"), fee(quote.fee))
        facts.tell(
            "total",
            self.tr("Taken from the account"),
            money_text.in_sentence(quote.total),
            strong=True,
        )
        left = payer.available - quote.total
        facts.tell("after", self.tr("Available after"), money_text.in_sentence(left, hidden=masked))
        return facts


class _Heading(QObject):
    """Words that are counted, which are collected from `tr` alone, for a dialog that is not made yet."""

    def of(self, count: int) -> str:
        return self.tr("Send %n payment(s)?", "", count)
