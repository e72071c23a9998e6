"""What the forms about a customer's standing have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from services.errors import SessionEnded
from ui import error_text, tasks, theme
from ui.components.desk_form import DeskForm
from ui.fault_once import FaultOnce
from ui.widgets.inline_error import InlineError
from ui.widgets.labels import field_label

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from uuid import UUID

    from services.bank import Services
    from services.errors import InstaPayError
    from services.values.customers import CustomerAccount, CustomerIdentity
    from ui.preferences import Preferences
    from ui.widgets.busy_button import BusyButton

_T = TypeVar("_T")
#: Longer than the services wait themselves, so that what they come to is never dropped.
_DEADLINE_S = 60.0
_CUSTOMER_NOT_OPEN = "customer_not_open"


class StandingForm(DeskForm):
    """A column of fields, each with its error below it, and one call at a time.

    Names begin with `prefix`; the error that is about no field is ``<prefix>.error``.

    Attributes:
        column: the layout; `finish` puts the error of the whole form at its end.

    """

    #: What is beside the field that an error names itself: code -> name of the field.
    places: Mapping[str, str] = {}

    def __init__(
        self,
        prefix: str,
        services: Services,
        preferences: Preferences,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._prefix = prefix
        self._services = services
        self._preferences = preferences
        self._customer: CustomerIdentity | None = None
        self._accounts: tuple[CustomerAccount, ...] = ()
        self._task: tasks.Task | None = None
        self._busy: BusyButton | None = None
        self._faults = FaultOnce()
        self._errors: dict[str, InlineError] = {}
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(theme.Spacing.S)

    # The contract

    @property
    def awaits_outcome(self) -> bool:
        """Something was sent from here and nobody knows yet what became of it."""
        return self._is_asking

    def begin(
        self,
        customer: CustomerIdentity,
        accounts: tuple[CustomerAccount, ...],
        account_id: UUID | None,
    ) -> None:
        """Be about `customer`; what was typed for another one is forgotten."""
        is_another = self._customer is None or customer.user_id != self._customer.user_id
        self._customer = customer
        if is_another:
            self._leave_off()
            self.clear()
        self.refresh(accounts)
        if account_id is not None:
            self.choose(account_id)
        self.focus_first()

    def refresh(self, accounts: tuple[CustomerAccount, ...]) -> None:
        """Show the customer's accounts as they are now, keeping what was typed."""
        self._accounts = accounts

    # For the forms

    def clear(self) -> None:
        """Forget what was typed."""
        self.clear_errors()

    def choose(self, account_id: UUID) -> None:
        """Be about one of the accounts, where the form is about one."""

    def focus_first(self) -> None:
        """Have focus go to the first field."""

    def add_field(
        self, name: str, text: str, field: QWidget, *, focused: QWidget | None = None
    ) -> None:
        """Put a field at the end, its label above, its error below; `focused` is what gets its keys."""
        edit = focused or field
        self.column.addWidget(field_label(text, edit))
        self.column.addWidget(field)
        self.add_error(name, edit)
        self.column.addSpacing(theme.Spacing.XS)

    def add_error(self, name: str, field: QWidget | None = None) -> None:
        """Put the place for a field's error at the end."""
        error = InlineError(field)
        error.setObjectName(f"{self._prefix}.{name}.error" if field else f"{self._prefix}.error")
        self._errors[name] = error
        self.column.addWidget(error)

    def finish(self, *submits: QWidget) -> None:
        """Put what sends the form at the end, below the error that is about no field."""
        self.add_error("")
        for submit in submits:
            self.column.addWidget(submit)
        self.column.addStretch()

    def clear_errors(self) -> None:
        """Nothing is wrong, or not known to be."""
        for error in self._errors.values():
            error.clear()

    def tell(self, error: InstaPayError) -> None:
        """Say what is wrong beside the field it is about."""
        name = self.places.get(error.code) or str(error.data.get("field", ""))
        self.tell_at(name, self.sentence(error))

    def tell_at(self, name: str, sentence: str) -> None:
        """Say something beside a field; at the end where there is no field of that name."""
        place = self._errors.get(name, self._errors[""])
        place.tell(sentence)

    def sentence(self, error: InstaPayError) -> str:
        """Return what to say of an error in this form."""
        return error_text.sentence(error)

    def ask(self, call: Callable[[], _T], on_success: Callable[[_T], None]) -> None:
        """Fetch what the form is to show; nothing else goes on meanwhile."""
        self._run(call, on_success, None)

    def send(
        self, submit: BusyButton, call: Callable[[], _T], on_success: Callable[[_T], None]
    ) -> None:
        """Do it, once: a second press changes nothing while the first is on its way."""
        if self._is_asking:
            return
        self.clear_errors()
        submit.set_busy(True)
        self._run(call, on_success, submit)

    # What happens

    @property
    def _is_asking(self) -> bool:
        return self._busy is not None and self._task is not None and self._task.is_open

    def _run(
        self,
        call: Callable[[], _T],
        on_success: Callable[[_T], None],
        submit: BusyButton | None,
    ) -> None:
        self._busy = submit

        def succeed(result: _T) -> None:
            self._end()
            self._faults.succeed()
            on_success(result)

        self._task = tasks.run(
            self,
            call,
            on_success=succeed,
            on_failure=self._on_failure,
            deadline_s=_DEADLINE_S,
            replaces=self._task,
        )

    def _on_failure(self, error: InstaPayError) -> None:
        self._end()
        if isinstance(error, SessionEnded):
            self.session_ended.emit()
            return
        self._faults.meet(error)
        self.on_refused(error)
        self.tell(error)
        if error.code == _CUSTOMER_NOT_OPEN:
            self.customer_closed.emit()

    def on_refused(self, error: InstaPayError) -> None:
        """Learn that it was not done, before it is told."""

    def _leave_off(self) -> None:
        """Wait no longer for what is on its way: it was about somebody else."""
        if self._task is not None:
            self._task.cancel()
        self._end()

    def _end(self) -> None:
        busy, self._busy = self._busy, None
        if busy is not None:
            busy.set_busy(False)
