"""What is asked of a teller who serves a customer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from services.errors import InstaPayError, InvalidInput, Refused
from services.values.counter import CounterKind, CounterPayment
from ui import payee_choices, theme
from ui.components.cash.identification import IdentificationField
from ui.components.cash.problems import Field, field_of, sentence
from ui.components.payment.note_field import NoteField
from ui.widgets.account_picker import AccountPicker
from ui.widgets.amount_edit import AmountEdit
from ui.widgets.inline_error import InlineError
from ui.widgets.labels import field_label
from ui.widgets.payee_field import PayeeField

if TYPE_CHECKING:
    from uuid import UUID

    from services.values.accounts import Account
    from services.values.customers import CustomerAccount
    from services.values.money import Money
    from services.values.transfers import Payee
    from ui.widgets.payee_field import ResolvePayee


class ServeFields(QWidget):
    """The customer's account, whom a transfer goes to, amount, identification, note; errors below each.

    Enter goes on to the next field, and in the last one it sends.

    Attributes:
        picker, amount_edit, identification, note_field: the fields.
        payee_field: of a transfer only, else None.

    Signals:
        edited(): something that is shown elsewhere may have changed.
        accepted(): all is there and nothing is known to be wrong.
        call_failed(InstaPayError): the bank could not be asked for the payee.

    """

    edited = Signal()
    accepted = Signal()
    call_failed = Signal(object)

    def __init__(
        self, kind: CounterKind, resolve: ResolvePayee, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._kind = kind
        self._hinted: Field | None = None
        self.picker = AccountPicker()
        self.picker.setObjectName("cash.account")
        self.payee_field: PayeeField | None = None
        if kind is CounterKind.TRANSFER:
            self.payee_field = PayeeField(resolve, name="cash.to", prefix="cash")
        self.amount_edit = AmountEdit()
        self.amount_edit.setObjectName("cash.amount")
        self._amount_label = field_label(self.tr("Amount"), self.amount_edit)
        self.identification = IdentificationField("cash.identification")
        self.note_field = NoteField("cash.note")
        self._errors = {
            Field.ACCOUNT: _error(Field.ACCOUNT, self.picker),
            Field.AMOUNT: _error(Field.AMOUNT, self.amount_edit),
            Field.IDENTIFICATION: _error(Field.IDENTIFICATION, self.identification),
            Field.NOTE: self.note_field.error,
            Field.FORM: _error(Field.FORM, None),
        }
        if self.payee_field is not None:
            self._errors[Field.TO] = self.payee_field.error
        self._lay_out()
        self._connect()

    @property
    def is_empty(self) -> bool:
        """Nothing was typed."""
        payee = "" if self.payee_field is None else self.payee_field.text()
        texts = (payee, self.amount_edit.text(), self.identification.text(), self.note_field.text())
        return not any(text.strip() for text in texts)

    def show_accounts(self, accounts: tuple[CustomerAccount, ...], *, masked: bool) -> None:
        """Offer the customer's open accounts; the chosen one stays chosen."""
        self._is_masked = masked
        known = tuple(each.account for each in accounts if each.account.closed_at is None)
        self.picker.show_accounts(known, masked=masked)
        if self.payee_field is not None:
            self.payee_field.show_choices(payee_choices.gather(known, (), ()), complete=True)

    def choose(self, account_id: UUID) -> None:
        """Have this account chosen, if it is offered."""
        self.picker.choose(account_id)

    def focus_first(self) -> None:
        """Go to the first field that is to be filled in; the account is chosen already."""
        first = self.amount_edit if self.payee_field is None else self.payee_field.edit
        first.setFocus()

    def amount(self) -> Money | None:
        """Return the amount that is typed; None while it is none."""
        return self.amount_edit.money_or_none()

    def account(self) -> Account | None:
        """Return the account that is chosen."""
        return self.picker.account()

    def payee(self) -> Payee | None:
        """Return whom a transfer would go to; None while nobody is known, and for cash."""
        return None if self.payee_field is None else self.payee_field.payee

    def order(self, customer: str) -> CounterPayment:
        """Return what is to be sent, with an id of its own; all must have been accepted."""
        account = self.picker.account()
        assert account is not None
        return CounterPayment(
            kind=self._kind,
            customer=customer,
            account_id=account.id,
            amount=self.amount_edit.money(),
            identification=self.identification.text(),
            note=self.note_field.text(),
            payee=self.payee(),
        )

    def submit(self) -> None:
        """Check everything; `accepted` follows, perhaps after the bank has named the payee."""
        self.amount_edit.write_out()
        self._errors[Field.FORM].clear()
        if not self._check_all():
            return
        if self.payee_field is not None and self.payee_field.payee is None:
            self.payee_field.insist(self._accept)
            return
        self.accepted.emit()

    def tell(self, error: InstaPayError, *, also: str = "") -> None:
        """Say beside the field it is about what is wrong, and go there; `also` follows it."""
        words = sentence(error, self._kind)
        shown = self._errors[field_of(error.code, self._kind)]
        shown.tell(f"{words} {also}".strip())

    def hint(self, problem: InstaPayError | None) -> None:
        """Say what the bank would refuse while somebody still writes; take it back with None."""
        if self._hinted is not None:
            self._errors[self._hinted].clear()
            self._hinted = None
        if problem is None:
            return
        field = field_of(problem.code, self._kind)
        if not self._errors[field].text:
            self._hinted = field
            self._show_problem(field, problem, focus=False)

    def clear_errors(self) -> None:
        """Take back everything that is said to be wrong."""
        for error in self._errors.values():
            error.clear()

    def clear(self) -> None:
        """Empty what was typed; the account stays chosen."""
        if self.payee_field is not None:
            self.payee_field.clear()
        self.amount_edit.clear()
        self.identification.clear_choice()
        self.note_field.set_text("")
        self.clear_errors()
        self.edited.emit()

    # Building

    def _lay_out(self) -> None:
        words = {
            CounterKind.CASH_IN: self.tr("Into account"),
            CounterKind.CASH_OUT: self.tr("From account"),
            CounterKind.TRANSFER: self.tr("From account"),
        }[self._kind]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.Spacing.XS)
        self._add(column, field_label(words, self.picker), self.picker, Field.ACCOUNT)
        if self.payee_field is not None:
            label = field_label(self.tr("To"), self.payee_field.edit)
            self._add(column, label, self.payee_field)
        self._add(column, self._amount_label, self.amount_edit, Field.AMOUNT)
        label = field_label(self.tr("Identification"), self.identification)
        self.identification.line_edit.setAccessibleName(label.text())
        self._add(column, label, self.identification, Field.IDENTIFICATION)
        label = field_label(self.tr("Note (optional)"), self.note_field.edit)
        self._add(column, label, self.note_field)
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
        self.amount_edit.textEdited.connect(self._on_amount_edited)
        self.amount_edit.left.connect(self._on_amount_left)
        self.amount_edit.returnPressed.connect(self._on_amount_entered)
        self.identification.edited.connect(self._errors[Field.IDENTIFICATION].clear)
        self.identification.entered.connect(self._on_identification_entered)
        self.note_field.edit.returnPressed.connect(self.submit)
        for changed in (self.identification.edited, self.note_field.edited):
            changed.connect(self.edited)
        if self.payee_field is not None:
            self.payee_field.changed.connect(self._on_payee)
            for meant_anew in (
                self.picker.activated,
                self.amount_edit.textEdited,
                self.identification.edited,
                self.note_field.edited,
            ):
                meant_anew.connect(self.payee_field.relent)
            self.payee_field.call_failed.connect(self.call_failed)
            self.payee_field.edit.returnPressed.connect(self.amount_edit.setFocus)

    # Checking

    def _check_all(self) -> bool:
        """Show every problem, focus on the first; True when there is none."""
        problems = [
            (Field.ACCOUNT, self._account_problem()),
            (Field.AMOUNT, self._amount_problem()),
            (Field.IDENTIFICATION, self.identification.problem()),
            (Field.NOTE, self.note_field.problem()),
        ]
        if self.payee_field is not None:
            problems.insert(1, (Field.TO, self._payee_problem(self.payee_field)))
        is_fine = True
        for field, problem in problems:
            self._show_problem(field, problem, focus=is_fine)
            is_fine = is_fine and problem is None
        return is_fine

    def _show_problem(self, field: Field, problem: InstaPayError | None, *, focus: bool) -> None:
        if problem is None:
            self._errors[field].clear()
        else:
            self._errors[field].tell(sentence(problem, self._kind), focus=focus)

    def _account_problem(self) -> InstaPayError | None:
        return None if self.picker.account() else InvalidInput("account_unknown", field="account")

    def _payee_problem(self, field: PayeeField) -> InstaPayError | None:
        if not field.text().strip():
            return InvalidInput("payee_missing", field="payee")
        if field.refusal is not None:
            return field.refusal
        payee, account = field.payee, self.picker.account()
        if payee is None or account is None:
            return None
        if payee.account_id == account.id:
            return InvalidInput("payee_is_payer", field="payee")
        if payee.currency != account.currency:
            return InvalidInput("currency_differs", field="payee")
        return None

    def _amount_problem(self) -> InstaPayError | None:
        try:
            self.amount_edit.money()
        except InvalidInput as refusal:
            return refusal
        return None

    def _funds_hint(self) -> InstaPayError | None:
        """Return that the account had less when it was last seen: told, but the bank decides."""
        amount, account = self.amount(), self.picker.account()
        if self._kind is CounterKind.CASH_IN or amount is None or account is None:
            return None
        if amount.amount <= account.available.amount:
            return None
        if self._is_masked:
            return Refused("insufficient_funds")
        return Refused("insufficient_funds", available=account.available)

    # What happens

    def _on_picked(self) -> None:
        account = self.picker.account()
        if self.payee_field is not None:
            self.payee_field.payer = account
        self.amount_edit.currency = "" if account is None else account.currency
        words = self.tr("Amount")
        if account is not None:
            words = self.tr("Amount in {currency}").format(currency=account.currency)
            self._errors[Field.ACCOUNT].clear()
        self._amount_label.setText(words)
        self.amount_edit.setAccessibleName(words)
        self._on_payee()

    def _on_payee(self) -> None:
        field = self.payee_field
        if field is not None and field.payee is not None:
            problem = self._payee_problem(field)
            self._show_problem(Field.TO, problem, focus=False)
            # A tick above a refusal would contradict it.
            field.note.setVisible(problem is None)
        self._errors[Field.FORM].clear()
        self.edited.emit()

    def _accept(self) -> None:
        """Go on: the payee is known by now."""
        if self._check_all():
            self.accepted.emit()

    def _on_amount_edited(self) -> None:
        self._hinted = None
        self._errors[Field.AMOUNT].clear()
        self._errors[Field.FORM].clear()
        self.edited.emit()

    def _on_amount_left(self) -> None:
        # Passing through an empty field is no mistake; it is one when everything is sent.
        if self.amount_edit.text().strip():
            problem = self._amount_problem() or self._funds_hint()
            self._show_problem(Field.AMOUNT, problem, focus=False)
        self.edited.emit()

    def _on_amount_entered(self) -> None:
        problem = self._amount_problem()
        if problem is not None:
            self._show_problem(Field.AMOUNT, problem, focus=True)
        else:
            self.identification.line_edit.setFocus()

    def _on_identification_entered(self) -> None:
        problem = self.identification.problem()
        if problem is not None:
            self._show_problem(Field.IDENTIFICATION, problem, focus=True)
        else:
            self.note_field.edit.setFocus()


def _error(field: Field, widget: QWidget | None) -> InlineError:
    made = InlineError(widget)
    made.setObjectName(f"cash.{field}.error")
    return made
