"""From Review to Send: what the bank says of a payment, and the last look at it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from services.errors import InstaPayError, SessionEnded
from services.values.transfers import Payment
from ui import privacy, tasks
from ui.screens.transfer.fields import quote_problem
from ui.screens.transfer.review_dialog import ReviewDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from services.bank import Services
    from services.values.accounts import Account
    from services.values.transfers import Quote
    from ui.preferences import Preferences
    from ui.screens.transfer.form import Typed

_DEADLINE_S = 10.0


class Reviewing(QObject):
    """Asks what a payment would cost, then shows it; one last look at a time.

    Signals:
        asking(bool): the bank is being asked, or has answered.
        refused(InstaPayError): the bank would refuse it, and says why.
        failed(InstaPayError): the bank could not be asked.
        closed(): the last look is over; `confirmed` follows at once where it was sent.
        confirmed(Payment, str | None): it is to be sent, with what the password bought where it was
            asked for.
        session_ended(): nothing more can be asked until this person has signed in again.

    """

    asking = Signal(bool)
    refused = Signal(object)
    failed = Signal(object)
    closed = Signal()
    confirmed = Signal(object, object)
    session_ended = Signal()

    def __init__(
        self,
        services: Services,
        preferences: Preferences,
        typed: Callable[[], Typed],
        screen: QWidget,
    ) -> None:
        """`typed` tells what can be sent from `screen`, now as later."""
        super().__init__(screen)
        self._services = services
        self._preferences = preferences
        self._typed = typed
        self._screen = screen
        self._task: tasks.Task | None = None
        self._dialog: ReviewDialog | None = None

    @property
    def is_looking(self) -> bool:
        """The last look is open."""
        return self._dialog is not None

    def begin(self) -> None:
        """Make one payment of what is typed, with one id, and ask what it would cost."""
        payment = self._planned()
        if payment is None or self._dialog is not None:
            return
        self.asking.emit(True)
        self._task = tasks.run(
            self,
            lambda: self._services.transfers.quote(
                payer_account_id=payment.payer_account_id,
                payee=payment.payee,
                amount=payment.amount,
            ),
            on_success=lambda quote: self._on_quoted(payment, quote),
            on_failure=self._on_failure,
            deadline_s=_DEADLINE_S,
            replaces=self._task,
        )

    def _planned(self) -> Payment | None:
        """Return the payment that is typed; None while something is missing."""
        typed = self._typed()
        if typed.payer is None or typed.payee is None or typed.amount is None:
            return None
        return Payment(typed.payer.id, typed.payee, typed.amount, typed.note)

    def _on_quoted(self, payment: Payment, quote: Quote) -> None:
        self.asking.emit(False)
        payer, now = self._typed().payer, self._planned()
        if payer is None or now is None or replace(now, id=payment.id) != payment:
            # Somebody went on typing meanwhile: this is not what they mean any more.
            return
        if not self._screen.isVisible():
            return
        masked = privacy.amounts_hidden(self._preferences)
        problem = quote_problem(quote, payment.amount, masked=masked)
        if problem is None:
            self._show(payment, payer, quote, masked=masked)
        else:
            self.refused.emit(problem)

    def _on_failure(self, error: InstaPayError) -> None:
        self.asking.emit(False)
        if isinstance(error, SessionEnded):
            self.session_ended.emit()
        else:
            self.failed.emit(error)

    def _show(self, payment: Payment, payer: Account, quote: Quote, *, masked: bool) -> None:
        confirm = self._services.identity.confirm
        dialog = self._dialog = ReviewDialog(
            payment, payer, quote, confirm, masked=masked, parent=self._screen
        )
        dialog.confirmed.connect(self.confirmed)
        dialog.session_ended.connect(self.session_ended)
        dialog.finished.connect(self._on_finished)
        dialog.open()

    def _on_finished(self) -> None:
        self._dialog = None
        self.closed.emit()
