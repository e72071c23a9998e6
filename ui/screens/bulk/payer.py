"""From which account a file is paid; at the counter also for whom, and how they were identified."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from ui import bidi, error_text, theme
from ui.widgets.account_picker import AccountPicker
from ui.widgets.inline_error import InlineError
from ui.widgets.labels import field_label, label
from ui.widgets.leading_edit import LeadingEdit

if TYPE_CHECKING:
    from services.values.accounts import Account

#: As long as a reason may be.
_MAX_IDENTIFICATION = 200


class PayerRow(QWidget):
    """The account and, for a customer at the counter, an identification.

    Attributes:
        picker: the accounts that may send batches.
        identification: hidden where somebody pays from an account of their own.

    Signals:
        picked(): another account is chosen, or the chosen one has another balance.

    """

    picked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picker = AccountPicker()
        self.picker.setObjectName("bulk.from")
        self.picker.picked.connect(self.picked)
        self.identification = LeadingEdit()
        self.identification.setObjectName("bulk.identification")
        self.identification.setMaxLength(_MAX_IDENTIFICATION)
        self.identification.setPlaceholderText(self.tr("such as: national ID card, number checked"))
        self._error = InlineError(self.identification)
        self._error.setObjectName("bulk.identification.error")
        self.identification.textEdited.connect(self._error.clear)
        self._customer = label("", "heading", wraps=True)
        self._customer.setObjectName("bulk.customer")
        self._customer.hide()
        self._identified = field_label(
            self.tr("How was the customer &identified?"), self.identification
        )
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.Spacing.L)
        grid.setVerticalSpacing(theme.Spacing.XS)
        grid.addWidget(self._customer, 0, 0, 1, 2)
        grid.addWidget(field_label(self.tr("Pay &from"), self.picker), 1, 0)
        grid.addWidget(self._identified, 1, 1)
        grid.addWidget(self.picker, 2, 0)
        grid.addWidget(self.identification, 2, 1)
        grid.addWidget(self._error, 3, 1)
        for column in (0, 1):
            grid.setColumnStretch(column, 1)
        self.show_customer("")

    @property
    def account(self) -> Account | None:
        """Which account pays."""
        return self.picker.account()

    def show_customer(self, name: str) -> None:
        """Be about a customer at the counter; an empty name means one's own accounts."""
        self._customer.setText(self.tr("For {name}").format(name=bidi.own(name)) if name else "")
        for part in (self._customer, self._identified, self.identification):
            part.setVisible(bool(name))
        self._error.clear()
        self.identification.clear()

    @property
    def identified(self) -> str:
        """How the customer was identified; empty where somebody pays from an account of their own."""
        return self.identification.text().strip()

    def is_identified(self) -> bool:
        """Tell whether that is typed, and say so where it is not."""
        if not self.identified:
            self._error.tell(error_text.sentence_for("identification_missing"))
        return bool(self.identified)
