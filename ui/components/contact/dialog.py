"""The dialog that keeps somebody among the contacts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from services.errors import InstaPayError, InvalidInput, SessionEnded
from ui import bidi, error_text, tasks, theme
from ui.components.payment.words import payee_name, reached_by
from ui.fault_once import FaultOnce
from ui.widgets.busy_button import BusyButton
from ui.widgets.button import button
from ui.widgets.inline_error import InlineError
from ui.widgets.labels import field_label, label
from ui.widgets.leading_edit import LeadingEdit
from ui.widgets.payee_field import PayeeField
from ui.widgets.plate_dialog import PlateDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from services.payees import PayeeService
    from services.values.transfers import Payee

#: As the bank has it; a longer paste is cut off.
MAX_NAME = 60
_MASK = "•"
_DEADLINE_S = 10.0
#: What the bank may say about the name; everything else is about whom it belongs to.
_ABOUT_NAME = frozenset({"contact_invalid", "contact_unknown"})


class ContactDialog(PlateDialog):
    """Asks for whom, unless that is known already, and for a name that only its keeper sees.

    Signals:
        saved(str): kept, under that name.
        session_ended(): nothing can be kept until this person has signed in again.

    """

    saved = Signal(str)
    session_ended = Signal()

    def __init__(
        self, payees: PayeeService, payee: Payee | None = None, *, parent: QWidget
    ) -> None:
        super().__init__(self.tr("Add to contacts"), parent)
        self.setObjectName("contact.dialog")
        self._payees = payees
        self._payee = payee
        self._faults = FaultOnce()
        self._task: tasks.Task | None = None
        self._field: PayeeField | None = None
        self._name = LeadingEdit()
        self._name.setObjectName("contact.name")
        self._name.setMaxLength(MAX_NAME)
        self._error = InlineError(self._name)
        self._error.setObjectName("contact.name.error")
        self._payee_error = InlineError()
        self._payee_error.setObjectName("contact.error")
        self._save = BusyButton(self.tr("&Save"), self.tr("One moment…"))
        self._save.setObjectName("contact.save")
        self._save.setDefault(True)
        self._save.clicked.connect(self._on_save)
        cancel = button(self.tr("&Cancel"))
        cancel.setObjectName("contact.cancel")
        cancel.clicked.connect(self.reject)
        self._lay_out()
        self.add_button(cancel)
        self.add_button(self._save)
        self._name.textEdited.connect(self._error.clear)

    def _lay_out(self) -> None:
        if self._payee is None:
            self._add_field()
        else:
            self.body.addWidget(label(payee_name(self._payee), "heading", wraps=True))
            self.body.addWidget(label(reached_by(self._payee), "muted", wraps=True))
            self._name.setText(_first_name(self._payee))
        self.body.addSpacing(theme.Spacing.S)
        self.body.addWidget(field_label(self.tr("&Name, as you know them"), self._name))
        self.body.addWidget(self._name)
        self.body.addWidget(self._error)
        self.body.addWidget(self._payee_error)
        if self._payee is not None:
            self._name.setFocus()
            self._name.selectAll()

    def _add_field(self) -> None:
        self._field = PayeeField(self._payees.resolve, name="contact.to", prefix="contact")
        self._field.changed.connect(self._on_payee)
        self._name.textEdited.connect(self._field.relent)
        self._field.call_failed.connect(self._on_call_failed)
        self.body.addWidget(field_label(self.tr("&Payment address or IBAN"), self._field.edit))
        self.body.addWidget(self._field)
        self._field.edit.setFocus()

    def _on_payee(self) -> None:
        self._payee_error.clear()
        assert self._field is not None
        payee = self._field.payee
        if payee is not None and not self._name.isModified():
            self._name.setText(_first_name(payee))

    def _on_save(self) -> None:
        if self._field is not None and self._field.payee is None:
            # The bank names whom the text reaches first, or says why it cannot.
            self._field.insist(self._keep)
            return
        self._keep()

    def _keep(self) -> None:
        payee = self._payee if self._field is None else self._field.payee
        name = self._name.text().strip()
        if payee is None or (self._task is not None and self._task.is_open):
            return
        if not name:
            self._tell(InvalidInput("contact_invalid", field="name"))
            return
        self._save.set_busy(True)
        self._task = tasks.run(
            self,
            lambda: self._payees.add_contact(payee=payee.reached_by, name=name),
            on_success=lambda _id: self._on_kept(name),
            on_failure=self._on_failure,
            deadline_s=_DEADLINE_S,
        )

    def _on_kept(self, name: str) -> None:
        self.accept()
        self.saved.emit(bidi.plain(name))

    def _on_failure(self, error: InstaPayError) -> None:
        self._save.set_busy(False)
        if not self._ends(error):
            self._faults.meet(error)
            self._tell(error)

    def _on_call_failed(self, error: InstaPayError) -> None:
        # Everything else stands beside the field already.
        if not self._ends(error):
            self._faults.meet(error)

    def _ends(self, error: InstaPayError) -> bool:
        if not isinstance(error, SessionEnded):
            return False
        self.reject()
        self.session_ended.emit()
        return True

    def _tell(self, error: InstaPayError) -> None:
        place = self._error if error.code in _ABOUT_NAME else self._payee_error
        place.tell(error_text.sentence(error))


def _first_name(payee: Payee) -> str:
    """Return what to call a payee until somebody types another name."""
    first = payee.masked_name.split(" ")[0]
    return "" if _MASK in first else first
