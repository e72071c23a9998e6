"""The last look before money leaves: what both a payment's and a batch's dialog do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal

from ui import theme
from ui.components.password import PasswordStep
from ui.widgets.busy_button import BusyButton
from ui.widgets.button import button
from ui.widgets.plate_dialog import PlateDialog

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from PySide6.QtGui import QHideEvent, QShowEvent
    from PySide6.QtWidgets import QWidget

    from services.values.batches import BatchOrder
    from services.values.transfers import Payment

#: Send waits so long: the second half of a double click on what opened it must not send.
ARM_AFTER_MS = 600


class Confirm(Protocol):
    """`services.identity.confirm`: blocks, raises `services.errors`."""

    def __call__(self, *, password: str, transfer_id: UUID) -> str:
        """Return what the order is sent with."""


class LastLookDialog(PlateDialog):
    """Cancel, Send and, where the bank asks for it, the password; what is sent, those who derive show.

    Focus is on Cancel, or on the password; Enter presses what has focus, and Send from within the
    password. Its parts are named after it: ``<name>.send``, ``<name>.password`` and so on.

    Signals:
        confirmed(Payment | BatchOrder, str | None): it is to be sent, with what the password bought where
            it was asked for; emitted once, after the dialog has gone.
        session_ended(): nothing can be sent until this person has signed in again.

    """

    confirmed = Signal(object, object)
    session_ended = Signal()

    def __init__(
        self,
        heading: str,
        order: Payment | BatchOrder,
        confirm: Confirm,
        *,
        name: str,
        below: Sequence[QWidget] = (),
        parent: QWidget,
    ) -> None:
        super().__init__(heading, parent, below=below)
        self.setObjectName(f"{name}.dialog")
        self._name = name
        self._order = order
        self._confirm = confirm
        self._is_confirmed = False
        self._password: PasswordStep | None = None
        self._arm = QTimer(self)
        self._arm.setSingleShot(True)
        self._arm.setInterval(ARM_AFTER_MS)
        self._arm.timeout.connect(self._update_send)

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

    def add_sending(self, words: str, *, needs_password: bool) -> None:
        """Put the password, where it is needed, and the buttons below what is in `body`; once."""
        name = self._name
        self._cancel = button(QCoreApplication.translate("LastLook", "&Cancel"))
        self._cancel.setObjectName(f"{name}.cancel")
        self._cancel.clicked.connect(self.reject)
        self._send = BusyButton(words, QCoreApplication.translate("LastLook", "One moment…"))
        self._send.setObjectName(f"{name}.send")
        self._send.setAutoDefault(True)
        self._send.setEnabled(False)
        self._send.clicked.connect(self._on_send)
        if needs_password:
            self._password = self._password_step()
            self.body.addSpacing(theme.Spacing.S)
            self.body.addWidget(self._password)
        for made in (self._cancel, self._send):
            self.add_button(made)
        if self._password is not None:
            self._connect(self._password)

    def _password_step(self) -> PasswordStep:
        made = PasswordStep(
            QCoreApplication.translate("LastLook", "Your &password, to confirm it is you")
        )
        made.edit.setObjectName(f"{self._name}.password")
        made.edit.show_button.setObjectName(f"{self._name}.show_password")
        made.caps_lock.setObjectName(f"{self._name}.caps_lock")
        made.error.setObjectName(f"{self._name}.password.error")
        return made

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
        """Return what the bank gives for the password, for this order alone. Blocks."""
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
            # Also where it comes back from behind a lock.
            self._send.setEnabled(False)
