"""Taking a payment back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from services.errors import OutcomeUnknown, Unavailable
from services.values.identifiers import new_uuid7
from services.values.money import Money
from services.values.transfers import TransferStatus
from ui import bidi, counterparty_text, date_text, error_text, messages, money_text, theme
from ui.components.history.details import can_be_taken_back
from ui.components.payment.words import account_line
from ui.components.standing.reason_field import ReasonField
from ui.components.standing.standing_form import StandingForm
from ui.marking import QT_TRANSLATE_NOOP
from ui.widgets.banner import Banner
from ui.widgets.busy_button import BusyButton
from ui.widgets.facts import Facts
from ui.widgets.loading import Loading
from ui.widgets.tone import Tone

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from services.bank import Services
    from services.errors import InstaPayError
    from services.values.history import Line
    from services.values.transfers import TransferOutcome
    from ui.preferences import Preferences

#: How long until a reversal that nobody answered for is asked about once more.
_ASK_AGAIN_MS = 3000
_LACKS_FUNDS = "payee_lacks_funds"


class ReverseForm(StandingForm):
    """Shows what of one payment would be moved back, and moves it exactly once.

    Which payment, `about` says after `begin`. While no answer has come for what was sent it asks again by
    itself, with the same id, and nothing can be changed.
    """

    places: Mapping[str, str] = {"reason_invalid": "reason"}

    def __init__(
        self, services: Services, preferences: Preferences, parent: QWidget | None = None
    ) -> None:
        super().__init__("reversal", services, preferences, parent)
        self._wanted: UUID | None = None
        self._line: Line | None = None
        self._is_supervisor = False
        self._is_unknown = False
        #: What was sent last, and under which id: the same once more moves nothing twice.
        self._sent: tuple[object, ...] = ()
        self._id = new_uuid7()
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(_ASK_AGAIN_MS)
        self._again.timeout.connect(self._on_submit)
        self._told = Banner()
        self._told.setObjectName("reversal.told")
        self._loading = Loading(self.tr("Loading the payment…"))
        self._loading.setObjectName("reversal.loading")
        self._facts = Facts("reversal")
        self._reason = ReasonField(
            "reversal.reason",
            [QCoreApplication.translate("ReverseForm", each) for each in _REASONS],
        )
        self._from_bank = QCheckBox(self.tr("Take it from the &bank's own account"))
        self._from_bank.setObjectName("reversal.from_bank")
        self._submit = BusyButton(self.tr("&Take it back"), self.tr("Taking back…"))
        self._submit.setObjectName("reversal.submit")
        self._submit.setAutoDefault(True)
        self._lay_out()
        self._reason.edited.connect(self.clear_errors)
        self._reason.edit.returnPressed.connect(self._submit.click)
        self._submit.clicked.connect(self._on_submit)
        self._show_nothing()

    @property
    def title(self) -> str:
        """What the panel is headed with."""
        return self.tr("Take a payment back")

    @property
    def awaits_outcome(self) -> bool:
        """A reversal was sent and nobody knows yet what became of it."""
        return self._is_unknown or super().awaits_outcome

    def about(self, transaction_id: UUID) -> None:
        """Be about a payment of the customer's whom `begin` named."""
        if self.awaits_outcome:
            return
        if transaction_id != self._wanted:
            self._wanted = transaction_id
            self._reason.clear()
            # Until this one is there the one before must not be taken back in its stead.
            self._line = None
            self._show(is_possible=False)
            self._loading.start()
        self._load()

    def clear(self) -> None:
        """Forget which payment it was, what was typed, and what became of it."""
        super().clear()
        self._wanted = None
        self._reason.clear()
        self._again.stop()
        self._is_unknown = False
        self._sent = ()
        self._show_nothing()

    def focus_first(self) -> None:
        """Have focus go to the reason."""
        if self._form.isVisibleTo(self):
            self._reason.edit.setFocus()

    # Building

    def _lay_out(self) -> None:
        for part in (self._told, self._loading, self._facts):
            self.column.addWidget(part)
        self._form = QWidget()
        inner = QVBoxLayout(self._form)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(theme.Spacing.S)
        outer, self.column = self.column, inner
        self.column.addSpacing(theme.Spacing.XS)
        self.add_field("reason", self.tr("&Reason"), self._reason, focused=self._reason.edit)
        self.column.addWidget(self._from_bank)
        self.column.addWidget(self._submit)
        self.column = outer
        self.column.addWidget(self._form)
        self.finish()

    # What is shown

    def _show_nothing(self) -> None:
        """Ask for a payment to be chosen."""
        self._line = None
        self._show(is_possible=False)
        self._told.set_tone(Tone.NEUTRAL)
        self._told.say(
            self.tr("No payment is chosen."),
            self.tr("Choose one in the history, then take it back from there."),
        )
        self._told.show()

    def _show(self, *, is_possible: bool) -> None:
        self._loading.stop()
        self._facts.setVisible(is_possible)
        self._form.setVisible(is_possible)
        self._from_bank.setChecked(False)
        self._from_bank.hide()
        self._told.hide()

    def _load(self) -> None:
        transaction_id, customer = self._wanted, self._customer
        if transaction_id is None or customer is None:
            return
        self.clear_errors()
        account_ids = frozenset(each.account.id for each in self._accounts)
        services = self._services

        def fetch() -> tuple[bool, Line]:
            return services.standing.is_supervisor(), services.history.payment(
                transaction_id=transaction_id, account_ids=account_ids
            )

        self.ask(fetch, self._on_loaded)

    def _on_loaded(self, found: tuple[bool, Line]) -> None:
        self._is_supervisor, line = found
        self._line = line
        is_possible = can_be_taken_back(line)
        self._show(is_possible=is_possible)
        if is_possible:
            self._tell_facts(line)
        else:
            self._told.set_tone(Tone.WARN)
            self._told.say(
                self.tr("This cannot be taken back."),
                self.tr("Only transfers can. A mistake with cash is corrected at the till."),
            )
            self._told.show()
        if self.isVisible():
            self.focus_first()

    def _tell_facts(self, line: Line) -> None:
        own, other = self._own_name(line), bidi.own(counterparty_text.shown(line.counterparty))
        payer, payee = (other, own) if _is_credit(line) else (own, other)
        facts = self._facts
        facts.tell("when", self.tr("Paid on"), bidi.own(date_text.moment_text(line.at)))
        facts.tell("from", self.tr("Is taken from"), payee, wraps=True)
        facts.tell("to", self.tr("Goes back to"), payer, wraps=True)
        if line.fee.amount:
            amount = money_text.in_sentence(_size(line.without_fee))
            facts.tell("amount", self.tr("Amount"), amount)
            facts.tell("fee", self.tr("Fee, returned"), money_text.in_sentence(line.fee))
        else:
            facts.drop("amount")
            facts.drop("fee")
        facts.tell(
            "total", self.tr("Comes back"), money_text.in_sentence(_size(line.amount)), strong=True
        )

    def _own_name(self, line: Line) -> str:
        return next(
            account_line(each.account)
            for each in self._accounts
            if each.account.id == line.account_id
        )

    # What happens

    def _on_submit(self) -> None:
        line = self._line
        if line is None or self._is_asking:
            return
        reason, from_bank = self._reason.text, self._from_bank.isChecked()
        content = (line.transaction_id, reason, from_bank)
        if content != self._sent:
            self._sent, self._id = content, new_uuid7()
        reversal_id, standing = self._id, self._services.standing
        self._again.stop()
        self.send(
            self._submit,
            lambda: standing.reverse(
                reversal_id=reversal_id,
                original_id=line.transaction_id,
                reason=reason,
                currency=line.amount.currency,
                from_bank=from_bank,
            ),
            self._on_outcome,
        )

    def on_refused(self, error: InstaPayError) -> None:
        """Go on asking where nobody knows what became of it."""
        self._loading.stop()
        was_sent = bool(self._sent) and self._line is not None
        unknown = isinstance(error, OutcomeUnknown) or (
            self._is_unknown and isinstance(error, Unavailable)
        )
        self._set_unknown(is_unknown=was_sent and unknown)
        if self._is_unknown:
            self._again.start()

    def sentence(self, error: InstaPayError) -> str:
        """Say of a reversal without an answer that it is asked about."""
        if self._is_unknown:
            return error_text.sentence_for("outcome_unknown", {"reversal": True})
        return super().sentence(error)

    def _set_unknown(self, *, is_unknown: bool) -> None:
        self._is_unknown = is_unknown
        self._reason.setEnabled(not is_unknown)
        self._from_bank.setEnabled(not is_unknown)
        self._submit.set_idle_text(
            self.tr("&Ask again") if is_unknown else self.tr("&Take it back")
        )

    def _on_outcome(self, outcome: TransferOutcome) -> None:
        line = self._line
        assert line is not None
        self._set_unknown(is_unknown=False)
        self._sent = ()
        if outcome.status is not TransferStatus.COMPLETED:
            self._on_not_made(outcome.failure_code or "not_reversible")
            return
        amount = money_text.in_sentence(_size(line.amount))
        self.clear()
        messages.info(self.tr("{amount} were taken back.").format(amount=amount))
        self.done.emit()
        self.closed.emit()

    def _on_not_made(self, failure_code: str) -> None:
        if failure_code != _LACKS_FUNDS:
            self.tell_at("", error_text.sentence_for(failure_code))
            return
        self._told.set_tone(Tone.WARN)
        self._told.say(
            self.tr("Whoever was paid does not have this money any more."),
            self.tr("You can have the bank give it: the bank then bears the loss.")
            if self._is_supervisor
            else self.tr("Ask a supervisor: they can have the bank give it."),
        )
        self._told.show()
        self._from_bank.setVisible(self._is_supervisor)
        if self._is_supervisor:
            self._from_bank.setFocus()


def _is_credit(line: Line) -> bool:
    return line.amount.amount > 0


def _size(money: Money) -> Money:
    return Money(abs(money.amount), money.currency)


#: lupdate finds these because the context is written out.
_REASONS = (
    QT_TRANSLATE_NOOP("ReverseForm", "Paid to the wrong person"),
    QT_TRANSLATE_NOOP("ReverseForm", "Paid twice"),
    QT_TRANSLATE_NOOP("ReverseForm", "Wrong amount"),
    QT_TRANSLATE_NOOP("ReverseForm", "Fraud"),
)
