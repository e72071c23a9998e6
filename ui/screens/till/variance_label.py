"""What a count differs by: a sign, a colour, an icon and words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui import theme
from ui.components.till_sheet import till_text
from ui.widgets.icon_label import IconLabel
from ui.widgets.labels import label
from ui.widgets.tone import ICON_OF, INK_OF, Tone

if TYPE_CHECKING:
    from services.values.money import Money


class VarianceLabel(QWidget):
    """One sentence, such as ``-200.00 EGP too little``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = IconLabel("info", "text", theme.Control.ICON)
        self._words = label("", "strong", wraps=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.Spacing.S)
        row.addWidget(self._icon)
        row.addWidget(self._words, 1)

    def show_variance(self, difference: Money) -> None:
        """Show what is too much or too little; nothing differs where it is zero."""
        tone = Tone.CREDIT
        if difference.amount:
            tone = Tone.WARN if difference.amount > 0 else Tone.DANGER
        self._icon.show_icon(ICON_OF[tone], INK_OF[tone])
        self._words.setText(till_text.variance(difference))
        theme.mark(self._words, kind=_KIND[tone])
        self.setAccessibleName(self._words.text())


_KIND = {Tone.CREDIT: "credit", Tone.WARN: "warn", Tone.DANGER: "danger"}
