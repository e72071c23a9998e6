"""The last look before money leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui import actions, bidi, money_text, theme
from ui.components.payment.words import account_line, payee_name, reached_by
from ui.screens.transfer.summary import available_after
from ui.widgets.button import button
from ui.widgets.facts import Facts
from ui.widgets.labels import label
from ui.widgets.scrim import Scrim

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from services.values.accounts import Account
    from services.values.transfers import Payment

#: Send waits so long: the second half of a double click on Review must not send.
ARM_AFTER_MS = 600
_WIDTH = 460


class ReviewDialog(QDialog):
    """Shows one payment as it would be sent. Focus is on Cancel; Enter presses what has focus.

    Signals:
        confirmed(Payment): Send was pressed; emitted once, after the dialog has gone.

    """

    confirmed = Signal(object)

    def __init__(
        self, payment: Payment, payer: Account, *, masked: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        hint = Qt.WindowType
        # A question has no use for being minimised or maximised.
        self.setWindowFlags(
            hint.Dialog
            | hint.CustomizeWindowHint
            | hint.WindowTitleHint
            | hint.WindowCloseButtonHint
        )
        self._payment = payment
        self._is_confirmed = False
        amount = money_text.in_sentence(payment.amount)
        self.setObjectName("confirm.dialog")
        self.setWindowTitle(self.tr("Review the payment"))
        self._cancel = button(self.tr("&Cancel"))
        self._cancel.setObjectName("confirm.cancel")
        self._cancel.clicked.connect(self.reject)
        self._send = button(self.tr("&Send {amount}").format(amount=amount), "primary")
        self._send.setObjectName("confirm.send")
        self._send.setEnabled(False)
        self._send.clicked.connect(self._on_send)
        self._arm = QTimer(self)
        self._arm.setSingleShot(True)
        self._arm.setInterval(ARM_AFTER_MS)
        self._arm.timeout.connect(self._on_armed)
        self._lay_out(amount, self._facts(payer, masked=masked))
        actions.bind(self, actions.Action.CLOSE, self.reject)

    def open(self) -> None:
        """Show it over its window, which is shaded and does not answer meanwhile."""
        parent = self.parentWidget()
        if parent is not None:
            Scrim(parent.window(), self)
        super().open()
        self._cancel.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self, amount: str, facts: Facts) -> None:
        title = label(self.tr("Send {amount}?").format(amount=amount), "title", wraps=True)
        payee = payee_name(self._payment.payee)
        to = label(self.tr("to {payee}").format(payee=payee), "heading", wraps=True)
        to.setObjectName("confirm.payee")
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.Spacing.M)
        buttons.addStretch()
        buttons.addWidget(self._cancel)
        buttons.addWidget(self._send)
        plate = QFrame()
        theme.mark(plate, surface="side")
        column = QVBoxLayout(plate)
        margin = theme.Spacing.XL
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(theme.Spacing.XS)
        column.addWidget(title)
        column.addWidget(to)
        column.addWidget(label(reached_by(self._payment.payee), "muted", wraps=True))
        column.addSpacing(theme.Spacing.L)
        column.addWidget(facts)
        column.addSpacing(theme.Spacing.XL)
        column.addLayout(buttons)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(plate)
        self.setFixedWidth(_WIDTH)

    def _facts(self, payer: Account, *, masked: bool) -> Facts:
        facts = Facts("confirm")
        facts.tell("from", self.tr("From"), account_line(payer), wraps=True)
        facts.tell("amount", self.tr("You pay"), money_text.in_sentence(self._payment.amount))
        after = available_after(payer, self._payment.amount, masked=masked)
        facts.tell("after", self.tr("Available after"), after, strong=True)
        if self._payment.note:
            facts.tell("note", self.tr("Note"), bidi.own(self._payment.note), wraps=True)
        return facts

    def _on_armed(self) -> None:
        self._send.setEnabled(True)

    def _on_send(self) -> None:
        if self._is_confirmed:
            return
        self._is_confirmed = True
        self.accept()
        self.confirmed.emit(self._payment)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to wait before Send can be pressed."""
        super().showEvent(event)
        self._arm.start()
