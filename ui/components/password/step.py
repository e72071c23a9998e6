"""The password once more: for a large payment, for a window that was locked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from services.errors import InstaPayError, InvalidInput, SessionEnded, Unavailable
from ui import error_text, tasks, theme
from ui.fault_once import FaultOnce
from ui.pause import Pause
from ui.widgets.inline_error import InlineError
from ui.widgets.labels import field_label, label
from ui.widgets.password_edit import PasswordEdit

if TYPE_CHECKING:
    from collections.abc import Callable

#: Three round trips and one bcrypt of 0.3 s; on a slow line a few seconds.
_DEADLINE_S = 20.0


class PasswordStep(QWidget):
    """A field for the password and what the bank says to it. Its host names the parts.

    Attributes:
        edit: the field.
        caps_lock: says that Caps Lock seems to be on.
        error: why the password was not taken.

    Signals:
        proved(object): the password was right; what the bank gave for it.
        refused(): it was not, or the bank could not be asked; why is told below the field.
        paused(bool): the bank takes no password for a while, or takes one again.
        session_ended(): nothing can be asked until this person has signed in again.

    """

    proved = Signal(object)
    refused = Signal()
    paused = Signal(bool)
    session_ended = Signal()

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        """`text` is the heading of the field, with its Alt letter."""
        super().__init__(parent)
        self._task: tasks.Task | None = None
        self._faults = FaultOnce()
        self._is_outage = False
        self._pause = Pause(self)
        self._pause.ticked.connect(self._on_pause_ticked)
        self.edit = PasswordEdit()
        self.edit.textEdited.connect(self._on_edited)
        self.caps_lock = label(self.tr("Caps Lock seems to be on."), "warn")
        self.caps_lock.hide()
        self.edit.caps_lock_changed.connect(self.caps_lock.setVisible)
        self.error = InlineError(self.edit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.Spacing.S)
        column.addWidget(field_label(text, self.edit))
        for part in (self.edit, self.caps_lock, self.error):
            column.addWidget(part)
        self.setFocusProxy(self.edit)

    @property
    def is_paused(self) -> bool:
        """The bank takes no password just now."""
        return self._pause.seconds_left > 0

    def prove(self, ask: Callable[[str], object]) -> None:
        """Have `ask(password)` put it to the bank in a thread; `proved` or `refused` follows."""
        self.error.clear()
        password = self.edit.text()
        if not password:
            self._tell(InvalidInput("password_missing", field="password"))
            return
        # Not disabled: that would hand its focus on.
        self.edit.setReadOnly(True)
        self._task = tasks.run(
            self,
            lambda: ask(password),
            on_success=self._on_proved,
            on_failure=self._on_failure,
            deadline_s=_DEADLINE_S,
            replaces=self._task,
        )

    def cancel(self) -> None:
        """Wait for no answer any more; what was typed stays."""
        if self._task is not None:
            self._task.cancel()
        self.edit.setReadOnly(False)

    def forget(self) -> None:
        """Empty the field, and wait for no answer any more."""
        self.cancel()
        self._pause.stop()
        self.edit.clear()
        self.edit.conceal()

    def forget_outage(self) -> None:
        """Take back that the bank could not be asked: it can be again."""
        if self._is_outage:
            self.error.clear()

    def _on_proved(self, bought: object) -> None:
        self.forget()
        self.proved.emit(bought)

    def _on_failure(self, error: InstaPayError) -> None:
        self.edit.setReadOnly(False)
        if isinstance(error, SessionEnded):
            self.session_ended.emit()
            return
        self._faults.meet(error)
        if error.code == "sign_in_paused":
            self._pause.begin(error_text.wait_s(error))
            self.paused.emit(True)
        self._tell(error)

    def _tell(self, error: InstaPayError) -> None:
        self._is_outage = isinstance(error, Unavailable)
        # First, as the button that is free again takes focus back.
        self.refused.emit()
        self.error.tell(error_text.own_password(error))

    def _on_edited(self) -> None:
        # A pause is counted on; everything else is out of date once something is typed.
        if not self.is_paused:
            self.error.clear()

    def _on_pause_ticked(self, seconds: int) -> None:
        if seconds:
            self.error.update_text(
                error_text.sentence_for("sign_in_paused", {"retry_after_s": seconds})
            )
            return
        self.error.clear()
        self.paused.emit(False)
