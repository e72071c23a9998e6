"""One form at the counter: what is asked, and what became of it, in one place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from services.errors import InstaPayError, Refused, SessionEnded
from services.values.counter import CounterKind
from services.values.transfers import TransferStatus
from ui import messages, money_text, privacy, theme
from ui.components.cash.armed import Armed
from ui.components.cash.fields import ServeFields
from ui.components.cash.problems import OUTAGES
from ui.components.cash.told import Told
from ui.components.cash.words import next_one, nothing_moved, verb
from ui.components.desk_form import DeskForm
from ui.components.payment import Delivery
from ui.components.payment.live_quote import LiveQuote, Question
from ui.components.receipt.words import kind_text
from ui.navigation import Destination
from ui.widgets.busy_button import BusyButton
from ui.widgets.button import button
from ui.widgets.labels import label

if TYPE_CHECKING:
    from uuid import UUID

    from services.bank import Services
    from services.values.counter import CounterOutcome, CounterPayment, CounterQuote
    from services.values.customers import CustomerAccount, CustomerIdentity
    from ui.preferences import Preferences

_ABANDONED = "abandoned"


class ServeForm(DeskForm):
    """Cash in, cash out or a transfer for the customer whose page is open.

    Enter in the last field sends, without a dialog; one that is on its way is not sent again. The
    bank's answer takes the form's place, and Enter brings the form back.
    """

    def __init__(
        self,
        kind: CounterKind,
        services: Services,
        preferences: Preferences,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._kind = kind
        self._services = services
        self._preferences = preferences
        self._customer: CustomerIdentity | None = None
        self._delivery: Delivery | None = None
        #: Whom to serve once the outcome that is awaited has come and was read.
        self._wanted: tuple[CustomerIdentity, tuple[CustomerAccount, ...], UUID | None] | None = (
            None
        )
        self._keeps_typed = False
        # Focus rests here while it is being sent; a ring around all of it would say nothing.
        self.setProperty("focusRing", False)
        self.fields = ServeFields(kind, services.payees.resolve)
        self._quote: LiveQuote[CounterQuote] | None = None
        self._quoted = label("", "muted", wraps=True)
        self._quoted.setObjectName("cash.quote")
        self._send = BusyButton(verb(kind), self.tr("One moment…"))
        self._send.setAutoDefault(True)
        self._send.setObjectName("cash.send")
        self._page = QWidget()
        self.told = Told(kind, services.counter, preferences)
        self._next = button(next_one(kind), "primary")
        self._next.setObjectName("cash.next")
        self._next_armed = Armed(self._next)
        self._lay_out()
        self._connect()

    # What the customer's page asks of it

    @property
    def title(self) -> str:
        """What the panel is headed with, in the person's language."""
        return kind_text(self._kind)

    @property
    def awaits_outcome(self) -> bool:
        """Something was sent from here and nobody knows yet what became of it."""
        return self._delivery is not None and self._delivery.is_open

    @property
    def prints(self) -> bool:
        """There is a receipt that Ctrl+P prints."""
        return self.told.last_slip is not None

    def print_page(self) -> None:
        """Print the last receipt."""
        self.told.print_last()

    def begin(
        self,
        customer: CustomerIdentity,
        accounts: tuple[CustomerAccount, ...],
        account_id: UUID | None,
    ) -> None:
        """Be about `customer`; what another one still waits for stays in view until it is read."""
        if self.awaits_outcome:
            self._wanted = (customer, accounts, account_id)
            return
        is_other = self._customer is None or self._customer.user_id != customer.user_id
        if is_other:
            self.told.forget_last()
        self._customer = customer
        self._show_accounts(accounts)
        if account_id is not None:
            self.fields.choose(account_id)
        self._write_anew(keeps=self._keeps_typed and not is_other)

    def refresh(self, accounts: tuple[CustomerAccount, ...]) -> None:
        """Show the customer's accounts as they are now, and look after what waits."""
        if self._wanted is None:
            self._show_accounts(accounts)
        self.told.look()

    # Building

    def _lay_out(self) -> None:
        page = QVBoxLayout(self._page)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(theme.Spacing.M)
        page.addWidget(self.fields)
        page.addWidget(self._quoted)
        page.addWidget(self._send)
        self._quoted.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.Spacing.L)
        column.addWidget(self._page)
        column.addWidget(self.told)
        column.addWidget(self._next)
        column.addStretch(1)
        self._next.hide()

    def _connect(self) -> None:
        self.fields.edited.connect(self._on_edited)
        self.fields.accepted.connect(self._on_accepted)
        self.fields.call_failed.connect(self._on_call_failed)
        self._send.clicked.connect(self.fields.submit)
        self._next_armed.pressed.connect(self._on_next)
        self.told.next_wanted.connect(self._on_next)
        self.told.receipt_shown.connect(self._on_receipt_shown)
        self.told.decided.connect(self.done)
        self.told.session_ended.connect(self.session_ended)
        self.told.customer_closed.connect(self.customer_closed)
        self.told.till_wanted.connect(lambda: self.navigate.emit(Destination("till")))
        if self._kind is CounterKind.TRANSFER:
            self._quote = LiveQuote(self._question, self.fields)
            self.fields.edited.connect(self._quote.follow)
            self._quote.changed.connect(self._on_quote)
            self._quote.session_ended.connect(self.session_ended)

    def _show_accounts(self, accounts: tuple[CustomerAccount, ...]) -> None:
        masked = privacy.amounts_hidden(self._preferences)
        self.fields.show_accounts(accounts, masked=masked)

    # Writing and sending

    def _write_anew(self, *, keeps: bool = False) -> None:
        self._keeps_typed = False
        self.told.put_away()
        self._next.hide()
        self._page.show()
        self._set_busy(busy=False)
        if not keeps:
            self.fields.clear()
        self.fields.clear_errors()
        self.fields.focus_first()

    def _on_next(self) -> None:
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            self.begin(*wanted)
        else:
            self._write_anew()

    def _on_edited(self) -> None:
        amount = self.fields.amount()
        words = verb(self._kind, amount)
        room = self._send.width() - 2 * theme.Spacing.XL
        if self._send.fontMetrics().horizontalAdvance(words) > room:
            # A fortune in a narrow place: the field says how much.
            words = verb(self._kind)
        self._send.set_idle_text(words)

    def _on_accepted(self) -> None:
        customer = self._customer
        if customer is None or self.awaits_outcome:
            return
        self.told.drop_banner()
        self.fields.clear_errors()
        order = self.fields.order(customer.full_name)
        delivery = Delivery(self._services.counter, order, self)
        delivery.decided.connect(lambda outcome: self._on_decided(order, outcome))
        delivery.not_sent.connect(self._on_not_sent)
        delivery.checking.connect(lambda: self._on_checking(order))
        delivery.session_ended.connect(self._on_session_ended)
        self._drop_delivery()
        self._delivery = delivery
        self._set_busy(busy=True)
        delivery.send()

    def _set_busy(self, *, busy: bool) -> None:
        if busy:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setFocus()
        else:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._send.set_busy(busy)
        self.fields.setEnabled(not busy)

    def _drop_delivery(self) -> None:
        if self._delivery is not None:
            self._delivery.stop()
            self._delivery.deleteLater()
            self._delivery = None

    # What became of it

    def _on_decided(self, order: CounterPayment, outcome: CounterOutcome) -> None:
        self._drop_delivery()
        self._set_busy(busy=False)
        if outcome.status is TransferStatus.FAILED:
            self._on_refused(outcome)
            return
        self._page.hide()
        if outcome.status is TransferStatus.COMPLETED:
            self.told.show_made(order, outcome)
        else:
            self.told.show_waiting(order, outcome.slip)
            self._next.show()
            self._next_armed.take_focus()
        self.done.emit()

    def _on_refused(self, outcome: CounterOutcome) -> None:
        self._page.show()
        self._next.hide()
        code = outcome.failure_code or _ABANDONED
        if code == _ABANDONED:
            self.told.say_not_made()
            self.fields.focus_first()
            return
        self.told.say_refused()
        self.fields.tell(Refused(code))
        # What the bank refused may have been refused for what changed elsewhere.
        self.done.emit()

    def _on_not_sent(self, error: InstaPayError) -> None:
        self._drop_delivery()
        self._page.show()
        self._set_busy(busy=False)
        self.told.drop_banner()
        if error.code == "till_not_open":
            self.told.say_till_missing(error)
            return
        also = nothing_moved(self._kind) if error.code in OUTAGES else ""
        self.fields.tell(error, also=also)
        if error.code == "customer_not_open":
            self._keeps_typed = True
            self.customer_closed.emit()

    def _on_checking(self, order: CounterPayment) -> None:
        self._page.hide()
        self.told.say_checking(order)

    def _on_session_ended(self) -> None:
        self._drop_delivery()
        self._page.show()
        self._set_busy(busy=False)
        self.session_ended.emit()

    def _on_receipt_shown(self) -> None:
        """Give a receipt the form's place: it was asked for, or has just been approved."""
        self._page.hide()
        self._next.hide()

    def _on_call_failed(self, error: InstaPayError) -> None:
        if isinstance(error, SessionEnded):
            self.session_ended.emit()
        elif error.code == "unexpected":
            messages.fault(error)

    def _question(self) -> Question[CounterQuote] | None:
        """Return what can be asked about the transfer that is typed."""
        account, payee, amount = self.fields.account(), self.fields.payee(), self.fields.amount()
        if account is None or payee is None or amount is None:
            return None
        if payee.account_id == account.id or payee.currency != account.currency:
            return None
        return Question(
            (account.id, payee.account_id, amount, account.available),
            lambda: self._services.counter.quote(account_id=account.id, payee=payee, amount=amount),
        )

    def _on_quote(self) -> None:
        quote = None if self._quote is None else self._quote.quote
        self._quoted.setVisible(quote is not None)
        if quote is None:
            self.fields.hint(None)
            return
        masked = privacy.amounts_hidden(self._preferences)
        words = self.tr("No fee.")
        if quote.fee.amount:
            words = self.tr("Fee {fee}; the customer pays {total}.").format(
                fee=money_text.in_sentence(quote.fee), total=money_text.in_sentence(quote.total)
            )
        if quote.needs_approval and quote.failure_code is None:
            needs = self.tr("Somebody else has to approve it.")
            words = f"{words} {needs}"
        self._quoted.setText(words)
        problem = None
        if quote.failure_code is not None:
            shown = {} if masked else {"available": quote.available, "total": quote.total}
            problem = Refused(quote.failure_code, amount=self.fields.amount(), **shown)
        self.fields.hint(problem)
