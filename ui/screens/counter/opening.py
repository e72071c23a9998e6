"""A customer who is open: from the reason that was given until the time is over."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from services.errors import InstaPayError, SessionEnded
from services.values.customers import OPEN_FOR
from ui import clock, tasks

if TYPE_CHECKING:
    from datetime import datetime, timedelta
    from uuid import UUID

    from services.customers import CustomerService
    from services.values.customers import CustomerAccount, CustomerIdentity

_TICK_MS = 1000
_DEADLINE_S = 10.0
#: The bank's word that the time is over, whatever the window's clock says.
NOT_OPEN = "customer_not_open"


@dataclass(frozen=True, slots=True)
class OpenCustomer:
    """What is known of a customer who is open, and since when.

    The times are the window's own, from before the bank was asked: a computer whose clock is wrong closes
    no customer too early, and never later than the bank does.
    """

    identity: CustomerIdentity
    accounts: tuple[CustomerAccount, ...]
    reason: str
    opened_at: datetime

    @property
    def closes_at(self) -> datetime:
        """When nothing of it can be read any more."""
        return self.opened_at + OPEN_FOR

    @property
    def left(self) -> timedelta:
        """How long it still can."""
        return self.closes_at - clock.now()


class Opening(QObject):
    """Opens one customer at a time, and keeps what is known of them fresh.

    Signals:
        opened(OpenCustomer): a customer was opened.
        renewed(OpenCustomer): the same customer, as they are now.
        ticked(OpenCustomer): a second has gone by.
        over(): the time is over, by the window's clock or by the bank's word.
        refused(InstaPayError): a customer was not opened.
        failed(InstaPayError): what is known could not be renewed.
        session_ended(): the bank knows this session no more.

    """

    opened = Signal(object)
    renewed = Signal(object)
    ticked = Signal(object)
    over = Signal()
    refused = Signal(object)
    failed = Signal(object)
    session_ended = Signal()

    def __init__(self, customers: CustomerService, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._customers = customers
        self._now: OpenCustomer | None = None
        self._task: tasks.Task | None = None
        self._renewing: tasks.Task | None = None
        self._tick = QTimer(self)
        self._tick.setInterval(_TICK_MS)
        self._tick.timeout.connect(self.look)

    @property
    def now(self) -> OpenCustomer | None:
        """The customer who is open; None while nobody is."""
        return self._now

    @property
    def is_under_way(self) -> bool:
        """Somebody is just being opened."""
        return self._task is not None and self._task.is_open

    def open(self, user_id: UUID, reason: str) -> None:
        """Open somebody; nothing while another one is being opened."""
        if self.is_under_way:
            return
        began = clock.now()

        def call() -> OpenCustomer:
            self._customers.open(user_id=user_id, reason=reason)
            return OpenCustomer(*self._read(user_id), reason, began)

        self._task = tasks.run(
            self,
            call,
            on_success=self._on_opened,
            on_failure=self._on_refused,
            deadline_s=_DEADLINE_S,
        )

    def renew(self) -> None:
        """Read again what is known; what is shown stays meanwhile."""
        known = self._now
        if known is None:
            return
        user_id = known.identity.user_id
        self._renewing = tasks.run(
            self,
            lambda: self._read(user_id),
            on_success=self._on_renewed,
            on_failure=self._on_failure,
            deadline_s=_DEADLINE_S,
            replaces=self._renewing,
        )

    def close(self) -> None:
        """Forget the customer, and whoever is being opened."""
        self._now = None
        self._tick.stop()
        for task in (self._task, self._renewing):
            if task is not None and task.is_open:
                task.cancel()

    def end(self) -> None:
        """Take the time for over: the bank said so."""
        if self._now is not None:
            self.close()
            self.over.emit()

    def look(self) -> None:
        """See what time it is."""
        known = self._now
        if known is None:
            return
        if known.left.total_seconds() <= 0:
            self.end()
        else:
            self.ticked.emit(known)

    def _read(self, user_id: UUID) -> tuple[CustomerIdentity, tuple[CustomerAccount, ...]]:
        """Ask both databases. Blocks."""
        return self._customers.identity(user_id=user_id), self._customers.accounts(user_id=user_id)

    def _on_opened(self, opened: OpenCustomer) -> None:
        self._now = opened
        self._tick.start()
        self.opened.emit(opened)

    def _on_renewed(self, read: tuple[CustomerIdentity, tuple[CustomerAccount, ...]]) -> None:
        known = self._now
        if known is not None:
            self._now = OpenCustomer(*read, known.reason, known.opened_at)
            self.renewed.emit(self._now)

    def _on_refused(self, error: InstaPayError) -> None:
        if isinstance(error, SessionEnded):
            self.session_ended.emit()
        else:
            self.refused.emit(error)

    def _on_failure(self, error: InstaPayError) -> None:
        if isinstance(error, SessionEnded):
            self.session_ended.emit()
        elif error.code == NOT_OPEN:
            self.end()
        else:
            self.failed.emit(error)
