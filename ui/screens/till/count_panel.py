"""A count with its total, and the question that is asked before it is made."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from services.errors import InvalidInput
from ui import error_text, money_text, theme
from ui.screens.till.count_sheet import CountSheet
from ui.widgets.card import Card
from ui.widgets.inline_error import InlineError
from ui.widgets.labels import label
from ui.widgets.money_label import MoneyLabel
from ui.widgets.plate_dialog import question

if TYPE_CHECKING:
    from collections.abc import Callable
    from decimal import Decimal


#: Of a page with a count: wider, lines would be far from their totals, in logical pixels.
PAGE_WIDTH = 820
#: Of the total and what is below it, in logical pixels.
_SIDE_WIDTH = 292


class CountPanel(QWidget):
    """The lines in a card that scrolls, and beside them the total, which stays in view.

    Attributes:
        sheet: the lines.
        error: what was wrong, below the total.
        side: below that: where whoever counts goes on.

    Signals:
        completed(): Enter was pressed in the last line.

    """

    completed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
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
        lines = QFrame()
        theme.mark(lines, surface="card")
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
        around = QVBoxLayout(lines)
        # Within the rounded edge.
        around.setContentsMargins(1, theme.Spacing.XS, 1, theme.Spacing.XS)
        around.addWidget(area)
        beside = Card(margin=theme.Spacing.L)
        beside.setFixedWidth(_SIDE_WIDTH)
        beside.body.addWidget(label(self.tr("Total counted"), "muted"))
        beside.body.addWidget(self._total)
        beside.body.addWidget(self.error)
        self.side = QVBoxLayout()
        self.side.setSpacing(theme.Spacing.S)
        beside.body.addLayout(self.side)
        trailing = QVBoxLayout()
        trailing.addWidget(beside)
        trailing.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.Spacing.M)
        row.addWidget(lines, 1)
        row.addLayout(trailing)

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
