"""What the bank says of a payment while it is still being written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from services.errors import InstaPayError, SessionEnded
from ui import tasks
from ui.fault_once import FaultOnce
from ui.screens.transfer.fields import payee_problem

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from services.values.money import Money
    from services.values.transfers import Payee, Quote
    from ui.screens.transfer.form import Typed

#: So long a pause ends a figure: ask the bank then, not at each digit.
PAUSE_MS = 400
_DEADLINE_S = 10.0


class AskQuote(Protocol):
    """`services.transfers.quote`: blocks, raises `services.errors`, changes nothing."""

    def __call__(self, *, payer_account_id: UUID, payee: Payee, amount: Money) -> Quote:
        """Return what a payment would cost and whether it would go through."""


class LiveQuote(QObject):
    """Asks after a pause in typing; an answer to something else than what stands there is dropped.

    Nothing is lost where it cannot ask: the review asks again.

    Attributes:
        quote: the answer about what is typed now; None while there is none.

    Signals:
        changed(): `quote` is another one, or none any more.
        session_ended(): nothing more can be asked until this person has signed in again.

    """

    changed = Signal()
    session_ended = Signal()

    def __init__(self, ask: AskQuote, typed: Callable[[], Typed], screen: QWidget) -> None:
        """`typed` tells what could be sent from `screen`, now as later."""
        super().__init__(screen)
        self._ask = ask
        self._typed = typed
        self._screen = screen
        self._faults = FaultOnce()
        self._task: tasks.Task | None = None
        self._about: tuple[object, ...] | None = None
        self.quote: Quote | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._on_pause)

    def follow(self) -> None:
        """Forget the answer if something else is typed by now, and ask anew in a moment."""
        about = self._key()
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

    def _key(self) -> tuple[object, ...] | None:
        """Return what an answer depends on; None while something is missing or known to be wrong."""
        typed = self._typed()
        if typed.payer is None or typed.payee is None or typed.amount is None:
            return None
        if payee_problem(typed.payee, typed.payer) is not None:
            return None
        return typed.payer.id, typed.payee.account_id, typed.amount, typed.payer.available

    def _on_pause(self) -> None:
        typed = self._typed()
        payer, payee, amount = typed.payer, typed.payee, typed.amount
        if payer is None or payee is None or amount is None or not self._screen.isVisible():
            self._about = None
            return
        self._task = tasks.run(
            self,
            lambda: self._ask(payer_account_id=payer.id, payee=payee, amount=amount),
            on_success=self._on_quote,
            on_failure=self._on_failure,
            deadline_s=_DEADLINE_S,
            replaces=self._task,
        )

    def _on_quote(self, quote: Quote) -> None:
        self._faults.succeed()
        self.quote = quote
        self.changed.emit()

    def _on_failure(self, error: InstaPayError) -> None:
        # Asked again with the next change, and at the review.
        self._about = None
        if isinstance(error, SessionEnded):
            self.session_ended.emit()
        else:
            self._faults.meet(error)
