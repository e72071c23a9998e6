"""The bank's cash, and how it comes into the vault."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from services.errors import InvalidInput
from services.values.identifiers import new_uuid7
from ui import bidi, error_text, money_text, theme
from ui.components.doubt import Doubt
from ui.components.sending import Sending
from ui.widgets.amount_edit import AmountEdit
from ui.widgets.busy_button import BusyButton
from ui.widgets.button import button
from ui.widgets.card import Card
from ui.widgets.facts import Facts
from ui.widgets.inline_error import InlineError
from ui.widgets.labels import Label, field_label, label
from ui.widgets.leading_edit import LeadingEdit
from ui.widgets.segments import Segments

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtGui import QKeyEvent

    from services.errors import InstaPayError
    from services.values.books import DayMoney
    from services.values.money import Money

#: It is also the note of the payment, which has room for so much.
_MAX_REASON = 140
_IN, _OUT = "in", "out"


@dataclass(frozen=True, slots=True)
class Supply:
    """Cash that comes into the vault from outside or, a negative amount, leaves it; once by its `id`."""

    id: UUID
    amount: Money
    reason: str


class VaultCard(Card):
    """What is in the vault and in all drawers; a form in place, for supervisors.

    Signals:
        supply_wanted(Supply): somebody wants that booked.

    """

    supply_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, margin=theme.Spacing.L)
        self._may_supply = False
        self._currency = ""
        self._id = new_uuid7()
        self._facts = Facts("overview.vault")
        self._supply = button(self.tr("&Supply the vault…"), icon="plus")
        self._supply.setObjectName("overview.supply")
        self._supply.clicked.connect(self._on_supply)
        #: Sends what is booked, and asks until there is an answer.
        self.sending = Sending(self)
        self._form = self._make_form()
        self._form.hide()
        self._supply.hide()
        row = QHBoxLayout()
        row.addWidget(self._supply)
        row.addStretch()
        self.body.addWidget(label(self.tr("Cash now"), "heading"))
        self.body.addWidget(self._facts)
        self.body.addSpacing(theme.Spacing.XS)
        self.body.addLayout(row)
        self.body.addWidget(self._form)
        self.body.addStretch()

    def _make_form(self) -> QWidget:
        self._way = Segments(
            "overview.supply.way",
            ((_IN, self.tr("Into the vault")), (_OUT, self.tr("Out of the vault"))),
        )
        self._amount = AmountEdit()
        self._amount.setObjectName("overview.supply.amount")
        self._amount.returnPressed.connect(self._on_book)
        self._amount_error = InlineError(self._amount)
        self._amount_error.setObjectName("overview.supply.amount.error")
        self._reason = LeadingEdit()
        self._reason.setObjectName("overview.supply.reason")
        self._reason.setMaxLength(_MAX_REASON)
        self._reason.returnPressed.connect(self._on_book)
        self._reason_error = InlineError(self._reason)
        self._reason_error.setObjectName("overview.supply.reason.error")
        self._back = button(self.tr("&Back"))
        self._back.setObjectName("overview.supply.back")
        self._back.clicked.connect(self._on_back)
        self._book = BusyButton(self.tr("Boo&k it"), self.tr("Booking…"))
        self._book.setAutoDefault(True)
        self._book.setObjectName("overview.supply.book")
        self._book.clicked.connect(self._on_book)
        self._error = InlineError()
        self._error.setObjectName("overview.supply.error")
        self._amount_label: Label = field_label(self.tr("A&mount"), self._amount)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.Spacing.S)
        buttons.addWidget(self._back, 1)
        buttons.addWidget(self._book, 1)
        form = QWidget()
        column = QVBoxLayout(form)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.Spacing.S)
        for part in (
            self._way, self._amount_label, self._amount, self._amount_error,
            field_label(self.tr("&Reason"), self._reason), self._reason, self._reason_error,
        ):  # fmt: skip
            column.addWidget(part)
        column.addWidget(Doubt(self.sending, name="overview.doubt"))
        column.addLayout(buttons)
        column.addWidget(self._error)
        return form

    # What the page says

    def show_money(self, money: DayMoney, *, may_supply: bool) -> None:
        """Show the cash of a currency; a form for another one is closed."""
        if money.currency != self._currency and not self._book.is_busy:
            self._currency = money.currency
            self.close_form()
        self._may_supply = may_supply
        self._supply.setVisible(may_supply and self._form.isHidden())
        self._facts.tell(
            "vault", self.tr("In the vault"), money_text.in_sentence(money.vault), strong=True
        )
        self._facts.tell(
            "drawers", self.tr("In all drawers"), money_text.in_sentence(money.drawers)
        )

    def close_form(self) -> None:
        """Put the form away; what is booked next is something else."""
        self._id = new_uuid7()
        self._set_busy(busy=False)
        for edit in (self._amount, self._reason):
            edit.clear()
        for error in self._errors:
            error.clear()
        self._form.hide()
        self._supply.setVisible(self._may_supply)

    def show_on_its_way(self, supply: Supply) -> None:
        """Show the form as one was sent from it that is not answered yet."""
        self._id = supply.id
        self._currency = supply.amount.currency
        is_in = supply.amount.amount > 0
        self._way.choose(_IN if is_in else _OUT)
        self._open_form()
        self._amount.show_money(supply.amount if is_in else -supply.amount)
        self._reason.setText(supply.reason)
        self._set_busy(busy=True)

    def tell(self, error: InstaPayError) -> None:
        """Say that it was not booked, and why, beside the field that it is about."""
        self._set_busy(busy=False)
        place = {
            "amount_invalid": self._amount_error,
            "vault_lacks_cash": self._amount_error,
            "reason_invalid": self._reason_error,
        }.get(error.code, self._error)
        place.tell(error_text.sentence(error))

    @property
    def _errors(self) -> tuple[InlineError, ...]:
        return (self._amount_error, self._reason_error, self._error)

    def _set_busy(self, *, busy: bool) -> None:
        self._book.set_busy(busy)
        self._back.setEnabled(not busy)
        for edit in (self._amount, self._reason):
            edit.setReadOnly(busy)
        self._way.setEnabled(not busy)

    # What happens

    def _on_supply(self) -> None:
        self._open_form()
        self._amount.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_form(self) -> None:
        self._amount.currency = self._currency
        self._amount_label.setText(
            self.tr("A&mount in {currency}").format(currency=bidi.ltr(self._currency))
        )
        self._amount.setAccessibleName(bidi.plain(self._amount_label.text()).replace("&", ""))
        self._supply.hide()
        self._form.show()

    def _on_back(self) -> None:
        if not self._book.is_busy:
            self.close_form()
            self._supply.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_book(self) -> None:
        if self._book.is_busy:
            return
        for error in self._errors:
            error.clear()
        try:
            amount = self._amount.money()
        except InvalidInput as wrong:
            self._amount_error.tell(error_text.sentence(wrong))
            return
        reason = self._reason.text().strip()
        if not reason:
            self._reason_error.tell(error_text.sentence_for("reason_invalid"))
            return
        self._set_busy(busy=True)
        signed = amount if self._way.value == _IN else -amount
        self.supply_wanted.emit(Supply(self._id, signed, reason))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Put the form away at Esc."""
        if event.key() == Qt.Key.Key_Escape and not self._form.isHidden():
            self._on_back()
        else:
            super().keyPressEvent(event)
