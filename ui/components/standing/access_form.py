"""How a customer gets in: a new one-time password, and lifting a pause after wrong ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from services.values.people import Role
from ui import bidi, clock, date_text, messages, theme
from ui.components.standing.slip_paper import Slip
from ui.components.standing.slip_view import SlipView
from ui.components.standing.standing_form import StandingForm
from ui.widgets.busy_button import BusyButton
from ui.widgets.facts import Facts
from ui.widgets.labels import label
from ui.widgets.plate_dialog import question

if TYPE_CHECKING:
    from uuid import UUID

    from services.bank import Services
    from services.values.customers import CustomerAccount, CustomerIdentity
    from ui.preferences import Preferences


class AccessForm(StandingForm):
    """Tells how a customer's sign-in stands; gives a new password, which is shown once."""

    def __init__(
        self, services: Services, preferences: Preferences, parent: QWidget | None = None
    ) -> None:
        super().__init__("access", services, preferences, parent)
        self._facts = Facts("access")
        self._hint = label("", "caption", wraps=True)
        self._hint.setObjectName("access.hint")
        self._reset = BusyButton(self.tr("&New one-time password"), self.tr("One moment…"))
        self._reset.setObjectName("access.reset")
        self._reset.setAutoDefault(True)
        self._lift = BusyButton(self.tr("&Lift the pause"), self.tr("One moment…"))
        self._lift.setObjectName("access.lift")
        self._lift.setAutoDefault(True)
        self._slip = SlipView()
        self._lay_out()
        self._reset.clicked.connect(self._on_reset)
        self._lift.clicked.connect(self._on_lift)
        self._slip.finished.connect(self._on_slip_finished)

    @property
    def title(self) -> str:
        """What the panel is headed with."""
        return self.tr("Access")

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

    def begin(
        self,
        customer: CustomerIdentity,
        accounts: tuple[CustomerAccount, ...],
        account_id: UUID | None,
    ) -> None:
        """Be about a customer, as their access stands now."""
        super().begin(customer, accounts, account_id)
        self._tell_facts(customer)

    def clear(self) -> None:
        """Forget the password that was shown."""
        super().clear()
        self._slip.forget()
        self._show_slip(is_shown=False)

    def focus_first(self) -> None:
        """Have focus go to the first thing that can be done."""
        if self._slip.is_open:
            self._slip.setFocus()
            return
        first = self._lift if self._lift.isVisibleTo(self) else self._reset
        first.setFocus()

    def _lay_out(self) -> None:
        self._page = QWidget()
        inner = QVBoxLayout(self._page)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(theme.Spacing.S)
        outer, self.column = self.column, inner
        self.column.addWidget(self._facts)
        self.column.addWidget(self._hint)
        self.column.addSpacing(theme.Spacing.S)
        self.finish(self._lift, self._reset)
        self.column = outer
        for part in (self._page, self._slip):
            self.column.addWidget(part)
        self.column.addStretch()
        self._slip.hide()

    def _tell_facts(self, customer: CustomerIdentity) -> None:
        is_paused = customer.paused_until is not None and customer.paused_until > clock.now()
        works_here = bool(customer.roles - {Role.CUSTOMER})
        self._facts.tell("email", self.tr("Email"), bidi.ltr(customer.email), wraps=True)
        own = self.tr("One-time, not changed yet")
        self._facts.tell(
            "password",
            self.tr("Password"),
            own if customer.must_change_password else self.tr("Their own"),
            wraps=True,
        )
        self._facts.tell("sign_in", self.tr("Sign-in"), self._sign_in(customer), wraps=True)
        hint = ""
        if works_here:
            hint = self.tr(
                "This person works at the bank: an administrator gives them another password."
            )
        elif customer.locked_at is not None:
            hint = self.tr("An administrator has locked this person out, and lets them in again.")
        self._hint.setVisible(bool(hint))
        self._hint.setText(hint)
        self._reset.setEnabled(not works_here)
        self._lift.setVisible(is_paused)

    def _sign_in(self, customer: CustomerIdentity) -> str:
        if customer.locked_at is not None:
            reason = bidi.own(customer.locked_reason or "")
            return self.tr("Locked: {reason}").format(reason=reason)
        if customer.paused_until is not None and customer.paused_until > clock.now():
            until = bidi.ltr(date_text.time_of_day(customer.paused_until))
            return self.tr("Paused until {time}, after wrong passwords").format(time=until)
        return self.tr("Possible")

    # What happens

    def _on_reset(self) -> None:
        customer = self._customer
        if customer is None:
            return
        asked = question(
            self.tr("Give {name} a new password?").format(name=bidi.own(customer.full_name)),
            self.tr(
                "The old one opens nothing any more, and they are signed out everywhere. You get a slip to"
                " hand over."
            ),
            self.tr("&Give a new one"),
            name="access.question",
            parent=self,
        )
        asked.accepted.connect(lambda: self._reset_password(customer))
        asked.open()

    def _reset_password(self, customer: CustomerIdentity) -> None:
        people = self._services.people
        self.send(
            self._reset,
            lambda: people.reset_password(user_id=customer.user_id),
            lambda password: self._on_new_password(customer, password),
        )

    def _on_new_password(self, customer: CustomerIdentity, password: str) -> None:
        slip = Slip(customer.full_name, customer.email, password, None, clock.now())
        self._show_slip(is_shown=True)
        self._slip.show_slip(slip)
        self.done.emit()

    def _on_lift(self) -> None:
        customer, people = self._customer, self._services.people
        if customer is None:
            return
        self.send(
            self._lift,
            lambda: people.lift_lockout(user_id=customer.user_id),
            lambda _nothing: self._on_lifted(customer),
        )

    def _on_lifted(self, customer: CustomerIdentity) -> None:
        name = bidi.own(customer.full_name)
        messages.info(self.tr("{name} can sign in again.").format(name=name))
        self.done.emit()
        self.closed.emit()

    def _on_slip_finished(self) -> None:
        self._show_slip(is_shown=False)
        self.closed.emit()

    def _show_slip(self, *, is_shown: bool) -> None:
        self._page.setVisible(not is_shown)
        self._slip.setVisible(is_shown)
