"""The last look before money leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from ui import bidi, money_text, theme
from ui.components.password import PasswordStep
from ui.components.payment.words import account_line, fee, payee_name, reached_by
from ui.widgets.banner import Banner
from ui.widgets.busy_button import BusyButton
from ui.widgets.button import button
from ui.widgets.facts import Facts
from ui.widgets.labels import label
from ui.widgets.scrim import Scrim
from ui.widgets.tone import Tone

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtGui import QHideEvent, QShowEvent

    from services.values.accounts import Account
    from services.values.transfers import Payment, Quote

#: Send waits so long: the second half of a double click on Review must not send.
ARM_AFTER_MS = 600
_WIDTH = 460


class ConfirmPayment(Protocol):
    """`services.identity.confirm`: blocks, raises `services.errors`."""

    def __call__(self, *, password: str, transfer_id: UUID) -> str:
        """Return what the payment is sent with."""


class ReviewDialog(QDialog):
    """Shows one payment as it would be sent and what it costs.

    Focus is on Cancel, or on the password where the bank asks for it; Enter presses what has focus,
    and Send from within the password.

    Signals:
        confirmed(Payment, str | None): it is to be sent, with what the password bought where it was
            asked for; emitted once, after the dialog has gone.
        session_ended(): nothing can be sent until this person has signed in again.

    """

    confirmed = Signal(object, object)
    session_ended = Signal()

    def __init__(
        self,
        payment: Payment,
        payer: Account,
        quote: Quote,
        confirm: ConfirmPayment,
        *,
        masked: bool,
        parent: QWidget | None = None,
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
        self._quote = quote
        self._is_confirmed = False
        self.setObjectName("confirm.dialog")
        self.setWindowTitle(self.tr("Review the payment"))
        self._confirm = confirm
        self._password = self._password_step() if quote.needs_confirmation else None
        self._add_buttons()
        self._arm = QTimer(self)
        self._arm.setSingleShot(True)
        self._arm.setInterval(ARM_AFTER_MS)
        self._arm.timeout.connect(self._update_send)
        self._lay_out(self._facts(payer, masked=masked))
        if self._password is not None:
            self._connect(self._password)

    def open(self) -> None:
        """Show it over its window, which is shaded and does not answer meanwhile."""
        parent = self.parentWidget()
        if parent is not None:
            Scrim(parent.window(), self)
        super().open()
        first = self._cancel if self._password is None else self._password.edit
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def done(self, result: int) -> None:
        """Close; a password that was typed does not stay in memory for longer."""
        if self._password is not None:
            self._password.forget()
        super().done(result)

    # Building

    def _add_buttons(self) -> None:
        self._cancel = button(self.tr("&Cancel"))
        self._cancel.setObjectName("confirm.cancel")
        self._cancel.clicked.connect(self.reject)
        amount = money_text.in_sentence(self._payment.amount)
        words = self.tr("&Send {amount}").format(amount=amount)
        self._send = BusyButton(words, self.tr("One moment…"))
        self._send.setObjectName("confirm.send")
        self._send.setAutoDefault(True)
        self._send.setEnabled(False)
        self._send.clicked.connect(self._on_send)

    def _password_step(self) -> PasswordStep:
        made = PasswordStep(self.tr("Your &password, to confirm it is you"))
        made.edit.setObjectName("confirm.password")
        made.edit.show_button.setObjectName("confirm.show_password")
        made.caps_lock.setObjectName("confirm.caps_lock")
        made.error.setObjectName("confirm.password.error")
        return made

    def _connect(self, password: PasswordStep) -> None:
        # Enter within the password means Send; without one, Cancel has focus and is meant.
        self._send.setDefault(True)
        password.proved.connect(self._finish)
        password.refused.connect(self._update_send)
        password.paused.connect(self._update_send)
        password.session_ended.connect(self._on_session_ended)

    def _lay_out(self, facts: Facts) -> None:
        plate = QFrame()
        theme.mark(plate, surface="side")
        column = QVBoxLayout(plate)
        margin = theme.Spacing.XL
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(theme.Spacing.XS)
        self._add_heading(column)
        column.addSpacing(theme.Spacing.L)
        if self._quote.is_first_payment:
            column.addWidget(self._warning())
            column.addSpacing(theme.Spacing.L)
        column.addWidget(facts)
        if self._password is not None:
            column.addSpacing(theme.Spacing.L)
            column.addWidget(self._password)
        column.addSpacing(theme.Spacing.XL)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.Spacing.M)
        buttons.addStretch()
        buttons.addWidget(self._cancel)
        buttons.addWidget(self._send)
        column.addLayout(buttons)
        plate.setFixedWidth(_WIDTH)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        # As high as its words, also when some come; Qt would stop at two thirds of the screen.
        outer.setSizeConstraint(QLayout.SizeConstraint.SetFixedSize)
        outer.addWidget(plate)

    def _add_heading(self, column: QVBoxLayout) -> None:
        amount = money_text.in_sentence(self._payment.amount)
        title = label(self.tr("Send {amount}?").format(amount=amount), "title", wraps=True)
        payee = payee_name(self._payment.payee)
        to = label(self.tr("to {payee}").format(payee=payee), "heading", wraps=True)
        to.setObjectName("confirm.payee")
        column.addWidget(title)
        column.addWidget(to)
        if self._payment.payee.reached_by:
            column.addWidget(label(reached_by(self._payment.payee), "muted", wraps=True))

    def _warning(self) -> Banner:
        banner = Banner(Tone.WARN)
        banner.setObjectName("confirm.first_payment")
        banner.say(
            self.tr("You have never paid this account before."),
            self.tr("Check that this is who you mean."),
        )
        return banner

    def _facts(self, payer: Account, *, masked: bool) -> Facts:
        payment, quote = self._payment, self._quote
        facts = Facts("confirm")
        facts.tell("from", self.tr("From"), account_line(payer), wraps=True)
        if payment.note:
            facts.tell("note", self.tr("Note"), bidi.own(payment.note), wraps=True)
        facts.tell("amount", self.tr("They get"), money_text.in_sentence(payment.amount))
        facts.tell("fee", self.tr("Fee"), fee(quote.fee))
        facts.tell("total", self.tr("You pay"), money_text.in_sentence(quote.total), strong=True)
        left = quote.available - quote.total
        after = (
            bidi.ltr(money_text.masked(left.currency)) if masked else money_text.in_sentence(left)
        )
        facts.tell("after", self.tr("Available after"), after)
        return facts

    # What happens

    def _update_send(self) -> None:
        is_armed = self.isVisible() and not self._arm.isActive()
        is_paused = self._password is not None and self._password.is_paused
        self._send.set_busy(False)
        self._send.setEnabled(is_armed and not is_paused)

    def _on_send(self) -> None:
        if self._password is None:
            self._finish(None)
        elif not self._send.is_busy:
            self._send.set_busy(True)
            self._password.prove(self._bought)

    def _bought(self, password: str) -> str:
        """Return what the bank gives for the password, for this payment alone. Blocks."""
        return self._confirm(password=password, transfer_id=self._payment.id)

    def _finish(self, confirmation: object) -> None:
        if self._is_confirmed:
            return
        self._is_confirmed = True
        self.accept()
        self.confirmed.emit(self._payment, confirmation)

    def _on_session_ended(self) -> None:
        self.reject()
        self.session_ended.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        """Forget a password that is not sent yet: the window is being locked."""
        super().hideEvent(event)
        if self._password is not None and not event.spontaneous():
            self._password.forget()
            self._send.set_busy(False)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to wait before Send can be pressed."""
        super().showEvent(event)
        self._arm.start()
        if not self._send.is_busy:
            # Also where it comes back from behind a lock.
            self._send.setEnabled(False)
