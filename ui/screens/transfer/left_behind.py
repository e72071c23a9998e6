"""Finds payments that another window, or an earlier run, left without an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui import tasks

if TYPE_CHECKING:
    from collections.abc import Callable

    from services.transfers import TransferService
    from services.values.transfers import UnknownPayment

_DEADLINE_S = 10.0


class LeftBehind(QObject):
    """Looks when it is told to; what it finds waits while a last look is open.

    Signals:
        found(tuple of UnknownPayment): they are to be asked after.
        failed(InstaPayError): nobody could look.

    """

    found = Signal(object)
    failed = Signal(object)

    def __init__(
        self, transfers: TransferService, is_looking: Callable[[], bool], parent: QObject
    ) -> None:
        """`is_looking` tells whether a last look is open, now as later."""
        super().__init__(parent)
        self._transfers = transfers
        self._is_looking = is_looking
        self._task: tasks.Task | None = None
        self._is_due = False

    def look(self) -> None:
        """Look now."""
        self._task = tasks.run(
            self,
            self._transfers.unknown,
            on_success=self._on_found,
            on_failure=self.failed.emit,
            deadline_s=_DEADLINE_S,
            replaces=self._task,
        )

    def look_if_due(self) -> None:
        """Look once more where something was found that had to wait."""
        if self._is_due:
            self._is_due = False
            self.look()

    def _on_found(self, unknown: tuple[UnknownPayment, ...]) -> None:
        if self._is_looking():
            # While one is asked after nothing can be sent, and Send would do nothing.
            self._is_due = True
        else:
            self.found.emit(unknown)
