"""A count with its total, and the question that is asked before it is made."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from services.errors import InvalidInput
from ui import error_text, money_text, theme
from ui.screens.till.count_sheet import CountSheet
from ui.widgets.inline_error import InlineError
from ui.widgets.labels import label
from ui.widgets.money_label import MoneyLabel
from ui.widgets.plate_dialog import question

if TYPE_CHECKING:
    from collections.abc import Callable
    from decimal import Decimal


class CountPanel(QFrame):
    """The lines in a card that scrolls, and the total below, which stays in view.

    Attributes:
        sheet: the lines.
        error: what was wrong, below the total.

    Signals:
        completed(): Enter was pressed in the last line.

    """

    completed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.mark(self, surface="card")
        self.sheet = CountSheet()
        self.error = InlineError()
        self.error.setObjectName("till.count_error")
        self._total = MoneyLabel()
        self._total.setObjectName("till.count_total")
        self.sheet.changed.connect(self._on_changed)
        self.sheet.completed.connect(self.completed)
        self._lay_out()

    def begin(self, currency: str) -> None:
        """Be empty, for a currency."""
        self.error.clear()
        self.sheet.begin(currency)
        fields = self.sheet.fields
        for before, after in pairwise(fields):
            QWidget.setTabOrder(before, after)

    def counts(self) -> dict[Decimal, int] | None:
        """Return the count; where something typed is no number, say so and return None."""
        counts = self.sheet.counts()
        if counts is None:
            self.error.tell(error_text.sentence(InvalidInput("count_invalid")), focus=False)
            self.sheet.focus_first_wrong()
        return counts

    def _lay_out(self) -> None:
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        ground = QFrame()
        theme.mark(ground, surface="side")
        inner = QVBoxLayout(ground)
        margin = int(theme.Spacing.XL)
        inner.setContentsMargins(margin, theme.Spacing.M, margin, theme.Spacing.M)
        inner.addWidget(self.sheet)
        inner.addStretch()
        area.setWidget(ground)
        area.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        foot = QHBoxLayout()
        foot.addWidget(label(self.tr("Total counted"), "strong"))
        foot.addStretch()
        foot.addWidget(self._total)
        below = QVBoxLayout()
        below.setContentsMargins(margin, theme.Spacing.S, margin, theme.Spacing.M)
        below.setSpacing(theme.Spacing.S)
        below.addLayout(foot)
        below.addWidget(self.error)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(area, 1)
        column.addLayout(below)
        self._total.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def _on_changed(self) -> None:
        self.error.clear()
        total = self.sheet.total()
        if total is not None:
            self._total.show_money(total)

    def ask(self, text: str, yes: str, then: Callable[[], object]) -> None:
        """Ask whether it is this much; `then` is called where it is."""
        total = self.sheet.total()
        assert total is not None
        dialog = question(
            self.tr("Is it {total}?").format(total=money_text.in_sentence(total)),
            text,
            yes,
            name="till.count_question",
            parent=self,
        )
        dialog.accepted.connect(then)
        dialog.open()
