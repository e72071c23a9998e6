"""The card where a payment is written, sent, and answered for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from services.errors import InstaPayError, Refused
from services.values.transfers import TransferStatus
from ui import clock, error_text, messages, theme
from ui.components.payment import Delivery
from ui.components.payment.words import amount_to
from ui.payee_choices import Kind
from ui.screens.transfer.case import Case
from ui.screens.transfer.form import TransferForm, Typed
from ui.screens.transfer.outcome_panel import OutcomePanel
from ui.widgets.busy_button import BusyButton
from ui.widgets.button import button
from ui.widgets.card import Card
from ui.widgets.focus import holds_focus

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import datetime
    from uuid import UUID

    from services.transfers import TransferService
    from services.values.accounts import Account
    from services.values.transfers import Payee, Payment, TransferOutcome, UnknownPayment
    from ui.payee_choices import Choice
    from ui.widgets.payee_field import ResolvePayee

_ABANDONED = "abandoned"
#: Room for the review button's busy words and their spinner, in logical pixels.
_BUSY_WIDTH = 140
_NOT_MADE = frozenset({TransferStatus.CANCELLED, TransferStatus.EXPIRED})


class Desk(Card):
    """One payment at a time leaves it; while one is open, nothing else can be written.

    Attributes:
        form: what is asked.

    Signals:
        decided(): the bank has answered for a payment, so balances are other ones.
        account_wanted(UUID): somebody wants to see that account.
        add_wanted(Payee): somebody wants to keep this payee among the contacts.
        told(): an outcome has come into view, or another one in its place.
        begun(): the person has done something here themselves that a late answer must not undo.
        session_ended(): nothing more can be asked until this person has signed in again.

    """

    decided = Signal()
    account_wanted = Signal(object)
    add_wanted = Signal(object)
    told = Signal()
    begun = Signal()
    session_ended = Signal()

    def __init__(
        self, transfers: TransferService, resolve: ResolvePayee, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._transfers = transfers
        self._cases: dict[UUID, Case] = {}
        #: What was told here: whoever looked before that may still find it unanswered.
        self._told: set[UUID] = set()
        self._accounts: tuple[Account, ...] = ()
        self._is_masked = False
        self._strangers: Callable[[Payee], bool] = lambda _payee: False
        self._is_asking = False
        # Focus rests here while the form is being sent; a ring around all of it would say nothing.
        self.setProperty("focusRing", False)
        self.form = TransferForm(resolve, self)
        self._panels = QVBoxLayout()
        self._panels.setSpacing(theme.Spacing.XL)
        self._buttons = QWidget(self)
        self._clear = button(self.tr("C&lear"), "quiet", parent=self._buttons)
        self._clear.setObjectName("transfer.clear")
        self._clear.clicked.connect(self.begun)
        self._clear.clicked.connect(self.start_anew)
        self._review = BusyButton(self.tr("&Review"), self.tr("One moment…"), parent=self._buttons)
        self._review.setAutoDefault(True)
        self._review.setObjectName("transfer.review")
        self._review.clicked.connect(self.form.review)
        row = QHBoxLayout(self._buttons)
        row.setContentsMargins(0, theme.Spacing.S, 0, 0)
        row.addWidget(self._clear)
        row.addStretch(1)
        row.addWidget(_at_least(self._review, _BUSY_WIDTH))
        self.body.addWidget(self.form)
        self.body.addLayout(self._panels)
        self.body.addWidget(self._buttons)
        self.form.edited.connect(self._on_edited)
        self.form.begun.connect(self.begun)
        self.form.add_wanted.connect(self.add_wanted)
        self._on_edited()

    @property
    def is_open(self) -> bool:
        """A payment is on its way, or nobody knows yet whether it was made."""
        return any(case.delivery.is_open for case in self._cases.values())

    @property
    def is_answered(self) -> bool:
        """A receipt is shown in place of the form."""
        return any(case.is_receipt for case in self._cases.values())

    @property
    def is_form_sent(self) -> bool:
        """What stands in the form is on its way, or nobody knows yet whether it was made."""
        return any(case.is_from_form and case.is_unanswered for case in self._cases.values())

    @property
    def is_unkept(self) -> bool:
        """What stands in the form is on its way, and is in no outbox yet."""
        sending = [each.payment.id for each in self._cases.values() if each.is_sending]
        return not all(self._transfers.is_kept(transfer_id=each) for each in sending)

    def show_accounts(self, accounts: tuple[Account, ...], *, masked: bool) -> None:
        """Offer these accounts to pay from."""
        self._accounts = accounts
        self._is_masked = masked
        self.form.show_accounts(accounts, masked=masked)

    def show_known(self, choices: tuple[Choice, ...], *, complete: bool) -> None:
        """Offer these payees; whoever is not among the contacts can be added to them."""
        self.form.payee_field.show_choices(choices, complete=complete)
        kept = {each.payee.account_id for each in choices if each.kind is not Kind.RECENT}
        self._strangers = lambda payee: (
            complete and bool(payee.reached_by) and payee.account_id not in kept
        )
        for case in self._cases.values():
            case.panel.offer_adding(offered=self._strangers(case.payment.payee))

    def write_again(self, payment: Payment) -> None:
        """Fill the form as it was for a payment, unless one is open."""
        if self.is_open:
            return
        self.start_anew()
        self.form.fill_from(payment)

    def payer(self, account_id: UUID) -> Account | None:
        """Return one of the accounts."""
        return next((each for each in self._accounts if each.id == account_id), None)

    def typed(self) -> Typed:
        """Return what is typed and could be sent: nothing while a payment is open."""
        return Typed(None, None, None, "") if self.is_open else self.form.typed()

    def set_asking(self, asking: bool) -> None:  # noqa: FBT001 (a setter like Qt's own)
        """Show that the bank is being asked what the payment would cost, or that it has answered."""
        self._is_asking = asking
        self._update_review()

    def send(self, payment: Payment, confirmation: str | None = None) -> None:
        """Send what was reviewed; one that is here already is not sent again."""
        if payment.id in self._cases or self.is_open:
            return
        self._drop_cases()
        self._told.discard(payment.id)
        case = self._open(payment, confirmation)
        case.delivery.send()
        self._rearrange()

    def take_up(self, unknown: Iterable[UnknownPayment]) -> None:
        """Ask after payments that an earlier session left without an answer."""
        for each in unknown:
            if each.payment.id not in self._told.union(self._cases):
                case = self._open(each.payment, sent_at=each.sent_at)
                case.panel.show_checking()
                case.delivery.check()
                self.told.emit()
        self._rearrange()

    def check_now(self) -> None:
        """Ask at once after what is not known, for the bank may be back."""
        for case in self._cases.values():
            if case.delivery.is_checking:
                case.delivery.check()

    def shown_panel(self) -> QWidget | None:
        """Return the panel with the latest outcome that is in view; None without one."""
        panels = [case.panel for case in self._cases.values() if case.panel.outcome]
        return panels[-1] if panels else None

    def start_anew(self) -> None:
        """Begin an empty form, unless a payment is open."""
        if not self.is_open:
            self.form.clear()
            self.leave_receipts()

    def leave_receipts(self) -> None:
        """Go back to the form, unless a payment is open.

        It is empty after a payment of its own. What was typed while one of another window was asked
        after is still there.
        """
        if self.is_open:
            return
        self._drop_cases()
        self._rearrange()
        self.form.edited.emit()
        self.form.payee_field.setFocus()

    def draft(self, wanted_payer: UUID | None) -> dict[str, str]:
        """Return what was typed; a payment that has left the form is no draft any more."""
        return {} if self.is_form_sent else self.form.draft(wanted_payer)

    def restore(self, draft: Mapping[str, str]) -> None:
        """Put in what `draft` returned, unless that has been paid since."""
        self.form.restore(draft)
        if any(case.is_taken and self.form.holds(case.payment) for case in self._cases.values()):
            self.form.clear()

    def _open(
        self, payment: Payment, confirmation: str | None = None, sent_at: datetime | None = None
    ) -> Case:
        delivery = Delivery(self._transfers, payment, self, confirmation=confirmation)
        panel = OutcomePanel(payment, sent_at or clock.now())
        case = Case(delivery, panel, is_from_form=sent_at is None)
        case.panel.offer_adding(offered=self._strangers(payment.payee))
        self._cases[payment.id] = case
        self._panels.addWidget(case.panel)
        case.delivery.decided.connect(lambda outcome: self._on_decided(case, outcome))
        case.delivery.not_sent.connect(lambda error: self._on_not_sent(case, error))
        case.delivery.checking.connect(lambda: self._on_checking(case))
        case.delivery.session_ended.connect(lambda: self._on_session_ended(case))
        for wish in (case.panel.another_wanted, case.panel.again_wanted):
            wish.connect(self.begun)
        case.panel.another_wanted.connect(self.leave_receipts)
        case.panel.again_wanted.connect(lambda: self.write_again(payment))
        case.panel.add_wanted.connect(lambda: self.add_wanted.emit(payment.payee))
        payer_id = payment.payer_account_id
        case.panel.account_wanted.connect(lambda: self.account_wanted.emit(payer_id))
        return case

    def _drop_cases(self) -> None:
        for case in self._cases.values():
            self._drop(case)
        self._cases = {}

    def _drop(self, case: Case) -> None:
        self._panels.removeWidget(case.panel)
        case.put_away()

    def _rearrange(self) -> None:
        """Show what fits the state: a form, a form at rest, or receipts."""
        is_open = self.is_open
        is_checking = any(case.delivery.is_checking for case in self._cases.values())
        had_focus = holds_focus(self)
        if is_open and had_focus:
            self._rest_focus()
        self.form.setVisible(is_open or not self.is_answered)
        self.form.setEnabled(not is_open)
        self._buttons.setVisible(not is_checking and not self.is_answered)
        self._update_review()
        self._on_edited()
        if not is_open:
            if had_focus and self._rests():
                self._review.setFocus()
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _update_review(self) -> None:
        is_sending = any(case.is_sending for case in self._cases.values())
        self._review.set_busy_text(self.tr("Sending…") if is_sending else self.tr("One moment…"))
        self._review.set_busy(is_sending or self._is_asking)

    def _focused(self) -> QWidget | None:
        return self.window().focusWidget()

    def _rests(self) -> bool:
        """Tell whether focus is where nothing can be done any more."""
        focused = self._focused()
        return focused is None or focused is self or isinstance(focused, OutcomePanel)

    def _rest_focus(self) -> None:
        """Put focus where it can stay; Qt would hand that of a disabled field to the side bar."""
        for case in self._cases.values():
            if case.delivery.is_checking:
                case.panel.setFocus()
                return
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFocus()

    def _on_edited(self) -> None:
        self._clear.setEnabled(not self.is_open and not self.form.is_empty())

    def _on_checking(self, case: Case) -> None:
        case.panel.show_checking()
        self._rearrange()
        self.told.emit()

    def _on_not_sent(self, case: Case, error: InstaPayError) -> None:
        """Keep what was typed and say why, where it belongs."""
        self._told.add(case.payment.id)
        held_focus = holds_focus(self)
        self._take_back(case)
        if held_focus:
            self._review.setFocus()
        self.form.tell_not_sent(error)

    def _on_session_ended(self, case: Case) -> None:
        """Keep what was typed, unless the payment may have been made."""
        if case.panel.outcome != "checking":
            self._take_back(case)
        self.session_ended.emit()

    def _take_back(self, case: Case) -> None:
        """Go back to the form: the payment never left it."""
        del self._cases[case.payment.id]
        self._drop(case)
        if case.is_from_form:
            self._drop_receipts()
        self._rearrange()

    def _drop_receipts(self) -> None:
        """Show the form again: what is to be mended must not be hidden by another one's receipt."""
        for case in [each for each in self._cases.values() if each.is_receipt]:
            self._drop(self._cases.pop(case.payment.id))

    def _on_decided(self, case: Case, outcome: TransferOutcome) -> None:
        is_in_form = self._is_in_form(case)
        self._told.add(case.payment.id)
        if outcome.status is TransferStatus.COMPLETED:
            payer = self.payer(case.payment.payer_account_id)
            case.panel.show_sent(outcome, payer, masked=self._is_masked)
        elif outcome.status is TransferStatus.PENDING:
            case.panel.show_waiting()
        elif outcome.failure_code == _ABANDONED or outcome.status in _NOT_MADE:
            case.panel.show_not_made()
        else:
            can_say = is_in_form or self.form.is_empty()
            case.panel.show_refused("" if can_say else _why(outcome))
        if is_in_form and case.is_taken:
            self.form.clear()
        elif is_in_form:
            self._drop_receipts()
        self._rearrange()
        self._go_on_from(case, outcome)
        self._tell_elsewhere(case)
        self.told.emit()
        self.decided.emit()

    def _is_in_form(self, case: Case) -> bool:
        """Tell whether the form holds that very payment.

        It may not have left this form: a window that was killed as it sent leaves the draft, too.
        """
        return case.is_from_form or self.form.holds(case.payment)

    def _tell_elsewhere(self, case: Case) -> None:
        """Tell somebody who has gone to another screen meanwhile."""
        if self.isVisible():
            return
        payment = amount_to(case.payment)
        if case.panel.outcome == "sent":
            messages.info(self.tr("Sent: {payment}").format(payment=payment))
        elif case.panel.outcome != "waiting":
            messages.warn(self.tr("Not sent: {payment}").format(payment=payment))

    def _go_on_from(self, case: Case, outcome: TransferOutcome) -> None:
        """Put focus where somebody goes on; fill the form for sending again."""
        if self.is_open:
            return
        if case.panel.outcome == "sent":
            case.panel.focus_another()
            return
        if case.panel.outcome == "waiting" or self.is_answered:
            return
        if self.form.is_empty():
            self.form.fill_from(case.payment)
        elif not self._is_in_form(case):
            return
        if case.panel.outcome == "refused" and outcome.failure_code:
            self.form.tell(Refused(outcome.failure_code))


def _why(outcome: TransferOutcome) -> str:
    return error_text.sentence(Refused(outcome.failure_code)) if outcome.failure_code else ""


def _at_least(inner: QWidget, width: int) -> QWidget:
    """Return a holder that keeps `inner` so wide, whatever it does to its own width."""
    inner.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    holder = QWidget()
    holder.setMinimumWidth(width)
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(inner)
    return holder
