"""The receipt of what was just done, beside the customer's page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from services.values.counter import CounterKind
from services.values.transfers import TransferStatus
from ui import bidi, iban_text, money_text, theme
from ui.components.cash.armed import Armed
from ui.components.cash.words import done, next_one
from ui.components.payment.words import fee
from ui.components.receipt.words import number_of, payee_text, receipt_number
from ui.widgets.announce import announce
from ui.widgets.button import button
from ui.widgets.facts import Facts
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.icon_label import IconLabel
from ui.widgets.labels import label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton

    from services.values.counter import CounterOutcome, CounterPayment, Slip


class ReceiptPanel(QWidget):
    """Number, kind, customer, amount, fee and the drawer; Enter begins the next one.

    Attributes:
        slip: what it shows; None where the bank's answer came without it.

    Signals:
        next_wanted(): the form is to be filled in anew.
        print_wanted(), save_wanted(), correct_wanted(): its buttons.
        slip_wanted(): its number is to be asked for once more.

    """

    next_wanted = Signal()
    print_wanted = Signal()
    save_wanted = Signal()
    correct_wanted = Signal()
    slip_wanted = Signal()

    def __init__(self, kind: CounterKind, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("cash.receipt")
        self.slip: Slip | None = None
        self._heading = label("", "heading", wraps=True)
        self._heading.setObjectName("cash.receipt.number")
        self._what = label("", "strong", wraps=True)
        self._what.setObjectName("cash.receipt.what")
        self._facts = Facts("cash.receipt")
        self.next_button = self._button("next", next_one(kind), "primary")
        self._armed = Armed(self.next_button)
        self._armed.pressed.connect(self.next_wanted)
        self._more = {
            "print": self._button("print", self.tr("Print")),
            "save": self._button("save", self.tr("Save as PDF…")),
            "correct": self._button("correct", self.tr("Correct…")),
            "ask": self._button("ask", self.tr("Ask for its number again")),
        }
        for name, wanted in (
            ("print", self.print_wanted),
            ("save", self.save_wanted),
            ("correct", self.correct_wanted),
            ("ask", self.slip_wanted),
        ):
            self._more[name].clicked.connect(wanted)
        self._lay_out()

    def show_slip(self, slip: Slip, *, masked: bool) -> None:
        """Show a receipt; `masked` hides what is in the drawer."""
        self.slip = slip
        self._heading.setText(self.tr("Receipt {number}").format(number=number_of(slip)))
        self._what.setText(done(slip.kind, slip.amount))
        tell = self._facts.tell
        tell("customer", self.tr("Customer"), bidi.own(slip.customer), wraps=True)
        tell("account", self.tr("Account"), bidi.ltr(iban_text.short(slip.iban)))
        if slip.payee is not None:
            tell("payee", self.tr("Paid to"), payee_text(slip), wraps=True)
            tell("fee", self.tr("Fee"), fee(slip.fee))
        if slip.original_number is not None:
            number = receipt_number(slip.till_number, slip.original_number)
            tell("original", self.tr("Takes back receipt"), bidi.ltr(number))
        if slip.drawer is not None:
            drawer = money_text.in_sentence(slip.drawer, hidden=masked)
            tell("drawer", self.tr("In the drawer now"), drawer, strong=True)
        is_cash = slip.kind in {CounterKind.CASH_IN, CounterKind.CASH_OUT}
        is_made = slip.status is TransferStatus.COMPLETED
        self._more["correct"].setVisible(is_cash and is_made and slip.corrected_by is None)
        self._offer(has_slip=True)

    def show_unnumbered(self, payment: CounterPayment, outcome: CounterOutcome) -> None:
        """Show that it was made, although its receipt could not be read just now."""
        self.slip = None
        self._heading.setText(self.tr("Done, but its receipt cannot be read just now"))
        self._what.setText(done(payment.kind, payment.amount))
        tell = self._facts.tell
        tell("customer", self.tr("Customer"), bidi.own(payment.customer), wraps=True)
        if payment.kind is CounterKind.TRANSFER:
            tell("fee", self.tr("Fee"), fee(outcome.fee))
        self._more["correct"].hide()
        self._offer(has_slip=False)

    def arm(self) -> None:
        """Put focus on the way to the next one; a second Enter does not take the receipt away."""
        self._armed.take_focus()
        announce(self, f"{self._heading.text()}. {self._what.text()}")

    def _offer(self, *, has_slip: bool) -> None:
        for name in ("print", "save"):
            self._more[name].setVisible(has_slip)
        self._more["ask"].setVisible(not has_slip)

    def _button(self, name: str, words: str, role: str = "quiet") -> QPushButton:
        made = button(words, "primary" if role == "primary" else "quiet")
        made.setObjectName(f"cash.receipt.{name}")
        return made

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(theme.Spacing.XS)
        words.addWidget(self._heading)
        words.addWidget(self._what)
        head = QHBoxLayout()
        head.setSpacing(theme.Spacing.M)
        head.addWidget(IconLabel("check", "credit", theme.Control.ICON))
        head.addLayout(words, 1)
        more = FlowLayout()
        more.setContentsMargins(0, 0, 0, 0)
        more.setSpacing(theme.Spacing.XS)
        for made in self._more.values():
            more.addWidget(made)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.Spacing.M)
        column.addLayout(head)
        column.addWidget(self._facts)
        column.addWidget(self.next_button)
        column.addLayout(more)
