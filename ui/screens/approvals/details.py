"""All there is to know of what waits, and below it the decision."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui import bidi, date_text, iban_text, theme
from ui.components.payment.words import fee
from ui.screens.approvals import words
from ui.screens.approvals.deciding import Deciding
from ui.widgets.badge import Badge
from ui.widgets.card import Card, hairline
from ui.widgets.facts import Facts
from ui.widgets.labels import label
from ui.widgets.money_label import MoneyLabel
from ui.widgets.tone import Tone

if TYPE_CHECKING:
    from services.values.approvals import WaitingApproval


#: In the order of reading, whichever of them a payment has.
_FACTS = (
    "identification", "note", "account", "payee", "fee", "maker", "till", "made_at", "expires_at",
)  # fmt: skip


class Details(Card):
    """Beside the queue, for the one that is chosen there.

    Attributes:
        deciding: the decision.

    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, margin=theme.Spacing.L)
        self.setObjectName("approvals.details")
        self._kind = label("", "muted")
        self._amount = MoneyLabel()
        self._amount.setObjectName("approvals.amount")
        self._who = label("", "strong", wraps=True)
        self._who.setObjectName("approvals.who")
        self._frozen = Badge("", Tone.DANGER, "freeze")
        self._frozen.setObjectName("approvals.frozen")
        self._facts = Facts("approvals")
        for key in _FACTS:
            self._facts.tell(key, "", "")
            self._facts.drop(key)
        self.deciding = Deciding()
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.Spacing.S)
        for part in (self._kind, self._amount, self._who):
            column.addWidget(part)
        badge_row = QHBoxLayout()
        badge_row.addWidget(self._frozen)
        badge_row.addStretch()
        column.addLayout(badge_row)
        column.addSpacing(theme.Spacing.XS)
        column.addWidget(self._facts)
        column.addStretch()
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(content)
        self.body.addWidget(area, 1)
        self.body.addWidget(hairline())
        self.body.addSpacing(theme.Spacing.XS)
        self.body.addWidget(self.deciding)
        # The card's ground, not the page's.
        for each in (area.viewport(), content):
            each.setAutoFillBackground(False)

    def show_for(self, waiting: WaitingApproval) -> None:
        """Tell of one."""
        self._kind.setText(words.kind(waiting))
        self._amount.show_money(waiting.amount)
        self._who.setText(words.who(waiting))
        frozen = words.frozen(waiting)
        self._frozen.setVisible(bool(frozen))
        self._frozen.say(frozen, Tone.DANGER, "freeze")
        self._tell_facts(waiting)
        self.deciding.show_for(waiting)

    def _tell_facts(self, waiting: WaitingApproval) -> None:
        facts = self._facts
        facts.tell(
            "identification", self.tr("Identified by"), bidi.own(waiting.identification), wraps=True
        )
        if waiting.note:
            facts.tell("note", self.tr("Note"), bidi.own(waiting.note), wraps=True)
        else:
            facts.drop("note")
        account = self.tr("From account") if waiting.payee else self.tr("Account")
        facts.tell("account", account, bidi.ltr(iban_text.short(waiting.iban)))
        if waiting.payee_iban is not None:
            facts.tell(
                "payee", self.tr("To account"), bidi.ltr(iban_text.short(waiting.payee_iban))
            )
        else:
            facts.drop("payee")
        if waiting.payee is not None:
            facts.tell("fee", self.tr("Fee"), fee(waiting.fee))
        else:
            facts.drop("fee")
        facts.tell("maker", self.tr("Made by"), bidi.own(waiting.maker))
        facts.tell("till", self.tr("Till"), bidi.ltr(str(waiting.till)))
        facts.tell("made_at", self.tr("Since"), bidi.own(date_text.moment_text(waiting.made_at)))
        facts.tell(
            "expires_at",
            self.tr("Waits until"),
            bidi.own(date_text.moment_text(waiting.expires_at)),
        )
