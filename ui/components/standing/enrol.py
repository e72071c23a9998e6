"""Enrolling a new customer at the counter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from services.values.identifiers import new_uuid7
from services.values.money import CURRENCIES
from ui import bidi, clock, error_text, theme
from ui.components.standing.slip_paper import Slip
from ui.components.standing.slip_view import SlipView
from ui.components.standing.standing_form import StandingForm
from ui.widgets.busy_button import BusyButton
from ui.widgets.labels import field_label, label
from ui.widgets.leading_edit import LeadingEdit
from ui.widgets.segments import Segments

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from services.bank import Services
    from services.errors import InstaPayError
    from services.values.people import NewCustomer
    from ui.preferences import Preferences

_MAX_NAME = 100
_MAX_EMAIL = 255
_MAX_ACCOUNT_NAME = 60


class EnrolForm(StandingForm):
    """A panel for when no customer is open: asks who it is, then shows the one-time slip.

    Signals:
        enrolled(UUID): the slip is done with; this customer is open to whoever enrolled them.

    """

    enrolled = Signal(object)
    places: Mapping[str, str] = {"email_taken": "email", "account_invalid": "account_name"}

    def __init__(
        self, services: Services, preferences: Preferences, parent: QWidget | None = None
    ) -> None:
        super().__init__("enrol", services, preferences, parent)
        self._made: UUID | None = None
        #: An email that was sent without an answer: perhaps that person is a customer by now.
        self._unanswered = ""
        self._full_name = LeadingEdit()
        self._full_name.setObjectName("enrol.full_name")
        self._full_name.setMaxLength(_MAX_NAME)
        self._email = LeadingEdit()
        self._email.setObjectName("enrol.email")
        self._email.setMaxLength(_MAX_EMAIL)
        self._email.setInputMethodHints(Qt.InputMethodHint.ImhEmailCharactersOnly)
        self._currency = Segments(
            "enrol.currency", tuple((each.lower(), bidi.ltr(each)) for each in CURRENCIES)
        )
        self._account_name = LeadingEdit()
        self._account_name.setObjectName("enrol.account_name")
        self._account_name.setMaxLength(_MAX_ACCOUNT_NAME)
        self._submit = BusyButton(self.tr("&Enrol"), self.tr("Enrolling…"))
        self._submit.setObjectName("enrol.submit")
        self._submit.setAutoDefault(True)
        self._slip = SlipView()
        self._lay_out()
        for field in (self._full_name, self._email, self._account_name):
            field.textEdited.connect(self.clear_errors)
            field.returnPressed.connect(self._on_return)
        self._submit.clicked.connect(self._on_submit)
        self._slip.finished.connect(self._on_slip_finished)

    @property
    def title(self) -> str:
        """What the panel is headed with."""
        return self.tr("New customer")

    @property
    def prints(self) -> bool:
        """There is a slip that Ctrl+P prints."""
        return self._slip.is_open

    def print_page(self) -> None:
        """Print the slip."""
        self._slip.print_now()

    def may_leave(self) -> bool:
        """Ask before a password goes that nobody has printed."""
        if not self._slip.is_open:
            return True
        self._slip.leave()
        return not self._slip.is_open

    def begin_anew(self) -> None:
        """Be shown: empty the first time and after each customer, else as it was left."""
        self.focus_first()

    def clear(self) -> None:
        """Forget what was typed and who was made."""
        super().clear()
        for field in (self._full_name, self._email, self._account_name):
            field.clear()
        self._currency.choose(CURRENCIES[0].lower())
        self._made = None
        self._unanswered = ""
        self._slip.forget()
        self._show_slip(is_shown=False)

    def focus_first(self) -> None:
        """Have focus go to the first field that is empty."""
        if self._slip.is_open:
            self._slip.setFocus()
            return
        fields = (self._full_name, self._email, self._account_name)
        next((each for each in fields if not each.text()), self._full_name).setFocus()

    # Building

    def _lay_out(self) -> None:
        self._page = QWidget()
        inner = QVBoxLayout(self._page)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(theme.Spacing.S)
        outer, self.column = self.column, inner
        self.add_field("full_name", self.tr("&Full name"), self._full_name)
        self.add_field("email", self.tr("E&mail"), self._email)
        words = self.tr("&Currency of the first account")
        self.column.addWidget(field_label(words, self._currency.buttons[0]))
        self._currency.setAccessibleName(words.replace("&", ""))
        self.column.addWidget(self._currency)
        self.column.addSpacing(theme.Spacing.XS)
        self.add_field("account_name", self.tr("&Name of the account"), self._account_name)
        hint = self.tr("May be left empty. The customer sees it, such as Everyday.")
        self.column.addWidget(label(hint, "caption", wraps=True))
        self.column.addSpacing(theme.Spacing.XS)
        self.finish(self._submit)
        self.column = outer
        for part in (self._page, self._slip):
            self.column.addWidget(part)
        self.column.addStretch()
        self._slip.hide()

    # What happens

    def _on_return(self) -> None:
        """Go on to what must be filled in; press the button where nothing must."""
        if not self._full_name.text().strip():
            self._full_name.setFocus()
        elif not self._email.text().strip():
            self._email.setFocus()
        else:
            self._submit.click()

    def _on_submit(self) -> None:
        full_name, email = self._full_name.text(), self._email.text().strip()
        account_name, currency = self._account_name.text().strip(), self._currency.value.upper()
        enrolment, reason = self._services.enrolment, self.tr("Enrolment")
        self.send(
            self._submit,
            lambda: enrolment.enrol(
                account_id=new_uuid7(),
                email=email,
                full_name=full_name,
                currency=currency,
                account_name=account_name,
                reason=reason,
            ),
            lambda made: self._on_made(made, " ".join(full_name.split()), email),
        )

    def on_refused(self, error: InstaPayError) -> None:
        """Remember an email that may have been enrolled although no answer came."""
        if error.code in {"server_unreachable", "deadline_exceeded"}:
            self._unanswered = self._email.text().strip()

    def sentence(self, error: InstaPayError) -> str:
        """Speak of the customer, not of whoever types."""
        is_unanswered = self._email.text().strip() == self._unanswered
        told = {**error.data, "theirs": True, "unanswered": is_unanswered}
        return error_text.sentence_for(error.code, told)

    def _on_made(self, made: NewCustomer, full_name: str, email: str) -> None:
        self._made = made.enrolled.user_id
        note = "" if made.failure is None else self._note(made.failure)
        slip = Slip(
            full_name, email.lower(), made.enrolled.one_time_password, made.iban, clock.now()
        )
        self._show_slip(is_shown=True)
        self._slip.show_slip(slip, note=note)

    def _note(self, failure: InstaPayError) -> str:
        pattern = self.tr("The customer is enrolled, but no account was opened: {why}")
        return pattern.format(why=error_text.sentence(failure))

    def _on_slip_finished(self) -> None:
        made = self._made
        self.clear()
        self.done.emit()
        if made is not None:
            self.enrolled.emit(made)
        self.closed.emit()

    def _show_slip(self, *, is_shown: bool) -> None:
        self._page.setVisible(not is_shown)
        self._slip.setVisible(is_shown)
