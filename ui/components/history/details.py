"""All there is to know of one payment, as the drawer shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from services.values.transfers import TransferStatus
from ui import bidi, date_text, money_text, theme
from ui.components.history import line_text
from ui.components.history.delegate import TONES
from ui.components.payment.words import fee, reference
from ui.marking import QT_TRANSLATE_NOOP
from ui.widgets.badge import Badge
from ui.widgets.button import button
from ui.widgets.copy_button import CopyButton
from ui.widgets.facts import Facts
from ui.widgets.labels import label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton

    from services.values.history import Line
    from services.values.money import Money


_UNBROKEN_BLANK = "\u00a0"


class LineDetails(QWidget):
    """One payment: what it came to, how it stands and why, and what can be done about it.

    Signals:
        again_wanted(Line): somebody wants to send it once more.

    """

    again_wanted = Signal(object)

    def __init__(
        self,
        line: Line,
        name: str,
        *,
        masked: bool,
        is_own: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._line = line
        self._name = name
        self._is_masked = masked
        self._is_own = is_own
        column = QVBoxLayout(self)
        column.setContentsMargins(
            theme.Spacing.XL, theme.Spacing.S, theme.Spacing.XL, theme.Spacing.XL
        )
        column.setSpacing(theme.Spacing.S)
        self._add_head(column)
        column.addSpacing(theme.Spacing.M)
        column.addWidget(self._facts())
        column.addSpacing(theme.Spacing.L)
        if is_own and can_be_repeated(line):
            again = button(self.tr("Send a&gain"), icon="refresh")
            again.setObjectName(f"{name}.again")
            again.clicked.connect(lambda: self.again_wanted.emit(line))
            row = QHBoxLayout()
            row.addWidget(again)
            row.addStretch()
            column.addLayout(row)
        column.addStretch()

    def offer(self, action: QPushButton) -> None:
        """Put one more thing that can be done about the payment at the end."""
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        row = QHBoxLayout()
        row.addWidget(action)
        row.addStretch()
        column.insertLayout(column.count() - 1, row)

    def _add_head(self, column: QVBoxLayout) -> None:
        line = self._line
        amount = label(self._money(line.amount, signed=True), "title")
        amount.setObjectName(f"{self._name}.amount")
        if line_text.is_credit(line):
            theme.mark(amount, tone="credit")
        column.addWidget(amount)
        who = label(line_text.who_text(line), "heading", wraps=True)
        who.setObjectName(f"{self._name}.who")
        column.addWidget(who)
        if line.status not in TONES:
            return
        badge = Badge(line_text.status_text(line), *TONES[line.status])
        badge.setObjectName(f"{self._name}.status")
        row = QHBoxLayout()
        row.addWidget(badge)
        row.addStretch()
        column.addLayout(row)
        reason = label(self._reason(), "muted", wraps=True)
        reason.setObjectName(f"{self._name}.reason")
        column.addWidget(reason)

    def _reason(self) -> str:
        """Return in a sentence how a payment stands that was not posted."""
        line = self._line
        words = _SENTENCES[line.status]
        if line.status is TransferStatus.FAILED:
            words = _REFUSALS.get(line.failure_code or "", words)
        sentence = QCoreApplication.translate("history", words)
        until = "" if line.expires_at is None else date_text.moment_text(line.expires_at)
        # No line breaks within the day.
        return sentence.format(moment=bidi.own(until.replace(" ", _UNBROKEN_BLANK)))

    def _facts(self) -> Facts:
        line = self._line
        facts = Facts(self._name)
        if line.note:
            facts.tell("note", self.tr("Note"), bidi.own(line.note), wraps=True)
        if line.fee.amount:
            other = self.tr("They gave") if line_text.is_credit(line) else self.tr("They get")
            facts.tell("without_fee", other, self._money(_size(line.without_fee)))
            returned = line.fee.amount < 0
            words = self.tr("Fee returned") if returned else self.tr("Fee")
            taken = (
                money_text.masked(line.fee.currency) if self._is_masked else fee(_size(line.fee))
            )
            facts.tell("fee", words, taken)
        facts.tell("total", self._total_words(), self._money(_size(line.amount)), strong=True)
        facts.tell("when", self.tr("When"), bidi.own(date_text.moment_text(line.at)))
        facts.tell("kind", self.tr("Kind"), line_text.kind_text(line.kind))
        if line.balance_after is not None:
            facts.tell("balance", self.tr("Balance after"), self._money(line.balance_after))
        facts.tell("reference", self.tr("Reference"), bidi.ltr(reference(line.transaction_id)))
        copy = CopyButton(str(line.transaction_id), self.tr("Copy the whole reference"))
        copy.setObjectName(f"{self._name}.copy_reference")
        facts.put_before("reference", copy)
        return facts

    def _total_words(self) -> str:
        line = self._line
        if line.status is TransferStatus.PENDING:
            return self.tr("Held for it")
        if line.status is not TransferStatus.COMPLETED:
            own, other = self.tr("You would have paid"), self.tr("Would have been paid")
        elif line_text.is_credit(line):
            own, other = self.tr("You received"), self.tr("Received")
        else:
            own, other = self.tr("You paid"), self.tr("Paid")
        return own if self._is_own else other

    def _money(self, money: Money, *, signed: bool = False) -> str:
        return money_text.in_sentence(money, signed=signed, hidden=self._is_masked)


def can_be_repeated(line: Line) -> bool:
    """Tell whether it was a payment of one's own, and is over: what waits would be paid twice."""
    is_own = line.kind == "TRANSFER" and not line_text.is_credit(line)
    return is_own and line.status is not TransferStatus.PENDING


def can_be_taken_back(line: Line) -> bool:
    """Tell whether staff can reverse it: a transfer that was made, by its payer or at the counter."""
    return line.kind in {"TRANSFER", "COUNTER"} and line.status is TransferStatus.COMPLETED


#: lupdate finds these because the context is written out.
_SENTENCES = {
    TransferStatus.PENDING: QT_TRANSLATE_NOOP(
        "history", "The money is held for this payment. It waits until {moment}."
    ),
    TransferStatus.FAILED: QT_TRANSLATE_NOOP("history", "The bank did not make this payment."),
    TransferStatus.CANCELLED: QT_TRANSLATE_NOOP(
        "history", "This payment was cancelled. No money was moved."
    ),
    TransferStatus.EXPIRED: QT_TRANSLATE_NOOP(
        "history", "This payment waited until {moment}. No money was moved."
    ),
}
#: By failure code; what a form says of them is about a payment that can still be changed.
_REFUSALS = {
    "insufficient_funds": QT_TRANSLATE_NOOP(
        "history", "There was not enough money in this account."
    ),
    "over_payment_limit": QT_TRANSLATE_NOOP("history", "It was more than one payment may be."),
    "over_day_limit": QT_TRANSLATE_NOOP(
        "history", "It was more than could still be paid on that day."
    ),
    "over_month_limit": QT_TRANSLATE_NOOP(
        "history", "It was more than could still be paid in that month."
    ),
    "account_frozen": QT_TRANSLATE_NOOP("history", "The bank had stopped this account's payments."),
    "account_closed": QT_TRANSLATE_NOOP("history", "This account was closed by then."),
    "payee_cannot_receive": QT_TRANSLATE_NOOP(
        "history", "The account that it was for could not receive money."
    ),
}


def _size(money: Money) -> Money:
    return -money if money.amount < 0 else money
