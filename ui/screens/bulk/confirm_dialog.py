"""The last look before all payments of a file leave."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from ui import bidi, money_text, theme
from ui.components.password import PasswordStep
from ui.components.payment.words import account_line, fee
from ui.widgets.banner import Banner
from ui.widgets.busy_button import BusyButton
from ui.widgets.button import button
from ui.widgets.facts import Facts
from ui.widgets.plate_dialog import PlateDialog
from ui.widgets.tone import Tone

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtGui import QHideEvent, QShowEvent
    from PySide6.QtWidgets import QWidget

    from services.values.accounts import Account
    from services.values.batches import BatchOrder, BatchQuote

#: Send waits so long: the second half of a double click on the page's button must not send.
ARM_AFTER_MS = 600


class ConfirmBatch(Protocol):
    """`services.identity.confirm`: blocks, raises `services.errors`."""

    def __call__(self, *, password: str, transfer_id: UUID) -> str:
        """Return what the batch is sent with."""


class ConfirmBatchDialog(PlateDialog):
    """Says how many payments, of how much, from where. Focus is on Cancel, or on the password.

    Signals:
        confirmed(BatchOrder, str | None): it is to be sent, with what the password bought where
            it was asked for; emitted once.
        session_ended(): nothing can be sent until this person has signed in again.

    """

    confirmed = Signal(object, object)
    session_ended = Signal()

    def __init__(
        self,
        order: BatchOrder,
        payer: Account,
        quote: BatchQuote,
        confirm: ConfirmBatch,
        *,
        customer: str,
        masked: bool,
        parent: QWidget,
    ) -> None:
        count = len(order.sheet.rows)
        super().__init__(_Heading().of(count), parent)
        self.setObjectName("bulk.confirm.dialog")
        self._order = order
        self._confirm = confirm
        self._is_confirmed = False
        self._arm = QTimer(self)
        self._arm.setSingleShot(True)
        self._arm.setInterval(ARM_AFTER_MS)
        self._arm.timeout.connect(self._update_send)
        self._add_warning()
        self.body.addWidget(self._facts(payer, quote, customer=customer, masked=masked))
        self._password = self._password_step() if quote.needs_confirmation else None
        self._add_buttons(quote)
        if self._password is not None:
            self._connect(self._password)

    def open(self) -> None:
        """Show it; focus goes to the password, or to Cancel."""
        super().open()
        first = self._cancel if self._password is None else self._password.edit
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def done(self, result: int) -> None:
        """Close; a password that was typed does not stay in memory for longer."""
        if self._password is not None:
            self._password.forget()
        super().done(result)

    # Building

    def _add_warning(self) -> None:
        count = self._order.sheet.warning_count
        if not count:
            return
        banner = Banner(Tone.WARN)
        banner.setObjectName("bulk.confirm.warnings")
        banner.say(
            self.tr("%n row(s) should be looked at.", "", count),
            self.tr("They repeat another row, or name somebody else than the bank does."),
        )
        self.body.addWidget(banner)
        self.body.addSpacing(theme.Spacing.S)

    def _facts(self, payer: Account, quote: BatchQuote, *, customer: str, masked: bool) -> Facts:
        order = self._order
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
        after = (
            bidi.ltr(money_text.masked(left.currency)) if masked else money_text.in_sentence(left)
        )
        facts.tell("after", self.tr("Available after"), after)
        return facts

    def _password_step(self) -> PasswordStep:
        made = PasswordStep(self.tr("Your &password, to confirm it is you"))
        made.edit.setObjectName("bulk.confirm.password")
        made.edit.show_button.setObjectName("bulk.confirm.show_password")
        made.caps_lock.setObjectName("bulk.confirm.caps_lock")
        made.error.setObjectName("bulk.confirm.password.error")
        self.body.addSpacing(theme.Spacing.S)
        self.body.addWidget(made)
        return made

    def _add_buttons(self, quote: BatchQuote) -> None:
        self._cancel = button(self.tr("&Cancel"))
        self._cancel.setObjectName("bulk.confirm.cancel")
        self._cancel.clicked.connect(self.reject)
        words = self.tr("&Send {amount}").format(amount=money_text.in_sentence(quote.amount))
        self._send = BusyButton(words, self.tr("One moment…"))
        self._send.setObjectName("bulk.confirm.send")
        self._send.setAutoDefault(True)
        self._send.setEnabled(False)
        self._send.clicked.connect(self._on_send)
        for made in (self._cancel, self._send):
            self.add_button(made)

    def _connect(self, password: PasswordStep) -> None:
        # Enter within the password means Send; without one, Cancel has focus and is meant.
        self._send.setDefault(True)
        password.proved.connect(self._finish)
        password.refused.connect(self._update_send)
        password.paused.connect(self._update_send)
        password.session_ended.connect(self._on_session_ended)

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
        """Return what the bank gives for the password, for this batch alone. Blocks."""
        return self._confirm(password=password, transfer_id=self._order.id)

    def _finish(self, confirmation: object) -> None:
        if self._is_confirmed:
            return
        self._is_confirmed = True
        self.accept()
        self.confirmed.emit(self._order, confirmation)

    def _on_session_ended(self) -> None:
        self.reject()
        self.session_ended.emit()

    # Qt's own

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
            self._send.setEnabled(False)


class _Heading(QObject):
    """Words that are counted, which are collected from `tr` alone, for a dialog that is not made yet."""

    def of(self, count: int) -> str:
        return self.tr("Send %n payment(s)?", "", count)
