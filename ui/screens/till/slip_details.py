"""What the drawer shows of a slip, and what can be done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui import bidi, date_text, error_text, iban_text, money_text, theme
from ui.components.till_sheet import till_text
from ui.widgets.badge import Badge
from ui.widgets.button import button
from ui.widgets.facts import Facts
from ui.widgets.labels import label
from ui.widgets.money_label import MoneyLabel

if TYPE_CHECKING:
    from services.values.tills import Slip


class SlipDetails(QWidget):
    """A slip in words. Names begin with ``till.slip``.

    Signals:
        copy_wanted(): its receipt is to be printed once more, as a copy.
        correction_wanted(): it was a mistake.

    """

    copy_wanted = Signal()
    correction_wanted = Signal()

    def __init__(self, slip: Slip, *, can_correct: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        amount = MoneyLabel()
        amount.setObjectName("till.slip.amount")
        amount.show_money(slip.amount)
        badge = Badge(till_text.state(slip), till_text.tone(slip))
        badge.setObjectName("till.slip.state")
        column = QVBoxLayout(self)
        column.setContentsMargins(
            theme.Spacing.XL, theme.Spacing.S, theme.Spacing.XL, theme.Spacing.XL
        )
        column.setSpacing(theme.Spacing.M)
        column.addWidget(amount)
        column.addWidget(badge)
        sentence = self._sentence(slip)
        if sentence:
            told = label(sentence, wraps=True)
            told.setObjectName("till.slip.sentence")
            column.addWidget(told)
        column.addWidget(self._facts(slip))
        if till_text.is_printable(slip):
            copy = button(self.tr("&Print a copy of the receipt"))
            copy.setObjectName("till.slip.copy")
            copy.clicked.connect(self.copy_wanted)
            column.addWidget(copy)
        if can_correct and till_text.can_be_corrected(slip):
            correct = button(self.tr("&Take it back…"), "danger")
            correct.setObjectName("till.slip.correct")
            correct.clicked.connect(self.correction_wanted)
            column.addWidget(correct)
        column.addStretch()

    def _facts(self, slip: Slip) -> Facts:
        facts = Facts("till.slip")
        facts.tell("kind", self.tr("Kind"), till_text.kind(slip))
        who = self.tr("Customer") if slip.payee is None else self.tr("Payer")
        facts.tell("customer", who, bidi.own(slip.customer), wraps=True)
        facts.tell("iban", self.tr("IBAN"), bidi.ltr(iban_text.grouped(slip.iban)), wraps=True)
        if slip.payee is not None:
            facts.tell("payee", self.tr("Payee"), bidi.own(slip.payee), wraps=True)
        if slip.fee.amount:
            facts.tell("fee", self.tr("Fee"), money_text.in_sentence(slip.fee))
        facts.tell("made", self.tr("Made"), bidi.own(date_text.moment_text(slip.made_at)))
        if till_text.is_approved(slip) and slip.decided_at is not None:
            decided = bidi.own(date_text.moment_text(slip.decided_at))
            facts.tell("decided", self.tr("Approved"), decided)
        if slip.identification:
            shown = bidi.own(slip.identification)
            is_reason = slip.kind == "CASH_CORRECTION"
            words = self.tr("Why") if is_reason else self.tr("Identification")
            facts.tell("identification", words, shown, wraps=True)
        if slip.note and slip.note != slip.identification:
            facts.tell("note", self.tr("Note"), bidi.own(slip.note), wraps=True)
        facts.tell(
            "reference", self.tr("Reference"), bidi.ltr(str(slip.transaction_id)), wraps=True
        )
        return facts

    def _sentence(self, slip: Slip) -> str:
        """Return what else is to be said about how it stands."""
        if slip.corrected_by is not None:
            return self.tr("It was a mistake and was taken back, with a slip of its own.")
        if slip.failure_code == "declined":
            return self.tr("A supervisor declined it: {reason}").format(
                reason=bidi.own(slip.decline_reason or "")
            )
        if slip.failure_code is not None:
            return error_text.sentence_for(slip.failure_code)
        if till_text.waits(slip) and slip.expires_at is not None:
            until = bidi.own(date_text.moment_text(slip.expires_at))
            return self.tr(
                "A supervisor has to approve it until {moment}. No money has moved yet."
            ).format(moment=until)
        return ""
