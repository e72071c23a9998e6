"""Email, password, and the way in."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal

from services.errors import InvalidInput, SignInRefused
from ui import clock, properties, tasks, theme
from ui.widgets.busy_button import BusyButton
from ui.widgets.button import button
from ui.widgets.form import Form
from ui.widgets.labels import label
from ui.widgets.leading_edit import LeadingEdit
from ui.widgets.password_edit import PasswordEdit

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from services.errors import InstaPayError
    from services.identity import IdentityService
    from services.values.people import Person

#: Four round trips and one bcrypt of 0.3 s; on a slow line a few seconds.
_DEADLINE_S = 20.0
#: Convention 5 of the design: what takes over 2 s can be cancelled.
_CANCEL_AFTER_MS = 2000
_TICK_MS = 250
_MAX_EMAIL = 255


class SignInForm(Form):
    """Asks the bank who this is.

    A press before the bank is there waits and goes on by itself.

    Signals:
        signed_in(Person): the bank knows them.
        password_expired(str, str): this email and password are right, but the password has to be
            changed before anything else.
        create_account(): they want one.

    """

    signed_in = Signal(object)
    password_expired = Signal(str, str)
    create_account = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Mini-InstaPay", self.tr("Sign in to your bank"), parent)
        self._identity: IdentityService | None = None
        self._task: tasks.Task | None = None
        #: When each paused email may be tried again, by `clock.seconds`.
        self._paused: dict[str, float] = {}
        self._build()
        self._name_parts()
        self._tick = QTimer(self)
        self._tick.setInterval(_TICK_MS)
        self._tick.timeout.connect(self._on_tick)
        self._cancel_later = QTimer(self)
        self._cancel_later.setSingleShot(True)
        self._cancel_later.setInterval(_CANCEL_AFTER_MS)
        self._cancel_later.timeout.connect(self._cancel.show)

    def _build(self) -> None:
        self.email = LeadingEdit()
        self.email.setMaxLength(_MAX_EMAIL)
        properties.put(self.email, inputMethodHints="ImhEmailCharactersOnly")
        self.email.textEdited.connect(self._on_edited)
        self.email.returnPressed.connect(self._on_return)
        self.password = PasswordEdit()
        self.password.textEdited.connect(self._on_edited)
        self.password.returnPressed.connect(self._on_return)
        self.password.caps_lock_changed.connect(self._on_caps_lock)
        self._caps = label(self.tr("Caps Lock seems to be on."), "warn")
        self._caps.hide()
        self.submit = BusyButton(self.tr("&Sign in"), self.tr("Signing in …"))
        self.submit.setAutoDefault(True)
        self.submit.clicked.connect(self._on_submit)
        self._cancel = button(self.tr("Cancel"), "quiet")
        self._cancel.clicked.connect(self.cancel)
        self._cancel.hide()
        self._create = button(self.tr("&Create an account"), "quiet")
        self._create.clicked.connect(self.create_account)
        self.add_field("email", self.tr("&Email"), self.email)
        self.add_field("password", self.tr("&Password"), self.password)
        self.column.addWidget(self._caps)
        self.column.addSpacing(theme.Spacing.S)
        self.column.addWidget(self.submit)
        self.column.addWidget(self._cancel)
        self.column.addWidget(self._create)

    def _name_parts(self) -> None:
        self.email.setObjectName("login.email")
        self.password.setObjectName("login.password")
        self.password.show_button.setObjectName("login.show_password")
        self.submit.setObjectName("login.submit")
        self._create.setObjectName("login.create_account")
        self._cancel.setObjectName("login.cancel")
        self._caps.setObjectName("login.caps_lock")
        self.error.setObjectName("login.error")

    def attach(self, identity: IdentityService) -> None:
        """Use this from now on; a press that waited goes on."""
        self._identity = identity
        if self.submit.is_busy and self._task is None:
            self._ask(identity)

    def fill(self, email: str, password: str) -> None:
        """Put both in and go to the button."""
        self.cancel()
        self.error.clear()
        self.email.setText(email)
        self.password.setText(password)
        self._on_tick()
        self.submit.setFocus()

    def cancel(self) -> None:
        """Stop waiting for the bank; what was typed stays."""
        self._abandon()
        if self._task is not None:
            self._task.cancel()
        self._set_busy(False)

    def _abandon(self) -> None:
        """Have a call that is still on its way hold no session when it comes back."""
        if self._identity is not None and self._task is not None and self._task.is_open:
            self._identity.cancel_sign_in()

    def take_over(self, before: SignInForm) -> None:
        """Go on with what is typed in `before`, and with its pauses."""
        before.cancel()
        self._paused = before._paused
        self.email.setText(before.email.text())
        self.password.setText(before.password.text())
        self._on_tick()

    def forget(self, *, email: str = "") -> None:
        """Empty the form but for `email`."""
        self.cancel()
        self.error.clear()
        self.email.setText(email)
        self.password.clear()
        self.password.conceal()
        self._on_tick()

    def _on_edited(self) -> None:
        # A pause is counted on; everything else is out of date once something is typed.
        if not self._wait_s():
            self.error.clear()
        self._on_tick()

    def _on_return(self) -> None:
        """Press the button; from the email go on to an empty password first."""
        if self.email.hasFocus() and self.email.text() and not self.password.text():
            self.password.setFocus()
        else:
            self.submit.click()

    def _on_caps_lock(self, on: bool) -> None:  # noqa: FBT001 (a slot of Qt's signal)
        self._caps.setVisible(on)

    def _on_submit(self) -> None:
        self.error.clear()
        if not self.email.text().strip():
            self.tell(InvalidInput("email_missing", field="email"))
            return
        if not self.password.text():
            self.tell(InvalidInput("password_missing", field="password"))
            return
        self._set_busy(True)
        if self._identity is not None:
            self._ask(self._identity)

    def _ask(self, identity: IdentityService) -> None:
        email, password = self.email.text().strip(), self.password.text()
        # Taken here: a thread that gets round to it only after the next sign-in must not come last.
        turn = identity.expect_sign_in()
        self._task = tasks.run(
            self,
            lambda: identity.sign_in(email=email, password=password, turn=turn),
            on_success=self._on_signed_in,
            on_failure=self._on_refused,
            deadline_s=_DEADLINE_S,
        )

    def _set_busy(self, busy: bool) -> None:  # noqa: FBT001 (a setter)
        self.submit.set_busy(busy)
        self.set_fields_enabled(not busy)
        self._create.setEnabled(not busy)
        self._cancel.hide()
        if busy:
            self._cancel_later.start()
        else:
            self._cancel_later.stop()
            self._task = None

    def _on_signed_in(self, person: Person) -> None:
        self._set_busy(False)
        self._paused.pop(self._key(), None)
        password = self.password.text()
        self.password.clear()
        self.password.conceal()
        if person.must_change_password:
            self.password_expired.emit(person.email, password)
        else:
            self.signed_in.emit(person)

    def _on_refused(self, error: InstaPayError) -> None:
        if error.code == "deadline_exceeded" and self._identity is not None:
            self._identity.cancel_sign_in()
        self._set_busy(False)
        if error.code == "sign_in_paused":
            from ui import error_text  # noqa: PLC0415 (the login paints without it)

            self._paused[self._key()] = clock.seconds() + error_text.wait_s(error)
            self.tell(error, otherwise="password")
            self._on_tick()
        else:
            self.tell(error, otherwise="password" if isinstance(error, SignInRefused) else "")

    def _key(self) -> str:
        return self.email.text().strip().lower()

    def _wait_s(self) -> int:
        """Return for how many whole seconds the email in the field is paused."""
        return max(0, math.ceil(self._paused.get(self._key(), 0.0) - clock.seconds()))

    def _on_tick(self) -> None:
        """Count down while the email in the field is paused."""
        wait_s = self._wait_s()
        if wait_s:
            from ui import error_text  # noqa: PLC0415 (the login paints without it)

            sentence = error_text.sentence_for("sign_in_paused", {"retry_after_s": wait_s})
            if not self.error.text:
                self.tell_at("", sentence)
            elif sentence != self.error.text:
                self.error.update_text(sentence)
            self._tick.start()
        elif self._tick.isActive():
            self._tick.stop()
            self.error.clear()
        self.submit.setEnabled(not wait_s and not self.submit.is_busy)
