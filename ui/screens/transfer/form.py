"""What is asked of somebody who wants to pay."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from services.errors import InstaPayError, InvalidInput
from ui import error_text, money_text, theme
from ui.components.payment.note_field import NoteField
from ui.screens.transfer.fields import Field, field_of, funds_problem, payee_problem
from ui.widgets.account_picker import AccountPicker
from ui.widgets.amount_edit import AmountEdit
from ui.widgets.inline_error import InlineError
from ui.widgets.labels import field_label
from ui.widgets.payee_field import PayeeField

if TYPE_CHECKING:
    from collections.abc import Mapping

    from services.values.accounts import Account
    from services.values.money import Money
    from services.values.transfers import Payee, Payment
    from ui.widgets.payee_field import ResolvePayee

#: In a draft, the account of a payee who need not be asked for.
_KNOWN = "known_payee"
#: What passes by itself; any answer of the bank shows that it has.
_OUTAGES = frozenset({"server_unreachable", "server_busy", "deadline_exceeded"})


@dataclass(frozen=True, slots=True)
class Typed:
    """What the form holds now; None for what is not known or not typed yet."""

    payer: Account | None
    payee: Payee | None
    amount: Money | None
    note: str


class TransferForm(QWidget):
    """From, to, amount, note; each with its error below it.

    Signals:
        edited(): something that is shown elsewhere may have changed.
        accepted(): all is there and nothing is known to be wrong: time to review.
        short_of_funds(): more than was available when it was last seen; it may be out of date.
        call_failed(InstaPayError): the bank could not be asked for the payee.
        add_wanted(Payee): this payee is to be kept among the contacts.
        begun(): the person has typed, chosen or asked to go on, unlike what was put in for them.

    """

    edited = Signal()
    accepted = Signal()
    short_of_funds = Signal()
    call_failed = Signal(object)
    add_wanted = Signal(object)
    begun = Signal()

    def __init__(self, resolve: ResolvePayee, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_masked = False
        self._is_outage = False
        self.picker = AccountPicker()
        self.picker.setObjectName("transfer.from")
        self._hinted: Field | None = None
        self.payee_field = PayeeField(resolve, name="transfer.to", prefix="transfer", keeps=True)
        self.payee_field.edit.setPlaceholderText(self.tr("A contact, name@instapay or an IBAN"))
        self._payee_note = self.payee_field.note
        self.amount_edit = AmountEdit()
        self.amount_edit.setObjectName("transfer.amount")
        self.note_field = NoteField("transfer.note")
        self._amount_label = field_label(self.tr("&Amount"), self.amount_edit)
        self._errors = {
            Field.FROM: self._error(Field.FROM, self.picker),
            Field.TO: self.payee_field.error,
            Field.AMOUNT: self._error(Field.AMOUNT, self.amount_edit),
            Field.NOTE: self.note_field.error,
            Field.FORM: self._error(Field.FORM, None),
        }
        self._lay_out()
        self._connect()

    def typed(self) -> Typed:
        """Return what is filled in now."""
        return Typed(
            payer=self.picker.account(),
            payee=self.payee_field.payee,
            amount=self.amount_edit.money_or_none(),
            note=self.note_field.text(),
        )

    def is_empty(self) -> bool:
        """Tell whether nothing was typed."""
        texts = (self.payee_field.text(), self.amount_edit.text(), self.note_field.text())
        return not any(text.strip() for text in texts)

    def holds(self, payment: Payment) -> bool:
        """Tell whether that payment is what is filled in, as far as is known of it by now."""
        typed = self.typed()
        try:
            # In its currency: the accounts, of which one would say so, may not be there yet.
            amount = money_text.parse(self.amount_edit.text(), payment.amount.currency)
        except InvalidInput:
            return False
        is_same_payer = typed.payer is None or typed.payer.id == payment.payer_account_id
        has_same_figures = amount == payment.amount and typed.note == payment.note
        return is_same_payer and has_same_figures and self._names(payment.payee)

    def _names(self, payee: Payee) -> bool:
        """Tell whether the payee's field means that one, also before the bank has said so."""
        field = self.payee_field
        known = field.known_id if field.payee is None else field.payee.account_id
        if known is not None:
            return known == payee.account_id
        # An IBAN may be typed in groups.
        return "".join(field.text().split()).casefold() == payee.reached_by.casefold() != ""

    def show_accounts(self, accounts: tuple[Account, ...], *, masked: bool) -> None:
        """Offer these accounts to pay from, with what is available in them now."""
        self._is_masked = masked
        self.picker.show_accounts(accounts, masked=masked)

    def review(self) -> None:
        """Check everything; `accepted` follows, perhaps after the bank has named the payee."""
        self.begun.emit()
        self.amount_edit.write_out()
        self._errors[Field.FORM].clear()
        if not self._check_all():
            self._ask_for_funds(self._amount_problem())
            return
        if self.payee_field.payee is None:
            self.payee_field.insist(self._accept)
            return
        self.accepted.emit()

    def tell(self, error: InstaPayError) -> None:
        """Say beside the field it is about what the bank refused, and go there."""
        self._show_problem(field_of(error.code), error, focus=True)

    def hint(self, problem: InstaPayError | None) -> None:
        """Say what the bank would refuse while somebody still writes; take it back with None."""
        if self._hinted is not None:
            self._errors[self._hinted].clear()
            self._hinted = None
        if problem is not None and not self._errors[field_of(problem.code)].text:
            self._hinted = field_of(problem.code)
            self._show_problem(self._hinted, problem, focus=False)

    def tell_not_sent(self, error: InstaPayError) -> None:
        """Say why a payment never left, and that it did not where the reason leaves that open."""
        self._is_outage = error.code in _OUTAGES
        if not self._is_outage:
            self.tell(error)
            return
        words = (error_text.sentence(error), self.tr("Your payment was not sent."))
        self._errors[Field.FORM].tell(" ".join(words))

    def forget_outage(self) -> None:
        """Take back that the bank cannot be reached, for it has just answered."""
        if self._is_outage:
            self._is_outage = False
            self._errors[Field.FORM].clear()
        field = self.payee_field
        is_unasked = field.payee is None and field.refusal is None and not field.is_asking
        if is_unasked and field.error.text and field.text().strip():
            # Asks anew, as if it had just been typed.
            field.set_text(field.text())

    def clear(self) -> None:
        """Empty what was typed; the account to pay from stays chosen."""
        self.payee_field.clear()
        self.amount_edit.clear()
        self.note_field.set_text("")
        for error in self._errors.values():
            error.clear()
        self.edited.emit()

    def fill_from(self, payment: Payment) -> None:
        """Put in what a payment held, for somebody who wants to send it again."""
        self.picker.choose(payment.payer_account_id)
        self.payee_field.show_payee(payment.payee)
        self.amount_edit.show_money(payment.amount)
        self.note_field.set_text(payment.note)
        self.edited.emit()

    def draft(self, wanted_payer: UUID | None) -> dict[str, str]:
        """Return what was typed, as text; `wanted_payer` pays it, where the accounts are not there yet."""
        if self.is_empty():
            return {}
        payer, known = self.picker.account(), self.payee_field.known_id
        payer_id = wanted_payer if payer is None else payer.id
        return {
            Field.FROM: "" if payer_id is None else str(payer_id),
            _KNOWN: "" if known is None else str(known),
            Field.TO: self.payee_field.text(),
            Field.AMOUNT: self.amount_edit.text(),
            Field.NOTE: self.note_field.text(),
        }

    def restore(self, draft: Mapping[str, str]) -> None:
        """Put in what `draft` returned; the account is chosen by the screen, once it is there."""
        self.amount_edit.setText(draft.get(Field.AMOUNT, ""))
        self.note_field.set_text(draft.get(Field.NOTE, ""))
        to = draft.get(Field.TO, "")
        try:
            self.payee_field.await_known(UUID(draft.get(_KNOWN, "")), to)
        except ValueError:
            if to:
                self.payee_field.set_text(to)
        self.edited.emit()

    # Building

    def _error(self, field: Field, widget: QWidget | None) -> InlineError:
        made = InlineError(widget)
        made.setObjectName(f"transfer.{field}.error")
        return made

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.Spacing.S)
        self._add(column, field_label(self.tr("&From"), self.picker), self.picker, Field.FROM)
        self._add(column, field_label(self.tr("&To"), self.payee_field.edit), self.payee_field)
        self._add(column, self._amount_label, self.amount_edit, Field.AMOUNT)
        note_label = field_label(self.tr("N&ote (optional)"), self.note_field.edit)
        self._add(column, note_label, self.note_field)
        column.addWidget(self._errors[Field.FORM])

    def _add(
        self, column: QVBoxLayout, above: QWidget, field: QWidget, error: Field | None = None
    ) -> None:
        if column.count():
            column.addSpacing(theme.Spacing.S)
        column.addWidget(above)
        column.addWidget(field)
        if error is not None:
            column.addWidget(self._errors[error])

    def _connect(self) -> None:
        self.picker.picked.connect(self._on_picked)
        self.payee_field.changed.connect(self._on_payee)
        self.payee_field.call_failed.connect(self.call_failed)
        self.payee_field.add_wanted.connect(self.add_wanted)
        self.amount_edit.textEdited.connect(self._on_amount_edited)
        self.amount_edit.left.connect(self._on_amount_left)
        self.note_field.edited.connect(self.edited)
        self.picker.activated.connect(self.begun)
        self.payee_field.entered.connect(self.begun)
        for edit in (self.amount_edit, self.note_field.edit):
            edit.textEdited.connect(self.begun)
            edit.returnPressed.connect(self.review)
        self.begun.connect(self.payee_field.relent)
        # Enter behind the payee goes on to the amount, which nobody could have typed yet.
        self.payee_field.edit.returnPressed.connect(self.amount_edit.setFocus)

    # Checking

    def _check_all(self) -> bool:
        """Show every problem, focus on the first; True when there is none."""
        problems = [
            (Field.FROM, self._payer_problem()),
            (Field.TO, self._payee_problem()),
            (Field.AMOUNT, self._amount_problem()),
            (Field.NOTE, self.note_field.problem()),
        ]
        is_fine = True
        for field, problem in problems:
            self._show_problem(field, problem, focus=is_fine)
            is_fine = is_fine and problem is None
        return is_fine

    def _show_problem(self, field: Field, problem: InstaPayError | None, *, focus: bool) -> None:
        if problem is None:
            self._errors[field].clear()
        else:
            self._errors[field].tell(error_text.sentence(problem), focus=focus)

    def _payer_problem(self) -> InstaPayError | None:
        return None if self.picker.account() else InvalidInput("account_unknown", field="from")

    def _payee_problem(self) -> InstaPayError | None:
        if not self.payee_field.text().strip():
            return InvalidInput("payee_missing", field="payee")
        if self.payee_field.refusal is not None:
            return self.payee_field.refusal
        return payee_problem(self.payee_field.payee, self.picker.account())

    def _amount_problem(self) -> InstaPayError | None:
        try:
            amount = self.amount_edit.money()
        except InvalidInput as refusal:
            return refusal
        return funds_problem(amount, self.picker.account(), masked=self._is_masked)

    # What happens

    def _on_picked(self) -> None:
        payer = self.payee_field.payer = self.picker.account()
        self.amount_edit.currency = "" if payer is None else payer.currency
        words = self.tr("&Amount")
        if payer is not None:
            words = self.tr("&Amount in {currency}").format(currency=payer.currency)
        self._amount_label.setText(words)
        self.amount_edit.setAccessibleName(words.replace("&", ""))
        if payer is not None:
            self._errors[Field.FROM].clear()
        if self._errors[Field.AMOUNT].text:
            self._show_problem(Field.AMOUNT, self._amount_problem(), focus=False)
        self._on_payee()

    def _on_payee(self) -> None:
        if self.payee_field.payee is not None:
            problem = self._payee_problem()
            self._show_problem(Field.TO, problem, focus=False)
            # A tick above a refusal would contradict it.
            self._payee_note.setVisible(problem is None)
        self._errors[Field.FORM].clear()
        self.edited.emit()

    def _accept(self) -> None:
        """Go on: the payee is known by now."""
        if self._check_all():
            self.accepted.emit()

    def _on_amount_edited(self) -> None:
        self._errors[Field.AMOUNT].clear()
        self._errors[Field.FORM].clear()
        self.edited.emit()

    def _on_amount_left(self) -> None:
        # Passing through an empty field is no mistake; it is one when everything is reviewed.
        if self.amount_edit.text().strip():
            problem = self._amount_problem()
            self._show_problem(Field.AMOUNT, problem, focus=False)
            self._ask_for_funds(problem)
        self.edited.emit()

    def _ask_for_funds(self, problem: InstaPayError | None) -> None:
        """Have balances looked at again before somebody gives up for an old one."""
        if problem is not None and problem.code == "insufficient_funds":
            self.short_of_funds.emit()
