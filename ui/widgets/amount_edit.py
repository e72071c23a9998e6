"""The field in which an amount is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal

from services.errors import InvalidInput
from ui import money_text, theme
from ui.widgets.leading_edit import LeadingEdit
from ui.widgets.leaving import is_left

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent
    from PySide6.QtWidgets import QWidget

    from services.values.money import Money

#: Far more than the longest amount in any style; what is cut off there is no amount anyway.
_MAX_LENGTH = 60
_HEIGHT = theme.Control.FIELD + theme.Spacing.S


class AmountEdit(LeadingEdit):
    """Large figures in either script and either style of separators.

    What was understood is written out when the field is left: ``4500,5`` becomes ``4,500.50``,
    so a misread separator is seen before it is paid.

    Attributes:
        currency: in which the amount is; changing it keeps what is typed.

    Signals:
        left(): focus has gone elsewhere; the time to say what is wrong.

    """

    left = Signal()

    def __init__(self, currency: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.currency = currency
        self.setMaxLength(_MAX_LENGTH)
        self.setInputMethodHints(Qt.InputMethodHint.ImhFormattedNumbersOnly)
        self.setFont(theme.font(theme.TypeSize.TITLE))

    def money(self) -> Money:
        """Return the typed amount; raises InvalidInput (amount_…) for anything else."""
        return money_text.parse(self.text(), self.currency)

    def money_or_none(self) -> Money | None:
        """Return the typed amount, or None while it is none."""
        try:
            return self.money()
        except InvalidInput:
            return None

    def show_money(self, money: Money) -> None:
        """Put an amount in."""
        self.setText(money_text.figure(money))

    def write_out(self) -> None:
        """Write what was understood the way this program writes amounts."""
        money = self.money_or_none()
        if money is not None and self.text() != money_text.figure(money):
            self.show_money(money)

    def sizeHint(self) -> QSize:
        """Ask for more height than other fields."""
        return super().sizeHint().expandedTo(QSize(0, _HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Ask for more height than other fields."""
        return super().minimumSizeHint().expandedTo(QSize(0, _HEIGHT))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Write out what was understood, and tell that somebody has left."""
        super().focusOutEvent(event)
        if is_left(event):
            self.write_out()
            self.left.emit()
