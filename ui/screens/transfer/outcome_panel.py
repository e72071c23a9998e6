"""What became of one payment, or that it is not known yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui import bidi, date_text
from ui.components.payment.words import amount_to
from ui.screens.transfer.receipt import Receipt
from ui.widgets.announce import announce
from ui.widgets.banner import Banner
from ui.widgets.tone import Tone

if TYPE_CHECKING:
    from datetime import datetime

    from services.values.accounts import Account
    from services.values.transfers import Payment, TransferOutcome


class OutcomePanel(QWidget):
    """Hidden while the payment is being sent; its property ``outcome`` tells tests what it shows.

    ``outcome`` is empty, ``checking``, ``sent``, ``refused``, ``not_made`` or ``waiting``.

    Signals:
        another_wanted(), account_wanted(), again_wanted(), add_wanted(): the receipt's buttons.

    """

    another_wanted = Signal()
    account_wanted = Signal()
    again_wanted = Signal()
    add_wanted = Signal()

    def __init__(self, payment: Payment, sent_at: datetime, parent: QWidget | None = None) -> None:
        """`sent_at` (UTC) is when it left this computer."""
        super().__init__(parent)
        self.setObjectName("transfer.outcome")
        self._payment = payment
        self._sent_at = sent_at
        self._offers_adding = False
        self._banner: Banner | None = None
        self._receipt: Receipt | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.setProperty("outcome", "")
        self.hide()

    @property
    def outcome(self) -> str:
        """Which of its states it shows."""
        return str(self.property("outcome"))

    @property
    def text(self) -> str:
        """What its banner says."""
        return "" if self._banner is None else self._banner.text

    def show_checking(self) -> None:
        """Say that nobody knows yet, and that it must not be sent again."""
        self._say(
            "checking",
            Tone.WARN,
            self.tr("We don't know yet whether this payment was made."),
            self.tr("Don't send it again; we are checking.")
            + " "
            + self.tr("This resolves by itself, even if you close the window."),
        )

    def show_refused(self, why: str = "") -> None:
        """Say that the bank refused it; `why` where that cannot stand beside the field it is about."""
        self._say(
            "refused",
            Tone.DANGER,
            self.tr("The bank refused this payment. No money was moved."),
            why,
        )

    def show_not_made(self) -> None:
        """Say that it never reached the bank, and never will."""
        self._say(
            "not_made",
            Tone.NEUTRAL,
            self.tr("This payment was not made."),
            self.tr("No money was moved. You can send it again."),
        )

    def show_waiting(self) -> None:
        """Say that the bank has taken it and somebody there has yet to decide."""
        self._say(
            "waiting",
            Tone.WARN,
            self.tr("This payment waits for the bank's approval."),
            self.tr("Don't send it again; you will be told."),
        )

    def show_sent(self, outcome: TransferOutcome, payer: Account | None, *, masked: bool) -> None:
        """Show the receipt."""
        self._drop_banner()
        self._receipt = Receipt(self._payment, outcome, payer, masked=masked)
        self._receipt.another_wanted.connect(self.another_wanted)
        self._receipt.account_wanted.connect(self.account_wanted)
        self._receipt.again_wanted.connect(self.again_wanted)
        self._receipt.add_wanted.connect(self.add_wanted)
        self._receipt.offer_adding(offered=self._offers_adding)
        self._column.addWidget(self._receipt)
        self._receipt.show()
        self.setProperty("outcome", "sent")
        self.show()
        announce(self, self.tr("Sent: {payment}").format(payment=amount_to(self._payment)))

    def offer_adding(self, *, offered: bool) -> None:
        """Have the receipt offer to keep the payee, or not any more."""
        self._offers_adding = offered
        if self._receipt is not None:
            self._receipt.offer_adding(offered=offered)

    def focus_another(self) -> None:
        """Put focus on the way to the next payment."""
        if self._receipt is not None:
            self._receipt.another.setFocus()

    def _say(self, outcome: str, tone: Tone, heading: str, text: str) -> None:
        self.setProperty("outcome", outcome)
        # While nothing else can be used, focus rests here and the words are read out.
        is_checking = outcome == "checking"
        policy = Qt.FocusPolicy.TabFocus if is_checking else Qt.FocusPolicy.NoFocus
        self.setFocusPolicy(policy)
        self._drop_banner()
        self._banner = Banner(tone)
        self._column.addWidget(self._banner)
        sent = bidi.own(date_text.moment_text(self._sent_at))
        which = self.tr("{payment}, sent {time}").format(
            payment=amount_to(self._payment), time=sent
        )
        self._banner.say(heading, f"{text}\n{which}" if text else which)
        self._banner.show()
        self.setAccessibleName(self._banner.text)
        self.show()

    def _drop_banner(self) -> None:
        if self._banner is not None:
            self._banner.hide()
            self._banner.deleteLater()
            self._banner = None
