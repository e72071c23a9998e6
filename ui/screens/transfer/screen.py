"""The transfer screen: a form, a last look, and what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QHBoxLayout,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from services.errors import InstaPayError, SessionEnded
from services.values.transfers import Payee, Payment
from ui import bidi, clock, messages, privacy, tasks, theme
from ui.components.contact import ContactDialog
from ui.components.payment.live_quote import LiveQuote, Question
from ui.fault_once import FaultOnce
from ui.navigation import Destination
from ui.screen import Screen
from ui.screens.transfer.desk import Desk
from ui.screens.transfer.fields import payee_problem, quote_problem
from ui.screens.transfer.known_payees import KnownPayees
from ui.screens.transfer.left_behind import LeftBehind
from ui.screens.transfer.recent_card import RecentCard
from ui.screens.transfer.repeating import Repeating
from ui.screens.transfer.reviewing import Reviewing
from ui.screens.transfer.summary import MAX_WIDTH, SummaryPanel
from ui.widgets.card import page_area
from ui.widgets.empty_state import EmptyState
from ui.widgets.failure import say_failure
from ui.widgets.labels import label
from ui.widgets.loading import Loading

if TYPE_CHECKING:
    from collections.abc import Mapping

    from services.bank import Services
    from services.values.accounts import Account
    from services.values.transfers import Quote, UnknownPayment
    from ui.payee_choices import Choice
    from ui.preferences import Preferences

_READ_DEADLINE_S = 10.0


class TransferScreen(Screen):
    """Pays from one of this person's accounts to anybody whom an address or an IBAN reaches."""

    name = "transfer"

    def __init__(
        self, services: Services, preferences: Preferences, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._preferences = preferences
        self._accounts_task: tasks.Task | None = None
        self._wanted_payer: UUID | None = None
        #: A draft that came while the form was being sent.
        self._late: Mapping[str, str] = {}
        self._is_loaded = False
        self._told_draft: dict[str, str] = {}
        self._make_page()
        self._draft_kept = label(self.tr("Draft kept"), "caption", parent=self)
        self._draft_kept.setObjectName("transfer.draft_kept")
        self._draft_kept.hide()
        self._faults = FaultOnce()
        # After the layout has made room for what is to be revealed.
        self._reveal = QTimer(self)
        self._reveal.setSingleShot(True)
        self._reveal.timeout.connect(self._on_reveal)
        self._desk = Desk(services.transfers, services.payees.resolve, self._plate)
        self._reviewing = Reviewing(services, preferences, self._desk.typed, self)
        self._left_behind = LeftBehind(services.transfers, lambda: self._reviewing.is_looking, self)
        self._repeating = Repeating(services.transfers, self)
        self._live = LiveQuote(self._question, self)
        self._known = KnownPayees(services.payees, self)
        self._summary = SummaryPanel(self._beside)
        self._recent = RecentCard(self._beside)
        self._loading = Loading(self.tr("Loading your accounts…"), self._room)
        self._empty = EmptyState(
            "accounts",
            self.tr("Your account is being opened"),
            self.tr("You can pay as soon as it is there, in a moment."),
            action=self.tr("Look again"),
            parent=self._room,
        )
        self._empty.setObjectName("transfer.empty")
        self._empty.acted.connect(self.refresh)
        self._error = EmptyState("warning", parent=self._room)
        self._error.setObjectName("transfer.error")
        self._error.acted.connect(self._on_retry)
        self._lay_out()
        self._connect()

    # What the main window asks

    def enter(self, params: Mapping[str, object]) -> None:
        """Be ready for a payment.

        ``from`` (a UUID) chooses the account it is paid from, ``to`` (a `Payee`) whom it goes to;
        ``again`` (a `Payment`, or the UUID of one of this person's own) fills in all of it.
        """
        wanted, payee, again = (params.get(name) for name in ("from", "to", "again"))
        if params:
            # Whatever is wanted now takes the place of what was wanted before.
            self._repeating.forget()
        if isinstance(wanted, UUID):
            self._wanted_payer = wanted
        if self._desk.is_answered and not self._desk.is_open:
            self._desk.leave_receipts()
        self._take_late()
        if not self._is_loaded:
            self._show(self._loading)
        self._choose_wanted()
        self.refresh()
        self._left_behind.look()
        if not self._desk.is_open:
            self._desk.form.payee_field.setFocus()
        if isinstance(payee, Payee):
            self._pay(payee)
        elif isinstance(again, Payment):
            self._write_again(again)
        elif isinstance(again, UUID):
            self._repeating.ask(again)

    def refresh(self) -> None:
        """Load balances, and ask at once after a payment whose outcome is not known."""
        self._accounts_task = tasks.run(
            self,
            self._services.accounts.list,
            on_success=self._on_accounts,
            on_failure=self._on_accounts_failure,
            deadline_s=_READ_DEADLINE_S,
            replaces=self._accounts_task,
        )
        self._known.refresh()
        self._desk.check_now()

    @property
    def awaits_outcome(self) -> bool:
        """A payment is on its way, or nobody knows yet whether it was made."""
        return self._desk.is_open

    def draft(self) -> dict[str, str]:
        """Return what was typed and not sent."""
        return self._desk.draft(self._wanted_payer) or dict(self._late)

    @property
    def holds_draft(self) -> bool:
        """What was typed is being sent, and the outbox does not have it yet."""
        return self._desk.is_unkept

    def restore(self, draft: Mapping[str, str]) -> None:
        """Fill the form from what `draft` returned once."""
        if self._desk.is_form_sent:
            # It must be there as it was sent, should the bank refuse it.
            self._late = draft
            return
        try:
            self._wanted_payer = UUID(draft.get("from", ""))
        except ValueError:
            # A draft of another version: the account is chosen anew, the rest is kept.
            self._wanted_payer = None
        self._choose_wanted()
        self._desk.restore(draft)

    # Building

    def _make_page(self) -> None:
        """Make what holds the rest first: what is put into something else is styled anew each time."""
        # A page without a parent would flash up as a window of its own.
        self._room = QWidget(self)
        self._content, self._plate = page_area(self._room)
        self._beside = QWidget(self._plate)

    def _lay_out(self) -> None:
        title = label(self.tr("Transfer"), "title", parent=self)
        header = QHBoxLayout()
        header.setContentsMargins(theme.Spacing.XL, 0, theme.Spacing.XL, 0)
        # As high as where buttons stand beside it, so that titles keep their place.
        title.setMinimumHeight(theme.Control.BUTTON)
        header.addWidget(title, 1)
        header.addWidget(self._draft_kept)
        self._lay_out_content()
        self._pages = QStackedLayout(self._room)
        for page in (self._loading, self._content, self._empty, self._error):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.Spacing.XL, 0, 0)
        column.setSpacing(theme.Spacing.M)
        column.addLayout(header)
        column.addWidget(self._room, 1)

    def _lay_out_content(self) -> None:
        self._desk.setMaximumWidth(theme.Control.FORM)
        self._beside.setMaximumWidth(MAX_WIDTH)
        column = QVBoxLayout(self._beside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.Spacing.L)
        column.addWidget(self._summary)
        column.addWidget(self._recent)
        row = QHBoxLayout(self._plate)
        row.setContentsMargins(
            theme.Spacing.XL, theme.Spacing.XS, theme.Spacing.XL, theme.Spacing.XL
        )
        row.setSpacing(theme.Spacing.L)
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(self._desk, 2, top)
        row.addWidget(self._beside, 1, top)
        row.addStretch()

    def _connect(self) -> None:
        form = self._desk.form
        form.edited.connect(self._on_edited)
        form.accepted.connect(self._reviewing.begin)
        form.short_of_funds.connect(self.refresh)
        form.call_failed.connect(self._on_call_failed)
        self._live.changed.connect(self._on_quote)
        self._live.session_ended.connect(self.session_ended)
        self._known.changed.connect(self._on_known)
        self._known.session_ended.connect(self.session_ended)
        self._recent.chosen.connect(self._on_recent)
        self._repeating.found.connect(self._write_again)
        self._repeating.session_ended.connect(self.session_ended)
        self._desk.begun.connect(self._repeating.forget)
        self._desk.add_wanted.connect(self._on_add_wanted)
        self._reviewing.asking.connect(self._desk.set_asking)
        self._reviewing.refused.connect(form.tell)
        self._reviewing.failed.connect(self._on_not_quoted)
        self._reviewing.closed.connect(self._left_behind.look_if_due)
        self._left_behind.found.connect(self._on_unknown)
        self._left_behind.failed.connect(self._on_call_failed)
        self._reviewing.confirmed.connect(self._desk.send)
        self._reviewing.confirmed.connect(self._tell_drafted)
        self._reviewing.session_ended.connect(self.session_ended)
        self._desk.decided.connect(self._take_late)
        self._desk.decided.connect(self._on_edited)
        self._desk.decided.connect(self.refresh)
        self._desk.told.connect(self._reveal.start)
        self._desk.account_wanted.connect(self._on_account_wanted)
        self._desk.session_ended.connect(self.session_ended)

    # What happens

    def _show(self, page: QWidget) -> None:
        self._loading.stop()
        if page is self._loading:
            self._loading.start()
        self._pages.setCurrentWidget(page)

    def _on_reveal(self) -> None:
        """Scroll to what became of a payment, which stands below the form."""
        panel = self._desk.shown_panel()
        if panel is not None:
            self._content.ensureWidgetVisible(panel, 0, int(theme.Spacing.XL))

    def _on_accounts(self, accounts: tuple[Account, ...]) -> None:
        self._is_loaded = True
        self.loaded_at = clock.now()
        self._faults.succeed()
        self._desk.form.forget_outage()
        self._desk.show_accounts(accounts, masked=privacy.amounts_hidden(self._preferences))
        self._known.show_accounts(accounts)
        self._choose_wanted()
        self._on_edited()
        self._show(self._content if accounts or self._desk.is_open else self._empty)

    def _on_accounts_failure(self, error: InstaPayError) -> None:
        self._on_call_failed(error)
        if isinstance(error, SessionEnded) or self._is_loaded or self._desk.is_open:
            # Balances as last seen, and a payment that is not answered for, stay in view.
            return
        say_failure(self._error, self.tr("You can't pay just now"), error)
        self._show(self._error)

    def _on_call_failed(self, error: InstaPayError) -> None:
        if isinstance(error, SessionEnded):
            self.session_ended.emit()
        else:
            self._faults.meet(error)

    def _on_unknown(self, unknown: tuple[UnknownPayment, ...]) -> None:
        self._desk.take_up(unknown)
        if self._desk.is_open:
            self._show(self._content)

    def _on_retry(self) -> None:
        self._show(self._loading)
        self.refresh()
        self._left_behind.look()

    def _take_late(self) -> None:
        """Fill in a draft that had to wait, as soon as the form is free for it."""
        if self._late and not self._desk.is_form_sent and self._desk.form.is_empty():
            late, self._late = self._late, {}
            self.restore(late)

    def _choose_wanted(self) -> None:
        """Choose the account that the destination or a draft named, once, when it is there."""
        if self._wanted_payer is not None and self._desk.form.picker.choose(self._wanted_payer):
            self._wanted_payer = None

    def _on_edited(self) -> None:
        masked = privacy.amounts_hidden(self._preferences)
        self._live.follow()
        self._summary.show_typed(self._desk.form.typed(), self._live.quote, masked=masked)
        self._summary.setVisible(not self._desk.is_answered)
        # Beside a form that is filled in, other payees would only be in the way.
        is_wanted = self._desk.form.payee_field.payee is None and not self._desk.is_open
        is_wanted = is_wanted and not self._desk.is_answered
        self._recent.setVisible(is_wanted and self._recent.has_rows)
        self._tell_drafted()

    def _tell_drafted(self) -> None:
        draft = self._desk.draft(self._wanted_payer)
        if draft != self._told_draft:
            self._told_draft = draft
            self.drafted.emit()

    def tell_draft_kept(self, *, kept: bool) -> None:
        """Say in the corner that nothing typed is lost."""
        self._draft_kept.setVisible(kept)

    def _question(self) -> Question[Quote] | None:
        """Return what can be asked about the payment that is typed; the review asks again."""
        typed = self._desk.typed()
        payer, payee, amount = typed.payer, typed.payee, typed.amount
        if payer is None or payee is None or amount is None or payee_problem(payee, payer):
            return None
        return Question(
            (payer.id, payee.account_id, amount, payer.available),
            lambda: self._services.transfers.quote(
                payer_account_id=payer.id, payee=payee, amount=amount
            ),
        )

    def _on_quote(self) -> None:
        """Say what the bank says of what is typed, before anybody asks for it."""
        quote, amount = self._live.quote, self._desk.typed().amount
        problem = None
        if quote is not None and amount is not None:
            masked = privacy.amounts_hidden(self._preferences)
            problem = quote_problem(quote, amount, masked=masked)
            if quote.is_first_payment:
                self._desk.form.payee_field.warn_of_first_payment()
        self._desk.form.hint(problem)
        self._on_edited()

    # Who is known already

    def _on_known(self) -> None:
        choices = self._known.choices
        self._desk.show_known(choices, complete=self._known.is_loaded)
        self._recent.show_choices(choices)
        self._on_edited()

    def _on_recent(self, choice: Choice) -> None:
        self._repeating.forget()
        self._desk.form.payee_field.take(choice)
        self._desk.form.amount_edit.setFocus()

    def _pay(self, payee: Payee) -> None:
        """Begin a payment to somebody; what was typed about another one goes."""
        if not self._desk.is_open:
            self._desk.form.payee_field.show_payee(payee)
            self._desk.form.amount_edit.setFocus()

    def _write_again(self, payment: Payment) -> None:
        if self._desk.is_open:
            return
        self._wanted_payer = payment.payer_account_id
        self._choose_wanted()
        self._desk.write_again(payment)

    def _on_add_wanted(self, payee: Payee) -> None:
        dialog = ContactDialog(self._services.payees, payee, parent=self)
        dialog.saved.connect(self._on_contact_saved)
        dialog.session_ended.connect(self.session_ended)
        dialog.open()

    def _on_contact_saved(self, name: str) -> None:
        messages.info(self.tr("{name} is one of your contacts now.").format(name=bidi.own(name)))
        self._known.refresh()

    def _on_not_quoted(self, error: InstaPayError) -> None:
        self._faults.meet(error)
        self._desk.form.tell_not_sent(error)

    def _on_account_wanted(self, account_id: UUID) -> None:
        self.navigate.emit(Destination("accounts", {"account_id": account_id}))
