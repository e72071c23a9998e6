"""The field for an opening float, which may also be nothing."""

from __future__ import annotations

from decimal import Decimal

from services.errors import InvalidInput
from services.values.money import Money
from ui import money_text
from ui.widgets.amount_edit import AmountEdit


class FloatEdit(AmountEdit):
    """As any amount, and zero too."""

    def money(self) -> Money:
        """Return the typed amount, which may be zero; raises InvalidInput (amount_…)."""
        try:
            return super().money()
        except InvalidInput as error:
            is_zero = not self.text().strip().startswith(("-", money_text.MINUS))
            if error.code != "amount_not_positive" or not is_zero:
                raise
        return Money(Decimal(0), self.currency)
