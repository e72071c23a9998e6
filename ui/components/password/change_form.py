"""A new password, typed twice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QTimer, Signal

from services.errors import InstaPayError, InvalidInput, SessionEnded
from ui import error_text, tasks, theme
from ui.components.password.rules import PasswordRules
from ui.fault_once import FaultOnce
from ui.pause import Pause
from ui.widgets.busy_button import BusyButton
from ui.widgets.button import button
from ui.widgets.form import Form
from ui.widgets.labels import label
from ui.widgets.password_edit import PasswordEdit

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

#: Four round trips and two hashes of 0.3 s; on a slow line a few seconds.
_DEADLINE_S = 20.0
#: Convention 5 of the design: what takes over 2 s can be cancelled.
CANCEL_AFTER_MS = 2000
#: What the services call a field, and where it stands here.
_PLACES = {"current_password": "current", "new_password": "new"}


class ChangePassword(Protocol):
    """`services.identity.change_password`: blocks, raises `services.errors`."""

    def __call__(self, *, current: str, new: str) -> None:
        """Change it; other places are signed out."""


class ChangeForm(Form):
    """Asks for a new password, and for the current one where nobody has just typed it.

    The fields are named ``<prefix>password.current``, ``.new`` and ``.again``.

    Signals:
        changed(): the bank has taken the new password.
        session_ended(): nothing can be changed until this person has signed in again.
        busy_changed(bool): a change is on its way, or nobody waits for one any more.

    """

    changed = Signal()
    session_ended = Signal()
    busy_changed = Signal(bool)

    def __init__(
        self,
        prefix: str,
        *,
        submit_text: str,
        heading: str = "",
        text: str = "",
        asks_current: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(heading, text, parent)
        self._change: ChangePassword | None = None
        self._task: tasks.Task | None = None
        self._known = ""
        self._faults = FaultOnce()
        self._pause = Pause(self)
        self._pause.ticked.connect(self._on_pause_ticked)
        self.current = PasswordEdit() if asks_current else None
        self.new = PasswordEdit()
        self.again = PasswordEdit()
        self.submit = BusyButton(submit_text, self.tr("Changing …"))
        self._cancel = button(self.tr("Cancel"), "quiet")
        self._cancel.clicked.connect(self._on_cancel)
        self._cancel.hide()
        self._cancel_later = QTimer(self)
        self._cancel_later.setSingleShot(True)
        self._cancel_later.setInterval(CANCEL_AFTER_MS)
        self._cancel_later.timeout.connect(self._cancel.show)
        self._build()
        self._name_parts(prefix)

    def _build(self) -> None:
        self._caps = label(self.tr("Caps Lock seems to be on."), "warn")
        self._caps.hide()
        self._rules = PasswordRules()
        if self.current is not None:
            self.add_field("current", self.tr("C&urrent password"), self.current)
        self.add_field("new", self.tr("&New password"), self.new)
        self.column.addWidget(self._rules)
        self.add_field("again", self.tr("New password a&gain"), self.again)
        self.column.addWidget(self._caps)
        self.column.addSpacing(theme.Spacing.S)
        self.column.addWidget(self.submit)
        self.column.addWidget(self._cancel)
        self.submit.setAutoDefault(True)
        self.submit.clicked.connect(self._on_submit)
        for field in self._edits():
            field.textEdited.connect(self._on_edited)
            field.returnPressed.connect(self._on_return)
            field.caps_lock_changed.connect(self._caps.setVisible)

    def _edits(self) -> list[PasswordEdit]:
        first = [] if self.current is None else [self.current]
        return [*first, self.new, self.again]

    def _name_parts(self, prefix: str) -> None:
        if self.current is not None:
            self.current.setObjectName(f"{prefix}password.current")
            self.current.show_button.setObjectName(f"{prefix}password.show_current")
        self.new.setObjectName(f"{prefix}password.new")
        self.new.show_button.setObjectName(f"{prefix}password.show_new")
        self.again.setObjectName(f"{prefix}password.again")
        self.again.show_button.setObjectName(f"{prefix}password.show_again")
        self._caps.setObjectName(f"{prefix}password.caps_lock")
        self._rules.setObjectName(f"{prefix}password.rules")
        self.error.setObjectName(f"{prefix}password.error")
        self.submit.setObjectName(f"{prefix}password.submit")
        self._cancel.setObjectName(f"{prefix}password.cancel")

    def begin(self, change: ChangePassword, *, current: str = "") -> None:
        """Change by `change` from now on; `current` is what somebody has just signed in with."""
        self._change = change
        self._known = current

    def forget(self) -> None:
        """Empty all fields: no password stays in memory for longer than it is needed."""
        self.error.clear()
        self._known = ""
        for field in self._edits():
            field.clear()
            field.conceal()
        self._rules.hold_against("", "")

    def _current(self) -> str:
        return self._known if self.current is None else self.current.text()

    def _on_edited(self) -> None:
        # A pause is counted on; everything else is out of date once something is typed.
        if not self._pause.seconds_left:
            self.error.clear()
        self._rules.hold_against(self.new.text(), self._current())

    def _on_return(self) -> None:
        """Press the button, or go on to what is still empty."""
        filled = [bool(field.text()) for field in self._edits()]
        here = [field.hasFocus() for field in self._edits()]
        if all(filled) or not filled[here.index(True) if True in here else 0]:
            self.submit.click()
        else:
            self.focus_first_empty()

    def _on_submit(self) -> None:
        self.error.clear()
        change = self._change
        if change is None or self._is_incomplete():
            return
        current, new = self._current(), self.new.text()
        self._set_busy(True)
        self._task = tasks.run(
            self,
            lambda: change(current=current, new=new),
            on_success=self._on_changed,
            on_failure=self._on_refused,
            deadline_s=_DEADLINE_S,
        )

    def _is_incomplete(self) -> bool:
        """Tell the first thing that is missing, and whether there was one."""
        if self.current is not None and not self.current.text():
            self.tell(InvalidInput("password_missing", field="current"))
        elif not self.new.text():
            self.tell_at("new", self.tr("Please type a new password."))
        elif self.new.text() != self.again.text():
            self.tell_at("again", self.tr("This is not the same as above. Please type it again."))
        else:
            return False
        return True

    def _set_busy(self, busy: bool) -> None:  # noqa: FBT001 (a setter)
        self.busy_changed.emit(busy)
        self.submit.set_busy(busy)
        self.set_fields_enabled(not busy)
        self._cancel.hide()
        if busy:
            self._cancel_later.start()
        else:
            self._cancel_later.stop()

    def _on_cancel(self) -> None:
        """Wait no longer. The bank may still make the change: only it knows, so both are named."""
        if self._task is not None:
            self._task.cancel()
        self._set_busy(False)
        self.tell_at(
            "",
            self.tr(
                "You stopped waiting, so we don't know whether your password was changed. If the old"
                " one is refused, the new one holds."
            ),
        )

    def _on_changed(self, _nothing: None) -> None:
        self._set_busy(False)
        self._faults.succeed()
        self.forget()
        self.changed.emit()

    def _on_refused(self, error: InstaPayError) -> None:
        self._set_busy(False)
        if isinstance(error, SessionEnded):
            self.forget()
            self.session_ended.emit()
            return
        self._faults.meet(error)
        place = _PLACES.get(str(error.data.get("field", "")), "")
        if error.code in {"sign_in_refused", "sign_in_paused"}:
            place = "current"
        self.tell_at(place, error_text.own_password(error))
        if error.code == "sign_in_paused":
            self._pause.begin(error_text.wait_s(error))
            self.submit.setEnabled(False)
            # What is disabled takes no focus: the field keeps it.
            QTimer.singleShot(0, self, self._edits()[0].setFocus)

    def _on_pause_ticked(self, seconds: int) -> None:
        if seconds:
            self.error.update_text(
                error_text.sentence_for("sign_in_paused", {"retry_after_s": seconds})
            )
            return
        self.error.clear()
        self.submit.setEnabled(True)
