"""The password once more, where a payment is so large that the bank asks for it."""

from __future__ import annotations

import math
import time
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from services.errors import InstaPayError, InvalidInput, SessionEnded
from ui import error_text, tasks, theme
from ui.fault_once import FaultOnce
from ui.widgets.inline_error import InlineError
from ui.widgets.labels import field_label, label
from ui.widgets.password_edit import PasswordEdit

if TYPE_CHECKING:
    from uuid import UUID

#: Three round trips and one bcrypt of 0.3 s; on a slow line a few seconds.
_DEADLINE_S = 20.0
_TICK_MS = 250


class ConfirmPayment(Protocol):
    """`services.identity.confirm`: blocks, raises `services.errors`."""

    def __call__(self, *, password: str, transfer_id: UUID) -> str:
        """Return what the payment is sent with."""


class PasswordStep(QWidget):
    """A field for the password and what the bank says to it.

    Signals:
        proved(str): the password was right; what the payment is to be sent with.
        refused(): it was not, or the bank could not be asked; why is told below the field.
        paused(bool): the bank takes no password for a while, or takes one again.
        session_ended(): nothing can be asked until this person has signed in again.

    """

    proved = Signal(str)
    refused = Signal()
    paused = Signal(bool)
    session_ended = Signal()

    def __init__(self, confirm: ConfirmPayment, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._confirm = confirm
        self._task: tasks.Task | None = None
        self._faults = FaultOnce()
        self._paused_until = 0.0
        self.edit = PasswordEdit()
        self.edit.setObjectName("confirm.password")
        self.edit.show_button.setObjectName("confirm.show_password")
        self.edit.textEdited.connect(self._on_edited)
        self.edit.caps_lock_changed.connect(self._on_caps_lock)
        self._caps = label(self.tr("Caps Lock seems to be on."), "warn")
        self._caps.setObjectName("confirm.caps_lock")
        self._caps.hide()
        self._error = InlineError(self.edit)
        self._error.setObjectName("confirm.password.error")
        self._tick = QTimer(self)
        self._tick.setInterval(_TICK_MS)
        self._tick.timeout.connect(self._on_tick)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.Spacing.S)
        column.addWidget(field_label(self.tr("Your &password, to confirm it is you"), self.edit))
        for part in (self.edit, self._caps, self._error):
            column.addWidget(part)
        self.setFocusProxy(self.edit)

    @property
    def is_paused(self) -> bool:
        """The bank takes no password just now."""
        return self._wait_s() > 0

    def prove(self, transfer_id: UUID) -> None:
        """Ask the bank whether this is the password; `proved` or `refused` follows."""
        self._error.clear()
        password = self.edit.text()
        if not password:
            self._tell(InvalidInput("password_missing", field="password"))
            return
        # Not disabled: that would hand its focus on.
        self.edit.setReadOnly(True)
        self._task = tasks.run(
            self,
            lambda: self._confirm(password=password, transfer_id=transfer_id),
            on_success=self._on_proved,
            on_failure=self._on_failure,
            deadline_s=_DEADLINE_S,
            replaces=self._task,
        )

    def forget(self) -> None:
        """Empty the field, and wait for no answer any more."""
        if self._task is not None:
            self._task.cancel()
        self._tick.stop()
        self.edit.clear()
        self.edit.conceal()

    def _on_proved(self, confirmation: str) -> None:
        self.forget()
        self.proved.emit(confirmation)

    def _on_failure(self, error: InstaPayError) -> None:
        self.edit.setReadOnly(False)
        if isinstance(error, SessionEnded):
            self.session_ended.emit()
            return
        self._faults.meet(error)
        if error.code == "sign_in_paused":
            self._paused_until = time.monotonic() + error_text.wait_s(error)
            self._tick.start()
            self.paused.emit(True)
        self._tell(error)

    def _tell(self, error: InstaPayError) -> None:
        # First, as the button that is free again takes focus back.
        self.refused.emit()
        self._error.tell(_sentence(error))

    def _on_edited(self) -> None:
        # A pause is counted on; everything else is out of date once something is typed.
        if not self.is_paused:
            self._error.clear()

    def _on_caps_lock(self, on: bool) -> None:  # noqa: FBT001 (a slot of Qt's signal)
        self._caps.setVisible(on)

    def _wait_s(self) -> int:
        return max(0, math.ceil(self._paused_until - time.monotonic()))

    def _on_tick(self) -> None:
        """Count down while paused."""
        wait_s = self._wait_s()
        if wait_s:
            paused = error_text.sentence_for("sign_in_paused", {"retry_after_s": wait_s})
            self._error.update_text(paused)
            return
        self._tick.stop()
        self._error.clear()
        self.paused.emit(False)


def _sentence(error: InstaPayError) -> str:
    """Word an error; the email of a sign-in has no part in this."""
    if error.code != "sign_in_refused":
        return error_text.sentence(error)
    return error_text.sentence_for("password_refused", error.data)
