"""What the bank says of a transfer while a teller still writes it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from services.errors import SessionEnded
from ui import tasks
from ui.fault_once import FaultOnce

if TYPE_CHECKING:
    from uuid import UUID

    from services.errors import InstaPayError
    from services.values.counter import CounterQuote
    from services.values.money import Money
    from services.values.transfers import Payee
    from ui.components.cash.fields import ServeFields

#: So long a pause ends a figure: ask the bank then, not at each digit.
PAUSE_MS = 400
_DEADLINE_S = 10.0


class AskCounterQuote(Protocol):
    """`services.counter.quote`: blocks, raises `services.errors`, changes nothing."""

    def __call__(self, *, account_id: UUID, payee: Payee, amount: Money) -> CounterQuote:
        """Return what a transfer would cost and whether it would go through."""


class CounterLiveQuote(QObject):
    """Asks after a pause in typing; an answer to something else than what stands there is dropped.

    Attributes:
        quote: the answer about what is typed now; None while there is none.

    Signals:
        changed(): `quote` is another one, or none any more.
        session_ended(): nothing more can be asked until this person has signed in again.

    """

    changed = Signal()
    session_ended = Signal()

    def __init__(self, ask: AskCounterQuote, fields: ServeFields) -> None:
        super().__init__(fields)
        self._ask = ask
        self._fields = fields
        self._faults = FaultOnce()
        self._task: tasks.Task | None = None
        self._about: tuple[object, ...] | None = None
        self.quote: CounterQuote | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._on_pause)
        fields.edited.connect(self.follow)

    def follow(self) -> None:
        """Forget the answer if something else is typed by now, and ask anew in a moment."""
        account, payee = self._fields.account(), self._fields.payee()
        amount = self._fields.amount()
        about = None
        if account is not None and payee is not None and amount is not None:
            fits = payee.account_id != account.id and payee.currency == account.currency
            about = (account.id, payee.account_id, amount, account.available) if fits else None
        if about == self._about:
            return
        self._about = about
        self._forget()
        if about is not None:
            self._pause.start()

    def _forget(self) -> None:
        self._pause.stop()
        if self._task is not None:
            self._task.cancel()
        if self.quote is not None:
            self.quote = None
            self.changed.emit()

    def _on_pause(self) -> None:
        account, payee = self._fields.account(), self._fields.payee()
        amount = self._fields.amount()
        if account is None or payee is None or amount is None or not self._fields.isVisible():
            self._about = None
            return
        self._task = tasks.run(
            self,
            lambda: self._ask(account_id=account.id, payee=payee, amount=amount),
            on_success=self._on_quote,
            on_failure=self._on_failure,
            deadline_s=_DEADLINE_S,
            replaces=self._task,
        )

    def _on_quote(self, quote: CounterQuote) -> None:
        self._faults.succeed()
        self.quote = quote
        self.changed.emit()

    def _on_failure(self, error: InstaPayError) -> None:
        # Asked again with the next change; sending tells the fee in any case.
        self._about = None
        if isinstance(error, SessionEnded):
            self.session_ended.emit()
        else:
            self._faults.meet(error)
