"""The forms of the desk table: made when they are wanted first, about whoever is open."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeVar, cast

from PySide6.QtCore import QObject, Signal

from ui import messages
from ui.navigation import Destination
from ui.screens.counter import desk_table

if TYPE_CHECKING:
    from uuid import UUID

    from services.bank import Services
    from ui.components.desk_form import DeskForm
    from ui.components.standing.enrol import EnrolForm
    from ui.components.standing.reverse_form import ReverseForm
    from ui.preferences import Preferences
    from ui.screens.counter.desk_panel import DeskPanel
    from ui.screens.counter.desk_table import Desk
    from ui.screens.counter.opening import OpenCustomer


_Form = TypeVar("_Form", bound="DeskForm")


class Desks(QObject):
    """Brings forms into the panel.

    Signals:
        done(): something was done for the customer.
        session_ended(): the bank knows this session no more.
        customer_closed(): the bank says that the customer is not open any more.
        navigate(Destination): a form wants to go somewhere.
        enrolled(UUID): somebody has become a customer.

    """

    done = Signal()
    session_ended = Signal()
    customer_closed = Signal()
    navigate = Signal(object)
    enrolled = Signal(object)

    def __init__(self, services: Services, preferences: Preferences, panel: DeskPanel) -> None:
        super().__init__(panel)
        self._services = services
        self._preferences = preferences
        self._panel = panel
        self._forms: dict[str, DeskForm] = {}
        self._enrolment: EnrolForm | None = None

    @property
    def awaits_outcome(self) -> bool:
        """Something was sent from a form and nobody knows yet what became of it."""
        return any(form.awaits_outcome for form in (*self._forms.values(), self._enrolment) if form)

    @property
    def is_enrolling(self) -> bool:
        """The form is shown for which nobody need be open."""
        return self._enrolment is not None and self._panel.form is self._enrolment

    def may_turn_away(self) -> bool:
        """Tell whether another customer may be turned to; say why where not."""
        if self.awaits_outcome:
            messages.info(self.tr("Wait until it is known what became of the last payment."))
            return False
        return self._panel.form is None or self._panel.form.may_leave()

    def enrol(self) -> None:
        """Show the form for somebody who is no customer yet."""
        if self._enrolment is None:
            made = desk_table.enrolment(self._services, self._preferences, None)
            made.enrolled.connect(self.enrolled)
            self._enrolment = self._taken_in(made)
        self._panel.bring(self._enrolment)
        self._enrolment.begin_anew()

    def bring(
        self,
        desk: Desk,
        customer: OpenCustomer,
        account_id: UUID | None,
        transaction_id: UUID | None = None,
    ) -> None:
        """Show a form about a customer; one that still awaits an outcome goes on with that.

        `transaction_id` is of the payment that is chosen in the history, for whatever is about one.
        """
        if desk.name == desk_table.BULK:
            identity = customer.identity
            about = {"customer_id": identity.user_id, "customer_name": identity.full_name}
            self.navigate.emit(Destination("bulk", about))
            return
        form = self._form(desk)
        self._panel.bring(form)
        if form.awaits_outcome:
            form.setFocus()
        else:
            form.begin(customer.identity, customer.accounts, account_id)
            if desk.name == desk_table.REVERSAL and transaction_id is not None:
                cast("ReverseForm", form).about(transaction_id)
            self._panel.retitle()

    def refresh(self, customer: OpenCustomer) -> None:
        """Have the form that is shown know the accounts as they are now."""
        if self._panel.form is not None:
            self._panel.form.refresh(customer.accounts)
            self._panel.retitle()

    def _form(self, desk: Desk) -> DeskForm:
        """Return a form, made at its first use."""
        made = self._forms.get(desk.name)
        if made is None:
            assert desk.make is not None
            made = self._taken_in(desk.make(self._services, self._preferences, None))
            self._forms[desk.name] = made
        return made

    def _taken_in(self, made: _Form) -> _Form:
        made.done.connect(self.done)
        made.closed.connect(partial(self._on_closed, made))
        made.session_ended.connect(self.session_ended)
        made.customer_closed.connect(self.customer_closed)
        made.navigate.connect(self.navigate)
        self._panel.add(made)
        return made

    def _on_closed(self, form: DeskForm) -> None:
        # Whoever is fast may be at another form by the time an answer has come.
        if self._panel.form is form:
            self._panel.put_away()
