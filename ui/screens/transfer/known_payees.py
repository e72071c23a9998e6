"""Loads whom somebody can pay without asking the bank who that is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from services.errors import InstaPayError, SessionEnded
from ui import tasks
from ui.fault_once import FaultOnce
from ui.payee_choices import Choice, gather

if TYPE_CHECKING:
    from services.payees import PayeeService
    from services.values.accounts import Account
    from services.values.payees import Contact, RecentPayee

_DEADLINE_S = 10.0


class KnownPayees(QObject):
    """Own accounts, contacts and recent payees; where they cannot be had, the rest still is.

    Attributes:
        choices: all of them, in the order in which they are offered.
        is_loaded: contacts and recent payees are among them.

    Signals:
        changed(): `choices` are other ones.
        session_ended(): the bank knows this session no more.

    """

    changed = Signal()
    session_ended = Signal()

    def __init__(self, payees: PayeeService, parent: QObject) -> None:
        super().__init__(parent)
        self._payees = payees
        self._faults = FaultOnce()
        self._task: tasks.Task | None = None
        self._accounts: tuple[Account, ...] = ()
        self._contacts: tuple[Contact, ...] = ()
        self._recent: tuple[RecentPayee, ...] = ()
        self.choices: tuple[Choice, ...] = ()
        self.is_loaded = False

    def show_accounts(self, accounts: tuple[Account, ...]) -> None:
        """Know these own accounts."""
        self._accounts = accounts
        self._gather()

    def refresh(self) -> None:
        """Load contacts and recent payees; what is known stays meanwhile."""
        self._task = tasks.run(
            self,
            lambda: (self._payees.contacts(), self._payees.recent()),
            on_success=self._on_loaded,
            on_failure=self._on_failure,
            deadline_s=_DEADLINE_S,
            replaces=self._task,
        )

    def _on_loaded(self, loaded: tuple[tuple[Contact, ...], tuple[RecentPayee, ...]]) -> None:
        self._faults.succeed()
        self._contacts, self._recent = loaded
        first, self.is_loaded = not self.is_loaded, True
        self._gather(always=first)

    def _on_failure(self, error: InstaPayError) -> None:
        if isinstance(error, SessionEnded):
            self.session_ended.emit()
        else:
            self._faults.meet(error)

    def _gather(self, *, always: bool = False) -> None:
        choices = gather(self._accounts, self._contacts, self._recent)
        if always or choices != self.choices:
            self.choices = choices
            self.changed.emit()
