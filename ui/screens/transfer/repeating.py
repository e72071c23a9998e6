"""Fetches a payment that is to be made once more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from services.errors import InstaPayError, SessionEnded
from ui import messages, tasks

if TYPE_CHECKING:
    from uuid import UUID

    from services.transfers import TransferService

_DEADLINE_S = 10.0


class Repeating(QObject):
    """One wish at a time; an answer to one that was forgotten is dropped, also a refusal.

    Signals:
        found(Payment): it is to be written into the form.
        session_ended(): nothing more can be asked until this person has signed in again.

    """

    found = Signal(object)
    session_ended = Signal()

    def __init__(self, transfers: TransferService, parent: QObject) -> None:
        super().__init__(parent)
        self._transfers = transfers
        self._task: tasks.Task | None = None

    def ask(self, transfer_id: UUID) -> None:
        """Ask the bank for one of this person's own payments."""
        self._task = tasks.run(
            self,
            lambda: self._transfers.again(transfer_id=transfer_id),
            on_success=self.found.emit,
            on_failure=self._on_failure,
            deadline_s=_DEADLINE_S,
            replaces=self._task,
        )

    def forget(self) -> None:
        """Want it no more: something else was begun meanwhile, which a late answer would write over."""
        if self._task is not None:
            self._task.cancel()

    def _on_failure(self, error: InstaPayError) -> None:
        if isinstance(error, SessionEnded):
            self.session_ended.emit()
        else:
            messages.fault(error)
