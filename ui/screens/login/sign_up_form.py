"""Asking the bank for an account."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from services.errors import InvalidInput, Unavailable
from ui import tasks, theme
from ui.widgets.banner import Banner
from ui.widgets.busy_button import BusyButton
from ui.widgets.button import button
from ui.widgets.form import Form
from ui.widgets.labels import label
from ui.widgets.leading_edit import LeadingEdit
from ui.widgets.password_edit import PasswordEdit
from ui.widgets.tone import Tone

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from services.errors import InstaPayError
    from services.identity import IdentityService

_DEADLINE_S = 20.0
_MAX_EMAIL = 255


class SignUpForm(Form):
    """Takes an application; the bank always answers "received", whoever is known already.

    Signals:
        finished(str): back to signing in, with this email.

    """

    finished = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Create an account"),
            self.tr("You get a current account in Egyptian pounds"),
            parent,
        )
        self._identity: IdentityService | None = None
        self._build()
        self._name_parts()

    def _build(self) -> None:
        self.full_name = LeadingEdit()
        self.email = LeadingEdit()
        self.email.setMaxLength(_MAX_EMAIL)
        self.email.setInputMethodHints(Qt.InputMethodHint.ImhEmailCharactersOnly)
        self.password = PasswordEdit()
        for field in (self.full_name, self.email, self.password):
            field.textEdited.connect(self.error.clear)
            field.returnPressed.connect(self._on_return)
        self.submit = BusyButton(self.tr("C&reate account"), self.tr("Sending …"))
        self.submit.setAutoDefault(True)
        self.submit.clicked.connect(self._on_submit)
        self.received = Banner(Tone.CREDIT)
        self.received.hide()
        self.back = button(self.tr("&Back to sign in"), "quiet")
        self.back.clicked.connect(self._on_back)
        self.add_field("full_name", self.tr("&Full name"), self.full_name)
        self.add_field("email", self.tr("&Email"), self.email)
        self.add_field("password", self.tr("&Password"), self.password)
        self._rule = label(self.tr("12 characters or more. A sentence is easy to keep in mind."))
        self._rule.setWordWrap(True)
        theme.mark(self._rule, kind="caption")
        self.column.addWidget(self._rule)
        self.column.addSpacing(theme.Spacing.S)
        self.column.addWidget(self.submit)
        self.column.addWidget(self.received)
        self.column.addWidget(self.back)

    def _name_parts(self) -> None:
        self.full_name.setObjectName("signup.full_name")
        self.email.setObjectName("signup.email")
        self.password.setObjectName("signup.password")
        self.password.show_button.setObjectName("signup.show_password")
        self.submit.setObjectName("signup.submit")
        self.back.setObjectName("signup.back")
        self.received.setObjectName("signup.received")
        self.error.setObjectName("signup.error")

    def attach(self, identity: IdentityService) -> None:
        """Use this from now on."""
        self._identity = identity

    def begin(self, email: str) -> None:
        """Be shown empty but for `email`."""
        self.error.clear()
        self.received.hide()
        self.submit.show()
        self.set_fields_enabled(True)
        for field in (self.full_name, self.password):
            field.clear()
        self.password.conceal()
        self.email.setText(email)
        self.full_name.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_over(self, before: SignUpForm) -> None:
        """Go on with what is typed in `before`."""
        for here, there in zip(self._fields.values(), before._fields.values(), strict=True):
            here.setText(there.text())
        if before.submit.isHidden():
            self._on_received(None)

    def _on_return(self) -> None:
        """Press the button, or go on to what is still empty."""
        if self.submit.isHidden():
            self.back.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        filled = [bool(field.text().strip()) for field in self._fields.values()]
        here = [field.hasFocus() for field in self._fields.values()]
        if all(filled) or not filled[here.index(True) if True in here else 0]:
            # An empty field that Enter is pressed in is told to be missing, like the others.
            self.submit.click()
        else:
            self.focus_first_empty()

    def _on_submit(self) -> None:
        self.error.clear()
        if self._identity is None:
            self.tell(Unavailable("server_unreachable", database="auth"))
            return
        missing = self._missing()
        if missing is not None:
            self.tell(missing)
            return
        identity = self._identity
        full_name, email = self.full_name.text().strip(), self.email.text().strip()
        password = self.password.text()
        self._set_busy(True)
        tasks.run(
            self,
            lambda: identity.sign_up(email=email, password=password, full_name=full_name),
            on_success=self._on_received,
            on_failure=self._on_refused,
            deadline_s=_DEADLINE_S,
        )

    def _missing(self) -> InvalidInput | None:
        """Return the error about the first empty field."""
        for name, code in (
            ("full_name", "name_invalid"),
            ("email", "email_missing"),
            ("password", "password_missing"),
        ):
            if not self._fields[name].text().strip():
                return InvalidInput(code, field=name)
        return None

    def _set_busy(self, busy: bool) -> None:  # noqa: FBT001 (a setter)
        self.submit.set_busy(busy)
        self.set_fields_enabled(not busy)
        self.back.setEnabled(not busy)

    def _on_received(self, _nothing: None) -> None:
        self._set_busy(False)
        self.password.clear()
        self.submit.hide()
        self.received.show()
        self.received.say(
            self.tr("We have received your application."),
            self.tr(
                "If this email is new to the bank, you can sign in with it in a moment. If you have an"
                " account already, it stays as it is: sign in with the password you know."
            ),
        )
        # One application is enough: Enter must not send another.
        self.set_fields_enabled(False)
        self.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_refused(self, error: InstaPayError) -> None:
        self._set_busy(False)
        self.tell(error)

    def _on_back(self) -> None:
        self.finished.emit(self.email.text().strip())
