"""Makes somebody who works here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox

from services.errors import InstaPayError, SessionEnded
from services.values.people import Role
from ui import tasks
from ui.fault_once import FaultOnce
from ui.screens.administration import role_words
from ui.widgets.busy_button import BusyButton
from ui.widgets.button import button
from ui.widgets.form import Form
from ui.widgets.labels import field_label
from ui.widgets.leading_edit import LeadingEdit
from ui.widgets.plate_dialog import PlateDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from services.administration import AdministrationService
    from services.values.people import Enrolled

_MAX_NAME, _MAX_EMAIL = 100, 255
_DEADLINE_S = 15.0
_FIELD_OF = {"name_invalid": "name", "email_taken": "email"}


class EnrolDialog(PlateDialog):
    """Asks for name, email and role.

    Signals:
        enrolled(Enrolled, str): somebody new, of that name.
        session_ended(): the bank knows this session no more.

    """

    enrolled = Signal(object, str, str)
    session_ended = Signal()

    def __init__(self, service: AdministrationService, parent: QWidget) -> None:
        super().__init__(self.tr("Add a member of staff"), parent)
        self.setObjectName("administration.enrol")
        self._service = service
        self._faults = FaultOnce()
        self._task: tasks.Task | None = None
        self._name = LeadingEdit()
        self._name.setObjectName("administration.enrol.name")
        self._name.setMaxLength(_MAX_NAME)
        self._email = LeadingEdit()
        self._email.setObjectName("administration.enrol.email")
        self._email.setMaxLength(_MAX_EMAIL)
        self._role = QComboBox()
        self._role.setObjectName("administration.enrol.role")
        for role in Role:
            if role is not Role.CUSTOMER:
                self._role.addItem(role_words.name(role), role)
        self._form = Form()
        self._form.error.setObjectName("administration.enrol.error")
        self._form.add_field("name", self.tr("Full &name"), self._name)
        self._form.add_field("email", self.tr("&Email"), self._email)
        self._form.column.addWidget(field_label(self.tr("&Role"), self._role))
        self._form.column.addWidget(self._role)
        self.body.addWidget(self._form)
        self._save = BusyButton(self.tr("&Add"), self.tr("One moment…"))
        self._save.setObjectName("administration.enrol.save")
        self._save.setDefault(True)
        self._save.clicked.connect(self._on_save)
        self._cancel = button(self.tr("&Cancel"))
        self._cancel.setObjectName("administration.enrol.cancel")
        self._cancel.clicked.connect(self.reject)
        self.add_button(self._cancel)
        self.add_button(self._save)
        for edit in (self._name, self._email):
            edit.textEdited.connect(self._form.error.clear)
        self._name.setFocus()

    def reject(self) -> None:
        """Close; not while it is on its way: nobody else would be told the one-time password."""
        if self._task is None or not self._task.is_open:
            super().reject()

    def _set_busy(self, *, busy: bool) -> None:
        # First, so that focus does not come by here from the other button.
        self._cancel.setDisabled(busy)
        self._save.set_busy(busy)

    def _on_save(self) -> None:
        if self._task is not None and self._task.is_open:
            return
        name, email, role = self._name.text(), self._email.text(), self._role.currentData()
        self._form.error.clear()
        self._set_busy(busy=True)
        self._task = tasks.run(
            self,
            lambda: self._service.enrol(email=email, full_name=name, role=Role(role)),
            on_success=lambda made: self._on_enrolled(made, name, email),
            on_failure=self._on_failure,
            deadline_s=_DEADLINE_S,
        )

    def _on_enrolled(self, made: Enrolled, name: str, email: str) -> None:
        self.accept()
        self.enrolled.emit(made, name, email)

    def _on_failure(self, error: InstaPayError) -> None:
        self._set_busy(busy=False)
        if isinstance(error, SessionEnded):
            self.reject()
            self.session_ended.emit()
            return
        self._faults.meet(error)
        self._form.tell(error, otherwise=_FIELD_OF.get(error.code, "email"))
