"""A password that somebody else made: it is changed before anything else can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui import error_text, tasks, theme
from ui.components.password import ChangeForm
from ui.widgets.button import button

if TYPE_CHECKING:
    from services.errors import InstaPayError
    from services.identity import IdentityService
    from services.values.people import Person

_DEADLINE_S = 20.0


class ExpiredPage(QWidget):
    """Asks for a new password, then lets them in.

    Signals:
        signed_in(Person): the password is changed, and the bank has let them in.
        left(str, str): back to signing in with this email, and why; empty where it was their wish.

    """

    signed_in = Signal(object)
    left = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._identity: IdentityService | None = None
        self._email = ""
        self._form = ChangeForm(
            "",
            heading=self.tr("Choose a new password"),
            text=self.tr("The one you signed in with was made for you and is good for this only."),
            submit_text=self.tr("&Change and sign in"),
            asks_current=False,
        )
        self._form.changed.connect(self._on_changed)
        self._form.session_ended.connect(self._on_session_ended)
        self._back = button(self.tr("&Back to sign in"), "quiet")
        self._back.setObjectName("password.back")
        self._back.clicked.connect(self._on_back)
        # Nobody leaves what the bank may be making just now: they would not know which password holds.
        self._form.busy_changed.connect(self._back.setDisabled)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.Spacing.S)
        column.addWidget(self._form)
        column.addWidget(self._back)

    def begin(self, identity: IdentityService, email: str, current: str) -> None:
        """Be shown for somebody who has just signed in with `current`."""
        self._identity = identity
        self._email = email
        self._form.forget()
        self._form.begin(identity.change_password, current=current)
        self._form.new.setFocus()

    def _on_changed(self) -> None:
        identity = self._identity
        assert identity is not None
        self._form.submit.set_busy(True)
        self._back.setEnabled(False)
        tasks.run(
            self,
            identity.complete_sign_in,
            on_success=self._on_signed_in,
            on_failure=self._on_not_signed_in,
            deadline_s=_DEADLINE_S,
        )

    def _on_signed_in(self, person: Person) -> None:
        self._rest()
        self.signed_in.emit(person)

    def _on_not_signed_in(self, error: InstaPayError) -> None:
        """Tell that the change stands, and why they are not in yet."""
        self._rest()
        changed = self.tr("Your password is changed. Sign in with the new one.")
        self.left.emit(self._email, f"{changed} {error_text.sentence(error)}")

    def _rest(self) -> None:
        self._form.submit.set_busy(False)
        self._back.setEnabled(True)

    def _on_session_ended(self) -> None:
        self.left.emit(self._email, error_text.sentence_for("session_ended"))

    def _on_back(self) -> None:
        self._form.forget()
        if self._identity is not None:
            tasks.run(
                self,
                self._identity.leave(),
                # A session that the bank could not be told about ends by its idle limit.
                on_success=lambda _nothing: None,
                on_failure=lambda _error: None,
                deadline_s=_DEADLINE_S,
            )
        self.left.emit(self._email, "")
