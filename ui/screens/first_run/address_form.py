"""Where a bank is: its addresses, tried before they are kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from services.errors import InvalidInput
from services.values.addresses import BankAddresses
from ui import bidi, error_text, tasks, theme
from ui.screens.first_run.address_field import AddressField
from ui.widgets.busy_button import BusyButton
from ui.widgets.button import button
from ui.widgets.inline_error import InlineError
from ui.widgets.labels import field_label, label
from ui.widgets.password_edit import PasswordEdit

if TYPE_CHECKING:
    from services.errors import InstaPayError
    from services.values.addresses import Finding
    from ui.screens.first_run.screen import Connecting

#: Each host may take 3 s to be given up, and as long to find out why.
_TRYING_DEADLINE_S = 40.0
#: A keyring may ask its owner first.
_SAVING_DEADLINE_S = 60.0
_EXAMPLE = "postgresql://login@bank.example/database?sslmode=verify-full"


class AddressForm(QWidget):
    """Two addresses and what else may be needed; kept once both databases have answered.

    Signals:
        saved(): they are kept; go on with them.
        left(): back, without a change.

    """

    saved = Signal()
    left = Signal()

    def __init__(self, connecting: Connecting, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._connecting = connecting
        self._task: tasks.Task | None = None
        self._fields = {
            "auth": AddressField("auth", self.tr("Address of the &sign-in database")),
            "payment": AddressField("payment", self.tr("Address of the &payment database")),
            "listen": AddressField("listen", self.tr("Address for &live updates (optional)")),
        }
        self._password = PasswordEdit()
        self._password.setObjectName("first_run.password")
        self._password.show_button.setObjectName("first_run.show_password")
        self._error = InlineError()
        self._error.setObjectName("first_run.error")
        self._test = BusyButton(self.tr("&Test the connection"), self.tr("Trying …"))
        self._test.setObjectName("first_run.test")
        self._save = BusyButton(self.tr("&Keep and go on"), self.tr("Keeping …"))
        self._save.setObjectName("first_run.save")
        self._cancel = button(self.tr("&Cancel"), "quiet")
        self._cancel.setObjectName("first_run.cancel")
        self._back = button(self.tr("&Back"), "quiet")
        self._back.setObjectName("first_run.back")
        self._connect()
        self._lay_out()
        self._rest()

    def _connect(self) -> None:
        for field in self._fields.values():
            field.edited.connect(self._on_edited)
            field.edit.returnPressed.connect(self._on_return)
        self._password.textEdited.connect(self._on_edited)
        self._password.returnPressed.connect(self._on_return)
        for act in (self._test, self._save):
            act.setAutoDefault(True)
        self._test.clicked.connect(self._on_test)
        self._save.clicked.connect(self._on_save)
        self._cancel.clicked.connect(self._on_cancel)
        self._back.clicked.connect(self.left)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.Spacing.S)
        column.addWidget(label(self.tr("Connect to your bank"), "title", wraps=True))
        hint = self.tr("Your bank has given you these. Nothing is kept before both have answered.")
        column.addWidget(label(hint, "muted", wraps=True))
        like = self.tr("An address looks like {example}").format(example=bidi.ltr(_EXAMPLE))
        column.addWidget(label(like, "caption", wraps=True))
        for name in ("auth", "payment"):
            column.addSpacing(theme.Spacing.S)
            column.addWidget(self._fields[name])
        column.addSpacing(theme.Spacing.S)
        column.addWidget(
            field_label(self.tr("Pass&word, where an address holds none"), self._password)
        )
        column.addWidget(self._password)
        hint = self.tr(
            "It is kept in this computer's keyring or a file of yours alone, not in the settings."
        )
        column.addWidget(label(hint, "caption", wraps=True))
        column.addSpacing(theme.Spacing.S)
        column.addWidget(self._fields["listen"])
        column.addWidget(self._error)
        column.addSpacing(theme.Spacing.M)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.Spacing.M)
        for part in (self._back, self._cancel):
            buttons.addWidget(part)
        buttons.addStretch(1)
        for part in (self._test, self._save):
            buttons.addWidget(part)
        column.addLayout(buttons)

    def begin(self) -> None:
        """Be shown, with the addresses that are set already."""
        self._fields["auth"].edit.setFocus()
        tasks.run(
            self,
            self._connecting.known,
            on_success=self._on_known,
            on_failure=self._on_failure,
            deadline_s=_SAVING_DEADLINE_S,
        )

    def _on_known(self, known: BankAddresses) -> None:
        if self.addresses() == BankAddresses():
            self._put_in(known)
            self._fields["auth"].edit.selectAll()

    def take_over(self, before: AddressForm) -> None:
        """Go on with what is typed in `before`."""
        before.stop()
        self._put_in(before.addresses())

    def addresses(self) -> BankAddresses:
        """Return what is typed."""
        texts = {name: field.text() for name, field in self._fields.items()}
        return BankAddresses(**texts, password=self._password.text())

    def stop(self) -> None:
        """Wait for no answer any more; what is typed stays."""
        if self._task is not None:
            self._task.cancel()
        self._rest()

    def _put_in(self, addresses: BankAddresses) -> None:
        self._fields["auth"].edit.setText(addresses.auth)
        self._fields["payment"].edit.setText(addresses.payment)
        self._fields["listen"].edit.setText(addresses.listen)
        self._password.setText(addresses.password)

    def _on_edited(self) -> None:
        """Have what was typed be tried anew: of two addresses one may have been right for the other."""
        self._error.clear()
        for field in self._fields.values():
            field.clear()
        self._rest()

    def _on_return(self) -> None:
        (self._save if self._save.isVisible() else self._test).click()

    def _rest(self) -> None:
        """Be ready for a test, with nothing under way."""
        for act in (self._test, self._save):
            act.set_busy(False)
        self._set_open(True)
        self._test.show()
        self._save.hide()

    def _set_open(self, is_open: bool) -> None:  # noqa: FBT001 (a setter like Qt's own)
        for field in self._fields.values():
            field.edit.setReadOnly(not is_open)
        self._password.setReadOnly(not is_open)
        self._back.setVisible(is_open)
        self._cancel.setVisible(not is_open)

    # Trying

    def _on_test(self) -> None:
        typed = self.addresses()
        self._error.clear()
        for field in self._fields.values():
            field.clear()
        missing = [name for name in ("auth", "payment") if not self._fields[name].text()]
        for name in reversed(missing):
            self._fields[name].tell(InvalidInput("url_missing", field=name), focus=True)
        if missing:
            return
        self._set_open(False)
        self._test.set_busy(True)
        self._task = tasks.run(
            self,
            lambda: self._connecting.check(typed),
            on_success=self._on_tried,
            on_failure=self._on_failure,
            deadline_s=_TRYING_DEADLINE_S,
        )

    def _on_tried(self, findings: tuple[Finding, ...]) -> None:
        self._rest()
        wrong = [finding.place for finding in findings if finding.error is not None]
        for finding in findings:
            self._fields[finding.place].show_finding(finding, focus=finding.place in wrong[:1])
        if not wrong:
            self._test.hide()
            self._save.show()
            self._save.setFocus()

    def _on_cancel(self) -> None:
        self.stop()
        self._test.setFocus()

    def _on_failure(self, error: InstaPayError) -> None:
        self._rest()
        self._error.tell(error_text.sentence(error))

    # Keeping

    def _on_save(self) -> None:
        good = self.addresses()
        self._set_open(False)
        # What is being written is written: there is nothing to cancel.
        self._cancel.hide()
        self._save.set_busy(True)
        self._task = tasks.run(
            self,
            lambda: self._connecting.save(good),
            on_success=self._on_saved,
            on_failure=self._on_failure,
            deadline_s=_SAVING_DEADLINE_S,
        )

    def _on_saved(self, _nothing: None) -> None:
        self._rest()
        self._password.clear()
        self._password.conceal()
        for field in self._fields.values():
            field.clear()
        self.saved.emit()
