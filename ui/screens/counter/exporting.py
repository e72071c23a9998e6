"""The statement of an open customer's account: the history's own export, by the customer's name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from services.bank import Services
    from services.values.accounts import Account
    from services.values.history import HistoryFilter
    from ui.components.statement import ExportDialog
    from ui.preferences import Preferences


class Exporting(QObject):
    """Opens the dialog over `over`, and takes it away with the customer.

    Signals:
        session_ended(): the bank knows this session no more.

    """

    session_ended = Signal()

    def __init__(self, services: Services, preferences: Preferences, over: QWidget) -> None:
        super().__init__(over)
        self._services = services
        self._preferences = preferences
        self._over = over
        self._dialog: ExportDialog | None = None

    def open(self, account: Account, holder: str, narrowed_to: HistoryFilter) -> ExportDialog:
        """Ask how the history is wanted, as the filter has it."""
        from ui.components.statement import (  # noqa: PLC0415 (at the first export, not at sign-in)
            ExportDialog,
            Source,
            Wanted,
        )

        services = self._services
        source = Source(
            services.history.pages,
            services.history.waiting,
            services.accounts.statement,
            lambda: holder,
        )
        made = self._dialog = ExportDialog(
            source,
            Wanted(account, narrowed_to),
            self._preferences,
            masked=False,
            parent=self._over,
        )
        made.session_ended.connect(self.session_ended)
        made.finished.connect(self._on_gone)
        made.open()
        return made

    def leave_off(self) -> None:
        """Take the dialog away; what it has begun to write leaves no trace."""
        if self._dialog is not None:
            self._dialog.reject()

    def _on_gone(self) -> None:
        self._dialog = None
